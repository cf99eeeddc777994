import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { inState, part, pause, posts, tagOf, until } from '../helpers.js';
import { town } from './town.js';

const isLoaded = (tag: HTMLElement) => inState(tag, undefined);
const urls = (tag: Element) => posts(tag).map((post) => part(post, 'time').getAttribute('href'));

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
