import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { client, inBrowsers, type Scene } from './scene.js';
import { scriptTag } from './world.js';

/** The ways in which browsers deny a page its storage (R28). Each is run in the page before anything else. */
const denials = {
  'throws at the getter': () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
  },
  'is null': () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });
  },
  'is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  },
  'keeps nothing': () => {
    Storage.prototype.setItem = () => undefined;
  },
};

/** In a window, for nothing would remember the way back. */
async function signInByWindow({ stage, profile }: Scene, visitor: Awaited<ReturnType<Scene['visit']>>) {
  await visitor.ask(stage.harbour);
  await visitor.sees('You will be signed out when you leave this page');
  assert.equal(await visitor.can(/^Keep me signed in/), false);
  await visitor.press(/^Go to/);
  await (await profile.opened()).decide('ines');
  await visitor.page.bringToFront();
  await visitor.isIn('Inês Matos');
}

inBrowsers('a page that is denied its storage', (scene) => {
  for (const [shape, script] of Object.entries(denials))
    it(`R28 storage ${shape}: signed in until the page is left, and it says so`, async () => {
      const { stage } = scene;
      const visitor = await scene.visit(client, script);
      await visitor.offers('Sign in with Mastodon');
      await signInByWindow(scene, visitor);
      await visitor.fill('Text', `Without storage: ${shape}`);
      await visitor.press('Post');
      await visitor.sees('Your post is out.');
      await visitor.page.reload();
      await visitor.offers('Sign in with Mastodon');
      assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 1);
    });

  it('R28 localStorage alone is denied: signed in until the tab is closed, and it says so', async () => {
    const { stage } = scene;
    const visitor = await scene.visit(client, () => {
      Object.defineProperty(window, 'localStorage', { value: null });
    });
    await visitor.ask(stage.harbour);
    await visitor.sees('You will be signed out when you close this tab');
    await visitor.press(/^Go to/);
    await visitor.decide('ines');
    await visitor.isIn();
    await visitor.page.reload();
    await visitor.isIn();
  });
});

inBrowsers(
  'a page that is no place to sign in',
  (scene) => {
    it('R40 a file: the reason is said, and nothing is sent', async () => {
      const { stage } = scene;
      const folder = mkdtempSync(join(tmpdir(), 'page-'));
      const file = join(folder, 'page.html');
      const script = scriptTag.replace('/dist/cdn', `${stage.blog}/dist/cdn`);
      writeFileSync(file, `<!doctype html><meta charset="utf-8">${script}${client}`);
      const visitor = await scene.visit();
      await visitor.open(pathToFileURL(file).href);
      rmSync(folder, { recursive: true });
      await visitor.press('Sign in with Mastodon');
      await visitor.sees('This page has no address of its own');
      await visitor.press('Close');
      assert.deepEqual([await stage.asked(stage.harbour), await stage.asked(stage.hills)], [[], []]);
    });

    it('R40 a sandboxed frame: the same', async () => {
      const { stage } = scene;
      const inner = stage.page(client);
      const visitor = await scene.visit(
        `<iframe sandbox="allow-scripts allow-popups" title="A frame" width="600" height="700" src="${inner}"></iframe>`,
      );
      const frame = (visitor.page as unknown as Page).frameLocator('iframe');
      assert.equal(await frame.locator('body').evaluate(() => self.origin), 'null');
      await frame.getByRole('button', { name: 'Sign in with Mastodon' }).click();
      await frame.getByText('This page has no address of its own').waitFor();
      assert.deepEqual(await stage.asked(stage.harbour), []);
    });

    it('R39 a framed page does not take the frame to a server: it signs in by a window', async () => {
      const { stage, profile } = scene;
      const inner = stage.page(client);
      const visitor = await scene.visit(`<iframe title="A frame" width="800" height="700" src="${inner}"></iframe>`);
      const frame = (visitor.page as unknown as Page).frameLocator('iframe');
      await frame.getByRole('button', { name: 'Sign in with Mastodon' }).click();
      await frame.getByRole('textbox', { name: 'Server or address' }).fill(stage.harbour);
      await visitor.page.keyboard.press('Enter');
      await frame.getByRole('button', { name: /^Go to/ }).click();
      await (await profile.opened()).decide('ines');
      await frame.getByRole('button', { name: /Inês Matos.*, your account$/ }).waitFor();
      assert.equal(await frame.locator('body').evaluate(() => location.href), inner);
    });

    it('R27 in another site’s page the same page knows nobody: its storage is its own there', async () => {
      const { stage } = scene;
      const inner = stage.page(client);
      const visitor = await scene.visit(inner);
      await visitor.signIn(stage.harbour, 'ines', { keep: true });
      const outer = stage.page(`<iframe title="A frame" width="800" height="700" src="${inner}"></iframe>`);
      const framed = (tab: typeof visitor) => (tab.page as unknown as Page).frameLocator('iframe');
      const own = await scene.visit(outer);
      await framed(own)
        .getByRole('button', { name: /your account$/ })
        .waitFor();
      const other = await scene.visit(outer.replace('localhost', '127.0.0.1'));
      await framed(other).getByRole('button', { name: 'Sign in with Mastodon' }).waitFor();
    });
  },
  ['chromium'],
);
