import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, inState, mount, pause, tagOf, theOne, until } from '../helpers.js';
import { page, timeline } from './page.js';
import { town, type Town } from './town.js';

const local = ({ host }: Town, attributes = '') =>
  `<masto-timeline instance="${host}" feed="local" limit="20" ${attributes}></masto-timeline>`;

/** All that this page has asked of others since the test began, by host. */
function hostsAsked(since: number): Set<string> {
  const entries = performance.getEntriesByType('resource').filter(({ startTime }) => startTime >= since);
  return new Set(entries.map(({ name }) => new URL(name).host));
}

describe('what a reader’s browser tells, and to whom', () => {
  afterEach(() => (document.cookie = 'reader=; path=/; max-age=0'));

  it('R102 before a tag is near the screen: nothing leaves, and the library itself asks nobody else', async () => {
    const here = await town();
    const there = await page(`<p style="block-size: 9000px"></p>${local(here)}`);
    await there.load(timeline);
    await pause(400);
    expect(await here.asks(/./)).to.deep.equal([]);
    const inside = there.window.performance.getEntriesByType('resource').map(({ name }) => new URL(name).host);
    expect(inside.length).to.be.greaterThan(0);
    expect([...new Set(inside)]).to.deep.equal([location.host]);
  });

  it('R104 what stands inside a tag works without JavaScript, and before it is there', async () => {
    const there = await page(
      '<masto-timeline instance="a.example" feed="local"><a href="https://a.example/public">Posts</a></masto-timeline>' +
        '<masto-status src="https://a.example/@ada/1"><a href="https://a.example/@ada/1">A post</a></masto-status>',
    );
    expect(there.body.innerText.trim().split(/\s*\n\s*|(?<=Posts)/)).to.deep.equal(['Posts', 'A post']);
    for (const link of there.body.querySelectorAll('a'))
      expect(link.getBoundingClientRect().width).to.be.greaterThan(0);
  });

  it('R107 R110 no request names the page or carries a cookie, pictures included', async () => {
    const here = await town();
    document.cookie = 'reader=known; path=/';
    const tag = tagOf(local(here, 'load="eager"'));
    await inState(tag, undefined);
    const pictures = all<HTMLImageElement>(tag, 'img');
    expect(pictures.length).to.be.greaterThan(10);
    // Only what is near the screen is asked for, which is less in one engine than in another.
    await until(async () => (await here.asked(/^\/(?!api)/)).length > 1);
    const log = await here.asked(/./);
    expect(log.length).to.be.greaterThan(2);
    for (const { path, referer, cookie, authorization } of log)
      expect([path, referer, cookie, authorization]).to.deep.equal([path, false, false, false]);
  });

  it('R108 R109 R116 every picture is lazy, nothing plays, and no page is fetched ahead', async () => {
    const here = await town();
    const tag = tagOf(local(here, 'load="eager"'));
    await inState(tag, undefined);
    for (const image of all<HTMLImageElement>(tag, 'img')) {
      expect([image.loading, image.decoding], image.src).to.deep.equal(['lazy', 'async']);
      expect(image.hasAttribute('crossorigin'), image.src).to.equal(false);
    }
    expect(all(tag, 'video, audio, iframe, object, embed, link, script')).to.have.length(0);
    expect(all(tag, 'a[ping], [rel~=prefetch], [rel~=preconnect]')).to.have.length(0);
    expect(
      document.querySelectorAll('link[rel~=preconnect], link[rel~=prefetch], link[rel~=dns-prefetch]').length,
    ).to.equal(0);
  });

  it('R111 R113 reading leaves nothing behind: no cookie, no storage, no database', async () => {
    localStorage.clear();
    sessionStorage.clear();
    const before = document.cookie;
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" account="ines" load="eager"></masto-timeline>`);
    await inState(tag, undefined);
    theOne(tag, 'button', 'Older posts').click();
    await pause(300);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, before]);
    expect(await caches.keys()).to.deep.equal([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).to.deep.equal([]);
  });

  it('R111 only the named server is asked: no ping, no telemetry', async () => {
    const here = await town();
    const since = performance.now();
    const tag = tagOf(local(here, 'load="eager" media="none"'));
    await inState(tag, undefined);
    await pause(300);
    const elsewhere = [...hostsAsked(since)].filter((host) => host !== location.host && host !== here.host);
    // Avatars come with the text, from wherever the server keeps them.
    const avatars = new Set(all<HTMLImageElement>(tag, 'img').map(({ src }) => new URL(src).host));
    expect(elsewhere.filter((host) => !avatars.has(host))).to.deep.equal([]);
  });

  it('R113 what a reader agrees to is kept for the tab, under the one key, and no sooner', async () => {
    sessionStorage.clear();
    localStorage.clear();
    const here = await town();
    const tag = tagOf(local(here, 'load="click"'));
    await appears(tag, here.host);
    expect(sessionStorage.length).to.equal(0);
    theOne(tag, 'button', /^Show posts from/).click();
    await inState(tag, undefined);
    expect(Object.keys(sessionStorage)).to.deep.equal(['masto:v1:agreed']);
    expect(sessionStorage.getItem('masto:v1:agreed')).to.contain(here.host);
    expect(localStorage.length).to.equal(0);
    sessionStorage.clear();
  });

  it('R115 every link opens apart from the page and says nothing of it, in failures too', async () => {
    const here = await town();
    const box = mount(
      `${local(here, 'load="eager"')}<masto-status load="eager" src="${here.origin}/@ines/1"></masto-status>`,
    );
    await inState(box.firstElementChild!, undefined);
    await inState(box.lastElementChild!, 'failed');
    const links = [...box.children].flatMap((tag) => all<HTMLAnchorElement>(tag, 'a'));
    expect(links.length).to.be.greaterThan(80);
    for (const link of links) {
      expect(link.target, link.outerHTML).to.equal('_blank');
      expect(link.rel.split(' '), link.outerHTML).to.include.members(['noopener', 'noreferrer', 'nofollow']);
    }
  });
});
