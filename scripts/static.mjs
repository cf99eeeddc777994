/** Serves folders on loopback, as any static host would: for the demo and for the tests. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
};

/** Listens on `port` or, when it is taken, on one of the hundred after it; 0 takes any. Gives the port. */
export async function listen(server, port) {
  for (let next = port; ; next++) {
    try {
      return await new Promise((done, refuse) => {
        server.once('error', refuse);
        server.listen(next, '127.0.0.1', () => {
          server.off('error', refuse);
          done(server.address().port);
        });
      });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || next > port + 100) throw error;
    }
  }
}

/** The file of a path below the longest of these mounts; undefined for one outside. */
function locate(mounts, path) {
  const mount = Object.keys(mounts)
    .filter((prefix) => path.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0];
  if (mount === undefined) return undefined;
  const root = resolve(mounts[mount]);
  const file = join(root, path.slice(mount.length));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  return path.endsWith('/') ? join(file, 'index.html') : file;
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return '/\0';
  }
}

/**
 * @param mounts Path → folder: `{ '/': 'demo', '/dist/cdn/': 'dist/cdn' }`; the longest path wins.
 * @param options.port First port to try; default any.
 * @param options.headers Sent with every answer.
 * @param options.before Awaited with the path before each answer.
 * @param options.pages Gives the HTML of a path that is no file, and headers and status (200) for it; undefined for all others.
 * @param options.edit Changes a text (HTML, script, style) on its way out.
 */
export async function serveFolders(mounts, { port = 0, headers = {}, before, pages, edit = (text) => text } = {}) {
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url);
    const page = pages?.(path);
    if (page) {
      const all = { ...headers, ...page.headers, 'content-type': types['.html'] };
      response.writeHead(page.status ?? 200, all).end(page.html);
      return;
    }
    const file = locate(mounts, path);
    const type = types[extname(file ?? '')] ?? 'application/octet-stream';
    try {
      await before?.(path);
      const body = await readFile(file);
      response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-cache' });
      response.end(/^text\//.test(type) ? edit(body.toString()) : body);
    } catch (error) {
      const missing = !file || /^(ENOENT|EISDIR|ENOTDIR|ERR_INVALID_ARG_VALUE)$/.test(error.code);
      if (!missing) console.error(error);
      response.writeHead(missing ? 404 : 500, { ...headers, 'content-type': 'text/plain' });
      response.end(missing ? 'Not found' : String(error.message));
    }
  });
  const taken = await listen(server, port);
  return {
    port: taken,
    origin: `http://localhost:${taken}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
