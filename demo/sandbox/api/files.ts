import type { Hono } from 'hono';
import { askPeer } from '../federation/json.js';
import type { Call, Env } from '../http/auth.js';

/** As nginx serves them on a stock server: kept for a month, and no word about other origins. */
const headers = (type: string, kept = 'immutable') => ({
  'Content-Type': type,
  'Cache-Control': `public, max-age=2419200, ${kept}`,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; form-action 'none'",
});

const missing = () => new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } });

function stored(c: Call) {
  const path = decodeURIComponent(new URL(c.req.url).pathname);
  const file = c.env.world.files.get(path);
  if (!file) return missing();
  const body = typeof file.body === 'function' ? file.body() : file.body;
  return new Response(body, { headers: headers(file.type) });
}

/** A file of another instance, kept here under `/system/cache/HOST/…`. */
async function cachedFile(c: Call) {
  if (c.env.world.files.has(new URL(c.req.url).pathname)) return stored(c);
  const [, host = '', path = ''] = /^\/system\/cache\/([^/]+)(\/.*)$/.exec(new URL(c.req.url).pathname) ?? [];
  const answer = await askPeer(c.env, `http://${decodeURIComponent(host)}${path}`);
  if (!answer) return missing();
  return new Response(answer.body, { headers: headers(answer.headers.get('Content-Type') ?? 'image/svg+xml') });
}

// One grey pixel: what a real server shows instead of a picture that nobody set.
const nothing = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

export function fileRoutes(app: Hono<Env>): void {
  app.get('/system/cache/*', cachedFile);
  app.get('/system/*', stored);
  app.get('/:kind{avatars|headers}/original/missing.png', () => {
    const bytes = Uint8Array.from(atob(nothing), (sign) => sign.charCodeAt(0));
    return new Response(bytes, { headers: headers('image/png', 'must-revalidate') });
  });
}
