import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type ServedSandboxes, serveSandboxes } from '../../demo/sandbox/serve.js';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { serveFolders } from '../../scripts/static.mjs';
import { authorizeUrl, type Client } from './signing.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { target: string[] }[] };

describe('the pages of signing in, in a browser', () => {
  let browser: Browser;
  let sandboxes: ServedSandboxes;
  let blog: Awaited<ReturnType<typeof serveFolders>>;
  const errors: string[] = [];

  before(async () => {
    sandboxes = await serveSandboxes({ port: 0 });
    const html = '<!doctype html><html lang="en"><title>Back</title><link rel="icon" href="data:,"><p>Back</p></html>';
    blog = await serveFolders({ '/': 'demo' }, { pages: (path) => (path.startsWith('/back') ? { html } : undefined) });
    browser = await chromium.launch({ executablePath: findBrowser('chromium')!, args: chromeArgs() });
  });
  after(async () => {
    await browser.close();
    await Promise.all([blog.close(), sandboxes.close()]);
  });

  /** An app of the blog, at one of the instances. */
  async function app(at: number, name = 'A blog'): Promise<(more?: Record<string, string>) => string> {
    const [origin, back] = [sandboxes.origins[at]!, `${blog.origin}/back?at=${at}`];
    await fetch(`${origin}/__sandbox/limits`, { method: 'DELETE' });
    const response = await fetch(`${origin}/api/v1/apps`, {
      method: 'POST',
      body: new URLSearchParams({ client_name: name, redirect_uris: back, scopes: 'profile read write' }),
    });
    const client = (await response.json()) as Client;
    return (more = {}) => origin + authorizeUrl(client, { redirect_uri: back, ...more });
  }

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(url);
    return page;
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

  it('log in, ask, and lead back with code and state, without a script or a complaint', async () => {
    const url = await app(0);
    const page = await open(url({ state: 'a "state" & more' }), { javaScriptEnabled: false });
    await press(page, '@ines');
    await page.getByText('would like to use your account').waitFor();
    await press(page, 'Authorize');
    await page.waitForURL(`${blog.origin}/back?**`);
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('state'), 'a "state" & more');
    assert.match(searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(errors.splice(0), []);
    await page.context().close();
  });

  it('remember somebody at each of two instances on one host, and ask again after “Use another account”', async () => {
    const [harbour, hills] = [await app(0), await app(1)];
    const page = await open(harbour());
    await press(page, '@noor');
    await page.goto(hills());
    await press(page, '@desmond');
    await press(page, 'Deny');
    await page.waitForURL(/error=access_denied/);
    await page.goto(harbour());
    await page.getByText('@noor').waitFor();
    await page.goto(hills());
    await page.getByText('@desmond').waitFor();
    await press(page, 'Use another account');
    await press(page, '@ama');
    await page.getByText('@ama').waitFor();
    await page.goto(harbour());
    await page.getByText('@noor').waitFor();
    await page.context().close();
  });

  it('can be used by keyboard alone', async () => {
    const url = await app(0);
    const page = await open(url());
    const reach = async (name: RegExp) => {
      for (let tab = 0; tab < 20; tab++) {
        await page.keyboard.press('Tab');
        const focused = page.locator('button:focus-visible');
        if ((await focused.count()) && name.test(await focused.innerText())) return;
      }
      throw new Error(`${name} cannot be reached`);
    };
    await reach(/@kofi/);
    await page.keyboard.press('Enter');
    await page.getByText('Authorization required').waitFor();
    await reach(/Authorize/);
    await page.keyboard.press('Space');
    await page.waitForURL(/code=/);
    await page.context().close();
  });

  it('are not shown in a frame, and keep the opener of a popup', async () => {
    const url = await app(0);
    const page = await open(`${blog.origin}/back`);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, url());
    await page.waitForTimeout(500);
    assert.equal(await page.frames()[1]!.getByRole('button').count(), 0);
    const popups = page.waitForEvent('popup');
    await page.evaluate((address) => void window.open(address, 'sign-in'), url());
    const popup = await popups;
    await press(popup, '@noor');
    await press(popup, 'Authorize');
    await popup.waitForURL(/code=/);
    assert.equal(await popup.evaluate(() => (window.opener as Window).location.pathname), '/back');
    errors.length = 0;
    await page.context().close();
  });

  /** All pages: who, what, which apps, an error, a code, and somebody hindered. */
  async function* tour(page: Page, url: (more?: Record<string, string>) => string): AsyncGenerator<string> {
    const origin = sandboxes.origins[0]!;
    await page.goto(url());
    yield 'log-in';
    await page.getByRole('button', { name: '@layla' }).click();
    await page.waitForURL('**/oauth/authorize?**');
    yield 'consent';
    for (const [name, address] of [
      ['error', url({ redirect_uri: 'https://evil.example/' })],
      ['code', `${origin}/oauth/authorize/native?code=${'0'.repeat(64)}`],
      ['apps', `${origin}/oauth/authorized_applications`],
    ] as const) {
      await page.goto(address);
      yield name;
    }
    const login = (state: string) =>
      fetch(`${origin}/__sandbox/people/layla`, { method: 'PATCH', body: new URLSearchParams({ login: state }) });
    await login('unconfirmed');
    await page.goto(url());
    yield 'hindered';
    await login('fine');
  }

  it('are plain to axe and no wider than 320 px, in light and dark', async () => {
    const url = await app(0);
    const { instance } = sandboxes.sandboxes[0]!;
    const [known] = instance.world.apps;
    const { id } = instance.world.accountByName('layla', null)!;
    instance.world.tokens.push({
      token: 'x',
      appId: known!.id,
      accountId: id,
      scopes: ['read'],
      createdAt: 0,
      revoked: false,
    });
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('about:blank', { colorScheme, viewport: { width: 320, height: 700 } });
      for await (const name of tour(page, url)) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
        const found = violations.map(
          (one) => `${one.id}: ${one.nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
        assert.deepEqual(found, [], `${name}, ${colorScheme}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, name);
      }
      await page.context().close();
    }
  });
});
