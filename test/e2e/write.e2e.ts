import assert from 'node:assert/strict';
import { it } from 'node:test';
import { client, inBrowsers } from './scene.js';

inBrowsers('writing', (scene) => {
  const posted = (text: string) =>
    [...scene.stage.servers[0]!.instance.world.statuses.values()].filter(({ text: one }) => one === text).length;

  it('R164 R49 a token that is no good any more: the draft stays, and is sent after signing in again, by a press', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Kept over a sign-in');
    await stage.control(stage.harbour, 'DELETE', 'tokens?person=ines');
    await visitor.press('Post');
    await visitor.sees(`${stage.harbour} has signed you out. Sign in again, then send it: what you wrote is kept.`);
    await visitor.sees('Kept over a sign-in');
    await visitor.press('Sign in again');
    await visitor.press(/^Go to/);
    await visitor.press('Authorize');
    await visitor.isIn('Inês Matos');
    await visitor.sees('Kept over a sign-in');
    await visitor.offers('Post');
    assert.equal(posted('Kept over a sign-in'), 0, 'nothing is sent without a press');
    await visitor.press('Post');
    await visitor.sees('Your post is out.');
    assert.equal(posted('Kept over a sign-in'), 1);
    assert.equal((await visitor.people()).length, 1);
  });

  it('R165 R163 a server that is gone while it is sent: kept, found again, sent once', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Into the dark');
    await stage.control(stage.harbour, 'PUT', 'faults', [{ path: '/api/v1/*', refuse: true }]);
    await visitor.press('Post');
    await visitor.sees('It is not known whether it was posted');
    await visitor.page.reload();
    await visitor.sees('Into the dark');
    await stage.control(stage.harbour, 'DELETE', 'faults');
    await visitor.page.reload();
    await visitor.press('Send again');
    await visitor.sees('Your post is out.');
    assert.equal(posted('Into the dark'), 1);
    await visitor.page.reload();
    await visitor.isIn();
    assert.doesNotMatch(await visitor.text(), /Into the dark/);
  });

  it('R165 a server that took it and could not say so: it is found, and not sent twice', async () => {
    const { stage } = scene;
    const visitor = await scene.visit(`${client}<masto-timeline feed="home" limit="1"></masto-timeline>`);
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Taken in silence');
    const cut = { method: 'POST', path: '/api/v1/statuses', cut: 40, broken: true };
    await stage.control(stage.harbour, 'PUT', 'faults', [cut]);
    await visitor.press('Post');
    await visitor.sees('Your post is out.');
    assert.equal(posted('Taken in silence'), 1);
    assert.equal(await scene.count(stage.harbour, 'POST /api/v1/statuses'), 1);
  });

  it('R163 what was written signed out, and is not sent, is there after signing in, and after a reload', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.fill('Text', 'Before I was anybody');
    await visitor.press('Sign in to post');
    await visitor.fill('Server or address', stage.harbour);
    await visitor.page.keyboard.press('Enter');
    await visitor.press(/^Go to/);
    await visitor.decide('ines');
    await visitor.isIn();
    await visitor.sees('Before I was anybody');
    await visitor.page.reload();
    await visitor.sees('Before I was anybody');
    assert.equal(posted('Before I was anybody'), 0);
  });

  const bookmarks = async () =>
    (await scene.stage.asked(scene.stage.harbour)).filter((one) => /^POST .*\/bookmark$/.test(one)).length;

  it('answers a post of another server from home, under the post, and bookmarks it once', async () => {
    const { stage } = scene;
    const { url } = await stage.control<{ url: string }>(stage.hills, 'POST', 'posts', {
      person: 'ama',
      status: 'Who has seen my ladder?',
    });
    const visitor = await scene.visit(
      `<masto-auth><masto-login></masto-login></masto-auth><masto-status src="${url}"></masto-status>`,
    );
    await visitor.sees('Who has seen my ladder?');
    await visitor.signIn(stage.harbour);
    await visitor.press('Bookmark');
    await visitor.until(async () => (await bookmarks()) === 1, 'Not bookmarked.');
    await visitor.press('Reply', 'masto-status');
    await visitor.fill('Your comment', 'It leans against my wall');
    await visitor.press('Reply', 'masto-compose');
    await visitor.sees('Your reply is out.');
    assert.equal(await scene.count(stage.hills, 'POST /api/v1/statuses'), 0);
    assert.equal(posted(`@ama@${stage.hills} It leans against my wall`) + posted('It leans against my wall'), 1);
    assert.deepEqual(
      (await stage.log(stage.hills)).filter(({ authorization }) => authorization),
      [],
    );
  });
});
