/** Somebody of a sandbox town who listens, in Node: sockets of the same process, and a clock that runs faster. */
import { afterEach } from 'node:test';
import type { FeedArgs } from '../../src/mastodon/feeds.js';
import { readFeed } from '../../src/mastodon/feeds.js';
import { follow, type Follower, type Following, type LiveState, type News } from '../../src/mastodon/live.js';
import type { Session } from '../../src/mastodon/session.js';
import type { Json, Status } from '../sandbox/town.js';
import { atHome, type AtHome } from './at-home.js';

const real = {
  WebSocket: globalThis.WebSocket,
  setTimeout: globalThis.setTimeout,
  now: Date.now,
  navigator: Object.getOwnPropertyDescriptor(globalThis, 'navigator'),
};
const ends: (() => void)[] = [];

/** What a page has and Node has not: where the network and the page itself are heard of. */
class Shown extends EventTarget {
  visibilityState = 'visible';
}
const bare = globalThis as { document?: unknown; addEventListener?: unknown };
let shown = new Shown();

/** The page is in front, or no longer. */
export function show(visible: boolean): void {
  shown.visibilityState = visible ? 'visible' : 'hidden';
  shown.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  for (const end of ends.splice(0)) end();
  delete bare.document;
  delete bare.addEventListener;
  Object.assign(globalThis, { WebSocket: real.WebSocket, setTimeout: real.setTimeout });
  Date.now = real.now;
  if (real.navigator) Object.defineProperty(globalThis, 'navigator', real.navigator);
  else delete (globalThis as { navigator?: unknown }).navigator;
});

export const pause = (ms: number) => new Promise<void>((resolve) => void real.setTimeout(resolve, ms));

/** Waits of a second or more are over sooner, and the date moves on as if they had not been. */
export function hurry(times: number): void {
  const from = performance.now();
  const start = real.now();
  Date.now = () => Math.round(start + (performance.now() - from) * times);
  const quick = (run: () => void, ms = 0) => real.setTimeout(run, ms >= 1000 ? ms / times : ms);
  globalThis.setTimeout = quick as typeof setTimeout;
}

/** Waits until something holds. */
export async function until(condition: () => unknown, what = 'what was waited for', ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`${what} did not come`);
    await pause(5);
  }
}

/** An address that a socket was asked for, and what stood in the place of a sub-protocol. */
export interface Dialled {
  readonly url: string;
  readonly protocols: string | string[];
  readonly at: number;
  readonly socket: WebSocket;
}

export interface Listening extends AtHome {
  readonly dialled: Dialled[];
  /** Sockets that are open. */
  readonly open: () => number;
  readonly post: (json?: Json) => Promise<Status>;
  readonly control: (method: string, path: string, json?: unknown) => Promise<unknown>;
}

/** @param person whose home it is; @ines is followed by @noor */
export async function listening(person = 'noor', scopes = 'read write'): Promise<Listening> {
  const at = await atHome(person, scopes);
  const dialled: Dialled[] = [];
  shown = new Shown();
  bare.document = shown;
  bare.addEventListener = shown.addEventListener.bind(shown);
  globalThis.WebSocket = function (url: string, protocols: string | string[]) {
    const socket = at.here.sandbox.connect(url, protocols);
    dialled.push({ url, protocols, at: Date.now(), socket });
    return socket;
  } as unknown as typeof WebSocket;
  const control = (method: string, path: string, json?: unknown) =>
    at.here.get<unknown>(`/__sandbox/${path}`, { method, ...(json !== undefined && { json }) });
  return {
    ...at,
    dialled,
    control,
    open: () => dialled.filter(({ socket }) => socket.readyState === 1).length,
    post: async (json = { status: 'Hello' }) => {
      at.here.later(1000);
      return at.here.post('ines', json);
    },
  };
}

export const home: FeedArgs = { name: 'home', limit: 20, hideReplies: false, hideBoosts: false, onlyMedia: false };

/** What a follower has been told. */
export interface Told {
  readonly news: News[];
  /** Newest first, as a list would show them. */
  readonly keys: () => readonly string[];
  readonly counts: number[];
  readonly states: [LiveState, number | undefined][];
  readonly following: Following;
}

/** Follows a feed from its first page on. */
export async function following(session: Session, feed: FeedArgs = home): Promise<Told> {
  const { keys, prev } = await readFeed(session, feed, undefined, new AbortController().signal);
  const news: News[] = [];
  const counts: number[] = [];
  const states: [LiveState, number | undefined][] = [];
  const follower: Follower = {
    arrive: (one) => {
      for (const key of one.keys) session.statuses.hold(key);
      news.push(one);
    },
    waiting: (count) => void counts.push(count),
    changed: (state, retryAt) => void states.push([state, retryAt]),
  };
  const tail = follow(session, feed, { keys, prev }, follower);
  ends.push(() => tail.end());
  return { news, counts, states, following: tail, keys: () => [...news].reverse().flatMap((one) => one.keys) };
}

/** The network goes, or comes. */
export function network(online: boolean): void {
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: online }, configurable: true });
  shown.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

/** The page goes to the back/forward cache, or comes out of it. */
export function cached(away: boolean): void {
  shown.dispatchEvent(Object.assign(new Event(away ? 'pagehide' : 'pageshow'), { persisted: true }));
}
