import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
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

  async function open(url: string, within?: BrowserContext, options: BrowserContextOptions = {}): Promise<Page> {
    const context = within ?? (await browser.newContext({ locale: 'en-GB', ...options }));
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(url);
    return page;
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

  it('logs in, asks, and goes back with code and state, without a script or a complaint', async () => {
    const url = await app(0);
    const page = await open(url({ state: 'a "state" & more' }), undefined, { javaScriptEnabled: false });
    await press(page, '@ines');
    await page.getByText('would like to use your account').waitFor();
    await press(page, 'Authorize');
    await page.waitForURL(`${blog.origin}/back?**`);
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('state'), 'a "state" & more');
    assert.match(searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
});
