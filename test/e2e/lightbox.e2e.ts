import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBrowsers, type Scene } from './scene.js';
import type { Visitor } from './visitor.js';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data: http://localhost:*; media-src http://localhost:*; connect-src http://localhost:*; require-trusted-types-for 'script'; trusted-types masto-elements lit-html";

/** A page that is longer than the window, with the posts of one kind; strict, as pages should be. */
async function gallery(scene: Scene): Promise<Visitor> {
  const { stage } = scene;
  const posts = await stage.control<{ id: string }>(stage.harbour, 'POST', 'posts', {
    person: 'ines',
    status: 'Three',
    raw: { media_attachments: three(stage.blog) },
  });
  const body = `<masto-status instance="http://${stage.harbour}" status-id="${posts.id}"></masto-status><hr><p>The end</p>`;
  const url = stage.page(`<main>${body}</main>`, { headers: { 'content-security-policy': policy } });
  const visitor = await scene.visit(url);
  await visitor.offers(/^Open picture: First$/);
  return visitor;
}

const three = (origin: string) =>
  ['First', 'Second', 'Third'].map((description, at) => ({
    id: String(at),
    type: 'image',
    url: `${origin}/pictures/meadow.svg?${at}`,
    preview_url: `${origin}/pictures/meadow.svg?small-${at}`,
    description,
    meta: { original: { width: 1600, height: 900 } },
  }));

const focusedName = (visitor: Visitor) =>
  visitor.page.evaluate(() => {
    let active = document.activeElement as HTMLElement | null;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement as HTMLElement;
    return active?.ariaLabel ?? active?.textContent?.trim() ?? '';
  });

const isClosed = (visitor: Visitor) => visitor.page.evaluate(() => !document.querySelector('masto-lightbox'));

inBrowsers('pictures shown large', (scene) => {
  it('by keyboard alone: opened, turned, enlarged, read, closed, and back at the picture', async () => {
    const visitor = await gallery(scene);
    const { keyboard } = visitor.page;
    const reach = async (name: RegExp) => {
      for (let stop = 0; stop < 40 && !name.test(await focusedName(visitor)); stop++) await keyboard.press('Tab');
      assert.match(await focusedName(visitor), name);
    };
    await reach(/^Open picture: Second$/);
    await keyboard.press('Enter');
    await visitor.sees('2 of 3');
    await keyboard.press('ArrowRight');
    await visitor.sees('3 of 3');
    await visitor.sees(/Third/);
    await keyboard.press('ArrowLeft');
    await visitor.sees('2 of 3');
    await keyboard.press('+');
    const scale = () =>
      visitor.page.evaluate(() => {
        const root = document.querySelector('masto-lightbox')!.shadowRoot!;
        return new DOMMatrix(getComputedStyle(root.querySelector('.is-shown .picture')!).transform).a;
      });
    await visitor.until(async () => (await scale()) === 1.5, 'It is not larger.');
    await reach(/^Next$/);
    await keyboard.press('Enter');
    await visitor.sees('3 of 3');
    const scrolled = await visitor.page.evaluate(() => scrollY);
    for (const key of [' ', 'PageDown', 'ArrowDown']) await keyboard.press(key);
    assert.equal(await visitor.page.evaluate(() => scrollY), scrolled);
    await keyboard.press('Escape');
    await visitor.until(() => isClosed(visitor), 'It is still there.');
    assert.match(await focusedName(visitor), /^Open picture: Second$/);
  });

  it('a press beside the picture closes it, and a finger turns it', async () => {
    const visitor = await gallery(scene);
    await visitor.press(/^Open picture: First$/);
    await visitor.sees('1 of 3');
    await visitor.page.evaluate(async () => {
      const stage = document.querySelector('masto-lightbox')!.shadowRoot!.querySelector('.stage')!;
      const send = (type: string, x: number) =>
        stage.dispatchEvent(
          new PointerEvent(type, {
            clientX: x,
            clientY: 300,
            pointerId: 7,
            pointerType: 'touch',
            bubbles: true,
            cancelable: true,
          }),
        );
      send('pointerdown', 700);
      for (const x of [600, 500, 400]) {
        send('pointermove', x);
        await new Promise(requestAnimationFrame);
      }
      send('pointerup', 400);
    });
    await visitor.sees('2 of 3');
    await visitor.page.mouse.click(500, 64);
    await visitor.until(() => isClosed(visitor), 'It is still there.');
  });
});
