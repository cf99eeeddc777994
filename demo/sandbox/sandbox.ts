import { Hono } from 'hono';
import { cors } from 'hono/cors';

/** One Mastodon instance as a function: it may stand in the place of `fetch`, or behind a real port (`serve.ts`). */
export interface Sandbox {
  (request: Request): Promise<Response>;
  /** Where it believes to live: `https://lantern.example`. */
  readonly origin: string;
  readonly host: string;
}

/** Other instances by host (`localhost:4001`). A function is asked anew each time, so that two may name each other. */
export type Peers =
  | Readonly<Record<string, (request: Request) => Promise<Response>>>
  | ((host: string) => ((request: Request) => Promise<Response>) | undefined);

export interface SandboxOptions {
  /** Default `https://harbour.example`. */
  origin?: string;
  /** The same seed and `now` make the same instance. */
  seed?: number;
  peers?: Peers;
  faults?: readonly unknown[];
  /** Milliseconds since 1970; default `Date.now`. */
  now?: () => number;
}

/** Thrown in the place of an answer when a fault refuses the connection; `serve.ts` then destroys the socket. */
export class ConnectionRefused extends TypeError {
  override readonly name = 'ConnectionRefused';
}

export function createSandbox({ origin = 'https://harbour.example', now = Date.now }: SandboxOptions = {}): Sandbox {
  const app = new Hono();
  const { host } = new URL(origin);
  const account = {
    id: '1',
    username: 'noor',
    acct: 'noor',
    display_name: 'Noor Haddad',
    locked: false,
    bot: false,
    discoverable: true,
    indexable: true,
    group: false,
    created_at: '2022-11-05T00:00:00.000Z',
    note: '<p>Lighthouses, logs, fog.</p>',
    url: `${origin}/@noor`,
    uri: `${origin}/ap/users/1`,
    avatar: '',
    avatar_static: '',
    header: '',
    header_static: '',
    followers_count: 1,
    following_count: 1,
    statuses_count: 2,
    last_status_at: '2026-11-22',
    emojis: [],
    fields: [],
  };
  const statuses = ['Fog.', 'More fog.'].map((text, n) => ({
    id: `${2 - n}`,
    created_at: new Date(now() - n * 3_600_000).toISOString(),
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'en',
    uri: `${origin}/ap/users/1/statuses/${2 - n}`,
    url: `${origin}/@noor/${2 - n}`,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    quotes_count: 0,
    edited_at: null,
    content: `<p>${text}</p>`,
    reblog: null,
    account,
    media_attachments: [],
    mentions: [],
    tags: [],
    emojis: [],
    quote: null,
    card: null,
    poll: null,
  }));
  app.use('*', cors({ origin: '*', exposeHeaders: ['Link'] }));
  app.get('/api/v2/instance', (c) =>
    c.json({ domain: host, title: 'Sandbox', version: '4.6.5', api_versions: { mastodon: 11 } }),
  );
  app.get('/api/v1/timelines/public', (c) => c.json(statuses));
  app.get('/api/v1/accounts/lookup', (c) =>
    c.req.query('acct') === 'noor' ? c.json(account) : c.json({ error: 'Record not found' }, 404),
  );
  app.get('/api/v1/accounts/:id/statuses', (c) => c.json(c.req.param('id') === '1' ? statuses : []));
  app.get('/api/v1/statuses/:id', (c) => {
    const status = statuses.find(({ id }) => id === c.req.param('id'));
    return status ? c.json(status) : c.json({ error: 'Record not found' }, 404);
  });
  app.notFound((c) => c.json({ error: 'Not Found' }, 404));
  return Object.assign(async (request: Request) => app.fetch(request), { origin, host });
}
