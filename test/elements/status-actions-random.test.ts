import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, mount, pause, posts, seen, until } from '../helpers.js';
import { asked, cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Fault, type Post } from './town.js';

afterEach(forgetEverybody);

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number) {
  return (sides: number) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

const verbs = ['boost', 'favourite', 'bookmark'] as const;
const fields = { boost: 'reblogged', favourite: 'favourited', bookmark: 'bookmarked' } as const;
const counts = { boost: 'reblogs_count', favourite: 'favourites_count' } as const;

const troubles: readonly Fault[][] = [
  [],
  [{ method: 'POST', path: '/api/v1/statuses/*', delay: 60 }],
  [{ method: 'POST', path: '/api/v1/statuses/*', status: 422, body: { error: 'No' }, delay: 30 }],
  [{ method: 'POST', path: '/api/v1/statuses/*/*k', status: 503, body: { error: 'Later' } }],
  [{ method: 'POST', path: '/api/v1/statuses/*', status: 404, body: { error: 'Record not found' }, times: 1 }],
  [{ path: '/api/v1/timelines/*', delay: 80 }],
];

describe('<masto-status> actions, whatever happens in whatever order', () => {
  for (const seed of [1, 2, 3])
    it(`seed ${seed}: in the end three tags show the same, and it is what the server says`, async () => {
      const roll = dice(seed);
      const here = await town();
      const post = await here.post('ines', { status: 'Low tide at four' });
      const me = await cameBefore(here, 'noor');
      const truth = () => asked<Post>(here, me as never, `/api/v1/statuses/${post.id}`);
      const box = mount(`<masto-auth></masto-auth>
        <masto-status load="eager" src="${post.url}"></masto-status>
        <masto-status load="eager" src="${post.url}"></masto-status>
        <masto-timeline load="eager" instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
      const list = box.querySelector('masto-timeline')!;
      await until(() => all(box, 'button.favourite').length === 7);
      const listed = posts(list).find((one) => seen(one).includes('Low tide at four'))!;
      const tags = [...box.querySelectorAll('masto-status'), listed];

      for (let step = 0; step < 40; step++) {
        const what = roll(10);
        if (what < 6) all<HTMLButtonElement>(tags[roll(3)]!, `button.${verbs[roll(3)]!}`)[0]!.click();
        else if (what < 8) await here.breaks(...troubles[roll(troubles.length)]!);
        else if (what === 8)
          mount(
            `<masto-timeline load="eager" instance="${here.host}" feed="local" limit="${3 + roll(9)}"></masto-timeline>`,
          );
        else
          await asked(here, me as never, `/api/v1/statuses/${post.id}/${['bookmark', 'unbookmark'][roll(2)]!}`, 'POST');
        await pause(roll(4) * 25);
      }
      await here.heals();
      await until(() => !all(box, '[aria-busy=true]').length);
      await pause(150); // what is still on its way
      await until(() => !all(box, '[aria-busy=true]').length);

      const shown = tags.map((tag) =>
        verbs.map((verb) => {
          const button = all(tag, `button.${verb}`)[0]!;
          return [button.getAttribute('aria-pressed') === 'true', Number(button.textContent || 0)] as const;
        }),
      );
      expect(shown[1]).to.deep.equal(shown[0]);
      expect(shown[2]).to.deep.equal(shown[0]);
      const says = await truth();
      for (const [at, verb] of verbs.entries()) {
        // What was done behind the page's back is known only by the next read.
        if (verb === 'bookmark') continue;
        expect(shown[0]![at], verb).to.deep.equal([says[fields[verb]], says[counts[verb]]]);
      }
      await pause(3200); // an old answer is not believed over a new press
      const reread = mount(
        `<masto-timeline load="eager" instance="${here.host}" feed="local" limit="13"></masto-timeline>`,
      );
      await until(() => posts(reread.firstElementChild!).length === 13);
      await until(async () => {
        const button = all(tags[0]!, 'button.bookmark')[0]!;
        return (button.getAttribute('aria-pressed') === 'true') === (await truth())['bookmarked'];
      }, 'the bookmark as the server has it');
    }).timeout(30_000);
});
