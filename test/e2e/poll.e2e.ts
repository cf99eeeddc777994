import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBrowsers } from './scene.js';

interface Post {
  readonly id: string;
  readonly url: string;
  readonly poll: { readonly options: readonly { readonly votes_count: number }[]; readonly voters_count: number };
}

inBrowsers('voting', (scene) => {
  const question = (host: string, person: string) =>
    scene.stage.control<Post>(host, 'POST', 'posts', {
      person,
      status: 'What goes with tea?',
      poll: { options: ['Bread', 'Cake'], expires_in: 3600 },
    });
  const pageOf = ({ url }: Post) =>
    `<masto-auth><masto-login></masto-login></masto-auth><masto-status src="${url}"></masto-status>`;
  const votesAt = async (host: string, { id }: Post) => {
    const answer = await fetch(`http://${host}/api/v1/statuses/${id}`);
    return ((await answer.json()) as Post).poll.options.map((option) => option.votes_count).join();
  };
  const sent = async (host: string) =>
    (await scene.stage.asked(host)).filter((one) => /^POST \/api\/v1\/polls\/\d+\/votes$/.test(one)).length;

  it('at home: chosen, sent once, shown, and still there after a reload', async () => {
    const { stage } = scene;
    const post = await question(stage.harbour, 'noor');
    const visitor = await scene.visit(pageOf(post));
    await visitor.sees(`0 people · 60 minutes left · Vote on ${stage.harbour}`);
    await visitor.signIn(stage.harbour);
    assert.equal(await visitor.can('Vote'), false, 'not before something is chosen');
    await visitor.press('Cake');
    await visitor.press('Vote');
    await visitor.sees('100 % Cake');
    await visitor.sees(/1 person · \d+ minutes left/);
    await visitor.until(async () => (await votesAt(stage.harbour, post)) === '0,1', 'Not voted.');
    assert.equal(await sent(stage.harbour), 1);
    await visitor.page.reload();
    await visitor.sees('100 % Cake');
    assert.equal(await visitor.can('Vote'), false);
  });

  it('in a poll of another server: at home, by the id that it has there', async () => {
    const { stage } = scene;
    const post = await question(stage.hills, 'ama');
    const visitor = await scene.visit(pageOf(post));
    await visitor.sees('What goes with tea?');
    await visitor.signIn(stage.harbour);
    await visitor.press('Bread');
    await visitor.press('Vote');
    await visitor.sees('100 % Bread');
    await visitor.until(async () => (await votesAt(stage.hills, post)) === '1,0', 'Not told to the other server.');
    assert.deepEqual([await sent(stage.harbour), await sent(stage.hills)], [1, 0]);
    assert.deepEqual(
      (await stage.log(stage.hills)).filter(({ authorization }) => authorization),
      [],
    );
  });
});
