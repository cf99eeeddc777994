import assert from 'node:assert/strict';
import { it } from 'node:test';
import { scriptTag } from './world.js';
import { client, inBrowsers, type Scene } from './scene.js';

const notAsked = 'An answer came that this page had not asked for';

/** Somebody at a server's page; where it would send them. */
async function underWay(scene: Scene, deny = false) {
  const { stage } = scene;
  const visitor = await scene.visit();
  const url = visitor.page.url();
  await visitor.ask(stage.harbour);
  await visitor.press(/^Go to/);
  return { visitor, url, answer: await scene.answerTo(visitor, 'ines', deny) };
}

const exchanges = async (scene: Scene) =>
  (await scene.count(scene.stage.harbour, 'POST /oauth/token')) +
  (await scene.count(scene.stage.hills, 'POST /oauth/token'));

/** An address with some of its parameters changed. */
function changed(address: string, changes: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.href;
}

inBrowsers('what a server answers', (scene) => {
  it('R17 R18 R20 is used once: a code that is replayed does nothing', async () => {
    const { visitor, url, answer } = await underWay(scene);
    await visitor.open(answer);
    await visitor.isIn('Inês Matos');
    assert.equal(visitor.page.url(), url);
    await visitor.open(answer);
    await visitor.sees(notAsked);
    assert.equal(visitor.page.url(), url);
    await visitor.isIn('Inês Matos');
    assert.equal(await exchanges(scene), 1);
  });

  it('R17 with a forged state goes nowhere, and is said', async () => {
    const { visitor, url, answer } = await underWay(scene);
    for (const forged of [changed(answer, { state: 'A'.repeat(43) }), `${url}?masto=localhost&code=1&state=2`]) {
      await visitor.open(forged);
      await visitor.sees(notAsked);
      assert.equal(visitor.page.url(), url);
    }
    assert.deepEqual([await exchanges(scene), await visitor.people()], [0, []]);
  });

  it('R19 from another server than the one that was asked goes nowhere', async () => {
    const { stage } = scene;
    for (const changes of [{ masto: stage.hills }, { iss: `http://${stage.hills}/` }] as Record<string, string>[]) {
      const { visitor, url, answer } = await underWay(scene);
      await visitor.open(changed(answer, changes));
      await visitor.sees('The answer came from another server than the one you were sent to.');
      assert.equal(visitor.page.url(), url);
      // The record is used up, too: the true answer comes too late.
      await visitor.open(answer);
      await visitor.sees(notAsked);
      assert.deepEqual([await exchanges(scene), await visitor.people()], [0, []]);
    }
  });

  it('R21 to somebody else’s client on the page is left alone, also while ours is under way', async () => {
    const { visitor, url, answer } = await underWay(scene);
    const theirs = `${url}?code=theirs&state=theirs&error=none#/route?code=1`;
    await visitor.open(theirs);
    await visitor.offers('Sign in with Mastodon');
    assert.equal(visitor.page.url(), theirs);
    assert.doesNotMatch(await visitor.text(), /answer/i);
    assert.equal(await exchanges(scene), 0);
    await visitor.open(answer);
    await visitor.isIn();
  });

  it('R18 R209 is exchanged once on a page with two copies of the library and two <masto-auth>', async () => {
    const { stage } = scene;
    const second = scriptTag.replace('/dist/cdn/', '/second/copy/');
    const url = stage.page(`${client}<masto-auth><masto-login></masto-login></masto-auth>`, {
      head: scriptTag + second,
    });
    const visitor = await scene.visit(url);
    await visitor.signIn(stage.harbour);
    await visitor.until(
      () =>
        visitor.page.evaluate(() =>
          [...document.querySelectorAll('masto-auth')].every((auth) => !!(auth as { session?: object }).session),
        ),
      'Only one <masto-auth> knows.',
    );
    assert.equal(await exchanges(scene), 1);
    assert.equal((await visitor.people()).length, 1);
  });

  it('R59 comes to callback.html, which leads on: one application for all pages of a site', async () => {
    const { stage } = scene;
    const body = client.replace('<masto-auth>', '<masto-auth redirect-uri="/dist/cdn/callback.html">');
    const pages = [`${stage.page(body)}?page=1#a`, `${stage.page(body)}#b`];
    const visitor = await scene.visit();
    for (const url of pages) {
      await visitor.open(url);
      await visitor.ask(stage.harbour);
      await visitor.press(/^Go to/);
      if (url === pages[0]) await visitor.press(/@ines$/);
      await visitor.press('Authorize');
      await visitor.isIn();
      assert.equal(visitor.page.url(), url);
      await visitor.press(/your account$/);
      await visitor.press('Sign out');
      const tokens = () => scene.tokens(stage.harbour);
      await visitor.until(async () => (await tokens()).every(({ revoked }) => revoked), 'Not revoked.');
    }
    const apps = await stage.control<{ redirect_uris: string[] }[]>(stage.harbour, 'GET', 'apps');
    const callback = `${stage.blog}/dist/cdn/callback.html?masto=${encodeURIComponent(stage.harbour)}`;
    assert.deepEqual(
      apps.map(({ redirect_uris }) => redirect_uris),
      [[callback]],
    );
  });

  it('R60 lost on the way, because the site sends its readers on without the query: it is said what to mend', async () => {
    const { stage } = scene;
    const path = `/lost-${Date.now()}`;
    stage.page('', { path, status: 301, headers: { location: `${path}/` } });
    const auth = `<masto-auth redirect-uri="${path}">`;
    const url = stage.page(client.replace('<masto-auth>', auth), { path: `${path}/` });
    const visitor = await scene.visit(url);
    await visitor.ask(stage.harbour);
    await visitor.press(/^Go to/);
    await visitor.decide('ines');
    await visitor.sees('You came back, but the server’s answer was lost on the way');
    await visitor.page.reload();
    await visitor.offers('Sign in with Mastodon');
    assert.doesNotMatch(await visitor.text(), /lost on the way/, 'said once');
  });

  it('R44 R56 that is an error is shown as text, and a try again is offered', async () => {
    const { visitor, url, answer } = await underWay(scene, true);
    await visitor.open(changed(answer, { error: 'server_error', error_description: '<b>Down</b> until noon' }));
    await visitor.sees('has a problem of its own');
    await visitor.sees('<b>Down</b> until noon');
    await visitor.offers('Try again');
    assert.equal(visitor.page.url(), url);
  });

  it('R57 nobody is signed in, or sent anywhere, without a press', async () => {
    const { stage } = scene;
    const auth = `<masto-auth instance="http://${stage.harbour}" flow="popup" storage="local" scopes="write:statuses">`;
    const visitor = await scene.visit(client.replace('<masto-auth>', auth));
    const url = visitor.page.url();
    await visitor.offers('Sign in with Mastodon');
    await visitor.offers('Sign in to post');
    await visitor.press('Sign in to post');
    await visitor.offers(/^Go to/);
    await visitor.press('Close');
    await visitor.offers('Sign in with Mastodon');
    assert.equal(visitor.page.url(), url);
    assert.deepEqual(await stage.asked(stage.harbour), ['GET /.well-known/oauth-authorization-server']);
    assert.deepEqual(await visitor.stored(), { local: {}, session: {} });
  });
});
