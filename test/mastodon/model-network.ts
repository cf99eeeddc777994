/** The servers of the model and the wire to them. Requests are held until it is their turn, so that all that is under way runs into each other. */
import { createSandbox, type Sandbox } from '../../demo/sandbox/sandbox.js';
import type { Browser } from '../../src/base/browser.js';
import { digesting, FakePage, noon, type Drawer } from './oauth-world.js';

export const hosts = ['harbour.example', 'hills.example'] as const;
export type Host = (typeof hosts)[number];
export const people: Readonly<Record<Host, readonly [string, string]>> = {
  'harbour.example': ['ines', 'noor'],
  'hills.example': ['desmond', 'ama'],
};

export const hostOf = (origin: string) => origin.slice('https://'.length) as Host;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number) {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]! };
}

/** A page whose script stops when it is left: what it holds is let go, what it waits for never comes. */
export class ModelPage extends FakePage {
  alive = true;
  #end!: () => void;
  readonly ended = new Promise<void>((resolve) => (this.#end = resolve));

  stop() {
    this.alive = false;
    this.#end();
  }

  override lock<T>(name: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const mine = () => (this.alive ? work().then(resolve, reject) : Promise.resolve());
      if (!this.locks) void mine();
      else void this.site.lock(name, () => Promise.race([mine(), this.ended]));
    });
  }
}

export interface Tab {
  readonly session: Drawer;
  page: ModelPage;
  /** Where it is when it is at a server: the address of the page that asks. */
  at: string | undefined;
  readonly history: string[];
  /** The page that opened this window. */
  readonly opener: ModelPage | undefined;
}

interface Held {
  readonly page: ModelPage;
  /** `POST /oauth/token`. */
  readonly what: string;
  readonly go: () => Promise<void>;
}

const planted = new Map<Host, Sandbox>();

/** The servers' own time, which is right whatever the reader's clock says. */
let serverTime = noon;

export function sandboxOf(host: Host): Sandbox {
  const seed = host === hosts[0] ? 1 : 2;
  const sandbox = planted.get(host) ?? createSandbox({ origin: `https://${host}`, now: () => serverTime, seed });
  planted.set(host, sandbox);
  return sandbox;
}

/** Every token there is, and whose it is. */
export const tokens = () =>
  hosts.flatMap((host) =>
    sandboxOf(host).instance.world.tokens.map(({ token, accountId }) => ({ host, token, accountId })),
  );

/** Until all that is under way waits for its turn. */
export async function settle() {
  for (let quiet = 0; quiet < 8; quiet = digesting() ? 0 : quiet + 1)
    await new Promise((resolve) => setImmediate(resolve));
}

export class Network {
  readonly held: Held[] = [];
  /** Code → the server that gave it out. */
  readonly codes = new Map<string, string>();
  readonly #sent = new Set<string>();
  /** What a server has seen and must not see. Not thrown: that would only be one more request that failed. */
  readonly seen: string[] = [];

  /** All is new: apps, codes and tokens of before are gone. */
  constructor(readonly clock: { readonly time: number }) {
    serverTime = noon;
    for (const host of hosts) {
      const { world, counters } = sandboxOf(host).instance;
      for (const rows of [world.apps, world.grants, world.tokens]) rows.length = 0;
      counters.clear();
    }
  }

  pass(ms: number) {
    serverTime += ms;
  }

  /** @param page Whose requests are held; without one they are answered at once. */
  browserOf(page?: ModelPage): Browser {
    return {
      fetch: (input, init) => {
        const request = new Request(input, init);
        return page ? this.#hold(page, request) : this.#deliver(request);
      },
      online: () => true,
      now: () => this.clock.time,
      sleep: (_, signal) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
      random: () => 0,
      loopback: () => false,
    };
  }

  async release(held: Held) {
    this.held.splice(this.held.indexOf(held), 1);
    await held.go();
  }

  /** What a page had on its way may still reach the server, or not. */
  drop(page: ModelPage, reaches: () => boolean) {
    for (const held of this.held.filter((one) => one.page === page)) {
      this.held.splice(this.held.indexOf(held), 1);
      if (reaches()) void held.go();
    }
  }

  #hold(page: ModelPage, request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      const go = async () => {
        const response = await this.#deliver(request).catch((error: unknown) => error as Error);
        // A page that was left meanwhile never hears of it.
        if (!page.alive) return;
        if (response instanceof Response) resolve(response);
        else reject(response);
      };
      this.held.push({ page, what: `${request.method} ${new URL(request.url).pathname}`, go });
    });
  }

  async #deliver(request: Request): Promise<Response> {
    const body = await request.clone().text();
    const { host, pathname, protocol } = new URL(request.url);
    this.#never(protocol !== 'https:', 'a request over http');
    const code = pathname === '/oauth/token' ? new URLSearchParams(body).get('code') : null;
    if (code && code !== 'none') {
      this.#never(this.codes.get(code) !== host, 'a code at another server than the one it came from');
      this.#never(this.#sent.has(code), 'a code a second time');
      this.#sent.add(code);
    }
    for (const { host: home, token } of tokens()) {
      const inBody = body.includes(token);
      const carried = inBody || (request.headers.get('authorization') ?? '').includes(token);
      this.#never(request.url.includes(token), 'a token in an address');
      this.#never(inBody && pathname !== '/oauth/revoke', 'a token in a body');
      this.#never(carried && home !== host, 'a token at another server than the one it came from');
    }
    const response = await sandboxOf(host as Host)(request);
    Object.defineProperty(response, 'url', { value: request.url });
    return response;
  }

  #never(happened: boolean, what: string) {
    if (happened) this.seen.push(what);
  }
}
