import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import { MastoPostEvent } from '../../src/index.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import {
  appears,
  byRole,
  focused,
  inState,
  mount,
  part,
  parts,
  pause,
  posts,
  seen,
  theOne,
  until,
} from '../helpers.js';
import { press } from './composing.js';
import {
  firstSeen,
  isLive,
  keysOf,
  livePage,
  pillsOf,
  scrollPast,
  settles,
  spoken,
  topOf,
  withText,
} from './live-page.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post } from './town.js';

afterEach(forgetEverybody);
afterEach(() => scrollTo({ top: 0, behavior: 'instant' }));

const home = (tag: { readonly session?: unknown }) => tag.session as HomeSession;

describe('<masto-timeline live> at the top', () => {
  it('new posts come in by themselves, the newest first, and the list is not drawn again for them', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    const before = posts(tag);
    await here.post('ines', { status: 'The ferry is late' });
    await appears(tag, 'The ferry is late');
    await here.post('ines', { status: 'The ferry is here' });
    await appears(tag, 'The ferry is here');
    const now = posts(tag);
    expect(seen(now[0]!)).to.contain('The ferry is here');
    expect(seen(now[1]!)).to.contain('The ferry is late');
    expect(now.slice(2).every((post, at) => post === before[at])).to.equal(true);
    expect(pillsOf(tag)).to.deep.equal([]);
  });

  it('they can be used as all others: what is done with one is done', async () => {
    const { here, tag, api } = await livePage();
    await isLive(tag);
    const { id } = await here.post('ines', { status: 'Fresh fish' });
    await appears(tag, 'Fresh fish');
    await press(await until(() => byRole(withText(tag, 'Fresh fish')!, 'button', /^Favourite/)[0]));
    await until(async () => (await api<Post>(`/api/v1/statuses/${id}`))['favourited'] === true);
  });

  it('an empty list is none any more', async () => {
    const here = await town();
    await cameBefore(here, 'noor');
    const box = mount(
      `<masto-auth></masto-auth><masto-timeline live load="eager" instance="${here.host}" tag="lowtide"></masto-timeline>`,
    );
    const tag = box.querySelector('masto-timeline')!;
    await inState(tag, 'empty');
    await pause(1000);
    await here.post('ines', { status: 'At four #lowtide' });
    await appears(tag, 'At four');
  });

  it('hide-replies and hide-boosts hold for what comes, too', async () => {
    const { here, tag, api } = await livePage('feed="home" limit="5" hide-replies hide-boosts');
    await isLive(tag);
    const post = await here.post('ines', { status: 'Who is there?' });
    await appears(tag, 'Who is there?');
    await here.post('odd', { status: '@ines I am', in_reply_to_id: post.id });
    await api(`/api/v1/statuses/${post.id}/reblog`, 'POST');
    await here.post('ines', { status: 'Nobody else?' });
    await appears(tag, 'Nobody else?');
    expect(posts(tag).map(seen).join()).to.not.contain('I am');
    expect(new Set(keysOf(tag)).size).to.equal(keysOf(tag).length);
  });

  it('what is written on the page stands there once', async () => {
    const { here, box, auth, tag } = await livePage();
    await isLive(tag);
    for (const [at, order] of ['event first', 'stream first', 'event first'].entries()) {
      const text = `My own words ${at}`;
      const post = await here.post('noor', { status: text });
      const tell = () => {
        home(auth).harvest([post]);
        box.dispatchEvent(new MastoPostEvent(post.url, post.uri));
      };
      if (order === 'stream first') await appears(tag, text);
      tell();
      await appears(tag, text);
      await pause(400);
      expect(
        keysOf(tag).filter((key) => key === post.uri),
        order,
      ).to.have.length(1);
      expect(seen(posts(tag)[0]!)).to.contain(text);
    }
  });

  it('what was deleted says so, what was edited is read anew', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    const one = await here.post('ines', { status: 'One of two' });
    const two = await here.post('ines', { status: 'Two of two' });
    await appears(tag, 'Two of two');
    await here.edit(one.id, { status: 'One, edited' });
    await appears(tag, 'One, edited');
    await here.control('DELETE', `posts/${two.id}`);
    await appears(tag, 'This post is no longer available.');
    expect(seen(tag)).to.not.contain('Two of two');
  });
});

describe('<masto-timeline live> elsewhere', () => {
  it('new posts wait behind a button that counts them, and nothing moves', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    await settles(tag);
    const post = await firstSeen(tag);
    const [top, height] = [topOf(post), tag.offsetHeight];
    for (let n = 1; n <= 3; n++) await here.post('ines', { status: `News ${n}` });
    await until(() => pillsOf(tag).join() === '3 new posts');
    expect(topOf(post)).to.be.closeTo(top, 1);
    expect(tag.offsetHeight).to.equal(height);
    expect(seen(tag)).to.not.contain('News 1');
    const { top: pillTop } = part(tag, 'pill').getBoundingClientRect();
    expect(pillTop).to.be.within(0, 60);
  });

  it('the pill leads to the first of many, however tall they turn out to be', async () => {
    const { here, tag } = await livePage('feed="home" limit="20"');
    await isLive(tag);
    for (const height of [800, 1600, 2400, 3000]) await scrollPast(tag, height);
    await here.post('ines', { status: 'The first that waits' });
    await until(() => pillsOf(tag).join() === '1 new post');
    for (let n = 2; n <= 22; n++)
      await here.post('ines', { status: `${'A long one, line after line.\n'.repeat(n % 3 ? 1 : 12)}${n}` });
    await until(() => pillsOf(tag).join() === '22 new posts');
    theOne(tag, 'button', '22 new posts').click();
    await until(() => !pillsOf(tag).length && focused() === posts(tag)[0]);
    await pause(500);
    expect(topOf(tag)).to.be.within(-2, 2);
    expect(seen(posts(tag)[0]!)).to.contain('22');
  }).timeout(60_000);

  it('its button leads to the top, and the focus to the first of them', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    await here.post('ines', { status: 'Below' });
    await here.post('ines', { status: 'Above' });
    await until(() => pillsOf(tag).join() === '2 new posts');
    theOne(tag, 'button', '2 new posts').focus();
    await sendKeys({ press: 'Enter' });
    await appears(tag, 'Above');
    await until(() => focused() === posts(tag)[0]);
    expect(seen(posts(tag)[0]!)).to.contain('Above');
    expect(seen(posts(tag)[1]!)).to.contain('Below');
    expect(topOf(posts(tag)[0]!)).to.be.within(0, 120);
    await until(() => !pillsOf(tag).length);
    await here.post('ines', { status: 'And again live' });
    await appears(tag, 'And again live');
  });

  it('who comes back to the top by hand sees them come in', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    await here.post('ines', { status: 'You were away' });
    await until(() => pillsOf(tag).length);
    await scrollPast(tag, -8);
    await appears(tag, 'You were away');
    expect(pillsOf(tag)).to.deep.equal([]);
  });

  it('is said politely, and not for each', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    expect(spoken(tag)).to.equal('');
    await scrollPast(tag, 500);
    await here.post('ines', { status: 'The first' });
    await until(() => spoken(tag) === '1 new post');
    await here.post('ines', { status: 'The second' });
    await until(() => pillsOf(tag).join() === '2 new posts');
    expect(spoken(tag)).to.equal('1 new post');
  });

  it('what was deleted while it waited does not come', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    await here.post('ines', { status: 'To stay' });
    const { id } = await here.post('ines', { status: 'Regretted' });
    await until(() => pillsOf(tag).join() === '2 new posts');
    await here.control('DELETE', `posts/${id}`);
    await pause(500);
    theOne(tag, 'button', /new post/).click();
    await appears(tag, 'To stay');
    expect(seen(tag)).to.not.contain('Regretted');
  });
});

describe('<masto-timeline live> more than can be shown', () => {
  it('many at once: the newest, and a gap that its button fills, none twice and none missing', async () => {
    const { here, tag, api } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    for (let n = 1; n <= 47; n++) await here.post('ines', { status: `Many ${n}` });
    await until(() => pillsOf(tag).join() === '47 new posts');
    theOne(tag, 'button', '47 new posts').click();
    await appears(tag, 'Many 47');
    const gap = await until(() => parts(tag, 'gap')[0]);
    expect(seen(gap)).to.match(/^(Posts are missing here\.|About .* missing here\.) Load them$/);
    gap.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !parts(tag, 'gap').length);
    await until(() => focused() === withText(tag, 'Many 27'));
    const truth = await api<Post[]>('/api/v1/timelines/home?limit=40');
    expect(keysOf(tag).slice(0, 40)).to.deep.equal(truth.map(({ uri }) => uri));
    expect(new Set(keysOf(tag)).size).to.equal(keysOf(tag).length);
    expect(keysOf(tag)).to.have.length(57);
  }).timeout(60_000);

  it('what does not come says so, and can be asked for again', async () => {
    const { here, tag } = await livePage();
    await isLive(tag);
    await scrollPast(tag, 500);
    for (let n = 1; n <= 25; n++) await here.post('ines', { status: `Many ${n}` });
    await until(() => pillsOf(tag).join() === '25 new posts');
    theOne(tag, 'button', '25 new posts').click();
    const gap = await until(() => parts(tag, 'gap')[0]);
    await here.breaks({ path: '/api/v1/timelines/home', status: 404 });
    gap.click();
    await appears(tag, 'What is missing here could not be loaded. Try again');
    await here.heals();
    parts(tag, 'gap')[0]!.click();
    await until(() => !parts(tag, 'gap').length);
    expect(withText(tag, 'Many 1')).to.not.equal(undefined);
  }).timeout(60_000);

  it('R212 what comes all day is bounded: the oldest go behind a gap', async () => {
    const { here, tag } = await livePage('feed="home" limit="5"');
    await isLive(tag);
    for (let n = 1; n <= 130; n++) {
      await here.post('ines', { status: `All day ${n}` });
      if (n % 10 === 0) await appears(tag, `All day ${n}`);
    }
    expect(posts(tag).length).to.be.within(85, 105);
    expect(parts(tag, 'gap')).to.have.length(1);
    expect(seen(posts(tag).at(-6)!)).to.not.contain('All day 1 ');
    for (let presses = 0; presses < 9 && parts(tag, 'gap').length; presses++) {
      const before = keysOf(tag).length;
      parts(tag, 'gap')[0]!.click();
      await until(() => keysOf(tag).length > before);
    }
    expect(keysOf(tag)).to.have.length(135);
    expect(new Set(keysOf(tag)).size).to.equal(135);
  }).timeout(90_000);
});
