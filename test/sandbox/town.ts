/** A sandbox in the same process, with a clock that stands still unless told otherwise. */
import assert from 'node:assert/strict';
import { createSandbox, type Answer, type Sandbox, type SandboxOptions } from '../../demo/sandbox/sandbox.js';

/** A Tuesday, a few seconds after a full five minutes. */
export const noon = Date.UTC(2026, 10, 24, 12, 0, 7, 250);

export type Json = Record<string, unknown>;

/** What came back. `body` is parsed JSON, or text. */
export interface Said {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface Ask {
  method?: string;
  token?: string;
  json?: unknown;
  form?: readonly (readonly [string, string])[];
  headers?: Record<string, string>;
  body?: BodyInit;
}

const init = ({ method, token, json, form, headers = {}, body }: Ask): RequestInit => {
  const sent = new Headers(headers);
  if (token) sent.set('Authorization', `Bearer ${token}`);
  if (json !== undefined) sent.set('Content-Type', 'application/json');
  const data =
    json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form.map(([a, b]) => [a, b])) : body;
  return {
    method: method ?? (data === undefined ? 'GET' : 'POST'),
    headers: sent,
    ...(data !== undefined && { body: data }),
  };
};

export class Town {
  constructor(readonly sandbox: Sandbox) {}

  get instance() {
    return this.sandbox.instance;
  }

  /** Asks, and reads the whole answer. */
  async ask(path: string, ask: Ask = {}): Promise<Said> {
    const response = await this.sandbox(new Request(new URL(path, this.sandbox.origin), init(ask)));
    const text = await response.text();
    const json = /json/.test(response.headers.get('Content-Type') ?? '');
    return { status: response.status, headers: response.headers, body: json && text ? JSON.parse(text) : text };
  }

  /** Asks for something that must be given, and gives its body. */
  async get<Body = Json>(path: string, ask: Ask = {}): Promise<Body> {
    const { status, body } = await this.ask(path, ask);
    assert.equal(status, 200, `${path}: ${status} ${JSON.stringify(body)}`);
    return body as Body;
  }

  /** A token of somebody who lives here. */
  async token(person: string, scopes = 'read write follow push'): Promise<string> {
    return (await this.get<{ access_token: string }>('/__sandbox/tokens', { json: { person, scopes } })).access_token;
  }

  id = async (acct: string) => (await this.get<{ id: string }>(`/api/v1/accounts/lookup?acct=${acct}`)).id;

  /** Somebody of this town posts. */
  post = (person: string, post: Json = { status: 'Hello' }) =>
    this.get<Status>('/__sandbox/posts', { json: { person, ...post } });

  /** The time goes on, so many ms. */
  later = (ms: number) => this.instance.clock.advance(ms);
}

/** A post as the API tells it. */
export interface Status extends Json {
  id: string;
  uri: string;
  url: string;
  content: string;
  created_at: string;
  visibility: string;
  account: { id: string; acct: string; username: string };
  reblog: Status | null;
  in_reply_to_id: string | null;
  media_attachments: (Json & { url: string })[];
  favourites_count: number;
  reblogs_count: number;
  replies_count: number;
}

export const town = (options: SandboxOptions = {}): Town => new Town(createSandbox({ now: () => noon, ...options }));

/** Two towns that know each other's address, and nothing else yet. */
export function twoTowns(): [harbour: Town, hills: Town] {
  const peers: [Record<string, Answer>, Record<string, Answer>] = [{}, {}];
  const harbour = town({ origin: 'https://harbour.example', peers: peers[0] });
  const hills = town({ origin: 'https://hills.example', seed: 2, peers: peers[1] });
  peers[0]['hills.example'] = hills.sandbox;
  peers[1]['harbour.example'] = harbour.sandbox;
  return [harbour, hills];
}

/** The smallest PNG there is, one grey pixel. */
export const png = () => {
  const text = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
  return new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], 'grey.png', { type: 'image/png' });
};

/** The first bytes of an MP4. */
export const film = () =>
  new File([new Uint8Array([0, 0, 0, 24, ...Buffer.from('ftypmp42'), ...new Uint8Array(40)])], 'film.mp4');

export const upload = (file: File, more: Readonly<Record<string, string>> = {}) => {
  const form = new FormData();
  form.set('file', file);
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
};

/** The addresses in a `Link` header. */
export const links = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    [...(headers.get('Link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [rel!, url!]),
  );

/** Somebody of a fresh town, ready to write. */
export async function writer(name = 'noor') {
  const place = town();
  const token = await place.token(name);
  const post = (path: string, json: Json = {}) => place.ask(path, { method: 'POST', token, json });
  const write = async (json: Json) => (await post('/api/v1/statuses', json)).body as Status;
  return { place, token, post, write };
}

/** Status and reason of a refusal. */
export const refused = ({ status, body }: Said) => [status, (body as { error: string }).error];

/** A post as somebody sees it. */
export const look = (place: Town, id: string, token?: string) =>
  place.get<Status>(`/api/v1/statuses/${id}`, token ? { token } : {});
