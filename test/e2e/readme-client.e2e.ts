import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { type ServedSandboxes, serveSandboxes } from '../../demo/sandbox/serve.js';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { cdnFolder, freshCdn } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';
import { words } from '../../src/i18n/sign-in.en.js';

const readme = readFileSync('README.md', 'utf8');
const [, client, hello] = [...readme.matchAll(/^```html\n([^]*?)^```$/gm)].map(([, code]) => code!.trim());

describe('the README on signing in', () => {
  let folder: string;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolders>>;
  let town: ServedSandboxes;

  before(async () => {
    await freshCdn();
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    writeFileSync(join(folder, 'client.html'), client!);
    writeFileSync(join(folder, 'hello.html'), hello!);
    cpSync(cdnFolder, join(folder, 'masto-elements'), { recursive: true });
    site = await serveFolders({ '/': folder });
    town = await serveSandboxes({ port: 0, count: 1 });
    browser = await chromium.launch({ executablePath: findBrowser('chromium')!, args: chromeArgs() });
  });
  after(async () => {
    await browser.close();
    await Promise.all([site.close(), town.close()]);
    rmSync(folder, { recursive: true });
  });

  /** Somebody signs in on this page, at a sandbox on this machine. */
  async function signedIn(path: string) {
    const page = await (await browser.newContext()).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${site.origin}/${path}`);
    await page.getByRole('button', { name: 'Sign in with Mastodon' }).click();
    await page.getByRole('textbox', { name: /server or address/i }).fill(`ines@${new URL(town.origins[0]!).host}`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Go to/ }).click();
    await page.getByText('Inês Matos').click();
    await page.getByRole('button', { name: 'Authorize' }).click();
    await page.locator('masto-login [part~="face"]').waitFor();
    return { page, errors };
  }

  it('has a client of ten lines, to sign in to, write and read with', async () => {
    assert.ok(client!.split('\n').length <= 12);
    const { page, errors } = await signedIn('client.html');
    await page.locator('masto-compose textarea').fill('Written on a page of ten lines');
    await page.locator('masto-compose').getByRole('button', { name: 'Post', exact: true }).click();
    await page.locator('masto-timeline masto-status .content', { hasText: 'Written on a page of ten lines' }).waitFor();
    assert.deepEqual(errors, []);
  });

  it('has a script that writes to oneself, as the demo has it', async () => {
    const script = 'src="masto-elements/';
    const demo = readFileSync('demo/hello.html', 'utf8').trim().replace('src="dist/cdn/', script);
    assert.equal(hello, demo);
    assert.ok(demo.split('\n').length < 15);
    const { page, errors } = await signedIn('hello.html');
    await page.getByRole('button', { name: 'Send a message to myself' }).click();
    const said = JSON.parse((await page.locator('code', { hasText: '"visibility"' }).textContent())!) as object;
    assert.deepEqual(Object.fromEntries(Object.entries(said).filter(([name]) => name === 'visibility')), {
      visibility: 'direct',
    });
    assert.deepEqual(errors, []);
  });

  it('R61 says what signing in means, in the words of the dialog', () => {
    const told = readme.replace(/\n> /g, ' ').replace(/\s+/g, ' ');
    const [dialog] = Object.values(words).filter((word) => typeof word === 'string' && /ads and statistics/.test(word));
    const sentences = (dialog as string).replace(', {site},', '').split(/(?<=\.) /);
    assert.equal(sentences.length, 3);
    for (const sentence of sentences) assert.ok(told.includes(sentence), sentence);
  });
});
