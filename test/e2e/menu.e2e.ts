import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { World } from '../../demo/sandbox/world/world.js';
import { inBrowsers, type Scene } from './scene.js';
import type { Visitor } from './visitor.js';

interface Made {
  readonly id: string;
  readonly url: string;
  readonly uri: string;
}

/** Where a post is read, and who has written it. */
interface Place {
  readonly where: string;
  /** Somebody whom the reader does not follow yet. */
  readonly other: string;
  readonly name: string;
}

/** In the reader's own town, and read from the other one as nobody. */
const places = (scene: Scene): Place[] => [
  { where: scene.stage.harbour, other: 'pico', name: 'Pico' },
  { where: scene.stage.hills, other: 'ama', name: 'Ama Boateng' },
];

const home = (scene: Scene): World => scene.stage.servers[0]!.instance.world;

/** What the reader's server knows of two people. */
function standing(scene: Scene, { where, other }: Place) {
  const world = home(scene);
  const domain = where === scene.stage.harbour ? null : where;
  const me = world.accountByName('ines', null)!.id;
  const them = world.accountByName(other, domain)?.id ?? '';
  return {
    follows: !!world.follow(me, them) || !!world.request(me, them),
    mutes: !!world.mute(me, them),
    blocks: world.blocks.has(me, them),
    shuts: world.domainBlocks.has(me, where),
  };
}

const page = (tag: string, scopes = 'scopes="+read write"') =>
  `<masto-auth ${scopes}><masto-login></masto-login></masto-auth>${tag}`;

/** Somebody at a page with a post, signed in at the harbour. */
async function reading(scene: Scene, tag: string, scopes?: string): Promise<Visitor> {
  const visitor = await scene.visit(page(tag, scopes));
  await visitor.signIn(scene.stage.harbour);
  await visitor.offers('More');
  await visitor.offers('Bookmark');
  return visitor;
}

async function choose(visitor: Visitor, name: string | RegExp): Promise<void> {
  await visitor.press('More', 'masto-status');
  await visitor.press(name, 'masto-status');
}

const post = (scene: Scene, where: string, person: string, draft: object = {}) =>
  scene.stage.control<Made>(where, 'POST', 'posts', { person, status: 'Who has seen my ladder?', ...draft });

/** The same flow at home and on a post of the other instance. */
function both(title: string, scene: Scene, flow: (place: Place) => Promise<void>) {
  for (const at of [0, 1] as const)
    it(`${title}, ${at ? 'on a post of another server' : 'at home'}`, () => flow(places(scene)[at]!));
}

/** One's own post, as it is at home, and as the other server has it. */
function bothOwn(title: string, scene: Scene, flow: (made: Made, tag: string) => Promise<void>) {
  it(`${title}, at home`, async () => {
    const made = await post(scene, scene.stage.harbour, 'ines');
    await flow(made, `<masto-status src="${made.url}"></masto-status>`);
  });
  it(`${title}, as another server has it`, async () => {
    const { harbour, hills, servers } = scene.stage;
    const made = await post(scene, harbour, 'ines', { status: `@ama@${hills} Who has seen my ladder?` });
    const copy = servers[1]!.instance.world.statusByUri(made.uri)!;
    await flow(made, `<masto-status instance="${hills}" status-id="${copy.id}"></masto-status>`);
  });
}

inBrowsers(
  'the menu of a post',
  (scene) => {
    const them = async (place: Place) => {
      const { url } = await post(scene, place.where, place.other);
      return reading(scene, `<masto-status src="${url}"></masto-status>`);
    };
    const became = (visitor: Visitor, place: Place, what: keyof ReturnType<typeof standing>, wanted = true) =>
      visitor.until(() => Promise.resolve(standing(scene, place)[what] === wanted), `${what}: not ${wanted}`);

    both('open the original, and copy the link, without an account', scene, async ({ where, other }) => {
      const { url } = await post(scene, where, other);
      const visitor = await scene.visit(`<masto-status src="${url}"></masto-status>`);
      await visitor.press('More');
      await visitor.offers(`Open on ${where}`);
      assert.equal(await visitor.can(/^(Follow|Mute|Block|Report|Delete|Pin)/), false);
      await visitor.press('Copy link');
      await visitor.sees(/Link copied\.|Your browser does not let this page copy\./);
      await visitor.press('More');
      await visitor.press(`Open on ${where}`);
      const tab = await scene.profile.opened();
      await tab.until(() => Promise.resolve(tab.page.url() === url), 'The post’s own page.');
    });

    both('follow and unfollow', scene, async (place) => {
      const visitor = await them(place);
      const before = standing(scene, place).follows;
      await choose(visitor, before ? /^Unfollow / : /^Follow /);
      await became(visitor, place, 'follows', !before);
      await visitor.sees(before ? 'You no longer follow' : /You follow|has been asked/);
      await choose(visitor, before ? /^Follow / : /^(Unfollow |Cancel follow request)/);
      await became(visitor, place, 'follows', before);
    });

    both('mute and unmute', scene, async (place) => {
      const visitor = await them(place);
      await choose(visitor, /^Mute /);
      await visitor.press('Mute');
      await became(visitor, place, 'mutes');
      await visitor.sees('You have muted');
      await choose(visitor, /^Unmute /);
      await became(visitor, place, 'mutes', false);
    });

    both('block and unblock', scene, async (place) => {
      const visitor = await them(place);
      await choose(visitor, /^Block (?!t?localhost)/);
      await visitor.press('Block');
      await became(visitor, place, 'blocks');
      await visitor.sees('You have blocked');
      await choose(visitor, /^Unblock (?!localhost)/);
      await became(visitor, place, 'blocks', false);
    });

    it('block a server, and unblock it, on a post of that server', async () => {
      const [, place] = places(scene);
      const visitor = await them(place!);
      await choose(visitor, `Block ${place!.where}`);
      await visitor.press('Block server');
      await became(visitor, place!, 'shuts');
      await visitor.sees('You have blocked');
      await choose(visitor, `Unblock ${place!.where}`);
      await became(visitor, place!, 'shuts', false);
    });

    it('block a server, from a list of the reader’s own server: its posts go, and come back', async () => {
      const { hills, harbour, servers } = scene.stage;
      await post(scene, hills, 'ama', { status: `@ines@${harbour} Who has seen my ladder?` });
      assert.ok([...servers[0]!.instance.world.statuses.values()].some(({ content }) => content.includes('ladder')));
      const visitor = await reading(
        scene,
        `<masto-timeline instance="${harbour}" feed="public" limit="5"></masto-timeline>`,
      );
      await visitor.sees('Who has seen my ladder?');
      const names = /^Block localhost:\d+$/;
      await choose(visitor, names);
      await visitor.press('Block server');
      await visitor.sees('You have blocked');
      await visitor.until(async () => !(await visitor.text()).includes('Who has seen my ladder?'), 'Still there.');
      await visitor.press('Undo');
      await visitor.sees('Who has seen my ladder?');
    });

    both('report', scene, async (place) => {
      const visitor = await them(place);
      await choose(visitor, /^Report /);
      await visitor.fill('Anything the moderators should know', 'It is my ladder');
      await visitor.page.evaluate(() => {
        const root = document.querySelector('masto-status')!.shadowRoot!;
        root.querySelector<HTMLInputElement>('[name=category][value=spam]')!.click();
      });
      await visitor.press('Send report');
      await visitor.sees('Your report is with the moderators of');
      const [report] = home(scene).reports;
      assert.deepEqual([report!.category, report!.comment, report!.statusIds.length], ['spam', 'It is my ladder', 1]);
    });

    both('mute a conversation, and hear it again', scene, async (place) => {
      const { harbour } = scene.stage;
      const { url, uri } = await post(scene, place.where, place.other, { status: `@ines@${harbour} my ladder?` });
      const visitor = await reading(scene, `<masto-status src="${url}"></masto-status>`);
      const muted = () => {
        const world = home(scene);
        return world.mutedThreads.has(world.accountByName('ines', null)!.id, world.statusByUri(uri)?.id ?? '');
      };
      await choose(visitor, 'Mute conversation');
      await visitor.sees('You will not be notified of this conversation.');
      assert.equal(muted(), true);
      await choose(visitor, 'Unmute conversation');
      await visitor.sees('You will be notified of this conversation again.');
      assert.equal(muted(), false);
    });

    both('translate, and show the original again', scene, async ({ where, other }) => {
      const draft = { status: 'Bom dia, nevoeiro', language: 'pt' };
      const { url } = await post(scene, where, other, draft);
      const visitor = await reading(scene, `<masto-status src="${url}"></masto-status>`);
      // The same button stands under the post: here it is pressed in the menu.
      const press = (value: string) =>
        visitor.until(
          () =>
            visitor.page.evaluate((wanted) => {
              const root = document.querySelector('masto-status')!.shadowRoot!;
              const item = root.querySelector<HTMLElement>(`:popover-open [role=menuitem][value=${wanted}]`);
              item?.click();
              return !!item;
            }, value),
          `No item: ${value}`,
        );
      await visitor.offers(/^Translate/);
      await visitor.press('More');
      await press('translate');
      await visitor.sees('Good day, fog');
      await visitor.press('More');
      await press('original');
      await visitor.sees('Bom dia, nevoeiro');
    });

    bothOwn('pin and unpin', scene, async ({ id }, tag) => {
      const world = home(scene);
      const me = world.accountByName('ines', null)!.id;
      const visitor = await reading(scene, tag);
      await choose(visitor, 'Pin to profile');
      await visitor.sees('Pinned to your profile.');
      assert.equal(home(scene).pins.has(me, id), true);
      await choose(visitor, 'Unpin from profile');
      await visitor.sees('No longer pinned.');
      assert.equal(home(scene).pins.has(me, id), false);
    });

    bothOwn('delete, with a tombstone in its place', scene, async ({ id }, tag) => {
      const visitor = await reading(scene, tag);
      await choose(visitor, 'Delete');
      await visitor.sees('cannot be brought back');
      assert.ok(home(scene).statuses.has(id));
      await visitor.press('Delete');
      await visitor.until(() => Promise.resolve(!home(scene).statuses.has(id)), 'Not deleted.');
      await visitor.until(async () => !(await visitor.text()).includes('Who has seen my ladder?'), 'Still there.');
    });

    it('a person whom the reader’s own server cannot find: it says so, and offers the way there', async () => {
      const [, place] = places(scene);
      const visitor = await them(place!);
      const gone = { path: '/api/v2/search', status: 200, body: { accounts: [], statuses: [], hashtags: [] } };
      const unknown = { path: '/api/v1/accounts/lookup', status: 404, body: { error: 'Record not found' } };
      await scene.stage.control(scene.stage.harbour, 'PUT', 'faults', [gone, unknown]);
      await choose(visitor, /^Follow /);
      await visitor.sees(/your server, cannot find.*Ama Boateng/);
      await visitor.offers(`Open it on ${place!.where}`);
      assert.equal(standing(scene, place!).follows, false);
    });

    it('R34 a verb that was not allowed is asked for, allowed on the server’s page, and done by another press', async () => {
      const [place] = places(scene);
      const { url } = await post(scene, place!.where, place!.other);
      const visitor = await reading(scene, `<masto-status src="${url}"></masto-status>`, '');
      await choose(visitor, /^Mute /);
      await visitor.sees('You have not allowed this page to do that');
      assert.equal(standing(scene, place!).mutes, false);
      await visitor.press('Allow it');
      await visitor.sees('mute people and conversations');
      await visitor.press(/^Go to/);
      await visitor.press('Authorize');
      await visitor.isIn();
      await choose(visitor, /^Mute /);
      await visitor.press('Mute');
      await became(visitor, place!, 'mutes');
    });
  },
  ['chromium'],
);

inBrowsers('the menu of a post, by keyboard', (scene) => {
  it('opens by an arrow, leads through its items, and gives the focus back', async () => {
    const { url } = await post(scene, scene.stage.harbour, 'pico');
    const visitor = await scene.visit(`<masto-status src="${url}"></masto-status>`);
    await visitor.offers('More');
    await visitor.page.evaluate(() =>
      document.querySelector('masto-status')!.shadowRoot!.querySelector<HTMLElement>('.more')!.focus(),
    );
    const focused = () =>
      visitor.page.evaluate(() => {
        const active = document.querySelector('masto-status')?.shadowRoot?.activeElement;
        return active?.ariaLabel ?? active?.textContent.trim() ?? '';
      });
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.until(async () => (await focused()) === 'Copy link', 'The first item.');
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.until(async () => (await focused()).startsWith('Open on'), 'The second item.');
    await visitor.page.keyboard.press('Escape');
    await visitor.until(async () => (await focused()) === 'More', 'The button again.');
    assert.equal(await visitor.can('Copy link'), false);
  });
});
