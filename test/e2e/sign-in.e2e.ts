import assert from 'node:assert/strict';
import { it } from 'node:test';
import { client, inBrowsers } from './scene.js';

const windowed = client.replace('<masto-auth>', '<masto-auth flow="popup">');

inBrowsers('the ways to a server and back', (scene) => {
  it('R8 R9 R20 R37 R57 leaves on a click only, and comes back to the same place, with the page’s own query and hash', async () => {
    const { stage } = scene;
    const url = `${stage.page(client)}?post=1&x=%20y#end`;
    const visitor = await scene.visit(url);
    await visitor.offers('Sign in with Mastodon');
    await visitor.press('Sign in with Mastodon');
    await visitor.fill('Server or address', `@ines@${stage.harbour}`);
    assert.deepEqual([await stage.asked(stage.harbour), visitor.page.url()], [[], url], 'nothing while typing');
    assert.deepEqual(await visitor.stored(), { local: {}, session: {} });
    await visitor.page.keyboard.press('Enter');
    await visitor.offers(`Go to ${stage.harbour}`);
    assert.deepEqual(await stage.asked(stage.harbour), ['GET /.well-known/oauth-authorization-server']);
    await visitor.press(`Go to ${stage.harbour}`);
    await visitor.decide('ines');
    await visitor.isIn('Inês Matos');
    assert.equal(visitor.page.url(), url);
    assert.equal(await scene.count(stage.harbour, 'POST /api/v1/apps'), 1);
    assert.equal(await scene.count(stage.harbour, 'GET /.well-known/oauth-authorization-server'), 1);
    assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 1);
    assert.deepEqual(await stage.asked(stage.hills), []);
  });

  it('R9 asks for metadata and a registration once, also for who comes a second time', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.press(/your account$/);
    await visitor.press('Sign out');
    await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    await visitor.press('Authorize');
    await visitor.isIn();
    assert.equal(await scene.count(stage.harbour, 'POST /api/v1/apps'), 1);
    assert.equal(await scene.count(stage.harbour, 'GET /.well-known/oauth-authorization-server'), 1);
    assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 2);
  });

  it('R38 in a window: the page stays as it is, the window goes', async () => {
    const { stage, profile } = scene;
    const visitor = await scene.visit(windowed);
    await visitor.fill('Text', 'A draft');
    await visitor.page.evaluate(() => void Object.assign(window, { untouched: true }));
    await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    const popup = await profile.opened();
    await popup.decide('ines');
    await visitor.isIn();
    await visitor.until(() => Promise.resolve(popup.page.isClosed()), 'The window is still there.');
    assert.equal(await visitor.page.evaluate(() => 'untouched' in window), true);
    await visitor.sees('A draft');
    assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 1);
  });

  it('R38 a window that may not open: goes by this tab', async () => {
    const { stage } = scene;
    const visitor = await scene.visit(windowed, () => {
      window.open = () => null;
    });
    const url = visitor.page.url();
    await visitor.signIn(stage.harbour);
    assert.equal(visitor.page.url(), url);
  });

  it('R38 a server that cuts the window off from this page (COOP): the answer finds its way', async () => {
    const { stage, profile } = scene;
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin' };
    await stage.control(stage.harbour, 'PUT', 'faults', [{ path: '/*/*', headers }]);
    const visitor = await scene.visit(windowed);
    await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    const popup = await profile.opened();
    await popup.press(/@ines$/);
    await popup.offers('Authorize');
    assert.equal(await popup.page.evaluate(() => window.opener === null), true, 'it is cut off');
    await popup.press('Authorize');
    await visitor.page.bringToFront();
    await visitor.isIn();
    assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 1);
  });

  it('R44 R163 who says no comes back quietly, and to what they had written', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    const url = visitor.page.url();
    await visitor.fill('Text', 'Not for you');
    await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    await visitor.decide('ines', false);
    await visitor.offers('Sign in with Mastodon');
    const text = await visitor.sees('Not for you');
    assert.doesNotMatch(text, /said no|denied|Try again/i);
    assert.equal(visitor.page.url(), url);
    assert.deepEqual(await visitor.people(), []);
    assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 0);
  });

  it('R6 a host that is no server is named with its reason, and nothing is registered', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.press('Sign in with Mastodon');
    const { host } = new URL(stage.blog);
    for (const [written, said] of [
      ['localhost:1', 'localhost:1 cannot be reached.'],
      [host, `${host} answers, but it does not offer the Mastodon interface.`],
      ['not a server', '“not a server” cannot be a server.'],
    ] as const) {
      await visitor.fill('Server or address', written);
      await visitor.page.keyboard.press('Enter');
      await visitor.sees(said);
      assert.equal(await visitor.can(/^Go to/), false);
    }
    assert.deepEqual(await visitor.stored(), { local: {}, session: {} });
    assert.deepEqual([await stage.asked(stage.harbour), await stage.asked(stage.hills)], [[], []]);
  });

  it('R22 a reload, and another page of the site, keep who is signed in; another tab does not, unless asked to', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.page.reload();
    await visitor.isIn();
    await visitor.open(stage.page(client));
    await visitor.isIn();
    assert.match(String(await visitor.people()), /^session http/);
    const second = await scene.visit();
    await second.offers('Sign in with Mastodon');
    await second.signIn(stage.hills, 'ama', { keep: true });
    assert.match(String(await second.people()), /^local http/);
    const third = await scene.visit();
    await third.isIn();
  });

  it('R45 R17 back to the server, which sends them here again: harmless', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    const url = visitor.page.url();
    await visitor.signIn(stage.harbour);
    // Where the browser has not kept the server's page, who has said yes before is not asked again. Either way another
    // answer to the same question comes.
    await visitor.back();
    const sees = 'An answer came that this page had not asked for';
    await visitor.until(
      async () => (await visitor.can('Authorize')) || (await visitor.text()).includes(sees),
      'Not gone back.',
    );
    if (await visitor.can('Authorize')) await visitor.press('Authorize');
    await visitor.sees(sees);
    await visitor.isIn();
    assert.equal(visitor.page.url(), url);
    assert.equal(await scene.count(stage.harbour, 'POST /oauth/token'), 1);
    await visitor.page.reload();
    await visitor.isIn();
    assert.equal((await visitor.people()).length, 1);
    assert.deepEqual(
      (await scene.tokens(stage.harbour)).map(({ person, revoked }) => [person, revoked]),
      [['ines', false]],
    );
  });

  it('R45 who comes back from a server before they have said yes finds the form as it was, and may go again', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.fill('Text', 'Second thoughts');
    await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    await visitor.offers(/@ines$/);
    await visitor.back();
    await visitor.sees('Second thoughts');
    if (!(await visitor.can(/^Go to/))) await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    await visitor.decide('ines');
    await visitor.isIn();
    await visitor.sees('Second thoughts');
    assert.equal(await scene.count(stage.harbour, 'POST /api/v1/apps'), 1);
  });

  it('R41 a page that the browser has kept, and brings back, looks again who is signed in', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    // Firefox gives such a page the sessionStorage that it had when it was left: only what is kept can be looked at again.
    await visitor.signIn(stage.harbour, 'ines', { keep: scene.browser === 'firefox' });
    await visitor.page.evaluate(() => void Object.assign(window, { kept: true }));
    await visitor.open(stage.page('', { head: '' }));
    await visitor.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await visitor.back();
    await visitor.offers('Sign in with Mastodon');
    assert.equal(await visitor.page.evaluate(() => 'kept' in window), true, 'it was not kept');
  });
});
