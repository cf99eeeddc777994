import http2 from 'node:http2';
import path from 'node:path';
import { picture } from '../data/pictures.mjs';
import { INSTANCE } from '../data/people.mjs';
import { certificate } from './certificate.mjs';
import { answer } from './instance.mjs';
import { encoded, pack } from './pack.mjs';
import { signIn } from './sign-in.mjs';
import { listenForSockets } from './stream.mjs';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  ico: 'image/x-icon',
  webmanifest: 'application/manifest+json',
};

/** As Mastodon's own configuration of CORS has them. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': 'Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id',
  'access-control-max-age': '600',
};

/** One line a request: who served it, the path, its type, and its size raw, in brotli, in gzip and as sent. */
function note(log, host, url, type, packed, sent = 0) {
  const size = (copy) => (packed ? (packed[copy] ?? packed.raw).length : 0);
  log.push({ host, url, type, raw: size('raw'), br: size('br'), gz: size('gz'), sent });
}

function send(log, stream, request, packed, headers, host) {
  const [body, encoding] = encoded(packed, request['accept-encoding']);
  note(log, host, request[':path'], packed.type, packed, body.length);
  const content = { 'content-type': packed.type, 'content-length': body.length };
  stream.respond({ ':status': 200, ...content, ...(encoding && { 'content-encoding': encoding }), ...headers });
  stream.end(body);
}

function sendNothing(log, stream, request, status, headers, host) {
  note(log, host, request[':path'], String(status)); // a preflight and a 404 are requests too
  stream.respond({ ':status': status, ...headers });
  stream.end();
}

/** The instance (and Bluesky's API): `state.latency` ms before each answer, pictures at once as from a CDN. */
function instanceHandler(state) {
  const kept = new Map();
  const keep = (key, make) => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key);
  };
  const media = (name) => keep(name, () => ((body) => body && pack(body, 'image/png'))(picture(name)));
  const json = (url) =>
    keep(url.pathname + url.search, () => {
      const found = answer(url.pathname, url.searchParams);
      const body = found && pack(JSON.stringify(found.json), 'application/json; charset=utf-8', { fast: true });
      return found && { ...body, link: found.link };
    });
  const respond = (stream, request, url) => {
    if (stream.destroyed) return;
    const isMedia = url.pathname.startsWith('/media/');
    const packed = isMedia ? media(url.pathname.slice(7)) : json(url);
    if (!packed) return sendNothing(state.log, stream, request, 404, CORS, 'api');
    if (isMedia) {
      return send(
        state.log,
        stream,
        request,
        packed,
        { ...CORS, 'cache-control': 'public, max-age=31536000' },
        'media',
      );
    }
    const headers = { ...CORS, ...(packed.link && { link: packed.link }), 'cache-control': 'no-store' };
    send(state.log, stream, request, packed, headers, 'api');
  };
  return (stream, request) => {
    stream.on('error', () => {}); // the browser leaves a page in the middle of an answer
    if (request[':method'] === 'OPTIONS') return sendNothing(state.log, stream, request, 204, CORS, 'api');
    const signedIn = signIn(request[':method'], request[':path']);
    if (signedIn?.location) return sendNothing(state.log, stream, request, 302, signedIn, 'api');
    if (signedIn)
      return send(state.log, stream, request, pack(JSON.stringify(signedIn.json), 'application/json'), CORS, 'api');
    const url = new URL(request[':path'], INSTANCE);
    if (!state.latency || url.pathname.startsWith('/media/')) respond(stream, request, url);
    else setTimeout(respond, state.latency, stream, request, url);
  };
}

/** The blog: `find(path)` gives `{ body, type }` by the extension of the path, or nothing. */
function pageHandler(state, find) {
  const kept = new Map();
  return (stream, request) => {
    stream.on('error', () => {});
    const { pathname } = new URL(request[':path'], 'https://blog.test');
    const file = find(pathname);
    if (!file) return sendNothing(state.log, stream, request, 404, {}, 'page');
    const packed = kept.get(file) ?? pack(file.body, TYPES[file.extension] ?? 'application/octet-stream');
    kept.set(file, packed);
    send(state.log, stream, request, packed, { 'cache-control': 'no-store' }, 'page');
  };
}

function listen(host, onStream) {
  const server = http2.createSecureServer({ ...certificate(host), allowHTTP1: false });
  server.on('stream', onStream);
  for (const event of ['sessionError', 'error']) server.on(event, () => {});
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/**
 * Two HTTP/2 servers on loopback, on free ports: `find` is the files of the blog, the instance is made here. A third has
 * its stream.
 * `state.log` is one line a request; whoever measures empties it. `latency` in ms holds for the API alone.
 */
export async function serve({ find, latency = 0 }) {
  const state = { latency, log: [] };
  const pages = await listen('blog.test', pageHandler(state, find));
  const instance = await listen('masto.test', instanceHandler(state));
  const sockets = await listenForSockets();
  return {
    state,
    stream: sockets.stream,
    pagePort: pages.address().port,
    instancePort: instance.address().port,
    streamPort: sockets.server.address().port,
    close: () => [pages, instance, sockets.server].forEach((server) => server.close()),
  };
}

/** A file for `find`: kept by identity, so hand out the same object each time. */
export const file = (url, body) => ({ body, extension: path.extname(url).slice(1) });
