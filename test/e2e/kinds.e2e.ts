import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type ServedSandboxes, serveSandboxes } from '../../demo/sandbox/serve.js';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { cdnFolder, freshCdn } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';
import { Visitor } from './visitor.js';

/** Three origins, and nothing inline. */
const policy = (server: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: http://${server}`,
    `media-src http://${server}`,
    `connect-src http://${server}`,
    `frame-src http://${server.replace('localhost', '127.0.0.1')}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** Chromium tells of the one style that the hostile exhibit brings, when the inert parser reads it; nothing of it is applied. */
const parsed = ['style-src-attr inline'];

/** All kinds in one list. */
const list = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A list</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/styles/kinds.css"><script type="module" src="/dist/cdn/masto-elements.js"></script></head>
<body><masto-timeline account="http://localhost:4000/@museum" limit="40" more="scroll"></masto-timeline></body></html>`;

describe('every kind of post on a page', () => {
  let sandboxes: ServedSandboxes;
  let demo: Awaited<ReturnType<typeof serveFolders>>;
  let browser: Browser;
  before(async () => {
    await freshCdn();
    sandboxes = await serveSandboxes({ port: 0 });
    const [server = ''] = sandboxes.origins;
    const edit = (text: string) => text.replaceAll('http://localhost:4000', server);
    const headers = { 'content-security-policy': policy(new URL(server).host) };
    const pages = (path: string) => (path === '/list.html' ? { html: edit(list) } : undefined);
    demo = await serveFolders({ '/': 'demo', '/dist/cdn/': cdnFolder }, { edit, headers, pages });
    browser = await chromium.launch({ executablePath: findBrowser('chromium')!, args: chromeArgs() });
  });
  after(() => Promise.all([browser.close(), demo.close(), sandboxes.close()]));

  /** Opens a page whose policy lets next to nothing happen. */
  async function open(path: string, slow = false) {
    await fetch(`${sandboxes.origins[0]}/__sandbox/limits`, { method: 'DELETE' });
    const page = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      // What cannot be had is said by the browser itself: the stolen picture, and whatever is behind a door.
      // What the policy forbids is counted below.
      const known = /\/gone\.svg$|\/api\/v1\/statuses\/\d+$/.test(message.location().url);
      if (message.type() === 'error' && !known && !message.text().startsWith('Applying inline style'))
        errors.push(message.text());
    });
    if (slow)
      await page.route(/\/system\/|\/chunks\//, async (route) => {
        await sleep(route.request().url().includes('/chunks/') ? 250 : 700);
        await route.continue().catch(() => undefined);
      });
    await page.addInitScript(() => {
      const [shifts, forbidden] = [[] as string[], [] as string[]];
      Object.assign(globalThis, { shifts, forbidden });
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        forbidden.push(`${violatedDirective} ${blockedURI}`),
      );
      new PerformanceObserver((list) => {
        type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] };
        for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
          if (!hadRecentInput && value >= 0.0005)
            shifts.push(
              `${value.toFixed(4)} at ${Math.round(scrollY)} ${sources
                .map(
                  ({ node }) =>
                    (node instanceof Element ? `<${node.localName} class=${node.className}> ` : '') +
                    node?.textContent?.slice(0, 80),
                )
                .join(' | ')}`,
            );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(demo.origin + path);
    return { page, errors };
  }

  /** Goes down the page until every post has said something. */
  const readAll = (page: Page) =>
    page.waitForFunction(
      () => {
        const pending = [...document.querySelectorAll('masto-status, masto-timeline')].find(
          (tag) => !tag.matches(':defined') || tag.matches(':state(loading)') || !tag.shadowRoot?.childElementCount,
        );
        pending?.scrollIntoView({ behavior: 'instant', block: 'center' });
        return !pending;
      },
      undefined,
      { timeout: 60_000 },
    );

  const shown = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('figure')].map((figure) => {
        const tag = figure.querySelector('masto-status');
        const post = tag?.shadowRoot?.querySelector('.post');
        return `${figure.querySelector('figcaption')?.textContent}: ${post ? 'shown' : tag?.matches(':state(failed)') ? 'failed' : 'not'}`;
      }),
    );

  it('shows each under a strict policy; what is behind a door is said', async () => {
    const { page, errors } = await open('/kinds.html');
    await readAll(page);
    const figures = await shown(page);
    assert.ok(figures.length > 110);
    const missing = figures.slice(1).filter((text) => !text.endsWith(': shown'));
    assert.deepEqual(
      missing.map((text) => text.split(':')[0]),
      ['For followers', 'A direct message', 'Deleted'],
    );
    assert.deepEqual(await page.evaluate('forbidden'), parsed);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('shows the visitor what is theirs: their votes, what followers see, and their filters', async () => {
    const { page, errors } = await open('/kinds.html');
    const visitor = new Visitor(page);
    await visitor.press('Sign in with Mastodon');
    await visitor.press(/^Go to /);
    await visitor.decide('visitor');
    await visitor.until(
      () => page.evaluate(() => !!document.querySelector('masto-auth')?.session),
      'nobody is signed in',
    );
    await readAll(page);
    const missing = (await shown(page)).slice(1).filter((text) => !text.endsWith(': shown'));
    assert.deepEqual(
      missing.map((text) => text.split(':')[0]),
      ['Deleted'],
    );
    assert.deepEqual(await page.evaluate('forbidden'), parsed);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('R117 a list of every kind moves nothing, however slow its pictures and chunks are', async () => {
    const { page } = await open('/list.html', true);
    await page.locator('masto-timeline:not(:state(loading))').waitFor();
    await sleep(1500);
    const kinds = new Set<string>();
    for (let step = 0, still = 0; step < 150 && still < 6; step++) {
      const [moved, parts] = await page.evaluate(() => {
        const before = scrollY;
        scrollBy({ top: 500, behavior: 'instant' });
        const list = document.querySelector('masto-timeline')!.shadowRoot!;
        const found = [...list.querySelectorAll('masto-status')].flatMap((post) =>
          [...post.shadowRoot!.querySelectorAll('[part]')].flatMap((one) => [...one.part]),
        );
        return [scrollY > before, [...new Set(found)]] as const;
      });
      for (const name of parts) kinds.add(name);
      still = moved ? 0 : still + 1;
      await sleep(200);
    }
    for (const name of ['media', 'poll', 'card', 'quote']) assert.ok(kinds.has(name), `${name}: ${[...kinds].join()}`);
    assert.deepEqual(await page.evaluate('shifts'), []);
    // What would move is seen.
    await page.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
      const box = document.createElement('p');
      box.textContent = 'in the way';
      document.body.prepend(box);
    });
    await page.waitForFunction('shifts.length > 0');
    await page.context().close();
  });
});
