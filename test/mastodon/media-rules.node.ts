import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOf, lengthOf, typeOf, unfit, type MediaKind } from '../../src/mastodon/media-rules.js';
import { standardLimits } from '../../src/mastodon/post-limits.js';

const limits = { ...standardLimits.media, types: ['image/jpeg', 'image/png', 'image/GIF', 'video/mp4', 'audio/mpeg'] };
const file = (name: string, type: string, size = 10) => ({ name, type, size });
const why = (given: ReturnType<typeof file>, kinds: MediaKind[] = [], poll = false, rules = limits) =>
  unfit(given, rules, { kinds, poll })?.why;

describe('media-rules', () => {
  it('R169 knows a file by its type, else by its name', () => {
    assert.equal(typeOf(file('a.bin', 'image/JPG')), 'image/jpeg');
    assert.equal(typeOf(file('IMG.HEIC', '')), 'image/heic');
    assert.equal(typeOf(file('a.webm', 'video/webm;codecs=vp8')), 'video/webm');
    assert.equal(typeOf(file('folder', '')), '');
    assert.deepEqual(['image/gif', 'image/x', 'video/x', 'audio/x', ''].map(kindOf), [
      'gif',
      'image',
      'film',
      'sound',
      'other',
    ]);
  });

  it('R169 says what a server will not take', () => {
    assert.equal(why(file('a.png', 'image/png', 0)), 'empty');
    assert.equal(why(file('a.txt', 'text/plain')), 'type');
    assert.equal(why(file('a', '')), 'type');
    assert.equal(why(file('a.heic', '')), 'heic');
    assert.equal(why(file('a.gif', 'image/gif')), undefined);
    assert.equal(why(file('a.png', 'image/png', limits.imageSize)), undefined);
    assert.equal(why(file('a.png', 'image/png', limits.imageSize + 1)), 'size');
    assert.equal(why(file('a.mp4', 'video/mp4', limits.imageSize + 1)), undefined);
    assert.equal(why(file('a.mp4', 'video/mp4', limits.filmSize + 1)), 'size');
  });

  it('R169 a film or a sound goes alone, animations mix, and there are no more than the server lets', () => {
    assert.equal(why(file('a.mp4', 'video/mp4'), ['image']), 'alone');
    assert.equal(why(file('a.png', 'image/png'), ['sound']), 'alone');
    assert.equal(why(file('a.png', 'image/png'), ['gif', 'image']), undefined);
    assert.equal(why(file('a.png', 'image/png'), ['image', 'image', 'image', 'image']), 'most');
    const many = { ...limits, most: 16 };
    assert.equal(why(file('a.png', 'image/png'), Array<MediaKind>(15).fill('image'), false, many), undefined);
    assert.equal(why(file('a.png', 'image/png'), [], true), 'poll');
  });

  it('R169 where a server does not say what it takes, it is tried', () => {
    assert.equal(why(file('a.xyz', 'application/x'), [], false, { ...limits, types: undefined as never }), undefined);
  });

  it('counts a description as servers do', () => {
    assert.equal(lengthOf('a👨‍👩‍👧'), 6);
  });
});
