import type { Sandbox } from '../../demo/sandbox/sandbox.js';
import { type ServedSandboxes, serveSandboxes } from '../../demo/sandbox/serve.js';
import type { LogEntry } from '../../demo/sandbox/http/log.js';
import { cdnFolder, freshCdn } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';
import { scriptTag } from './world.js';

export interface PageOptions {
  /** Put into `<head>`; default: the script tag. */
  readonly head?: string;
  readonly headers?: Record<string, string>;
  readonly status?: number;
  /** Default: a new one. */
  readonly path?: string;
}

/** Three origins: a blog, and two servers that know each other. Any browser may come. */
export interface Stage {
  readonly blog: string;
  /** `localhost:PORT` of the two: the harbour town, and the hill town. */
  readonly harbour: string;
  readonly hills: string;
  /** What stands behind the two. */
  readonly servers: readonly Sandbox[];
  /** Puts a page with this body on the blog; gives its address. */
  page(body: string, options?: PageOptions): string;
  /** The control path of a server. */
  control<T>(host: string, method: string, path: string, body?: unknown): Promise<T>;
  /** What a server was asked, but for preflights and pictures: `GET /api/v1/…`. */
  asked(host: string): Promise<string[]>;
  log(host: string): Promise<LogEntry[]>;
  /** Everything at both servers as it was at first. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** A host that lets every page have its scripts, as CDNs do: pages without an origin are among them. */
const open = { 'access-control-allow-origin': '*' };

export async function makeStage(): Promise<Stage> {
  await freshCdn();
  const pages = new Map<string, { html: string; headers: Record<string, string>; status: number }>();
  const sandboxes: ServedSandboxes = await serveSandboxes({ port: 0 });
  const [harbour = '', hills = ''] = sandboxes.origins.map((origin) => new URL(origin).host);
  const mounts = { '/': 'demo', '/dist/cdn/': cdnFolder, '/second/copy/': cdnFolder, '/src/': 'src' };
  const edit = (text: string) =>
    text.replace(/http:\/\/localhost:(4000|4001)\b/g, (_, port: string) => sandboxes.origins[Number(port) - 4000]!);
  const server = await serveFolders(mounts, { pages: (path) => pages.get(path), edit, headers: open });

  async function control<T>(host: string, method: string, path: string, body?: unknown): Promise<T> {
    const init =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`http://${host}/__sandbox/${path}`, { method, ...init });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  const log = async (host: string) =>
    (await control<LogEntry[]>(host, 'GET', 'log')).filter(
      ({ method, path }) => method !== 'OPTIONS' && !/^\/(system|avatars|headers|emoji|packs)\//.test(path),
    );

  return {
    blog: server.origin,
    harbour,
    hills,
    servers: sandboxes.sandboxes,
    page(body, { head = scriptTag, headers = {}, status = 200, path = `/page-${pages.size}` } = {}) {
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
      pages.set(path, { html, headers, status });
      return server.origin + path;
    },
    control,
    log,
    asked: async (host) => (await log(host)).map(({ method, path }) => `${method} ${path}`),
    async reset() {
      await Promise.all([harbour, hills].map((host) => control(host, 'POST', 'reset', {})));
    },
    async close() {
      await Promise.all([server.close(), sandboxes.close()]);
    },
  };
}
