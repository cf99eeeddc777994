import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBrowsers } from './scene.js';

/** As strict as a page can be: no styles but sheets, no HTML but by policy. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src *; img-src *; style-src 'self'; require-trusted-types-for 'script'; trusted-types masto-elements lit-html";

inBrowsers('the history of a post', (scene) => {
  const edited = async () => {
    const { stage } = scene;
    const { url, id } = await stage.control<{ url: string; id: string }>(stage.harbour, 'POST', 'posts', {
      person: 'noor',
      status: 'Nothing but the fog.',
    });
    await stage.control(stage.harbour, 'PUT', `posts/${id}`, { status: 'Nothing but the gull.' });
    return url;
  };

  it('by keyboard alone, under a strict policy: opened, read, closed, and the focus is back', async () => {
    const { stage } = scene;
    const url = stage.page(`<masto-status src="${await edited()}"></masto-status>`, {
      headers: { 'content-security-policy': policy },
    });
    const visitor = await scene.visit(url);
    await visitor.sees('Nothing but the gull.');
    const focused = () =>
      visitor.page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('value') ?? at?.id ?? '';
      });
    const reaches = async (name: string) => {
      for (let step = 0; step < 12 && (await focused()) !== name; step++) await visitor.page.keyboard.press('Tab');
      assert.equal(await focused(), name);
    };
    await reaches('history');
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('How this post was edited');
    await visitor.sees(/Removed: fog \(end\)\s*Added: gull \(end\)/);
    assert.equal(await focused(), 'history-title');
    await visitor.page.keyboard.press('Escape');
    await visitor.until(async () => (await focused()) === 'history', 'The focus is not back.');
    assert.doesNotMatch(await visitor.text(), /How this post was edited/);
    assert.equal((await stage.asked(stage.harbour)).filter((one) => one.endsWith('/history')).length, 1);
  });

  it('nothing of it is loaded before somebody asks', async () => {
    const visitor = await scene.visit(`<masto-status src="${await edited()}"></masto-status>`);
    await visitor.sees('Nothing but the gull.');
    const files = () =>
      visitor.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)!));
    assert.ok(!(await files()).some((name) => /^history/.test(name)));
    await visitor.press(/^Edited/);
    await visitor.sees('Original');
    assert.ok((await files()).some((name) => /^history/.test(name)));
  });
});
