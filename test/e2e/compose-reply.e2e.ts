import assert from 'node:assert/strict';
import { it } from 'node:test';
import { harbour, kept } from './compose-stage.js';
import { inBrowsers } from './scene.js';

inBrowsers('answers to posts of other servers', (scene) => {
  it('R163 R180 an answer from home keeps what it answers over a reload, and goes out once', async () => {
    const { stage } = scene;
    const { url } = await stage.control<{ url: string }>(stage.hills, 'POST', 'posts', {
      person: 'ama',
      status: 'Who has seen my ladder?',
    });
    const visitor = await scene.visit(
      `<masto-auth><masto-login></masto-login></masto-auth><masto-compose in-reply-to="${url}"></masto-compose>`,
    );
    await visitor.signIn(stage.harbour);
    await visitor.fill(/^(?:Text|Your comment)$/, 'By the wall');
    await kept(visitor, 'By the wall');
    await visitor.page.reload();
    await visitor.sees('By the wall');
    await visitor.press('Reply', 'masto-compose');
    await visitor.sees('Your reply is out.');
    const mine = [...harbour(scene).statuses.values()].filter(({ text }) => text.endsWith('By the wall'));
    assert.equal(mine.length, 1);
    assert.equal(harbour(scene).statuses.get(mine[0]!.replyTo!)!.url, url);
    assert.equal(await scene.count(stage.hills, 'POST /api/v1/statuses'), 0);
  });
});
