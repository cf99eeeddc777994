import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, byRole, mount, part, parts, pause, posts, replace, seen, theOne, until } from '../helpers.js';
import { isLive, keysOf, lineOf, livePage, livePageAt, pillsOf, scrollPast, topOf } from './live-page.js';
import { forgetEverybody } from './signed-in.js';
import { town } from './town.js';

afterEach(forgetEverybody);
afterEach(() => scrollTo({ top: 0, behavior: 'instant' }));

describe('<masto-timeline live> says how it stays current', () => {
  it('R151 without a network, and what was missed comes when it is back', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    const top = topOf(posts(tag)[0]!);
    replace(navigator, 'onLine' as never, false as never);
    dispatchEvent(new Event('offline'));
    await until(() => lineOf(tag) === 'Offline. Waits for the network.');
    expect(topOf(posts(tag)[0]!)).to.be.closeTo(top, 1);
    await here.post('ines', { status: 'You missed this' });
    await pause(300);
    replace(navigator, 'onLine' as never, true as never);
    dispatchEvent(new Event('online'));
    await appears(tag, 'You missed this');
    await isLive(tag);
    expect(new Set(keysOf(tag)).size).to.equal(keysOf(tag).length);
  });

  it('R156 where nothing streams, and to whom is not signed in', async () => {
    const here = await town();
    const tag = mount(
      `<masto-timeline live load="eager" instance="${here.host}" feed="local" limit="5"></masto-timeline>`,
    ).firstElementChild!;
    await appears(tag, 'Looks every minute');
    expect(posts(tag)).to.have.length(5);
  });

  it('R153 a connection that breaks: when it tries again, and that it is back', async () => {
    const here = await town();
    await here.control('POST', 'faults', { path: '/api/v1/streaming*', stream: { drop: 400 }, times: 1 });
    const { tag } = await livePageAt(here, 'feed="home" limit="5"');
    await until(() => /^(Not live\. Tries again within \d+ s\.|Connecting …)$/.test(lineOf(tag)));
    await here.post('ines', { status: 'In between' });
    await appears(tag, 'In between');
    await isLive(tag);
  });

  it('on the line of its heading; without one it takes no room, and is not seen while all is well', async () => {
    const { tag } = await livePage('feed="home" limit="5" heading="Home"');
    await isLive(tag);
    const [heading, line] = [part(tag, 'heading'), part(tag, 'live')].map((each) => each.getBoundingClientRect());
    expect(line!.bottom).to.be.at.most(heading!.bottom + 4);
    expect(line!.right).to.be.closeTo(part(tag, 'feed').getBoundingClientRect().right, 1);
    tag.heading = '';
    await until(() => parts(tag, 'heading').length === 0);
    await isLive(tag);
    expect(part(tag, 'live').offsetWidth).to.be.at.most(1);
    expect(topOf(part(tag, 'feed'))).to.be.closeTo(topOf(tag), 1);
  });

  it('in German', async () => {
    const { here, tag } = await livePage('lang="de" feed="home" limit="10"');
    await until(() => lineOf(tag) === 'Live');
    await scrollPast(tag, 500);
    await here.post('ines', { status: 'Neues' });
    await until(() => pillsOf(tag).join() === '1 neuer Beitrag');
    tag.lang = 'en';
    await until(() => pillsOf(tag).join() === '1 new post');
  });

  it('without the attribute nothing is listened to, and with it later it is', async () => {
    const { here, tag } = await livePage('feed="home" limit="5"');
    await isLive(tag);
    tag.live = false;
    await pause(200);
    await here.post('ines', { status: 'Not now' });
    await pause(800);
    expect(seen(tag)).to.not.contain('Not now');
    tag.live = true;
    await appears(tag, 'Not now');
  });
});

describe('<masto-timeline live> for everybody', () => {
  for (const [setting, [attributes, style]] of Object.entries({
    light: ['', 'color-scheme: light; background: #fff; inline-size: 480px'],
    dark: ['', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
    'right to left': ['', 'direction: rtl; color-scheme: light; background: #fff; inline-size: 480px'],
    'German, narrow': ['lang="de"', 'color-scheme: light; background: #fff; inline-size: 320px'],
  } as const))
    it(`axe finds nothing in counter, gap and line: ${setting}`, async () => {
      const { here, box, tag } = await livePage(`feed="home" limit="10" ${attributes}`, { style });
      await isLive(tag);
      await scrollPast(tag, 500);
      for (let n = 1; n <= 22; n++) await here.post('ines', { status: `Many ${n}` });
      await until(() => /^22 /.test(pillsOf(tag).join()));
      byRole(tag, 'button', /^22 /)[0]!.click();
      await until(() => parts(tag, 'gap').length);
      await scrollPast(tag, 500);
      await here.post('ines', { status: 'One more' });
      await until(() => pillsOf(tag).length);
      await expect(box).to.be.accessible();
      const { left, right } = box.getBoundingClientRect();
      for (const one of [part(tag, 'pill'), part(tag, 'gap'), part(tag, 'live')]) {
        const box = one.getBoundingClientRect();
        expect(box.left).to.be.at.least(left - 1);
        expect(box.right).to.be.at.most(right + 1);
      }
      expect(part(tag, 'pill').offsetHeight).to.be.at.least(40);
      expect(part(tag, 'gap').offsetHeight).to.be.at.least(40);
    }).timeout(60_000);

  it('the list says that it is busy while a gap is filled', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    for (let n = 1; n <= 25; n++) await here.post('ines', { status: `Many ${n}` });
    await until(() => pillsOf(tag).join() === '25 new posts');
    theOne(tag, 'button', '25 new posts').click();
    const gap = await until(() => parts(tag, 'gap')[0]);
    await here.breaks({ path: '/api/v1/timelines/home', delay: 3000 });
    gap.click();
    const feed = byRole(tag, 'feed')[0]!;
    await until(() => feed.ariaBusy === 'true' && seen(gap).includes('Loading …'));
    await until(() => feed.ariaBusy === 'false');
    expect(parts(tag, 'gap')).to.have.length(0);
  }).timeout(60_000);
});
