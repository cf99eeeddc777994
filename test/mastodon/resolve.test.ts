import { expect } from '@open-wc/testing';
import type { MastoError } from '../../src/mastodon/errors.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import { localAccount, localId, localStatus } from '../../src/mastodon/resolve.js';
import { Session } from '../../src/mastodon/session.js';
import { readStatus } from '../../src/mastodon/reading.js';
import { asked, homeOf, visitor, type Visitor } from '../elements/signed-in.js';
import { town, type Post, type Town } from '../elements/town.js';

interface Scene {
  readonly here: Town;
  /** Where the post lives, and was read. */
  readonly there: Town;
  readonly who: Visitor;
  readonly home: HomeSession;
  readonly away: Session;
  readonly post: Post;
}

/** Somebody at home in one town reads a post of another, as nobody. */
async function scene(scopes?: string): Promise<Scene> {
  const here = await town();
  const there = here.peer;
  const [{ username }] = await there.control<[{ username: string }]>('GET', 'people');
  const post = await there.post(username, { status: 'Snow on the pass' });
  const who = await visitor(here, 'noor', scopes);
  const away = Session.at(there.origin);
  await readStatus(away, post.id);
  await here.forget();
  return { here, there, who, home: homeOf(here, who), away, post };
}

const facts = ({ away, post }: Scene) => away.statuses.get(post.uri)!;

/** Past the browser's cache, which keeps what a visitor has read for a while. */
const readAgain = async ({ away, there, post }: Scene) =>
  away.harvest([await there.get<Post>(`/api/v1/statuses/${post.id}`)]);

const failed = async (promise: Promise<unknown>): Promise<MastoError> => {
  try {
    await promise;
  } catch (error) {
    return error as MastoError;
  }
  throw new Error('It was not refused');
};

describe('resolve', () => {
  it('R180 finds what the reader’s own server calls a post of another one, and asks once', async () => {
    const at = await scene();
    const id = await localId(at.home, facts(at));
    expect(await asked<Post>(at.here, at.who, `/api/v1/statuses/${id}`)).to.include({ uri: at.post.uri });
    expect(await localId(at.home, facts(at))).to.equal(id);
    const search = (await at.here.asked(/search/)).map(({ path, query }) => path + decodeURIComponent(query));
    expect(search).to.deep.equal([`/api/v2/search?q=${at.post.uri}&type=statuses&resolve=true&limit=1`]);
  });

  it('several that ask at once share the question', async () => {
    const at = await scene();
    const ids = await Promise.all([1, 2, 3].map(() => localId(at.home, facts(at))));
    expect(new Set(ids).size).to.equal(1);
    expect(await at.here.asks(/search/)).to.have.length(1);
  });

  it('a post that the home session has read needs no question', async () => {
    const at = await scene();
    const own = await at.here.post('ines', { status: 'Here' });
    await readStatus(at.home, own.id);
    await at.here.forget();
    expect(await localId(at.home, at.home.statuses.get(own.uri)!)).to.equal(own.id);
    expect(await at.here.asks()).to.deep.equal([]);
  });

  it('believes no id but the home server’s own, whatever host a post claims', async () => {
    const at = await scene();
    const victim = await at.here.post('ines', { status: 'Not this one' });
    const forged = { ...facts(at), host: at.here.host, id: victim.id };
    expect(await localId(at.home, forged)).to.not.equal(victim.id);
  });

  for (const [what, fault] of Object.entries({
    'finds nothing': { body: { accounts: [], statuses: [], hashtags: [] } },
    'answers with something else': { wrongShape: true },
  }))
    it(`R180 a server that ${what} cannot resolve it, and that is an error of its own`, async () => {
      const at = await scene();
      await at.here.breaks({ path: '/api/v2/search', ...fault });
      const { failure, facts: known } = await failed(localId(at.home, facts(at)));
      expect(failure).to.equal('remote');
      expect(known.host).to.equal(at.here.host);
    });

  it('takes no other post that a search brings', async () => {
    const at = await scene();
    const other = await at.here.get<Post[]>('/api/v1/timelines/public?limit=1');
    await at.here.breaks({ path: '/api/v2/search', body: { accounts: [], statuses: other, hashtags: [] } });
    expect((await failed(localId(at.home, facts(at)))).failure).to.equal('remote');
  });

  it('R34 without the scope to search it asks nobody, and names the scope', async () => {
    const at = await scene('read:statuses write');
    const { failure, facts: known } = await failed(localId(at.home, facts(at)));
    expect(failure).to.equal('out-of-scope');
    expect(known.scope).to.equal('read:search');
    expect(await at.here.asks()).to.deep.equal([]);
  });

  it('by its address, by its page or its name', async () => {
    const at = await scene();
    for (const address of [at.post.url, at.post.uri]) {
      const key = await localStatus(at.home, address);
      expect(key).to.equal(at.post.uri);
      expect(at.home.statuses.get(key)!.host).to.equal(at.here.host);
    }
  });

  it('somebody of another server: by what is known, else by search', async () => {
    const at = await scene();
    const [, other] = await at.there.control<{ username: string }[]>('GET', 'people');
    const acct = `${other!.username}@${at.there.host}`;
    const id = await localAccount(at.home, acct);
    expect(await asked<Post['account']>(at.here, at.who, `/api/v1/accounts/${id}`)).to.include({ acct });
    expect((await failed(localAccount(at.home, `nobody@${at.there.host}`))).failure).to.equal('remote');
  });
});

describe('an action on a post of another server', () => {
  it('is done at home, and told to the other one; the count that was read holds the reader once', async () => {
    const at = await scene();
    const shown = () => at.home.mine.join(facts(at));
    const before = facts(at).favouritesCount!;
    const doing = at.home.actions.run('favourite', shown().status);
    expect(shown().mine.favourited).to.equal(true);
    expect(shown().status.favouritesCount).to.equal(before + 1);
    await doing;
    expect(shown().status.favouritesCount).to.equal(before + 1);
    // Read again, it has come to the other server, which counts it now.
    await readAgain(at);
    expect(facts(at).favouritesCount).to.equal(before + 1);
    expect(shown().status.favouritesCount).to.equal(before + 1);
    await at.home.actions.run('favourite', shown().status);
    expect(shown().status.favouritesCount).to.equal(before);
    await readAgain(at);
    expect(shown().status.favouritesCount).to.equal(before);
    const posts = (await at.there.asked()).filter(({ method, authorization }) => method !== 'GET' || authorization);
    expect(posts, 'the other server is asked for nothing in the reader’s name').to.deep.equal([]);
  });

  it('done before this page knew of it, it is not done or counted again', async () => {
    const at = await scene();
    const id = await localId(homeOf(at.here, at.who), facts(at));
    await asked(at.here, at.who, `/api/v1/statuses/${id}/favourite`, 'POST');
    await readAgain(at);
    const count = facts(at).favouritesCount!;
    await at.here.forget();
    const shown = () => at.home.mine.join(facts(at));
    await at.home.actions.run('favourite', shown().status);
    expect(shown().mine.favourited).to.equal(true);
    expect(shown().status.favouritesCount).to.equal(count);
    expect((await at.here.asked()).filter(({ method }) => method === 'POST')).to.deep.equal([]);
    await at.home.actions.run('favourite', shown().status);
    expect(shown().status.favouritesCount).to.equal(count - 1);
  });

  it('that cannot be resolved is taken back', async () => {
    const at = await scene();
    await at.here.breaks({ path: '/api/v2/search', body: { statuses: [] } });
    const before = facts(at).favouritesCount;
    const { failure } = await failed(at.home.actions.run('favourite', facts(at)));
    expect(failure).to.equal('remote');
    expect(at.home.mine.join(facts(at)).status.favouritesCount).to.equal(before);
  });
});
