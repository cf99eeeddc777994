import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describeScopes,
  everyScope,
  fitScopes,
  holds,
  registrable,
  scopesFor,
  type TagUse,
} from '../../src/mastodon/scopes.js';

/** `masto-timeline feed=home list=3` as a tag. */
function use(markup: string): TagUse {
  const [tag = '', ...attributes] = markup.split(' ');
  const map = new Map(attributes.map((text) => text.split('=') as [string, string]));
  return { tag, attribute: (name) => map.get(name) ?? null };
}

const needed = (scopes: string | null, ...tags: string[]) => scopesFor(tags.map(use), scopes).join(' ');

const acts = 'write:bookmarks write:favourites write:statuses';

describe('scopesFor', () => {
  const rows: readonly (readonly [tags: string[], scopes: string])[] = [
    [[], 'profile'],
    [['div', 'masto-auth', 'masto-login', 'masto-unheard-of', 'constructor', '__proto__'], 'profile'],
    [['masto-timeline feed=home'], `profile read:statuses ${acts}`],
    [['masto-timeline feed=local'], `profile read:statuses ${acts}`],
    [['masto-timeline tag=caturday'], `profile read:statuses ${acts}`],
    [['masto-timeline feed=bookmarks'], `profile read:bookmarks ${acts}`],
    [['masto-timeline feed=favourites'], `profile read:favourites ${acts}`],
    [['masto-timeline list=12'], `profile read:lists ${acts}`],
    [['masto-timeline account=@ines'], `profile read:accounts read:statuses ${acts}`],
    [['masto-timeline account=@ines account-id=5'], `profile read:statuses ${acts}`],
    [['masto-timeline account=@ines@harbour.example account-id=5'], `profile read:search read:statuses ${acts}`],
    [['masto-timeline instance=harbour.example tag=sea'], `profile read:search read:statuses ${acts}`],
    [['masto-status src=https://harbour.example/@ines/1'], `profile read:search read:statuses ${acts}`],
    [['masto-status status-id=1'], `profile read:statuses ${acts}`],
    [['masto-thread'], `profile read:search read:statuses ${acts}`],
    [['masto-compose'], 'profile read:search write:media write:statuses'],
    [['masto-notifications'], 'profile read:notifications'],
    [['masto-explorer'], 'profile read:search read:statuses'],
    [['masto-tool scopes=write:lists,read:lists'], 'profile read:lists write:lists'],
    [
      ['masto-compose', 'masto-timeline feed=home', 'masto-compose'],
      'profile read:search read:statuses write:bookmarks write:favourites write:media write:statuses',
    ],
  ];
  for (const [tags, scopes] of rows)
    it(`R30 R31 R32 <${tags.join('> <').slice(0, 80)}> needs ${scopes}`, () => {
      assert.equal(needed(null, ...tags), scopes);
      assert.equal(needed('', ...tags), scopes);
    });

  it('R30 an author may ask for other things, or for more', () => {
    assert.equal(needed('read:lists', 'masto-timeline feed=home'), 'profile read:lists');
    assert.equal(needed(' read  write ', 'masto-compose'), 'profile read write');
    assert.equal(needed('+read:lists', 'masto-compose'), 'profile read:lists read:search write:media write:statuses');
    assert.equal(
      needed(' + read:lists write:lists', 'masto-compose'),
      'profile read:lists read:search write:lists write:media write:statuses',
    );
  });

  it('R32 no tag ever asks for all, for rare verbs, or for more than reading and writing', () => {
    for (const [tags] of rows)
      assert.doesNotMatch(
        needed(null, ...tags),
        /(^| )(read|write|follow|push|admin\S*|write:(accounts|blocks|mutes|reports))( |$)/,
      );
  });

  it('R12 everything that a tag may need is registered, and nothing of administration or push', () => {
    for (const [tags] of rows)
      for (const scope of scopesFor(tags.map(use), null)) assert.ok(everyScope.includes(scope), scope);
    for (const rare of ['write:accounts', 'write:blocks', 'write:mutes', 'write:reports', 'write:media'])
      assert.ok(everyScope.includes(rare), rare);
    assert.ok(!everyScope.some((scope) => /push|admin|^follow$/.test(scope)));
    assert.equal(new Set(everyScope).size, everyScope.length);
  });
});

describe('fitScopes', () => {
  const all = everyScope;
  it('R12 R31 asks literally what is registered', () => {
    assert.deepEqual(fitScopes(['profile', 'read:statuses'], all), ['profile', 'read:statuses']);
  });

  it('R31 asks read:accounts where there is no profile', () => {
    const old = registrable(all, undefined);
    assert.ok(!old.some((scope) => /profile|collections/.test(scope)));
    assert.deepEqual(fitScopes(['profile', 'read:statuses'], old), ['read:accounts', 'read:statuses']);
  });

  it('R12 asks read and write where there is nothing finer, each once', () => {
    const coarse = ['read', 'write'];
    assert.deepEqual(fitScopes(['profile', 'read:statuses', 'write:statuses', 'write:favourites'], coarse), coarse);
    assert.deepEqual(fitScopes(['profile'], coarse), ['read']);
    assert.deepEqual(fitScopes(['profile', 'read:statuses'], ['read', 'read:statuses']), ['read']);
  });

  it('R12 leaves out what the server does not know at all', () => {
    assert.deepEqual(fitScopes(['read:collections', 'read:statuses'], ['read:statuses']), ['read:statuses']);
    assert.deepEqual(fitScopes(['profile'], []), []);
    assert.deepEqual(fitScopes(['admin:read:accounts'], ['admin:read']), ['admin:read']);
  });

  it('R12 registers what the server says it knows', () => {
    assert.deepEqual(registrable(['b', 'a', 'a', 'c'], ['a', 'c', 'push']), ['a', 'c']);
    assert.deepEqual(registrable(['profile', 'read'], []), ['read']);
  });

  it('R33 a wider scope holds a finer one, and no other', () => {
    assert.ok(holds(['read'], 'read:statuses'));
    assert.ok(holds(['read:statuses'], 'read:statuses'));
    assert.ok(holds(['admin'], 'admin:read:accounts'));
    assert.ok(!holds(['read:lists', 'write'], 'read:statuses'));
    assert.ok(!holds(['read'], 'profile'));
  });
});

describe('describeScopes', () => {
  it('R35 says what may be done, once each, in order', () => {
    const scopes = ['write:statuses', 'write:media', 'profile', 'read:accounts', 'read:statuses', 'write:favourites'];
    assert.deepEqual(describeScopes(scopes), ['know-you', 'read-home', 'post', 'favourite']);
  });

  it('R35 does not say again what all of a kind holds', () => {
    assert.deepEqual(describeScopes(['read', 'read:statuses', 'write:mutes', 'write:blocks']), [
      'read-everything',
      'mute',
      'block',
    ]);
    assert.deepEqual(describeScopes(['write', 'write:statuses', 'read:lists']), ['read-lists', 'write-everything']);
  });

  it('R35 has a word for each scope that is ever registered, and hides none that it does not know', () => {
    for (const scope of everyScope) {
      const told = describeScopes([scope]);
      assert.equal(told.length, 1, scope);
      assert.notEqual(told[0], 'other', scope);
    }
    assert.deepEqual(describeScopes(['push', 'admin:read']), ['other']);
    assert.deepEqual(describeScopes(['profile', 'nonsense']), ['know-you', 'other']);
  });
});
