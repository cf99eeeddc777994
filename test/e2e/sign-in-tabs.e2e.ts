import assert from 'node:assert/strict';
import { it } from 'node:test';
import { client, inBrowsers, type Scene } from './scene.js';
import type { Visitor } from './visitor.js';

/** What R26 promises, in ms. */
const soon = 1000;

/** How long it takes until a tab shows something, in ms. */
async function timed(work: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work;
  return performance.now() - begun;
}

const leave = async (visitor: Visitor, host: string) => {
  await visitor.ask(host);
  await visitor.press(/^Go to/);
};

async function signOut(visitor: Visitor) {
  await visitor.page.bringToFront();
  await visitor.press(/your account$/);
  await visitor.press(/^Sign out/);
}

inBrowsers('several tabs and accounts', (scene: Scene) => {
  // Which tab left first · which answer comes first · whether each comes back to the other’s tab (as links of an app do).
  for (const [first, crossed] of [
    ['harbour', false],
    ['hills', false],
    ['harbour', true],
    ['hills', true],
  ] as const)
    it(`R16 two tabs sign in at two servers: the answer of ${first} first, ${crossed ? 'in the other tab' : 'in its own tab'}`, async () => {
      const { stage } = scene;
      const here = { harbour: await scene.visit(), hills: await scene.visit() };
      const people = { harbour: 'ines', hills: 'ama' };
      const names = { harbour: 'Inês Matos', hills: 'Ama' };
      const second = first === 'harbour' ? 'hills' : 'harbour';
      const answers: Record<string, string> = {};
      for (const server of ['hills', 'harbour'] as const) {
        await here[server].page.bringToFront();
        await leave(here[server], stage[server]);
        answers[server] = await scene.answerTo(here[server], people[server]);
      }
      for (const server of [first, second] as const) {
        const other = server === first ? second : first;
        const visitor = here[crossed ? other : server];
        await visitor.page.bringToFront();
        await visitor.open(answers[server]!);
        await visitor.isIn(names[server]);
        assert.equal((await visitor.people()).length, 1);
      }
      for (const server of ['harbour', 'hills'] as const) {
        assert.equal(await scene.count(stage[server], 'POST /oauth/token'), 1);
        assert.deepEqual(
          (await scene.tokens(stage[server])).map(({ person }) => person),
          [people[server]],
        );
      }
    });

  it('R47 R26 two people of one server: the second is asked for, and each may be switched to', async () => {
    const { stage } = scene;
    const visitor = await scene.visit();
    await visitor.signIn(stage.harbour, 'ines');
    await visitor.press(/your account$/);
    await visitor.ask(stage.harbour, 'Add an account');
    await visitor.press(/^Go to/);
    // The server knows Inês and has let this page in before; it asks nevertheless.
    await visitor.press('Use another account');
    await visitor.decide('noor');
    await visitor.isIn('Noor');
    assert.equal((await visitor.people()).length, 2);
    assert.equal(await scene.count(stage.harbour, 'POST /api/v1/apps'), 1);
    await visitor.press(/your account$/);
    await visitor.press(/Inês Matos @/);
    await visitor.isIn('Inês Matos');
    await visitor.page.reload();
    await visitor.isIn('Inês Matos');
    await visitor.fill('Text', 'Written as Inês');
    await visitor.press('Post');
    await visitor.sees('Your post is out.');
    const [post] = await posts(scene, 'ines');
    assert.match(post!, /Written as Inês/);
    await signOut(visitor);
    await visitor.isIn('Noor');
    const good = async () => (await scene.tokens(stage.harbour)).filter(({ revoked }) => !revoked);
    await visitor.until(async () => (await good()).length === 1, 'Inês’s token is still good.');
    assert.equal((await good())[0]!.person, 'noor');
  });

  it('R26 whoever is kept is signed in, switched and signed out in all tabs within a second', async () => {
    const { stage } = scene;
    const one = await scene.visit();
    const other = await scene.visit();
    await other.offers('Sign in with Mastodon');
    await one.page.bringToFront();
    await one.signIn(stage.harbour, 'ines', { keep: true });
    await other.page.bringToFront();
    assert.ok((await timed(other.isIn('Inês Matos'))) < soon);
    await one.page.bringToFront();
    await one.press(/your account$/);
    await one.signIn(stage.hills, 'ama', { button: 'Add an account', keep: true });
    await one.isIn('Ama');
    await other.page.bringToFront();
    await other.isIn('Ama');
    await one.page.bringToFront();
    await one.press(/your account$/);
    await one.press(/Inês Matos @/);
    await one.isIn('Inês Matos');
    await other.page.bringToFront();
    assert.ok((await timed(other.isIn('Inês Matos'))) < soon);
    await signOut(one);
    await one.isIn('Ama');
    await other.page.bringToFront();
    assert.ok((await timed(other.isIn('Ama'))) < soon);
  });

  it('R26 of whoever is signed in until the tab is closed only the sign-out travels', async () => {
    const { stage } = scene;
    const url = stage.page(client);
    const one = await scene.visit(url);
    const other = await scene.visit(url);
    await one.page.bringToFront();
    await one.signIn(stage.harbour);
    await other.page.bringToFront();
    await other.page.reload();
    await other.offers('Sign in with Mastodon');
    assert.deepEqual(await other.people(), []);
    // The same person here as well: the server knows both, and gives the same token.
    await leave(other, stage.harbour);
    await other.isIn();
    await signOut(one);
    await other.page.bringToFront();
    assert.ok((await timed(other.offers('Sign in with Mastodon'))) < soon);
    assert.deepEqual(await other.people(), []);
  });
});

async function posts({ stage }: Scene, person: string): Promise<string[]> {
  const at = `http://${stage.harbour}/api/v1/accounts`;
  const { id } = (await (await fetch(`${at}/lookup?acct=${person}`)).json()) as { id: string };
  const list = (await (await fetch(`${at}/${id}/statuses`)).json()) as { content: string }[];
  return list.map(({ content }) => content);
}
