import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, byRole, heard, inState, part, pause, posts, seen, tagOf, theOne, until } from '../helpers.js';
import { town } from './town.js';

const isLoaded = (tag: HTMLElement) => inState(tag, undefined);
const urls = (tag: Element) => posts(tag).map((post) => part(post, 'time').getAttribute('href'));

describe('R210 attributes that change', () => {
  it('R210 ask anew, and only what they ask is shown', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('account', 'ines');
    await loaded;
    expect(posts(tag).every((post) => seen(post).includes('Inês Matos'))).to.equal(true);
    expect(posts(tag)).to.have.length(5);
  });

  it('R210 several in one turn ask once', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    await here.forget();
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('feed', 'trending');
    tag.setAttribute('limit', '4');
    tag.toggleAttribute('only-media', true);
    await loaded;
    expect(await here.asks()).to.deep.equal(['/api/v1/trends/statuses?limit=4']);
  });

  it('R210 what does not change what is asked asks nothing', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const before = posts(tag);
    await here.forget();
    tag.setAttribute('heading', 'News');
    tag.setAttribute('more', 'none');
    tag.setAttribute('class', 'x');
    await until(() => byRole(tag, 'heading', 'News').length === 1);
    await pause(50);
    expect(await here.asks()).to.deep.equal([]);
    expect(posts(tag)).to.deep.equal(before);
  });

  it('R210 while a request is under way: the last one wins, whichever answer comes last', async () => {
    const here = await town();
    await here.breaks({ path: '/api/v1/timelines/public', delay: 400 }, { path: '/api/v1/trends/*', delay: 100 });
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await until(async () => (await here.asks()).length === 1);
    tag.setAttribute('feed', 'trending');
    const { count } = await heard(tag, 'masto-load');
    expect(count).to.equal(5);
    const trending = urls(tag);
    let more = 0;
    tag.addEventListener('masto-load', () => more++);
    await pause(500);
    expect(urls(tag)).to.deep.equal(trending);
    expect(more).to.equal(0);
  });

  it('R210 there and back: the request that was given up is made again', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 150 });
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await until(async () => (await here.asks()).length === 1);
    tag.setAttribute('feed', 'trending');
    await until(async () => (await here.asks()).length === 2);
    tag.setAttribute('feed', 'local');
    await heard(tag, 'masto-load');
    const local = await here.get<{ url: string }[]>('/api/v1/timelines/public?local=true&limit=5');
    expect(urls(tag)).to.deep.equal(local.map(({ url }) => url));
  });

  it('R210 another instance', async () => {
    const here = await town();
    const there = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('instance', there.host);
    await loaded;
    expect(urls(tag).every((url) => url?.startsWith(there.origin))).to.equal(true);
  });

  it('R210 what fails now does not leave what was asked before', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" account="ines" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    tag.setAttribute('account', 'nobody-by-this-name');
    await appears(tag, 'Not found');
    await inState(tag, 'failed');
    expect(seen(tag)).to.not.contain('Inês Matos');
  });

  it('R210 from good to senseless and back', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    tag.setAttribute('feed', 'nonsense');
    await inState(tag, 'failed');
    await appears(tag, 'nonsense');
    tag.setAttribute('feed', 'trending');
    await isLoaded(tag);
    expect(posts(tag)).to.have.length(5);
  });

  it('R210 from a good server to no server at all', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    tag.setAttribute('instance', 'nonsense');
    await inState(tag, 'failed');
    await appears(tag, '“nonsense” is no server');
  });

  it('R210 a next page that failed is forgotten with the list it belonged to', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    await here.breaks({ path: '/api/v1/timelines/*', status: 404, body: { error: 'Record not found' } });
    theOne(tag, 'button', 'Older posts').click();
    await appears(tag, 'Not found');
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('feed', 'trending');
    await loaded;
    await isLoaded(tag);
    expect(seen(tag)).to.not.contain('Not found');
    expect(byRole(tag, 'button', 'Older posts')).to.have.length(1);
  });

  it('R210 a next page under way belongs to the list it was asked for', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    await here.breaks({ path: '/api/v1/timelines/*', delay: 300 });
    theOne(tag, 'button', 'Older posts').click();
    await until(async () => (await here.asks()).length === 2);
    const loaded = heard(tag, 'masto-load');
    tag.setAttribute('feed', 'trending');
    await loaded;
    await pause(400);
    expect(posts(tag)).to.have.length(5);
    expect(byRole(tag, 'button', 'Older posts')).to.have.length(1);
  });
});

describe('R210 a tag that is moved or removed', () => {
  it('R210 moved: nothing is asked again, and the same posts stay', async () => {
    const here = await town();
    const tag = tagOf(
      `<div><masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline></div><p></p>`,
    );
    const timeline = tag.querySelector('masto-timeline')!;
    await isLoaded(timeline);
    const before = posts(timeline);
    tag.nextElementSibling!.append(timeline);
    await pause(100);
    await isLoaded(timeline);
    expect(posts(timeline)).to.deep.equal(before);
    expect(await here.asks()).to.have.length(1);
  });

  it('R210 moved while a request is under way: the request goes on', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 200 });
    const tag = tagOf(
      `<div><masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline></div><p></p>`,
    );
    const timeline = tag.querySelector('masto-timeline')!;
    await until(async () => (await here.asks()).length === 1);
    tag.nextElementSibling!.append(timeline);
    await isLoaded(timeline);
    expect(posts(timeline)).to.have.length(5);
    expect(await here.asks()).to.have.length(1);
  });

  it('R210 taken away and put back later: still the same, and nothing is asked again', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
    await isLoaded(tag);
    const before = urls(tag);
    const box = tag.parentElement!;
    tag.remove();
    await pause(50);
    box.append(tag);
    await isLoaded(tag);
    expect(urls(tag)).to.deep.equal(before);
    expect(await here.asks()).to.have.length(1);
  });

  it('R210 removed while a request is under way: the request ends, and nothing is dispatched', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 300 });
    const signals: AbortSignal[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      if (init?.signal) signals.push(init.signal);
      return fetch(input, init);
    };
    try {
      const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="5"></masto-timeline>`);
      let events = 0;
      for (const type of ['masto-load', 'masto-error']) tag.addEventListener(type, () => events++);
      await until(() => signals.length === 1);
      const box = tag.parentElement!;
      tag.remove();
      await pause(20);
      expect(signals[0]!.aborted).to.equal(true);
      await pause(350);
      expect(events).to.equal(0);
      box.append(tag);
      await here.heals();
      await isLoaded(tag);
      expect(posts(tag)).to.have.length(5);
    } finally {
      globalThis.fetch = fetch;
    }
  });
});

describe('R210 ways onto the page', () => {
  it('R210 made by createElement, attributes later', async () => {
    const here = await town();
    const box = tagOf('<div></div>');
    const tag = document.createElement('masto-timeline');
    box.append(tag);
    tag.feed = 'local';
    tag.limit = 5;
    tag.instance = here.host;
    await isLoaded(tag);
    expect(posts(tag)).to.have.length(5);
    expect(await here.asks()).to.have.length(1);
  });

  it('R210 in a template, a dialog, a shadow root', async () => {
    const here = await town();
    const markup = `<masto-timeline instance="${here.host}" feed="local" limit="2"></masto-timeline>`;
    const box = tagOf<HTMLElement>(`<div><template>${markup}</template><dialog>${markup}</dialog><p></p></div>`);
    const root = box.querySelector('p')!.attachShadow({ mode: 'open' });
    root.append(box.querySelector('template')!.content.cloneNode(true));
    await isLoaded(root.querySelector('masto-timeline')!);
    expect(await here.asks()).to.have.length(1);
    const dialog = box.querySelector('dialog')!;
    dialog.showModal();
    await isLoaded(dialog.querySelector('masto-timeline')!);
    expect(posts(dialog)).to.have.length(2);
    dialog.close();
  });
});
