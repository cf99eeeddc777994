import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBrowsers, type Scene } from './scene.js';
import type { Visitor } from './visitor.js';

/** Somebody who has a keyboard and nothing else. */
class Typist {
  constructor(private readonly visitor: Visitor) {}

  /** What has the focus, as it is called; it must be seen to have it. */
  async focused(): Promise<string> {
    return this.visitor.page.evaluate(() => {
      let active = document.activeElement as HTMLElement | null;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement as HTMLElement;
      if (!active || active === document.body) return '';
      const labelled = (active as HTMLInputElement).labels?.[0];
      return (active.ariaLabel ?? (labelled ?? active).textContent ?? '').replace(/[\u2066-\u2069]/g, '').trim();
    });
  }

  /** Goes on by Tab until something has the focus. */
  async reach(name: RegExp, key = 'Tab'): Promise<void> {
    const { keyboard } = this.visitor.page;
    const back = key === 'Shift+Tab';
    for (let stop = 0; stop < 80; stop++) {
      if (name.test(await this.focused())) return;
      if (back) await keyboard.down('Shift');
      await keyboard.press(back ? 'Tab' : key);
      if (back) await keyboard.up('Shift');
    }
    throw new Error(`${name} cannot be reached by ${key}: ${await this.focused()}`);
  }

  async enter(name: RegExp, key = 'Tab'): Promise<void> {
    await this.reach(name, key);
    await this.visitor.page.keyboard.press('Enter');
  }

  /** Waits until the focus has come somewhere by itself. */
  async finds(name: RegExp): Promise<void> {
    await this.visitor.until(async () => name.test(await this.focused()), `The focus has not come to ${name}`);
  }

  type(text: string): Promise<void> {
    return this.visitor.page.keyboard.type(text);
  }
}

const body = (scene: Scene) => `<masto-auth><masto-login></masto-login></masto-auth><masto-compose></masto-compose>
  <masto-timeline feed="home" limit="3" more="none"></masto-timeline>
  <masto-timeline instance="http://${scene.stage.hills}" feed="local" limit="2" more="none"></masto-timeline>`;

inBrowsers('a session by keyboard alone', (scene) => {
  it('goes through signing in, writing, acting, answering and signing out', async () => {
    const { stage } = scene;
    await stage.control(stage.harbour, 'POST', 'greet', {});
    const visitor = await scene.visit(body(scene));
    const { page } = visitor;
    const typist = new Typist(visitor);
    const sent = async (call: RegExp) => (await stage.asked(stage.harbour)).filter((one) => call.test(one)).length;

    await visitor.offers('Sign in with Mastodon');
    await typist.enter(/^Sign in with Mastodon$/);
    await typist.finds(/^Server or address$/);
    await typist.type(`ines@${stage.harbour}`);
    await page.keyboard.press('Enter');
    await typist.finds(new RegExp(`^${stage.harbour}$`));
    await typist.enter(/^Go to /);
    await visitor.offers(/@ines$/);
    await typist.enter(/@ines$/);
    await visitor.offers('Authorize');
    await typist.enter(/^Authorize$/);
    await visitor.isIn('Inês Matos');

    await typist.reach(/^Text$/);
    await typist.type('By keyboard alone');
    await page.keyboard.press('Tab');
    await typist.enter(/^Post$/);
    await visitor.sees('Your post is out.');
    await typist.finds(/^Text$/);

    await visitor.until(
      () =>
        page.evaluate(() =>
          [...document.querySelectorAll('masto-timeline')].every(
            (one) => !!one.shadowRoot?.querySelector('masto-status'),
          ),
        ),
      'No posts.',
    );
    await typist.enter(/^Bookmark/);
    await visitor.until(async () => (await sent(/^POST .*\/bookmark$/)) === 1, 'Not bookmarked.');
    await typist.finds(/^Bookmark/);
    await page.keyboard.press('Enter');
    await visitor.until(async () => (await sent(/^POST .*\/unbookmark$/)) === 1, 'Not taken back.');

    await typist.enter(/^Reply/);
    await typist.finds(/^Your comment$/);
    await typist.type('Answered by keyboard');
    await page.keyboard.press('Tab');
    await typist.enter(/^Reply$/);
    await visitor.sees('Your reply is out.');
    assert.equal(await sent(/^POST \/api\/v1\/statuses$/), 2);

    await typist.enter(/, your account$/, 'Shift+Tab');
    await typist.reach(/^Sign out/, 'ArrowDown');
    await page.keyboard.press('Escape');
    await typist.finds(/, your account$/);
    await page.keyboard.press('Enter');
    await typist.enter(/^Sign out/, 'ArrowDown');
    await visitor.offers('Sign in with Mastodon');
    await typist.finds(/^Sign in with Mastodon$/);
    assert.equal((await scene.tokens(stage.harbour))[0]!.revoked, true);
  });
});
