import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { faults } from '../../demo/faults.js';
import { type ServedSandboxes, serveSandboxes } from '../../demo/sandbox/serve.js';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { cdnFolder, freshCdn } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';

const ledgerPath = 'test/docs/requests.json';
const styles = ['bare', 'bootstrap', 'tailwind', 'wordpress', 'dark'];
const blogs = styles.map((style) => `blog.html?style=${style}`);
const pages = ['index.html', 'timeline.html', 'home.html', 'kinds.html', ...blogs];

/** What the tour asks of servers that it knows to be in trouble, an icon that the shortest page has not, a stolen picture, and posts behind doors; the browser itself says so on the console. */
const troubles =
  /\/api\/v1\/(timelines\/tag\/(down|members)|accounts\/lookup\?acct=nobody|statuses\/\d+$)|\/favicon\.ico$|\/gone\.svg$/;

interface Visit {
  page: Page;
  errors: string[];
  requests: string[];
}

describe('the demo', () => {
  let browser: Browser;
  let sandboxes: ServedSandboxes;
  let demo: Awaited<ReturnType<typeof serveFolders>>;
  const ledger = JSON.parse(readFileSync(ledgerPath, 'utf8')) as Record<string, string[]>;

  before(async () => {
    await freshCdn();
    sandboxes = await serveSandboxes({ port: 0, faults });
    const edit = (text: string) =>
      text.replace(/http:\/\/localhost:(4000|4001)\b/g, (_, port: string) => sandboxes.origins[Number(port) - 4000]!);
    demo = await serveFolders({ '/': 'demo', '/dist/cdn/': cdnFolder, '/src/': 'src' }, { edit });
    browser = await chromium.launch({ executablePath: findBrowser('chromium')!, args: chromeArgs() });
  });
  after(async () => {
    await browser.close();
    await Promise.all([demo.close(), sandboxes.close()]);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    // One machine reads the whole tour again and again: that is no single reader's pace.
    for (const origin of sandboxes.origins) await fetch(`${origin}/__sandbox/limits`, { method: 'DELETE' });
    const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })).newPage();
    const visit: Visit = { page, errors: [], requests: [] };
    page.on('pageerror', (error) => visit.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !troubles.test(message.location().url)) visit.errors.push(message.text());
    });
    page.on('request', (request) => visit.requests.push(request.url()));
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] };
        for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
          // Less is a rounded pixel of one glyph.
          if (!hadRecentInput && value >= 0.0005)
            shifts.push(`${value} ${sources.map(({ node }) => node?.textContent).join(' | ')}`);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${demo.origin}/${path}`);
    return visit;
  }

  /** Goes down the page as a reader would, until every tag but the one that waits has said something. */
  async function readAll(page: Page): Promise<void> {
    const allSaid = () => {
      const places = [
        ...document.querySelectorAll(
          '.seek, masto-login, masto-compose, masto-status, masto-timeline:not([tag=slow], [load=click])',
        ),
      ];
      const pending = places.find(
        (tag) =>
          !tag.matches(':defined') || tag.matches('.seek, :state(loading)') || !tag.shadowRoot?.childElementCount,
      );
      pending?.scrollIntoView({ behavior: 'instant', block: 'center' });
      return !pending;
    };
    // Longer than the whole tour takes on a machine that does other things besides.
    await page.waitForFunction(allSaid, undefined, { timeout: 120_000 });
  }

  /** A request without what differs from run to run: ports, ids, names of hashed files. */
  const plain = (url: string) =>
    sandboxes.origins
      .reduce((text, origin, n) => text.replaceAll(origin, `sandbox ${n + 1} `), url)
      .replace(demo.origin, 'demo ')
      .replace(/chunks\/([\w.-]+)\.\w{8}\.js/, 'chunks/$1.js')
      .replace(/localhost%3A\d+/, 'sandbox')
      .replace(/\d{9,}/g, 'ID')
      // Posts that come near together are asked for together: how many those are depends on the machine.
      .replace(/\/statuses(?:\/ID$|\?id%5B%5D=ID(?:&id%5B%5D=ID)*)/, '/statuses, some of them')
      .replace(/[0-9a-f]{16}\./, 'FILE.');

  for (const path of ['index.html', 'timeline.html', 'home.html', 'hello.html', 'kinds.html', blogs[0]!]) {
    it(`R102 R218 R111 asks for ${path} what the ledger lists, and nobody else`, async () => {
      const { page, requests, errors } = await open(path);
      await readAll(page);
      const origins = new Set(requests.map((url) => new URL(url).origin));
      const own = [demo.origin, ...sandboxes.origins, 'null'];
      assert.deepEqual(
        [...origins].filter((origin) => !own.includes(origin)),
        [],
      );
      // Pictures come as they come near; which of them, the window decides. Their hosts are held above. What is drawn
      // while something is slow (a skeleton, a blur) comes when it is.
      const varying = /\/system\/|^data:|chunks\/(?:instead(?:\.[a-z]+)?|notice\.styles|rare-icons|blurhash)\.js/;
      const asked = [...new Set(requests.map(plain))].filter((url) => !varying.test(url)).sort();
      if (process.env['LEDGER']) {
        ledger[path] = asked;
        writeFileSync(ledgerPath, JSON.stringify(ledger, null, 2) + '\n');
      }
      const listed = ledger[path] ?? [];
      const more = asked.filter((url) => !listed.includes(url));
      const missing = listed.filter((url) => !asked.includes(url));
      assert.deepEqual({ more, missing }, { more: [], missing: [] });
      assert.deepEqual(errors, []);
      assert.deepEqual(await page.context().cookies(), []);
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, 'R113 stores nothing');
    });
  }

  for (const path of pages) {
    it(`R117 ${path} moves nothing and is accessible, light and dark`, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, errors } = await open(path, { colorScheme });
        await page.locator(`masto-timeline:not(:state(loading))`).first().waitFor();
        await page.waitForTimeout(300); // a late shift would come now
        assert.deepEqual(await page.evaluate('shifts'), [], `${colorScheme}: layout shift`);
        await readAll(page);
        await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown; html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${String(target)} ${html}`).join(' | ')}`,
          );
        });
        assert.deepEqual(violations, [], colorScheme);
        assert.deepEqual(errors, []);
        await page.context().close();
      }
    });

    it(`${path} fits 320 px, left to right and right to left`, async () => {
      const { page } = await open(path, { viewport: { width: 320, height: 700 } });
      for (const dir of ['ltr', 'rtl']) {
        await page.evaluate((value) => (document.documentElement.dir = value), dir);
        await readAll(page);
        const [scroll, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.equal(scroll, inner, dir);
      }
    });
  }

  it('looks at home in each style: its own sizes hold, whatever the page does to elements', async () => {
    for (const path of blogs) {
      const { page } = await open(path);
      await readAll(page);
      const found = await page
        .locator('masto-timeline masto-status')
        .first()
        .evaluate((tag) => {
          const of = (selector: string) => {
            const part = tag.shadowRoot!.querySelector(selector);
            if (!part) throw new Error(selector);
            return part;
          };
          const size = (selector: string) => of(selector).getBoundingClientRect();
          return {
            font:
              getComputedStyle(of('.content')).fontFamily ===
              getComputedStyle(document.querySelector('aside')!).fontFamily,
            text:
              getComputedStyle(of('.content')).fontSize === getComputedStyle(document.querySelector('aside')!).fontSize,
            // Smaller in a narrow column, square in all.
            avatar: [40, 44].includes(size('.avatar').width) && size('.avatar').width === size('.avatar').height,
            press: size('.action').height,
          };
        });
      assert.deepEqual(found, { font: true, text: true, avatar: true, press: 40 }, path);
      await page.context().close();
    }
  });

  it('shows beside each tag the markup that made it', async () => {
    const html = await (await fetch(`${demo.origin}/index.html`)).text();
    const page = await browser.newPage();
    await page.setContent(html.replace(/<script[^]*?<\/script>/g, ''));
    const differing = await page.evaluate(() => {
      const tags = (root: ParentNode) =>
        [...root.querySelectorAll('*')]
          .filter(({ localName }) => localName.startsWith('masto-'))
          .map(
            ({ localName, attributes }) =>
              localName +
              [...attributes]
                .map(({ name, value }) => ` ${name}=${value}`)
                .sort()
                .join(''),
          );
      return [...document.querySelectorAll('.piece:not(.piece-one)')].filter((piece) => {
        const shown = new DOMParser().parseFromString(piece.querySelector('pre')!.textContent, 'text/html');
        return !tags(shown).length || String(tags(shown)) !== String(tags(piece.querySelector('.live')!));
      }).length;
    });
    assert.equal(differing, 0);
    await page.close();
  });

  it('links to sources that are there', async () => {
    const html = readFileSync('demo/index.html', 'utf8');
    const links = [...html.matchAll(/href="(src\/[^"]+)"/g)].map(([, path]) => path!);
    assert.ok(links.length > 5);
    for (const path of links) assert.equal((await fetch(`${demo.origin}/${path}`)).status, 200, path);
  });
});
