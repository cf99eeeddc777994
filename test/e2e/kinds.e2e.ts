import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { makeStage, type Stage } from './stage.js';
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

describe('every kind of post on a page', () => {
  let stage: Stage;
  let browser: Browser;
  before(async () => {
    stage = await makeStage();
    browser = await chromium.launch({ executablePath: findBrowser('chromium')!, args: chromeArgs() });
  });
  after(() => Promise.all([browser.close(), stage.close()]));

  /** Opens a page whose policy lets next to nothing happen. */
  async function open(path: string) {
    await stage.control(stage.harbour, 'DELETE', 'limits');
    const page = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      // What cannot be had is said by the browser itself: the stolen picture, and whatever is behind a door.
      if (message.type() === 'error' && !/\/gone\.svg|\/api\/v1\/statuses\/\d+$/.test(message.location().url))
        errors.push(message.text());
    });
    await page.route(`${stage.blog}/**/*.html`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy(stage.harbour) },
      });
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
    await page.goto(`${stage.blog}${path}`);
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
    assert.deepEqual(await page.evaluate('forbidden'), []);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('shows the visitor what is theirs: their votes, what followers see, and their filters', async () => {
    const { page, errors } = await open('/kinds.html');
    const visitor = new Visitor(page);
    await visitor.press('Sign in');
    await visitor.press(/^Go to/);
    await visitor.press('@visitor');
    await visitor.press('Authorize');
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
    assert.deepEqual(await page.evaluate('forbidden'), []);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('R117 a list of every kind moves nothing, however slow its pictures and chunks are', async () => {
    const address = stage.page(
      `<style>masto-timeline { display: block; min-height: 100vh }</style>
       <masto-timeline account="http://${stage.harbour}/@museum" limit="40" more="scroll"></masto-timeline>`,
    );
    const { page } = await open(new URL(address).pathname);
    await page.route(/\/system\/|\/chunks\//, async (route) => {
      await sleep(route.request().url().includes('/chunks/') ? 250 : 700);
      await route.continue().catch(() => undefined);
    });
    await page.reload();
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
    await page.context().close();
  });
});
