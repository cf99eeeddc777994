/** A sandbox instance that no other test has, and its control path. */
import type { Fault, LogEntry, Settings } from '../../demo/sandbox/sandbox.js';

export type { Fault, LogEntry };

/** What the API says of a post, as far as tests look at it. */
export interface Post {
  readonly id: string;
  readonly uri: string;
  readonly url: string;
  readonly content: string;
  readonly account: { readonly id: string; readonly acct: string; readonly username: string };
  readonly [name: string]: unknown;
}

let port: Promise<number> | undefined;
const run = Math.random().toString(36).slice(2, 8);
let towns = 0;

/** The port on which all towns live. */
export const townPort = () =>
  (port ??= fetch('/__sandbox-origin')
    .then((response) => response.json() as Promise<{ port: number }>)
    .then((answer) => answer.port));

export class Town {
  constructor(
    /** `name.localhost:1234`. */
    readonly host: string,
  ) {}

  get origin() {
    return `http://${this.host}`;
  }

  /** Its neighbour, which knows it. */
  get peer() {
    return new Town(this.host.replace('.', '-peer.'));
  }

  /** Asks the control path. */
  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await realFetch(`${this.origin}/__sandbox/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Asks the API as a visitor, past what the page has put in the place of `fetch`. */
  async get<T>(path: string): Promise<T> {
    return (await (await realFetch(this.origin + path, { cache: 'no-store' })).json()) as T;
  }

  /** From now on these go wrong, and nothing else. */
  breaks = (...faults: Fault[]) => this.control('PUT', 'faults', faults);

  /** All is well again. */
  heals = () => this.control('DELETE', 'faults');

  settings = (settings: Partial<Settings>) => this.control('PATCH', 'settings', settings);

  /** What was asked since `forget()`, but for what this class asks itself through `get`. */
  async asked(pattern = /^\/api\//): Promise<LogEntry[]> {
    return (await this.control<LogEntry[]>('GET', 'log')).filter(
      ({ path, method }) => method !== 'OPTIONS' && pattern.test(path),
    );
  }

  /** As `asked`, as text: `/api/v1/timelines/public?local=true&limit=20`. */
  asks = async (pattern?: RegExp) => (await this.asked(pattern)).map(({ path, query }) => path + query);

  forget = () => this.control('DELETE', 'log');

  /** Somebody posts: the API's parameters, and `raw` for what only a broken or hostile server would send. */
  post = (person: string, post: Readonly<Record<string, unknown>>) =>
    this.control<Post>('POST', 'posts', { person, ...post });

  edit = (id: string, post: Readonly<Record<string, unknown>>) => this.control<Post>('PUT', `posts/${id}`, post);

  /** The id of a person who lives here. */
  idOf = async (username: string) => (await this.get<{ id: string }>(`/api/v1/accounts/lookup?acct=${username}`)).id;
}

const realFetch = globalThis.fetch.bind(globalThis);

/** A fresh town: people and posts as `demo/sandbox` makes them, nothing asked yet, nothing broken. */
export async function town(): Promise<Town> {
  return new Town(`t${run}${towns++}.localhost:${await townPort()}`);
}
