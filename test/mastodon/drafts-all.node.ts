import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '../../src/base/page.js';
import { Drafts } from '../../src/mastodon/drafts.js';

/** A storage, as far as drafts need it. */
function box(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const noor = 'noor@harbour.example';

function device() {
  const [session, local] = [box(), box()];
  const page = {
    time: 1000,
    now: () => page.time++,
    storage: (kind: 'session' | 'local') => (kind === 'local' ? local : session),
  };
  return { session, local, page: page as typeof page & Page };
}

describe('Drafts.all', () => {
  it('R163 names all of one account, of every page, the latest first, and whether they stay on the device', () => {
    const { page } = device();
    const drafts = new Drafts(page);
    drafts.write({ page: '/a:b?c=1', thread: '#0', account: noor }, { text: 'one' });
    drafts.write({ page: '/blog', thread: 'https://x.example/@y/1', account: noor }, { text: 'two' }, true);
    drafts.write({ page: '/blog', thread: '#0', account: undefined }, { text: 'nobody’s' });
    drafts.write({ page: '/blog', thread: '#0', account: 'ines@harbour.example' }, { text: 'another’s' });
    const found = drafts.all(noor);
    assert.deepEqual(
      found.map(({ place, draft, kept }) => [place.page, place.thread, draft.text, kept]),
      [
        ['/blog', 'https://x.example/@y/1', 'two', true],
        ['/a:b?c=1', '#0', 'one', false],
      ],
    );
    drafts.remove(found[0]!.place);
    assert.deepEqual(
      drafts.all(noor).map(({ draft }) => draft.text),
      ['one'],
    );
  });

  it('R163 does not take the account of another port for one’s own, nor what is broken', () => {
    const { page, session } = device();
    const drafts = new Drafts(page);
    drafts.write({ page: '/', thread: '#0', account: 'noor@localhost:4000' }, { text: 'theirs' });
    assert.deepEqual(drafts.all('noor@localhost'), []);
    session.setItem('masto:v1:draft:noor@localhost:/:#0', '{"v":1,"at":1,"text":"no place"}');
    session.setItem('masto:v1:draft:noor@localhost:/x:#0', '{');
    session.setItem(
      'masto:v1:draft:noor@localhost:/y:#0',
      '{"v":1,"at":1,"page":"/z","thread":"#0","text":"another place"}',
    );
    assert.deepEqual(drafts.all('noor@localhost'), []);
  });

  it('R163 keeps what somebody had there when what they wrote before signing in takes its place', () => {
    const { page } = device();
    const drafts = new Drafts(page);
    const thread = 'https://x.example/@y/1';
    drafts.write({ page: '/', thread, account: noor }, { text: 'a long letter' });
    drafts.write({ page: '/', thread, account: undefined }, { text: 'h' });
    assert.equal(drafts.read({ page: '/', thread, account: noor })?.text, 'h');
    assert.deepEqual(
      drafts.all(noor).map(({ place, draft }) => [place.thread.replace(/^~.+~/, '~'), draft.text]),
      [
        [thread, 'h'],
        [`~${thread}`, 'a long letter'],
      ],
    );
  });

  it('R163 has one that lies in two places once: the later', () => {
    const { page, local, session } = device();
    const drafts = new Drafts(page);
    const place = { page: '/', thread: '#0', account: noor };
    drafts.write(place, { text: 'old' }, true);
    const [key] = [local.key(0)!];
    const old = local.getItem(key)!;
    drafts.write(place, { text: 'new' });
    local.setItem(key, old);
    assert.equal(session.length, 1);
    assert.deepEqual(
      drafts.all(noor).map(({ draft, kept }) => [draft.text, kept]),
      [['new', false]],
    );
  });
});
