import { expect } from '@open-wc/testing';
import type { Verb } from '../../src/mastodon/actions.js';
import type { Deed, Status } from '../../src/mastodon/entities.js';
import type { MastoError } from '../../src/mastodon/errors.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import { readStatus } from '../../src/mastodon/reading.js';
import { asked, homeOf, visitor, type Visitor } from '../elements/signed-in.js';
import { town, type Post, type Town } from '../elements/town.js';
import { until } from '../helpers.js';

interface Scene {
  readonly here: Town;
  readonly who: Visitor;
  readonly home: HomeSession;
  /** A post of somebody else's. */
  readonly post: Post;
}

async function scene(scopes?: string, author = 'ines'): Promise<Scene> {
  const here = await town();
  const who = await visitor(here, 'noor', scopes);
  const home = homeOf(here, who);
  const post = await here.post(author, { status: 'Low tide at four' });
  await readStatus(home, post.id);
  await here.forget();
  return { here, who, home, post };
}

const facts = ({ home, post }: Scene) => home.statuses.get(post.uri)!;
const shown = ({ home, post }: Scene) => home.mine.join(home.statuses.get(post.uri)!);
const writes = async ({ here }: Scene) =>
  (await here.asked()).filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1));
const truth = ({ here, who, post }: Scene) => asked<Post>(here, who, `/api/v1/statuses/${post.id}`);

const failed = async (promise: Promise<unknown>): Promise<MastoError> => {
  try {
    await promise;
  } catch (error) {
    return error as MastoError;
  }
  throw new Error('It was not refused');
};

const table: Readonly<Record<Verb, { deed: Deed; count?: keyof Status; path: string; undo: string; field: string }>> = {
  favourite: {
    deed: 'favourited',
    count: 'favouritesCount',
    path: 'favourite',
    undo: 'unfavourite',
    field: 'favourited',
  },
  boost: { deed: 'boosted', count: 'boostsCount', path: 'reblog', undo: 'unreblog', field: 'reblogged' },
  bookmark: { deed: 'bookmarked', path: 'bookmark', undo: 'unbookmark', field: 'bookmarked' },
  pin: { deed: 'pinned', path: 'pin', undo: 'unpin', field: 'pinned' },
  'mute-conversation': { deed: 'muted', path: 'mute', undo: 'unmute', field: 'muted' },
};
/** Only one's own posts can be pinned. */
const authorFor = (verb: Verb) => (verb === 'pin' ? 'noor' : 'ines');
const verbs = Object.keys(table) as Verb[];

describe('actions', () => {
  for (const verb of verbs) {
    const { deed, count, path, undo, field } = table[verb];

    it(`${verb}: is shown at once, done once, and undone once; the count holds the reader exactly once`, async () => {
      const at = await scene(undefined, authorFor(verb));
      const before = count ? (facts(at)[count] as number) : 0;
      const counted = () => (count ? (shown(at).status[count] as number) : 0);
      const doing = at.home.actions.run(verb, shown(at).status);
      expect(shown(at).mine[deed]).to.equal(true);
      expect(shown(at).mine.busy).to.deep.equal([deed]);
      expect(counted()).to.equal(before + (count ? 1 : 0));
      await doing;
      expect(shown(at).mine[deed]).to.equal(true);
      expect(shown(at).mine.busy).to.deep.equal([]);
      expect(counted()).to.equal(before + (count ? 1 : 0));
      expect(await truth(at)).to.include({ [field]: true });
      const undoing = at.home.actions.run(verb, shown(at).status);
      expect(shown(at).mine[deed]).to.equal(false);
      expect(counted()).to.equal(before);
      await undoing;
      expect(counted()).to.equal(before);
      expect(await truth(at)).to.include({ [field]: false });
      expect(await writes(at)).to.deep.equal([path, undo]);
    });

    for (const status of [403, 404, 422, 500])
      it(`${verb}: refused with ${status}, the guess alone is taken back, and nothing is sent again`, async () => {
        const at = await scene(undefined, authorFor(verb));
        const before = count ? facts(at)[count] : 0;
        await at.here.breaks({ method: 'POST', path: '/api/v1/statuses/*', status, body: { error: 'No' } });
        const { facts: known } = await failed(at.home.actions.run(verb, facts(at)));
        expect(known).to.include({ status, serverText: 'No' });
        expect(shown(at).mine[deed]).to.equal(false);
        expect(shown(at).mine.busy).to.deep.equal([]);
        expect(count ? shown(at).status[count] : 0).to.equal(before);
        expect(await writes(at)).to.deep.equal([path]);
      });
  }

  it('pressed again while it is under way, the last wish wins, with one request at a time', async () => {
    const at = await scene();
    await at.here.breaks({ method: 'POST', path: '/api/v1/statuses/*', delay: 100 });
    const first = at.home.actions.run('favourite', facts(at));
    await until(async () => (await writes(at)).length);
    const second = at.home.actions.run('favourite', facts(at));
    expect(shown(at).mine.favourited).to.equal(false);
    await Promise.all([first, second]);
    expect(await writes(at)).to.deep.equal(['favourite', 'unfavourite']);
    expect(shown(at).mine.favourited).to.equal(false);
    expect(await truth(at)).to.include({ favourited: false });
  });

  it('taken back before anything was sent, nothing is', async () => {
    const at = await scene();
    await Promise.all([1, 2].map(() => at.home.actions.run('favourite', facts(at))));
    expect(await writes(at)).to.deep.equal([]);
    expect(shown(at).mine.favourited).to.equal(false);
  });

  it('pressed three times, it is done once', async () => {
    const at = await scene();
    await at.here.breaks({ method: 'POST', path: '/api/v1/statuses/*', delay: 100 });
    const first = at.home.actions.run('favourite', facts(at));
    await until(async () => (await writes(at)).length);
    await Promise.all([first, ...[2, 3].map(() => at.home.actions.run('favourite', facts(at)))]);
    expect(await writes(at)).to.deep.equal(['favourite']);
    expect(shown(at).mine.favourited).to.equal(true);
  });

  it('wished twice by two tags, it is done once', async () => {
    const at = await scene();
    await Promise.all([1, 2].map(() => at.home.actions.run('boost', facts(at), true)));
    expect(await writes(at)).to.deep.equal(['reblog']);
  });

  it('two verbs of one post do not undo each other, whichever answer comes last', async () => {
    const at = await scene();
    await at.here.breaks({ method: 'POST', path: '*/bookmark', delay: 150 });
    // The answer to the first may say of the second what was so before.
    const slow = at.home.actions.run('bookmark', facts(at));
    await at.home.actions.run('favourite', facts(at));
    await slow;
    expect(shown(at).mine).to.include({ favourited: true, bookmarked: true });
  });

  it('what was asked before a press, and comes after it, does not undo it, and does not spoil the count', async () => {
    const at = await scene();
    const old = await truth(at);
    const left = Date.now();
    const before = facts(at).favouritesCount!;
    await at.home.actions.run('favourite', facts(at));
    at.home.harvest([old], left);
    expect(facts(at).favouritesCount).to.equal(before);
    expect(shown(at).mine.favourited).to.equal(true);
    expect(shown(at).status.favouritesCount).to.equal(before + 1);
  });

  it('while a guess waits, what is read meanwhile is not shown; refused, it comes to light', async () => {
    const at = await scene();
    await at.here.breaks({
      method: 'POST',
      path: '/api/v1/statuses/*',
      delay: 200,
      status: 422,
      body: { error: 'No' },
    });
    const doing = failed(at.home.actions.run('favourite', facts(at), false));
    at.home.harvest([{ ...(await truth(at)), favourited: true, favourites_count: 40 }]);
    expect(shown(at).mine.favourited).to.equal(false);
    expect(shown(at).status.favouritesCount).to.equal(39);
    await doing;
    expect(shown(at).mine.favourited).to.equal(true);
    expect(shown(at).status.favouritesCount).to.equal(40);
  });

  it('tells whoever shows the post: at the guess, at the answer, and never about another', async () => {
    const at = await scene();
    const other = await at.here.post('ines', { status: 'Another' });
    await readStatus(at.home, other.id);
    const told = { mine: 0, other: 0 };
    at.home.mine.addEventListener(at.post.uri, () => told.mine++);
    at.home.mine.addEventListener(other.uri, () => told.other++);
    const doing = at.home.actions.run('favourite', facts(at));
    expect(told.mine).to.equal(1);
    await doing;
    expect(told.mine).to.be.greaterThan(1);
    expect(told.other).to.equal(0);
  });

  it('a boost among the posts is of the post in it', async () => {
    const at = await scene();
    await at.home.actions.run('boost', facts(at));
    const [wrapper] = await asked<Post[]>(
      at.here,
      at.who,
      `/api/v1/accounts/${at.who.credentials.id}/statuses?limit=1`,
    );
    const fresh = homeOf(at.here, at.who);
    const [key] = fresh.harvest([wrapper]);
    expect(key).to.not.equal(at.post.uri);
    expect(fresh.mine.is(at.post.uri, 'boosted')).to.equal(true);
    expect(fresh.mine.get(key!)).to.equal(undefined);
  });

  it('R33 what the server has not granted is not sent', async () => {
    const at = await scene('read write:bookmarks');
    for (const [verb, scope] of [
      ['favourite', 'write:favourites'],
      ['boost', 'write:statuses'],
    ] as const) {
      const error = await failed(at.home.actions.run(verb, facts(at)));
      expect(error.failure).to.equal('out-of-scope');
      expect(error.facts).to.include({ host: at.here.host, scope });
    }
    expect(shown(at).mine).to.include({ favourited: false, boosted: false });
    await at.home.actions.run('bookmark', facts(at));
    expect(await writes(at)).to.deep.equal(['bookmark']);
  });

  it('R34 R127 a 403 for want of a scope names the scope, and is not tried again', async () => {
    const at = await scene();
    const poor = await visitor(at.here, 'noor', 'read');
    const home = homeOf(at.here, { ...poor, scopes: ['read', 'write'] });
    await readStatus(home, at.post.id);
    const error = await failed(home.actions.run('favourite', home.statuses.get(at.post.uri)!));
    expect(error.failure).to.equal('out-of-scope');
    expect(error.facts).to.include({ status: 403, scope: 'write:favourites' });
    expect(home.mine.is(at.post.uri, 'favourited')).to.equal(false);
    expect(await writes(at)).to.deep.equal(['favourite']);
  });

  it('R124 a token that was taken back: said once, undone, and not sent again', async () => {
    const at = await scene();
    const dead = homeOf(at.here, { ...at.who, token: 'nonsense' });
    dead.harvest([at.post]);
    for (const n of [1, 2]) {
      const error = await failed(dead.actions.run('favourite', dead.statuses.get(at.post.uri)!));
      expect(error.failure, `press ${n}`).to.equal('expired');
    }
    expect(dead.mine.is(at.post.uri, 'favourited')).to.equal(false);
    expect(await writes(at)).to.deep.equal(['favourite']);
  });

  it('R123 a 429 is not tried again by itself', async () => {
    const at = await scene();
    await at.here.breaks({ method: 'POST', path: '/api/v1/statuses/*', rateLimit: 20 });
    const error = await failed(at.home.actions.run('favourite', facts(at)));
    expect(error.failure).to.equal('rate-limited');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await writes(at)).to.deep.equal(['favourite']);
    await at.here.heals();
    await at.home.actions.run('favourite', facts(at));
    expect(await truth(at)).to.include({ favourited: true });
  });

  for (const [visibility, own, boostable] of [
    ['public', false, true],
    ['unlisted', false, true],
    ['private', true, true],
    ['direct', true, false],
    ['private', false, false],
  ] as const)
    it(`${own ? 'one’s own' : 'somebody’s'} ${visibility} post can${boostable ? '' : 'not'} be boosted`, async () => {
      const { here, home } = await scene();
      if (!own && visibility === 'private') await here.control('POST', 'greet');
      const post = await here.post(own ? 'noor' : 'ines', { status: '@noor hello', visibility });
      home.harvest([post]);
      const status = home.statuses.get(post.uri)!;
      expect(home.mine.join(status).mine.boostable).to.equal(boostable);
      if (!own) return;
      const sent = home.actions.run('boost', status);
      if (boostable) await sent;
      else expect((await failed(sent)).failure).to.equal('forbidden');
    });

  it('an answer without a body counts as done', async () => {
    const at = await scene();
    await at.here.breaks({ method: 'POST', path: '/api/v1/statuses/*', status: 200, body: {} });
    await at.home.actions.run('favourite', facts(at));
    await until(() => shown(at).mine.favourited);
    expect(shown(at).mine.busy).to.deep.equal([]);
  });
});
