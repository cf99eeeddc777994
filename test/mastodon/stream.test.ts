import { expect } from '@open-wc/testing';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import { readFeed, type FeedArgs } from '../../src/mastodon/feeds.js';
import { follow, type Following, type LiveState, type News } from '../../src/mastodon/live.js';
import type { Session } from '../../src/mastodon/session.js';
import { homeOf, visitor } from '../elements/signed-in.js';
import { town, type Post, type Town } from '../elements/town.js';
import { hurry, pause, replace, until } from '../helpers.js';

const home: FeedArgs = { name: 'home', limit: 20, hideReplies: false, hideBoosts: false, onlyMedia: false };
const streaming = '/api/v1/streaming';

interface Told {
  readonly news: News[];
  readonly keys: () => readonly string[];
  readonly states: LiveState[];
  readonly following: Following;
}

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Noor at home, who follows @ines; real sockets, counted. */
async function scene(): Promise<{
  here: Town;
  home: HomeSession;
  sockets: WebSocket[];
  lines: () => Promise<unknown[]>;
}> {
  const here = await town();
  const session = homeOf(here, await visitor(here, 'noor'));
  const sockets: WebSocket[] = [];
  const Real = WebSocket;
  const counted = function (url: string, protocols: string[]) {
    const socket = new Real(url, protocols);
    sockets.push(socket);
    return socket;
  };
  replace(globalThis, 'WebSocket', counted as unknown as typeof WebSocket);
  await here.forget();
  return { here, home: session, sockets, lines: () => here.control<unknown[]>('GET', 'streams') };
}

async function following(session: Session, feed: FeedArgs = home): Promise<Told> {
  const { keys, prev } = await readFeed(session, feed, undefined, new AbortController().signal);
  const news: News[] = [];
  const states: LiveState[] = [];
  const tail = follow(
    session,
    feed,
    { keys, prev },
    {
      arrive: (one) => {
        for (const key of one.keys) session.statuses.hold(key);
        news.push(one);
      },
      waiting: () => undefined,
      changed: (state) => void states.push(state),
    },
  );
  ends.push(() => tail.end());
  return { news, states, following: tail, keys: () => [...news].reverse().flatMap((one) => one.keys) };
}

const uris = (posts: readonly Post[]) => posts.map(({ uri }) => uri).reverse();
const isOpen = ({ following: one }: Told) => until(() => one.state === 'open', 'an open stream');
const streams = (here: Town, what: object) => here.control('POST', 'streams', what);

describe('the stream of a reader’s server', () => {
  it('R52 is opened with the token as sub-protocol: it stands in no address', async () => {
    const { here, home: session, sockets } = await scene();
    const told = await following(session);
    await isOpen(told);
    expect(sockets.map(({ url }) => url)).to.deep.equal([`ws://${here.host}${streaming}`]);
    expect(sockets[0]!.protocol).to.have.length.above(10);
    expect((await here.asked(/streaming/)).map(({ status }) => status)).to.deep.equal([101]);
  });

  it('R52 of a server that takes no sub-protocol has it in the address, at the issuer’s own host', async () => {
    const { here, home: session, sockets } = await scene();
    await here.settings({ streaming: { on: true, subprotocol: false } });
    const told = await following(session);
    await isOpen(told);
    expect(sockets.map(({ url }) => url.includes('access_token='))).to.deep.equal([false, true]);
  });

  it('R52 that is somebody else’s is not opened: it is polled', async () => {
    const { here, home: session, sockets } = await scene();
    await here.settings({ streaming: { on: true, subprotocol: true, url: 'ws://evil.localhost' } });
    const told = await following(session);
    await until(() => told.following.state === 'polling');
    expect(sockets).to.have.length(0);
  });

  it('tells of new posts, edits and deletions', async () => {
    const { here, home: session } = await scene();
    const told = await following(session);
    await isOpen(told);
    const post = await here.post('ines', { status: 'Fog in the harbour' });
    await until(() => told.keys().includes(post.uri));
    await here.edit(post.id, { status: 'Sun in the harbour' });
    await until(() => session.statuses.get(post.uri)?.content.includes('Sun'));
    await here.control('DELETE', `posts/${post.id}`);
    await until(() => session.statuses.isGone(post.uri));
  });

  it('R153 R154 one socket for four lists; it comes back, and what was missed is there, none twice', async () => {
    const { here, home: session, sockets, lines } = await scene();
    const all = await Promise.all(
      [home, home, { ...home, name: 'local' } as const, { ...home, name: 'tag', tag: 'Hafen' } as const].map((feed) =>
        following(session, feed),
      ),
    );
    await Promise.all(all.map(isOpen));
    expect(sockets).to.have.length(1);
    await here.control('DELETE', 'streams');
    const missed: Post[] = [];
    for (let n = 0; n < 30; n++) missed.push(await here.post('ines', { status: `${n} #hafen` }));
    await until(() => all.every(({ keys }) => keys().length === 30));
    for (const { keys } of all) expect(keys().join('\n')).to.equal(uris(missed).join('\n'));
    expect(sockets).to.have.length(2);
    expect(await lines()).to.have.length(1);
    for (const { following: one } of all) one.end();
    await until(async () => !(await lines()).length, 'the end of the socket');
  });

  it('R155 is opened anew when it answers no more', async () => {
    const { here, home: session, sockets } = await scene();
    hurry(20); // what a busy machine takes counts twentyfold
    const told = await following(session);
    await isOpen(told);
    const since = Date.now();
    await streams(here, { halfOpen: true });
    await until(() => sockets.length === 2, 'another socket');
    expect(Date.now() - since).to.be.below(130_000);
    await isOpen(told);
  });

  it('R156 whose door is closed is tried three times, then polled', async () => {
    const { here, home: session, sockets } = await scene();
    await here.breaks({ path: streaming, status: 401 });
    hurry(50);
    const told = await following(session);
    await until(() => told.following.state === 'polling');
    const post = await here.post('ines', { status: 'By asking' });
    await until(() => told.keys().includes(post.uri));
    expect(sockets).to.have.length(3);
    expect(session.expired).to.equal(false);
  });

  it('R157 that ends with the token ends for good', async () => {
    const { here, home: session, sockets } = await scene();
    const told = await following(session);
    await isOpen(told);
    await pause(1500);
    await here.forget();
    await here.control('DELETE', 'tokens?person=noor');
    await until(() => told.following.state === 'stopped');
    expect(session.expired).to.equal(true);
    await pause(2500);
    expect(sockets).to.have.length(1);
    expect(new Set(await here.asks())).to.deep.equal(new Set(['/api/v1/accounts/verify_credentials']));
  });

  it('R158 R159 is stopped by no nonsense, and what it says three times has happened once', async () => {
    const { here, home: session, sockets } = await scene();
    await here.breaks({ path: streaming, stream: { garbage: true, replay: 2 } });
    const told = await following(session);
    await isOpen(told);
    const post = await here.post('ines', { status: 'Once' });
    await until(() => told.keys().includes(post.uri));
    await pause(600);
    expect(told.keys().join()).to.equal(post.uri);
    expect(sockets).to.have.length(1);
  });

  it('R160 brings back nothing that was deleted, and nothing older than an edit', async () => {
    const { here, home: session } = await scene();
    const told = await following(session);
    await isOpen(told);
    const post = await here.post('ines', { status: 'Seen' });
    await until(() => told.keys().length === 1);
    const say = (event: string, payload: object | string) =>
      streams(here, { event, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });
    const edit = (content: string, edited_at: string) => say('status.update', { ...post, content, edited_at });
    await edit('<p>newer</p>', '2030-01-01T02:00:00.000Z');
    await edit('<p>older</p>', '2030-01-01T01:00:00.000Z');
    await say('delete', '4242');
    await say('update', { ...post, id: '4242', uri: `${post.uri}-gone` });
    await until(() => session.statuses.get(post.uri)?.content.includes('newer'));
    await pause(600);
    expect(session.statuses.get(post.uri)!.content).to.equal('<p>newer</p>');
    expect(told.keys().join()).to.equal(post.uri);
  });

  it('takes a flood: the newest come, above a gap, and little is kept of the rest', async () => {
    const { here, home: session } = await scene();
    const told = await following(session);
    await isOpen(told);
    const post = await here.post('ines', { status: 'Before' });
    await until(() => told.keys().length === 1);
    told.following.away = true;
    const frames = Array.from({ length: 1000 }, (_, n) =>
      JSON.stringify({
        stream: ['user'],
        event: 'update',
        payload: JSON.stringify({ ...post, id: `9${n}`, uri: `${post.uri}-${n}` }),
      }),
    );
    const size = session.statuses.size;
    await streams(here, { garbage: frames });
    await until(() => {
      told.following.away = true;
      return session.statuses.size === size;
    });
    await pause(1000);
    expect(session.statuses.size).to.equal(size);
    const { keys, gap } = told.following.take();
    expect(keys).to.have.length(20);
    expect(keys[0]).to.equal(`${post.uri}-999`);
    expect(!!gap).to.equal(true);
    expect(session.statuses.size).to.equal(size + 20);
  });
});
