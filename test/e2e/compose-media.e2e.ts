import assert from 'node:assert/strict';
import { it } from 'node:test';
import { choose, harbour, kept, posts } from './compose-stage.js';
import { inBrowsers } from './scene.js';

const own = 'What is to be seen, for whoever cannot see it';

inBrowsers('files that go with a post', (scene) => {
  const uploads = () => scene.count(scene.stage.harbour, 'POST /api/v2/media');

  it('R163 R173 two pictures with their descriptions, with a reload in the middle: sent up once, posted once', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Two of the harbour');
    await choose(visitor, 'one.png', 'two.png');
    await visitor.press(/^Describe it: picture 1/);
    await visitor.fill(own, 'Fog over the quay');
    await visitor.press('Done');
    await visitor.until(async () => (await uploads()) === 2, 'Not both are up.');
    await kept(visitor, 'Fog over the quay');
    await visitor.page.reload();
    await visitor.sees('Two of the harbour');
    await visitor.press(/^Describe it: picture 2/);
    await visitor.fill(own, 'A heron');
    await visitor.press('Done');
    await visitor.press('Post');
    await visitor.sees('Your post is out.');
    const [post, ...more] = posts(scene, 'Two of the harbour');
    assert.equal(more.length, 0);
    assert.deepEqual(
      post!.mediaIds.map((id) => harbour(scene).media.get(id)!.description),
      ['Fog over the quay', 'A heron'],
    );
    assert.equal(await uploads(), 2, 'nothing is sent up twice');
  });

  it('R172 R173 a server that is gone while they go up: the text stays, one press sends what is missing', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Half of it');
    await choose(visitor, 'one.png');
    await visitor.until(async () => (await uploads()) === 1, 'The first is not up.');
    await visitor.offers(/^Describe it: picture 1/);
    await stage.control(stage.harbour, 'PUT', 'faults', [{ method: 'POST', path: '/api/v*/media', refuse: true }]);
    await choose(visitor, 'two.png');
    await visitor.sees(/The way to .* broke off|does not answer/);
    await stage.control(stage.harbour, 'DELETE', 'faults');
    await visitor.press('Try again');
    await visitor.offers(/^Describe it: picture 2/);
    await visitor.press('Post');
    await visitor.press('Post anyway');
    await visitor.sees('Your post is out.');
    assert.equal(posts(scene, 'Half of it')[0]!.mediaIds.length, 2);
  });

  it('R175 a server that has forgotten them says so before anything is lost', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour);
    await visitor.fill('Text', 'Left lying for a day');
    await choose(visitor, 'one.png');
    await visitor.until(async () => (await uploads()) === 1, 'Not up.');
    await visitor.offers(/^Describe it: picture 1/);
    await stage.control(stage.harbour, 'DELETE', 'media');
    await visitor.press('Post');
    await visitor.press('Post anyway');
    await visitor.sees('files that wait for too long are thrown away');
    await visitor.sees('Left lying for a day');
    await visitor.press('Try again');
    await visitor.until(async () => (await uploads()) === 2, 'Not sent up again.');
    await visitor.press('Post');
    await visitor.until(async () => {
      if (await visitor.can('Post anyway')) await visitor.press('Post anyway');
      return posts(scene, 'Left lying for a day').length === 1;
    }, 'Not posted.');
    await visitor.sees('Your post is out.');
    assert.equal(posts(scene, 'Left lying for a day')[0]!.mediaIds.length, 1);
  });
});
