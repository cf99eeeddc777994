import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Account } from '../../src/mastodon/entities.js';
import { harvestGiven } from '../../src/mastodon/given.js';
import { normaliseAccount } from '../../src/mastodon/normalise.js';
import { report } from '../../src/mastodon/reporting.js';
import { atHome } from './at-home.js';

/** Somebody of another server, as that server tells it. */
const stranger = (name: string): Account =>
  normaliseAccount({ id: '7', username: name, acct: name, url: `https://far.example/@${name}` }, 'far.example');

const saidNothing = { category: 'spam', ruleIds: [], comment: '', forward: false } as const;

/** A post of this town as another server would hand it to the page: the names are right, the ids are that server's. */
async function givenPost() {
  const at = await atHome();
  const post = await at.here.post('ines');
  const otherId = await at.here.id('kofi');
  const { facts, key } = harvestGiven({ ...post, id: '99', account: { ...post.account, id: otherId } })!;
  const status = facts.statuses.get(key)!;
  return { ...at, status, author: facts.accounts.get(status.account)!, otherId, ines: post.account.id };
}

describe('what is done about people', () => {
  it('believes no id but what the home server has given: nobody else is blocked', async () => {
    const { home, author, ines, asked } = await givenPost();
    await (await home.relating()).run('block', author, true);
    assert.deepEqual(
      asked().filter((each) => each.startsWith('POST')),
      [`POST /api/v1/accounts/${ines}/block`],
    );
  });

  it('believes no id but what the home server has given: nobody else is asked about', async () => {
    const { home, author, otherId, asked } = await givenPost();
    await (await home.relating()).know([author]);
    assert.equal(asked().filter((each) => each.includes(`id%5B%5D=${otherId}`)).length, 0);
    assert.equal(home.relationships.knows(author.key), true);
  });

  it('believes no id but what the home server has given: nobody else is reported', async () => {
    const { home, status, author, ines, here } = await givenPost();
    await report(home, status, author, saidNothing);
    assert.deepEqual(
      here.instance.world.reports.map(({ to }) => to),
      [ines],
    );
  });

  it('nobody is looked for with a token that may not: the server would refuse it each time', async () => {
    const { home, asked } = await atHome('noor', 'profile read:statuses read:follows');
    await (await home.relating()).know([stranger('one')]);
    assert.deepEqual(asked(), []);
    assert.equal(home.relationships.knows(stranger('one').key), false);
  });

  it('a blocked server stays blocked when somebody of it is asked about whom nobody knows', async () => {
    const { home } = await atHome();
    const [one, other] = [stranger('one'), stranger('other')];
    const relating = await home.relating();
    await relating.run('block-server', one, true);
    await relating.know([other]);
    assert.equal(home.relationships.isHushed(one.key, Date.now()), true);
  });

  it('nothing guessed stays when another wish has followed: what was refused is as it was', async () => {
    const { home, here, breaks } = await atHome();
    const ines = normaliseAccount((await here.post('ines')).account, home.host);
    home.accounts.put([ines]);
    const relating = await home.relating();
    await relating.run('follow', ines, true);
    await breaks({ path: '*/block', status: 503, body: { error: 'No' } });
    const blocked = relating.run('block', ines, true).catch(() => 'refused');
    await relating.run('block', ines, false);
    assert.equal(await blocked, 'refused');
    assert.equal(home.relationships.is(ines.key, 'following'), true);
  });

  it('R141 what was done is believed where the answer says nothing of it', async () => {
    const { home, here, breaks } = await atHome();
    const ines = normaliseAccount((await here.post('ines')).account, home.host);
    home.accounts.put([ines]);
    const relating = await home.relating();
    for (const body of [{}, [], null]) {
      await breaks({ path: '*/mute', body });
      await relating.run('mute', ines, true);
      assert.equal(home.relationships.is(ines.key, 'muting'), true, JSON.stringify(body));
      await breaks({ path: '*/unmute', body });
      await relating.run('mute', ines, false);
      assert.equal(home.relationships.is(ines.key, 'muting'), false, JSON.stringify(body));
    }
  });
});
