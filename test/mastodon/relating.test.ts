import { expect } from '@open-wc/testing';
import type { Account } from '../../src/mastodon/entities.js';
import type { MastoError } from '../../src/mastodon/errors.js';
import { readStatus } from '../../src/mastodon/reading.js';
import type { PersonVerb } from '../../src/mastodon/relating.js';
import type { Tie } from '../../src/mastodon/relationships.js';
import { Session } from '../../src/mastodon/session.js';
import { homeOf, visitor } from '../elements/signed-in.js';
import { town, type Town } from '../elements/town.js';
import { pause } from '../helpers.js';

/** Noor at home, and people whose posts they have read there; `elsewhere`: read from the other town, as nobody. */
async function scene(people: readonly string[] = ['ines'], { scopes = 'read write', elsewhere = false } = {}) {
  const here = await town();
  const where = elsewhere ? here.peer : here;
  const home = homeOf(here, await visitor(here, 'noor', scopes));
  const session = elsewhere ? Session.at(where.origin) : home;
  const accounts: Account[] = [];
  for (const person of people) {
    const { id } = await where.post(person, { status: 'Low tide at four' });
    const key = await readStatus(session, id);
    accounts.push(session.accounts.get(session.statuses.get(key)!.account)!);
  }
  await here.forget();
  return { here, where, home, accounts, account: accounts[0]!, relating: await home.relating() };
}

const failed = async (promise: Promise<unknown>): Promise<MastoError> => {
  try {
    await promise;
  } catch (error) {
    return error as MastoError;
  }
  throw new Error('It was not refused');
};

const lines = async (here: Town) => (await here.asked()).map(({ method, path }) => `${method} ${path}`);

const table: Readonly<Record<Exclude<PersonVerb, 'block-server'>, [tie: Tie, path: string, undo: string]>> = {
  follow: ['following', 'follow', 'unfollow'],
  mute: ['muting', 'mute', 'unmute'],
  block: ['blocking', 'block', 'unblock'],
};

describe('how the reader stands to people', () => {
  it('is asked for all in one request, once, and not for oneself', async () => {
    const { here, home, accounts, relating } = await scene(['ines', 'layla', 'noor']);
    await Promise.all([relating.know(accounts.slice(0, 1)), relating.know(accounts.slice(1))]);
    const asked = await here.asks();
    expect(asked.length).to.equal(1);
    expect(asked[0]!.match(/id%5B%5D=/g)?.length).to.equal(2);
    expect(home.relationships.is(accounts[0]!.key, 'following')).to.equal(true);
    await relating.know(accounts);
    expect((await here.asks()).length).to.equal(1);
  });

  it('is not asked for without the scope for it, and a refusal is nobody’s trouble', async () => {
    const poor = await scene(['ines'], { scopes: 'read:statuses write' });
    await poor.relating.know(poor.accounts);
    expect(await poor.here.asks()).to.deep.equal([]);
    const { here, home, account, relating } = await scene();
    await here.breaks({ path: '/api/v1/accounts/relationships', status: 500, body: {} });
    void relating.know([account]);
    await pause(50);
    expect(home.relationships.knows(account.key)).to.equal(false);
  });

  for (const [verb, [tie, path, undo]] of Object.entries(table) as [keyof typeof table, [Tie, string, string]][]) {
    it(`${verb}: shown at once, done once, and undone`, async () => {
      const { here, home, account, relating } = await scene(['ines']);
      const { relationships } = home;
      await relating.run('follow', account, false);
      await here.forget();
      let heard = 0;
      const stop = relationships.watch(account.key, () => heard++);
      const doing = relating.run(verb, account, true);
      expect(relationships.is(account.key, tie)).to.equal(true);
      expect(heard).to.be.greaterThan(0);
      await doing;
      expect(relationships.is(account.key, tie)).to.equal(true);
      await relating.run(verb, account, false);
      expect(relationships.is(account.key, tie)).to.equal(false);
      stop();
      const at = `POST /api/v1/accounts/${await here.idOf('ines')}`;
      expect((await lines(here)).filter((line) => line.startsWith('POST'))).to.deep.equal([
        `${at}/${path}`,
        `${at}/${undo}`,
      ]);
    });

    it(`${verb}: refused, the guess is taken back, and nothing is sent again`, async () => {
      const { here, home, account, relating } = await scene(['ines']);
      await relating.run('follow', account, false);
      await here.breaks({ method: 'POST', path: '/api/v1/accounts/*', status: 422, body: { error: 'No' } });
      const { failure, facts } = await failed(relating.run(verb, account, true));
      expect([failure, facts.serverText]).to.deep.equal(['refused', 'No']);
      expect(home.relationships.is(account.key, tie)).to.equal(false);
    });
  }

  it('two wishes about one person do not undo each other’s guess, and the last of one kind counts', async () => {
    const { here, home, account, relating } = await scene(['ines']);
    const { relationships } = home;
    await here.breaks({ method: 'POST', path: '/api/v1/accounts/*/mute', delay: 300 });
    const muting = relating.run('mute', account, true);
    const unmuting = relating.run('mute', account, false);
    expect(relationships.is(account.key, 'muting')).to.equal(false);
    await relating.run('follow', account, false);
    expect(relationships.is(account.key, 'following')).to.equal(false);
    await Promise.all([muting, unmuting]);
    expect(relationships.is(account.key, 'muting')).to.equal(false);
    expect((await lines(here)).map((line) => line.split('/').at(-1))).to.deep.equal(['mute', 'unfollow', 'unmute']);
  });

  it('an answer that was asked for before a press does not undo it', async () => {
    const { here, home, account, relating } = await scene(['ines']);
    await here.breaks({ path: '/api/v1/accounts/relationships', delay: 400 });
    const knowing = relating.know([account]);
    await relating.run('mute', account, true);
    await knowing;
    expect(home.relationships.is(account.key, 'muting')).to.equal(true);
  });

  it('R34 what was not allowed is not sent', async () => {
    const { here, account, relating } = await scene(['ines'], { scopes: 'read write:statuses' });
    const scopes: string[] = [];
    for (const verb of ['follow', 'mute', 'block', 'block-server'] as const) {
      const { failure, facts } = await failed(relating.run(verb, account, true));
      expect(failure).to.equal('out-of-scope');
      scopes.push(facts.scope!);
    }
    expect(scopes).to.deep.equal(['write:follows', 'write:mutes', 'write:blocks', 'write:blocks']);
    expect(await lines(here)).to.deep.equal([]);
  });

  it('somebody of another server is found at home first, and told apart from whom it finds instead', async () => {
    const { here, where, home, account, relating } = await scene(['desmond'], { elsewhere: true });
    await relating.run('mute', account, true);
    expect(home.relationships.is(`desmond@${where.host}`, 'muting')).to.equal(true);
    expect((await lines(here)).map((line) => line.replace(/\d+/g, 'N'))).to.deep.equal(
      ['GET /api/v2/search', 'POST /api/vN/accounts/N/mute'.replace('vN', 'v1')].map((line) =>
        line.replace(/\d+/g, 'N'),
      ),
    );
    const other = await scene(['ama'], { elsewhere: true });
    const [stranger] = await other.here.get<object[]>('/api/v1/timelines/public?limit=1');
    const accounts = [(stranger as { account: object }).account];
    await other.here.breaks({ path: '/api/v2/search', status: 200, body: { accounts, statuses: [], hashtags: [] } });
    const { failure } = await failed(other.relating.run('mute', other.account, true));
    expect(failure).to.equal('remote');
    expect((await lines(other.here)).filter((line) => line.startsWith('POST'))).to.deep.equal([]);
  });

  it('a whole server: everybody of it, at once, until it is taken back', async () => {
    const { where, here, home, account, relating } = await scene(['desmond'], { elsewhere: true });
    const { relationships } = home;
    let heard = 0;
    relationships.watch(`ama@${where.host}`, () => heard++);
    await relating.run('block-server', account, true);
    expect(relationships.isHushed(`ama@${where.host}`, Date.now())).to.equal(true);
    expect(relationships.isHushed(`ines@${here.host}`, Date.now())).to.equal(false);
    await relating.run('block-server', account, false);
    expect(relationships.isHushed(`ama@${where.host}`, Date.now())).to.equal(false);
    expect(heard).to.be.greaterThan(1);
  });

  it('who was muted for a while is heard again when it is over', async () => {
    const { home, account, relating } = await scene(['ines']);
    await relating.run('mute', account, true, { duration: 600, notifications: true });
    const { relationships } = home;
    expect(relationships.isHushed(account.key, Date.now())).to.equal(true);
    expect(relationships.isHushed(account.key, Date.now() + 700_000)).to.equal(false);
  });
});
