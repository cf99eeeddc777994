import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createSandbox } from '../../demo/sandbox/sandbox.js';
import { serveSandboxes } from '../../demo/sandbox/serve.js';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { cdnFolder, freshCdn } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';

/** What a page did, filled while it runs. */
export interface Visit {
  readonly page: Page;
  /** Everything thrown in the page, and every `console.error`. */
  readonly errors: string[];
  /** Addresses in the order they were asked for. */
  readonly requests: string[];
}

export interface PageOptions {
  /** Headers of the page, its policy for one. */
  headers?: Record<string, string>;
  /** Put into `<head>`; default: the script tag. */
  head?: string;
  lang?: string;
}

/** A blog on one origin and two instances on two others, met with a real browser and the built files. */
export interface World {
  /** `http://localhost:PORT` of the blog. `/dist/cdn/` is there, and the demo's pages. */
  readonly origin: string;
  /** Origins of the instances, each the other's peer. */
  readonly instances: readonly [string, string];
  /** An instance with a name and https, and as far away as real ones are; answered inside the browser's own network layer. */
  readonly named: string;
  readonly browser: Browser;
  /** Opens a page of the blog with this body, in a profile of its own. */
  show(body: string, options?: PageOptions): Promise<Visit>;
  /** Opens an address in a profile of its own. */
  visit(url: string): Promise<Visit>;
  /** Waits until a page has asked for nothing for two seconds. */
  quiet(visit: Visit): Promise<void>;
  close(): Promise<void>;
}

/** The tag as the README has it. */
export const scriptTag = '<script type="module" src="/dist/cdn/masto-elements.js"></script>';

/** How long a real instance takes to answer, in ms. */
const distance = 300;

/** No name but this machine's leads anywhere: what leaves the three origins fails. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1';

export async function makeWorld(): Promise<World> {
  await freshCdn();
  const pages = new Map<string, { html: string; headers?: Record<string, string> }>();
  const sandboxes = await serveSandboxes({ port: 0 });
  const mounts = { '/': 'demo', '/dist/cdn/': cdnFolder, '/copied/to/any/folder/': cdnFolder };
  const blog = await serveFolders(mounts, { pages: (path) => pages.get(path) });
  const named = createSandbox();
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium: node scripts/browsers.mjs --install');
  const browser = await chromium.launch({ executablePath, args: [...chromeArgs(), offline] });

  async function visit(url: string): Promise<Visit> {
    const page = await (await browser.newContext()).newPage();
    await page.route(`${named.origin}/**`, async (route) => {
      const asked = route.request();
      await sleep(distance);
      const answer = await named(new Request(asked.url(), { method: asked.method(), headers: asked.headers() }));
      const body = Buffer.from(await answer.arrayBuffer());
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
    });
    const errors: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, errors, requests };
  }

  return {
    origin: blog.origin,
    instances: sandboxes.origins as unknown as readonly [string, string],
    named: named.origin,
    browser,
    visit,
    show(body, { headers = {}, head = scriptTag, lang = 'en' } = {}) {
      const path = `/page-${pages.size}`;
      const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A blog</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
      pages.set(path, { html, headers });
      return visit(blog.origin + path);
    },
    async quiet({ requests }) {
      for (let before = -1; before !== requests.length; await sleep(2000)) before = requests.length;
    },
    async close() {
      await Promise.all([browser.close(), blog.close(), sandboxes.close()]);
    },
  };
}
