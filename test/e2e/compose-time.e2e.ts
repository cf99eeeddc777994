import assert from 'node:assert/strict';
import { it } from 'node:test';
import { harbour, kept, posts } from './compose-stage.js';
import { inBrowsers } from './scene.js';

inBrowsers('polls and posts for later', (scene) => {
  it('R163 R178 a poll, with a reload in the middle', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Soup or bread?');
    await visitor.press('Add a poll');
    await visitor.fill('Choice 1', 'Soup');
    await visitor.fill('Choice 2', 'Bread');
    await kept(visitor, 'Bread');
    await visitor.page.reload();
    await visitor.sees('Soup or bread?');
    await visitor.press('Choice', 'masto-compose');
    await visitor.fill('Choice 3', 'Both');
    await visitor.press('Post');
    await visitor.sees('Your post is out.');
    const [post, ...more] = posts(scene, 'Soup or bread?');
    assert.equal(more.length, 0);
    assert.deepEqual(harbour(scene).polls.get(post!.pollId!)!.options, ['Soup', 'Bread', 'Both']);
  });

  it('R165 a post for later is scheduled once, though the server goes away while it takes it, and can be withdrawn', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'In the morning');
    await visitor.press('Post it later');
    await visitor.sees(/It goes out/);
    await kept(visitor, 'scheduledAt');
    await visitor.page.reload();
    await visitor.sees(/It goes out/);
    const cut = { method: 'POST', path: '/api/v1/statuses', cut: 30, broken: true, times: 1 };
    await stage.control(stage.harbour, 'PUT', 'faults', [cut]);
    await visitor.press('Schedule');
    await visitor.until(async () => {
      // What waits may be looked at by leave only.
      if (await visitor.can('Allow it')) return true;
      return (await visitor.text()).includes('It will be posted');
    }, 'Nothing is said.');
    assert.equal(harbour(scene).scheduled.length, 1);
    assert.equal(await scene.count(stage.harbour, 'POST /api/v1/statuses'), 1);
  });

  it('R163 a draft and a post for later are listed, withdrawn and gone on with', async () => {
    const { stage } = scene;
    const visitor = await scene.visit(
      '<masto-auth scopes="+read:statuses"><masto-login></masto-login></masto-auth><masto-compose></masto-compose>',
    );
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'At nine');
    await visitor.press('Post it later');
    await visitor.sees(/It goes out/);
    await visitor.press('Schedule');
    await visitor.sees('It will be posted');
    await visitor.press('Drafts and scheduled posts');
    await visitor.press('Withdraw');
    await visitor.sees('It is among your drafts now.');
    assert.equal(harbour(scene).scheduled.length, 0);
    await visitor.press('Continue here');
    await visitor.sees('At nine');
    assert.equal(posts(scene, 'At nine').length, 0);
  });
});
