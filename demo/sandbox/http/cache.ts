import type { Context } from 'hono';
import type { Env } from './auth.js';

/** 32 hex digits out of a text: FNV-1a over four lanes. Not for secrets. */
export function digest(text: string): string {
  const lanes = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at++) {
    const lane = at & 3;
    lanes[lane] = Math.imul(lanes[lane]! ^ text.charCodeAt(at), 0x01000193);
    lanes[(lane + 1) & 3]! ^= lanes[lane] >>> 13;
  }
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

/** `Cache-Control`, `Vary` and the weak `ETag` of an API answer; 304 when the asker has it already. */
export async function addCaching(c: Context<Env>, response: Response): Promise<Response> {
  const { cacheFor, cacheAlways, viewer, vary = 'Authorization' } = c.var;
  const kept = cacheFor && response.ok && ['GET', 'HEAD'].includes(c.req.method) && (cacheAlways || !viewer);
  const headers = new Headers(response.headers);
  const age = `max-age=${cacheFor}, public, stale-while-revalidate=30, stale-if-error=86400`;
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', kept ? age : 'private, no-store');
  headers.set('Vary', vary);
  if (response.status !== 200 || headers.get('Content-Type')?.startsWith('application/json') !== true) {
    return new Response(response.body, { status: response.status, headers });
  }
  const body = await response.text();
  const tag = `W/"${digest(body)}"`;
  headers.set('ETag', tag);
  if (c.req.header('If-None-Match') === tag && c.req.method === 'GET')
    return new Response(null, { status: 304, headers });
  return new Response(body, { status: 200, headers });
}
