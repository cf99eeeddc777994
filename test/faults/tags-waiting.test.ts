import { expect } from '@open-wc/testing';
import type { Town } from '../elements/town.js';
import { appears, byRole, hurry, inState, pause, posts, seen, tagOf, theOne, until } from '../helpers.js';
import { fails, recovers, tagNames, townWithTags } from './tags.js';

/** How many seconds a tag says that it still waits. */
const countdown = (tag: HTMLElement) => Number(/It goes on by itself in (\d+) s\./.exec(seen(tag))?.[1]);

describe('R123 a server that wants to be left alone', () => {
  it('R123 all tags of the host count down together and ask nothing; then each asks once, by itself', async () => {
    const { here, put } = await townWithTags();
    await here.breaks({ path: '/api/*', rateLimit: 30, times: 1 });
    hurry(20);
    const first = put('masto-timeline');
    await appears(first, `${here.host} asks for a pause.`);
    // These come during the pause.
    const others = [
      put('masto-status'),
      tagOf(`<masto-timeline instance="${here.host}" tag="spring"></masto-timeline>`),
      tagOf(`<masto-timeline instance="${here.host}" account="@ines" limit="1"></masto-timeline>`),
    ];
    for (const tag of others) await appears(tag, `${here.host} asks for a pause.`);
    const seconds = [first, ...others].map(countdown);
    // A twentieth of a second is a second here: a busy machine draws one tag a few of them after another.
    expect(Math.max(...seconds) - Math.min(...seconds), seconds.join()).to.be.at.most(6);
    expect(seconds[0]).to.be.within(5, 31);
    for (const tag of [first, ...others]) {
      expect(tag.matches(':state(loading)')).to.equal(true);
      expect(byRole(tag, 'alert')).to.deep.equal([]);
    }
    const before = countdown(first);
    await until(() => countdown(first) <= before - 3);
    expect(await here.asks()).to.have.length(1);
    // 30 s, and up to 10 s so that not all come at once
    await Promise.all([first, ...others].map((tag) => until(() => !tag.matches(':state(loading)'))));
    await appears(first, 'The fog has lifted');
    await appears(others[0]!, 'The fog has lifted');
    const asked = (await here.asked()).slice(1);
    expect(asked.length, asked.map(({ path }) => path).join(' ')).to.equal(5); // one needs a look-up before
    for (const tag of [first, ...others]) expect(seen(tag)).to.not.contain('asks for a pause');
  });

  it('R123 tags of another host do not wait', async () => {
    const { here, put } = await townWithTags();
    await here.breaks({ path: '/api/*', rateLimit: 60 });
    const paused = put('masto-timeline');
    await appears(paused, 'asks for a pause');
    await appears(put('masto-status'), 'asks for a pause', 4000); // at once, not when it is late
    const { put: putThere } = await townWithTags();
    await appears(putThere('masto-timeline'), 'The fog has lifted');
    expect(seen(paused)).to.contain('asks for a pause');
  });

  for (const name of tagNames)
    it(`R123 <${name}>: who does not want to wait is not held, and may ask again`, async () => {
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', rateLimit: 30 });
      hurry(20);
      const tag = put(name);
      await appears(tag, 'asks for a pause');
      const failed = fails(tag, 'cancelled', 'Stopped', `${here.host} had not answered yet.`);
      theOne(tag, 'button', 'Stop waiting').click();
      await failed;
      await here.heals();
      theOne(tag, 'button', 'Try again').click();
      await appears(tag, 'asks for a pause'); // still; it then goes on by itself
      await appears(tag, 'The fog has lifted', 8000);
    });

  it('R123 a page more waits under the posts, which stay', async () => {
    const { here, put } = await townWithTags();
    const tag = put('masto-timeline');
    await inState(tag, undefined);
    // Long enough for the words to come, on a slow machine too.
    await here.breaks({ path: '/api/*', rateLimit: 120, times: 1 });
    hurry(20);
    theOne(tag, 'button', 'Older posts').click();
    await appears(tag, 'asks for a pause');
    expect(posts(tag)).to.have.length(3);
    await until(() => posts(tag).length === 6);
    expect(seen(tag)).to.not.contain('asks for a pause');
  });
});

describe('R144 a server that does not answer', () => {
  const asksOnly = async (here: Town, times: number) => expect(await here.asks()).to.have.length(times);

  for (const name of tagNames) {
    it(`R144 <${name}>: says so after 10 s, gives up after 30 s, and a late answer is ignored`, async () => {
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', delay: 2400 });
      hurry(20);
      const start = performance.now();
      const tag = put(name);
      await appears(tag, `${here.host} has not answered yet.`);
      expect(performance.now() - start).to.be.within(450, 1400);
      expect(tag.matches(':state(loading)')).to.equal(true);
      await fails(tag, 'timeout', `${here.host} takes too long`, 'There was no answer within 30 seconds.');
      expect(performance.now() - start).to.be.within(1400, 2390);
      await pause(2600 - (performance.now() - start));
      await inState(tag, 'failed');
      await asksOnly(here, 1);
      await recovers(tag, here);
    });

    it(`R144 <${name}>: who does not want to wait stops it, and a late answer is ignored`, async () => {
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', delay: 1300 });
      hurry(20);
      const tag = put(name);
      await appears(tag, `${here.host} has not answered yet.`);
      const failed = fails(tag, 'cancelled', 'Stopped', `${here.host} had not answered yet.`);
      theOne(tag, 'button', 'Stop waiting').click();
      await failed;
      await pause(1400);
      await inState(tag, 'failed');
      await recovers(tag, here);
    });
  }

  it('R144 slow refusals: each try has 30 s of its own, and the reader is told that it takes long', async () => {
    const { here, put } = await townWithTags();
    await here.breaks({ path: '/api/*', delay: 1000, status: 503 });
    hurry(20);
    const tag = put('masto-timeline');
    await appears(tag, `${here.host} has not answered yet.`);
    await fails(tag, 'server', `${here.host} has a problem`);
    await asksOnly(here, 3);
  });
});
