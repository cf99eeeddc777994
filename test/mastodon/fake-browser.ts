import { expect } from '@open-wc/testing';
import type { Browser } from '../../src/base/browser.js';
import { MastoError } from '../../src/mastodon/errors.js';
// Loaded before the first fault, so that no test has to wait for the network.
import '../../src/mastodon/judge.js';
import { Transport, type TransportOptions } from '../../src/mastodon/transport.js';

// Loaded ahead: it comes from a network of its own, which this clock does not move.
await import('../../src/mastodon/judge.js');

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | null | undefined;
  readonly init: RequestInit;
}

type Answerer = (asked: Asked, number: number) => Response | Promise<Response>;

interface Sleeper {
  readonly at: number;
  wake(): void;
}

/** A turn of the event loop: long enough for what a Response does on its own, and not slowed down as timers are. */
const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** The port's other side, scripted: what a server answers, and a clock that moves only when told. */
export class FakeBrowser implements Browser {
  readonly asked: Asked[] = [];
  readonly #sleepers = new Set<Sleeper>();
  time = Date.parse('2026-11-24T12:00:00Z');
  isOnline = true;
  isLoopback = false;
  chance = 0;
  /** Requests without an answer. */
  open = 0;
  #reading = 0;

  constructor(public answer: Answerer = () => json([])) {}

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const { method = 'GET', body, signal } = init;
    const asked = { method, url, body, init, headers: new Headers(init.headers) };
    this.asked.push(asked);
    this.open++;
    const aborted = new Promise<never>((resolve, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    );
    aborted.catch(() => undefined);
    try {
      const response = await Promise.race([Promise.resolve(this.answer(asked, this.asked.length)), aborted]);
      return this.#watched(response, aborted);
    } finally {
      this.open--;
    }
  }

  /** The same, but we know whether its body is being read; and a signal ends that too, as it would. */
  #watched(response: Response, aborted: Promise<never>) {
    const text = response.text.bind(response);
    response.text = async () => {
      this.#reading++;
      try {
        return await Promise.race([text(), aborted]);
      } finally {
        this.#reading--;
      }
    };
    return response;
  }

  sleep(ms: number, signal?: AbortSignal) {
    return new Promise<void>((resolve, reject) => {
      const sleeper = { at: this.time + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop);
    });
  }

  /** Lets `ms` pass, waking who sleeps, in order, each at its own time. */
  async pass(ms: number) {
    const end = this.time + ms;
    for (;;) {
      await this.settle();
      const [next] = [...this.#sleepers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.time = next.at;
      this.#sleepers.delete(next);
      next.wake();
    }
    this.time = end;
  }

  /** Until all wait for an answer or the clock; a body that never ends is waited for no longer than a moment. */
  async settle() {
    let quiet = 0;
    for (let turns = 0; quiet < 4 && turns < 150; turns++) {
      await (turns < 50 ? turn() : pause(1));
      quiet = this.#reading ? 0 : quiet + 1;
    }
  }

  /** Requests, bodies and timers that are still there. */
  get running() {
    return this.open + this.#reading + this.#sleepers.size;
  }

  online = () => this.isOnline;
  now = () => this.time;
  random = () => this.chance;
  loopback = () => this.isLoopback;
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

export const html = (body: string, status = 200) =>
  new Response(body, { status, headers: { 'content-type': 'text/html' } });

export const never = () => new Promise<Response>(() => undefined);

let hosts = 0;

/** A host of its own for each test: budgets belong to hosts and outlive tests. */
export function transportTo(answer?: Answerer, token?: TransportOptions['token']) {
  const browser = new FakeBrowser(answer);
  const transport = new Transport(`https://t${++hosts}.example`, { browser, token });
  return { browser, transport };
}

/** What a promise was rejected with; undefined for one that was kept. */
export const failureOf = async (promise: PromiseLike<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The error of a request that must fail as one of ours; two minutes pass for the tries between. */
export async function errorOf(browser: FakeBrowser, promise: Promise<unknown>): Promise<MastoError> {
  const failure = failureOf(promise);
  await browser.pass(120_000);
  const error = await failure;
  expect(error).to.be.instanceOf(MastoError);
  return error as MastoError;
}
