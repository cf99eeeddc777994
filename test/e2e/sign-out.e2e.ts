import assert from 'node:assert/strict';
import { it } from 'node:test';
import { client, inBrowsers } from './scene.js';
import type { Visitor } from './visitor.js';

const home = `${client}<masto-timeline feed="home" load="eager" limit="5"></masto-timeline>`;
const hasPosts = (visitor: Visitor) => {
  const found = () => !!document.querySelector('masto-timeline')?.shadowRoot?.querySelector('masto-status');
  return visitor.until(() => visitor.page.evaluate(found), 'No posts.');
};

const day = 24 * 60 * 60_000;

inBrowsers('the end of a session', (scene) => {
  it('R48 signing out takes the token back, at the server and here', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour, 'ines', { keep: true });
    await visitor.press(/your account$/);
    await visitor.press('Sign out');
    await visitor.offers('Sign in with Mastodon');
    assert.deepEqual(await visitor.people(), []);
    await visitor.until(async () => (await scene.tokens(stage.harbour))[0]!.revoked, 'It is still good there.');
    const [revoking] = (await stage.log(stage.harbour)).filter(({ path }) => path === '/oauth/revoke');
    assert.deepEqual([revoking?.method, revoking?.authorization, revoking?.query], ['POST', false, '']);
    assert.doesNotMatch(await visitor.text(), /could not be told/);
    await visitor.page.reload();
    await visitor.offers('Sign in with Mastodon');
  });

  it('R48 a server that cannot be told: signed out here, and it is said where to end it', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await stage.control(stage.harbour, 'PUT', 'faults', [{ refuse: true }]);
    await visitor.press(/your account$/);
    await visitor.press('Sign out');
    await visitor.sees(`You are signed out here, but ${stage.harbour} could not be told`);
    await visitor.offers('Sign in with Mastodon');
    await visitor.offers(`${stage.harbour} → Authorised apps`);
    assert.deepEqual(await visitor.people(), []);
    assert.equal((await scene.tokens(stage.harbour))[0]!.revoked, false);
  });

  it('R49 a day later, with a token that was revoked meanwhile: it is said, and signing in again works', async () => {
    const { stage, profile } = scene;
    const url = stage.page(home);
    const yesterday = await scene.visit(url);
    await yesterday.signIn(stage.harbour, 'ines', { keep: true });
    await yesterday.page.evaluate(() => void localStorage.setItem('mine', 'stays'));
    await (await profile.tab()).open(stage.page(''));
    await yesterday.page.close();
    await stage.control(stage.harbour, 'PUT', 'clock', { advance: day });
    await stage.control(stage.harbour, 'DELETE', 'tokens?person=ines');
    const today = await scene.visit(url);
    await today.sees(/has signed you out: the key to @ines@\S+ is no longer good/);
    assert.match(String(await today.people()), /^local http/, 'nothing is thrown away in silence');
    await today.press(/^Sign in again$/);
    await today.press(/^Go to/);
    await today.press('Authorize');
    await today.isIn('Inês Matos');
    await hasPosts(today);
    assert.doesNotMatch(await today.text(), /signed you out/);
    assert.equal((await today.people()).length, 1);
    assert.equal(await today.page.evaluate(() => localStorage.getItem('mine')), 'stays');
  });

  it('R49 a day later, with a token that is still good: signed in, with one request for the posts', async () => {
    const { stage } = scene;
    const url = stage.page(home);
    const yesterday = await scene.visit(url);
    await yesterday.signIn(stage.harbour, 'ines', { keep: true });
    await hasPosts(yesterday);
    await yesterday.open('about:blank');
    await stage.control(stage.harbour, 'PUT', 'clock', { advance: day });
    await stage.control(stage.harbour, 'DELETE', 'log');
    const today = await scene.visit(url);
    await today.isIn('Inês Matos');
    await hasPosts(today);
    const asked = await stage.asked(stage.harbour);
    assert.equal(asked.filter((one) => one === 'GET /api/v1/timelines/home').length, 1);
    assert.deepEqual(
      asked.filter((one) => /oauth|apps|well-known/.test(one)),
      [],
    );
  });

  it('R49 a server that stumbles (503) signs nobody out', async () => {
    const { stage } = scene;
    const url = stage.page(home);
    const visitor = await scene.visit(url);
    await visitor.signIn(stage.harbour);
    await stage.control(stage.harbour, 'PUT', 'faults', [{ path: '/api/*', status: 503 }]);
    await visitor.page.reload();
    await visitor.isIn('Inês Matos');
    await visitor.sees(/has a problem/);
    assert.equal((await visitor.people()).length, 1);
    assert.doesNotMatch(await visitor.text(), /signed you out/);
  });

  it('R121 forgetting: everybody is signed out everywhere, and nothing of ours is left', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.fill('Text', 'A draft');
    await visitor.signIn(stage.harbour, 'ines', { keep: true });
    await visitor.press(/your account$/);
    await visitor.signIn(stage.hills, 'ama', { button: 'Add an account' });
    await visitor.isIn('Ama');
    await visitor.press(/your account$/);
    await visitor.press(/^Forget me on this site/);
    await visitor.press('Forget me');
    await visitor.sees('This site has forgotten you');
    const { local, session } = await visitor.stored();
    assert.deepEqual([...Object.keys(local), ...Object.keys(session)], []);
    for (const host of [stage.harbour, stage.hills])
      assert.deepEqual(
        (await scene.tokens(host)).map(({ revoked }) => revoked),
        [true],
      );
  });
});
