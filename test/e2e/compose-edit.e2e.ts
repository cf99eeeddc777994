import assert from 'node:assert/strict';
import { it } from 'node:test';
import { harbour, kept, posts } from './compose-stage.js';
import { inBrowsers } from './scene.js';
import type { Visitor } from './visitor.js';

inBrowsers('posts that are changed', (scene) => {
  const made = (text: string) =>
    scene.stage.control<{ id: string; url: string }>(scene.stage.harbour, 'POST', 'posts', {
      person: 'ines',
      status: text,
    });
  const page = (url: string) =>
    `<masto-auth scopes="+read:statuses"><masto-login></masto-login></masto-auth>` +
    `<masto-status src="${url}"></masto-status><masto-compose></masto-compose>`;
  async function menu(visitor: Visitor, name: string) {
    await visitor.offers('Bookmark');
    await visitor.press('More', 'masto-status');
    await visitor.press(name, 'masto-status');
  }

  it('R181 R163 an own post is changed, with a reload in the middle, and nothing new is posted', async () => {
    const { id, url } = await made('The fery is late');
    const visitor = await scene.visit(page(url));
    await visitor.signIn(scene.stage.harbour);
    await menu(visitor, 'Edit');
    await visitor.offers('Save');
    await visitor.fill('Text', 'The ferry is late');
    await kept(visitor, 'The ferry is late');
    await visitor.page.reload();
    await menu(visitor, 'Edit');
    await visitor.sees('The ferry is late');
    // The form's parts come one by one: a press before the last is there could miss the button.
    await visitor.sees('483 characters left');
    await visitor.press('Save');
    await visitor.until(
      () => Promise.resolve(harbour(scene).statuses.get(id)!.text === 'The ferry is late'),
      'Not saved.',
    );
    await visitor.until(async () => !(await visitor.text()).includes('Changing your post'), 'The form stays.');
    await visitor.sees('The ferry is late');
    assert.equal(await scene.count(scene.stage.harbour, 'POST /api/v1/statuses'), 0);
  });

  it('R165 a server that took the change and could not say so: it is found there', async () => {
    const { id, url } = await made('Befor');
    const visitor = await scene.visit(page(url));
    await visitor.signIn(scene.stage.harbour);
    await menu(visitor, 'Edit');
    await visitor.offers('Save');
    await visitor.fill('Text', 'Before');
    const cut = { method: 'PUT', path: '/api/v1/statuses/*', cut: 40, broken: true };
    await scene.stage.control(scene.stage.harbour, 'PUT', 'faults', [cut]);
    await visitor.press('Save');
    await visitor.until(() => Promise.resolve(harbour(scene).statuses.get(id)!.text === 'Before'), 'Not saved.');
    await visitor.until(async () => !(await visitor.text()).includes('Changing your post'), 'The form stays.');
    assert.equal(await scene.count(scene.stage.harbour, `PUT /api/v1/statuses/${id}`), 1);
  });

  it('R163 what is deleted to be written anew is never lost, not by a reload either', async () => {
    const { id, url } = await made('Once more with feeling');
    const visitor = await scene.visit(page(url));
    await visitor.signIn(scene.stage.harbour);
    await menu(visitor, 'Delete and write anew');
    await visitor.press('Delete and write anew', 'masto-status');
    await visitor.until(() => Promise.resolve(!harbour(scene).statuses.has(id)), 'Not deleted.');
    await kept(visitor, 'Once more with feeling');
    await visitor.page.reload();
    // What stands above the form moves it once more.
    await visitor.sees('Not found');
    await visitor.sees('500 characters left');
    await visitor.press('Drafts and scheduled posts');
    await visitor.sees('Once more with feeling');
    await visitor.press('Continue here');
    await visitor.press('Post');
    await visitor.sees('Your post is out.');
    assert.equal(posts(scene, 'Once more with feeling').length, 1);
  });
});
