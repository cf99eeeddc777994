import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Client } from '../../src/mastodon/client.js';
import { inBrowsers, type Scene } from './scene.js';
import type { Profile, Visitor } from './visitor.js';

type Page = Document & { querySelector(name: 'masto-auth'): { readonly client: Promise<Client> } };

/** A page of tags that is a client which stays current, and may do what its own script does. */
const live = `<masto-auth scopes="+read:search read:accounts write:follows"><masto-login></masto-login>
  <masto-notifications live></masto-notifications>
  <masto-timeline feed="home" heading="Home" live></masto-timeline></masto-auth>`;

/** What the page's script does through `client`. */
const deeds = {
  async follow(this: void, acct: string) {
    const masto = await (document as Page).querySelector('masto-auth').client;
    const { accounts } = await masto.v2.search.list({ q: acct, resolve: true, type: 'accounts' });
    await masto.v1.accounts.$select(accounts[0]!.id).follow();
  },
  async post(this: void, status: string) {
    const masto = await (document as Page).querySelector('masto-auth').client;
    return (await masto.v1.statuses.create({ status, visibility: 'public' })).url!;
  },
  async reply(this: void, [url, status]: readonly [string, string]) {
    const masto = await (document as Page).querySelector('masto-auth').client;
    const { statuses } = await masto.v2.search.list({ q: url, resolve: true, type: 'statuses' });
    return (await masto.v1.statuses.create({ status, inReplyToId: statuses[0]!.id, visibility: 'public' })).url!;
  },
  async favourite(this: void, url: string) {
    const masto = await (document as Page).querySelector('masto-auth').client;
    const { statuses } = await masto.v2.search.list({ q: url, resolve: true, type: 'statuses' });
    await masto.v1.statuses.$select(statuses[0]!.id).favourite();
  },
};

/** Whoever sits at another computer, at a page of the same kind. */
async function arrive(scene: Scene, profile: Profile, host: string, person: string): Promise<Visitor> {
  const visitor = await (await profile.tab()).open(scene.stage.page(live));
  await visitor.signIn(host, person);
  await visitor.until(async () => (await lines(scene, host)).length > 0, `${person} does not listen.`);
  return visitor;
}

const lines = (scene: Scene, host: string) => scene.stage.control<unknown[]>(host, 'GET', 'streams');

inBrowsers('what stays current', (scene) => {
  it('two people on two servers see each other follow, write, answer and favourite, without a press', async () => {
    const { stage, engine, profile } = scene;
    const elsewhere = await engine.profile();
    const ines = await arrive(scene, profile, stage.harbour, 'ines');
    const ama = await arrive(scene, elsewhere, stage.hills, 'ama');
    await ama.page.evaluate(deeds.follow, `@ines@${stage.harbour}`);
    await ines.sees(/Ama Boateng[^.]{0,20} follows? you now/);
    await ines.page.evaluate(deeds.follow, `@ama@${stage.hills}`);
    await ama.sees(/Inês Matos[^.]{0,20} follows? you now/);

    const question = await ines.page.evaluate(deeds.post, 'Has anybody seen my ladder?');
    await ama.sees('Has anybody seen my ladder?');
    const answer = await ama.page.evaluate(deeds.reply, [question, `@ines@${stage.harbour} It leans on my wall.`]);
    await ines.sees(/answers you .{0,60}Ama Boateng .{0,90}It leans on my wall/);
    await ines.sees('It leans on my wall.');
    await ines.page.evaluate(deeds.favourite, answer);
    await ama.sees(/Inês Matos[^.]{0,20} favourited your post/);

    await ama.page.evaluate(deeds.favourite, question);
    await ines.sees('Ama Boateng favourited your post');
    await elsewhere.close();
  });

  it('R153 R154 a server that drops the sockets in the middle: what was said meanwhile is there, once', async () => {
    const { stage, profile } = scene;
    const ines = await arrive(scene, profile, stage.harbour, 'ines');
    const say = (status: string) => stage.control(stage.harbour, 'POST', 'posts', { person: 'ines', status });
    await say('Before the cable broke');
    await ines.sees('Before the cable broke');
    await stage.control(stage.harbour, 'PUT', 'faults', [{ path: '/api/v1/streaming*', refuse: true }]);
    await stage.control(stage.harbour, 'DELETE', 'streams');
    await ines.until(async () => !(await lines(scene, stage.harbour)).length, 'The line still stands.');
    for (let n = 1; n <= 25; n++) await say(`Said into the dark, ${n} of 25`);
    await stage.control(stage.harbour, 'DELETE', 'faults');
    const text = await ines.sees('25 of 25');
    for (let n = 1; n <= 25; n++) {
      assert.equal(text.split(`Said into the dark, ${n} of 25`).length - 1, 1, `${n} of 25`);
    }
    await ines.until(async () => (await lines(scene, stage.harbour)).length === 1, 'No line again.');
    await say('After it was mended');
    await ines.sees('After it was mended');
  });

  it('a page without `live` asks for no file of it and opens no socket', async () => {
    const { stage } = scene;
    const files = async (attributes: string) => {
      const profile = await scene.engine.profile();
      const page = stage.page(`<masto-auth><masto-login></masto-login></masto-auth>
        <masto-timeline feed="home" heading="Home" ${attributes}></masto-timeline>`);
      const visitor = await (await profile.tab()).open(page);
      await visitor.signIn(stage.harbour);
      await visitor.offers(/^Boost/);
      await stage.control(stage.harbour, 'POST', 'posts', {
        person: 'ines',
        status: `Said to ${attributes || 'nobody'}`,
      });
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const paths = await visitor.page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      );
      const found = { text: await visitor.text(), lines: (await lines(scene, stage.harbour)).length };
      await profile.close();
      return { ...found, live: paths.filter((path) => /^.dist.cdn.*(live|stream|poll|backfill)/.test(path)) };
    };
    const plain = await files('');
    assert.deepEqual(plain.live, []);
    assert.equal(plain.lines, 0);
    assert.doesNotMatch(plain.text, /Said to nobody/);
    const current = await files('live');
    assert.notDeepEqual(current.live, []);
    assert.equal(current.lines, 1);
    assert.match(current.text, /Said to live/);
  });
});
