/** One site, one Mastodon, and somebody who signs in: what the tests of the two halves share. */
import type { Settings } from '../../demo/sandbox/sandbox.js';
import { findServer } from '../../src/mastodon/discovery.js';
import { finish, prepare, type Answer, type Wishes } from '../../src/mastodon/sign-in.js';
import { answerIn, decide, FakePage, wish, World } from './oauth-world.js';

export async function start(settings: Partial<Settings> = {}) {
  const world = new World();
  const sandbox = world.mastodon('harbour.example', { settings });
  const page = new FakePage(world);
  const server = await findServer('harbour.example', { browser: world });
  world.asked.length = 0;
  /** The first half. */
  const go = (more: Partial<Wishes> = {}, where = page) => prepare(server, wish(more), where, undefined, world);
  /** What somebody decides on the server's page, and the answer that comes back. */
  const answer = async (url: string, person = 'ines', deny = false): Promise<Answer> => {
    const address = await decide(sandbox, url, person, deny);
    if (!address) throw new Error('The server shows a page of its own.');
    return answerIn(address);
  };
  /** The second half. */
  const done = (answer: Answer, where: FakePage = page) => finish(answer, where, undefined, world);
  return {
    world,
    sandbox,
    page,
    server,
    go,
    answer,
    done,
    /** Both halves, with somebody who allows it. */
    signIn: async (more: Partial<Wishes> = {}, person = 'ines', where = page) =>
      done(await answer((await go(more, where)).url, person), where),
    /** Another tab of the same site. */
    tab: () => new FakePage(world, page.site),
    sent: (path: string) => world.asked.filter((asked) => asked.path === path),
    /** The keys of what is under way: in the tab, and on the site. */
    pending: (where = page) =>
      [where.session, where.site.local].map((drawer) =>
        Object.keys(drawer.all).filter((key) => key.startsWith('masto:v1:pending:')),
      ),
  };
}
