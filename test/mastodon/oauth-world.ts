/** Servers that only this process can reach, a network between, and the doors of a page. The clock moves when told. */
import { createSandbox, type Answer, type Sandbox, type SandboxOptions } from '../../demo/sandbox/sandbox.js';
import type { Browser } from '../../src/base/browser.js';
import type { Page } from '../../src/base/page.js';
import { MastoError } from '../../src/mastodon/errors.js';
import type { Wishes } from '../../src/mastodon/sign-in.js';

/** A Tuesday. */
export const noon = Date.UTC(2026, 10, 24, 12, 0, 7, 250);

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Headers;
  /** As text. */
  readonly body: string;
  readonly init: RequestInit;
}

interface Sleeper {
  readonly at: number;
  wake(): void;
}

let digests = 0;
const digest = crypto.subtle.digest.bind(crypto.subtle);
crypto.subtle.digest = async (...args) => {
  digests++;
  try {
    return await digest(...args);
  } finally {
    digests--;
  }
};

/** Cryptography has threads of its own, which no turn of the event loop waits for. */
export const digesting = () => digests > 0;

/** Several servers, a wire to each, and the time. Also the `Browser` that pages of this world ask through. */
export class World implements Browser {
  readonly servers = new Map<string, Answer>();
  readonly asked: Asked[] = [];
  readonly #sleepers = new Set<Sleeper>();
  #events = 0;
  time = noon;
  isOnline = true;
  isLoopback = false;

  /** A Mastodon at `https://host`. */
  mastodon(host: string, options: SandboxOptions = {}): Sandbox {
    const sandbox = createSandbox({ origin: `https://${host}`, now: () => this.time, ...options });
    this.servers.set(host, sandbox);
    return sandbox;
  }

  /** Anything else at `https://host`: the address asked for → what it says. CORS is added, unless it is already there. */
  other(host: string, answer: (url: URL) => Response | Promise<Response>): void {
    this.servers.set(host, async (request) => {
      const response = await answer(new URL(request.url));
      if (!response.headers.has('Access-Control-Allow-Origin'))
        response.headers.set('Access-Control-Allow-Origin', '*');
      return response;
    });
  }

  /** `GET https://host/path`, in the order they were asked. */
  get log(): string[] {
    return this.asked.map(({ method, url }) => `${method} ${url}`);
  }

  async fetch(input: string, init: RequestInit): Promise<Response> {
    this.#events++;
    const request = new Request(input, { ...init, headers: { Origin: 'https://blog.example', ...init.headers } });
    const { host, pathname: path } = new URL(input);
    const body = init.body ? await request.clone().text() : '';
    this.asked.push({ method: request.method, url: input, host, path, headers: request.headers, body, init });
    const answer = this.servers.get(host);
    if (!answer || !this.isOnline) throw new TypeError('fetch failed');
    const response = await Promise.race([answer(request), aborted(init.signal)]);
    this.#events++;
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('Location') : null;
    if (to && init.redirect === 'error') throw new TypeError('unexpected redirect');
    if (to && init.redirect !== 'manual') return this.fetch(new URL(to, input).href, init);
    if (!response.headers.get('Access-Control-Allow-Origin')) throw new TypeError('no CORS');
    Object.defineProperty(response, 'url', { value: input });
    return response;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { at: this.time + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      const stop = () => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** Lets `ms` pass: who sleeps is woken, in order, each at its own time. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await this.#settle();
      const [next] = [...this.#sleepers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.time = next.at;
      this.#sleepers.delete(next);
      next.wake();
    }
    this.time = end;
  }

  /** Until nothing has been asked or answered for a while. */
  async #settle(): Promise<void> {
    let before = this.#events;
    for (let quiet = 0; quiet < 6; quiet++) {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      // What judges a refusal comes by `import()`, through a thread that answers in order: ours is behind all others.
      await import('../../src/mastodon/judge.js');
      if (this.#events !== before || digesting()) quiet = 0;
      before = this.#events;
    }
  }

  /** Timers that are still there. */
  get waiting(): number {
    return this.#sleepers.size;
  }

  online = () => this.isOnline;
  now = () => this.time;
  random = () => 0;
  loopback = () => this.isLoopback;
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal?.reason as Error);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

export const html = (body = '<!doctype html><title>Hello</title>', status = 200) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html' } });

export const to = (address: string, status = 301) =>
  new Response(null, { status, headers: { Location: address, 'Access-Control-Allow-Origin': '*' } });

export const never = () => new Promise<Response>(() => undefined);

/** A storage of our own: `refuse` makes it throw, `full` throws at writes alone, `deaf` keeps nothing. */
export class Drawer implements Storage {
  readonly #kept = new Map<string, string>();
  trouble: 'none' | 'refuse' | 'full' | 'deaf' = 'none';

  #check(writes: boolean) {
    if (this.trouble === 'refuse') throw new DOMException('denied', 'SecurityError');
    if (this.trouble === 'full' && writes) throw new DOMException('full', 'QuotaExceededError');
  }

  get length() {
    this.#check(false);
    return this.#kept.size;
  }

  key(index: number) {
    this.#check(false);
    return [...this.#kept.keys()][index] ?? null;
  }

  getItem(key: string) {
    this.#check(false);
    return this.#kept.get(key) ?? null;
  }

  setItem(key: string, value: string) {
    this.#check(true);
    if (this.trouble !== 'deaf') this.#kept.set(key, value);
  }

  removeItem(key: string) {
    this.#check(false);
    this.#kept.delete(key);
  }

  clear() {
    this.#kept.clear();
  }

  /** Key → text, sorted. */
  get all(): Record<string, string> {
    return Object.fromEntries([...this.#kept].sort());
  }

  copy(): Drawer {
    const copy = new Drawer();
    for (const [key, value] of this.#kept) copy.setItem(key, value);
    return copy;
  }
}

/** What all tabs of one origin share. */
export class Site {
  readonly local = new Drawer();
  readonly #locks = new Map<string, Promise<unknown>>();

  lock<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#locks.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#locks.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  }
}

/** The doors of one page: tabs of a site have a session storage each. `open` says which doors there are. */
export class FakePage implements Page {
  readonly went: string[] = [];
  locks = true;
  isSecure = true;
  isOpaque = false;
  isFramed = false;
  isShared = false;
  denied: readonly ('session' | 'local')[] = [];

  constructor(
    readonly world: Pick<World, 'time'>,
    readonly site = new Site(),
    readonly session = new Drawer(),
  ) {}

  storage(kind: 'session' | 'local'): Storage | undefined {
    if (this.denied.includes(kind)) return undefined;
    return kind === 'session' ? this.session : this.site.local;
  }

  /** The next page in the same tab: what was in memory is gone. */
  reload(): FakePage {
    return Object.assign(new FakePage(this.world, this.site, this.session), { denied: this.denied, locks: this.locks });
  }

  lock<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.locks ? this.site.lock(name, work) : work();
  }

  now = () => this.world.time;
  random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  assign = (url: string): void => void this.went.push(url);
  channel = () => undefined;
  secure = () => this.isSecure;
  opaque = () => this.isOpaque;
  framed = () => this.isFramed;
  shared = () => this.isShared;
}

/** A plain wish: read the home feed, come back to the blog. */
export const wish = (more: Partial<Wishes> = {}): Wishes => ({
  scopes: ['profile', 'read:statuses', 'write:statuses'],
  clientName: undefined,
  redirectUri: 'https://blog.example/post',
  popup: false,
  keep: 'session',
  returnTo: 'https://blog.example/post#comments',
  lang: undefined,
  expected: undefined,
  another: false,
  ...more,
});

/** What a promise was rejected with, which must be one of our errors; so many ms pass for what it waits for. */
export async function failure(promise: Promise<unknown>, world?: World, ms = 60_000): Promise<MastoError> {
  const outcome = promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  await world?.pass(ms);
  const found = await outcome;
  if ('error' in found && found.error instanceof MastoError) return found.error;
  throw new Error(`Not one of our errors: ${JSON.stringify(found)} ${String('error' in found && found.error)}`);
}

/** Waits for what comes in its own time. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns++) {
    if (turns > 1000) throw new Error(`It never came: ${String(condition)}`);
    await new Promise<void>((resolve) => void setTimeout(resolve, 5));
  }
}

/** What somebody does on the pages of a server, and the answer that comes back to us. */
export async function decide(sandbox: Sandbox, url: string, person = 'ines', deny = false) {
  const { redirect } = await control<{ redirect: string | null }>(sandbox, 'authorize', { person, url, deny });
  return redirect;
}

/** What a test tells a server, past the network. */
export async function control<T>(sandbox: Sandbox, path: string, body: unknown, method = 'POST'): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const request = new Request(`${sandbox.origin}/__sandbox/${path}`, { method, headers, body: JSON.stringify(body) });
  return (await (await sandbox(request)).json()) as T;
}

/** The answer in an address that somebody came back to, as the page reads it. */
export function answerIn(address: string) {
  const { searchParams } = new URL(address);
  const [code, iss, error, errorDescription] = ['code', 'iss', 'error', 'error_description'].map((name) =>
    searchParams.get(name),
  );
  return {
    masto: searchParams.get('masto') ?? '',
    state: searchParams.get('state') ?? '',
    ...(code != null && { code }),
    ...(iss != null && { iss }),
    ...(error != null && { error }),
    ...(errorDescription != null && { errorDescription }),
  };
}
