import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, focused, heard, inState, part, pause, posts, seen, tagOf, theOne, until } from '../helpers.js';
import { town } from './town.js';

const size = 20;
const pages = 6;

const toEnd = (tag: HTMLElement) => tag.scrollIntoView({ block: 'end', behavior: 'instant' });
const toTop = (tag: HTMLElement) => tag.scrollIntoView({ block: 'start', behavior: 'instant' });
const addressOf = (post: Element) => part(post, 'time').getAttribute('href');
const addresses = (tag: Element) => posts(tag).map(addressOf);
const topOf = (element: Element) => element.getBoundingClientRect().top;
const heightOf = (element: Element) => element.getBoundingClientRect().height;
const find = (tag: Element, address: string | null) => posts(tag).find((post) => addressOf(post) === address);

/** Nothing has been drawn or emptied for a while. */
async function atRest(tag: Element) {
  let last = -1;
  let same = 0;
  await until(async () => {
    const now = posts(tag).length + heightOf(tag);
    await pause(120);
    same = now === last ? same + 1 : 0;
    last = now;
    return same === 4;
  });
}

const isDrawn = { contentVisibilityAuto: true };
const isNear = (post: Element) => topOf(post) < innerHeight && topOf(post) + heightOf(post) > 0;

/** Reads on to the end: only what was seen has a height of its own. */
async function readOn(tag: HTMLElement): Promise<void> {
  while (tag.getBoundingClientRect().bottom > innerHeight) {
    scrollBy({ top: 500, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    await until(() =>
      posts(tag)
        .filter(isNear)
        .every((post) => post.shadowRoot!.firstElementChild!.checkVisibility(isDrawn)),
    );
  }
}

/** A list of `pages` pages, its reader at the end, having read all or jumped there; with the addresses of all posts. */
async function longList(
  attributes = '',
  prepare?: (tag: HTMLElement) => unknown,
  goOn: (tag: HTMLElement) => unknown = readOn,
) {
  const here = await town();
  const tag = tagOf(
    `<masto-timeline instance="${here.host}" feed="local" limit="${size}" load="eager" ${attributes}></masto-timeline>`,
  );
  await inState(tag, undefined);
  await prepare?.(tag);
  const listed = new Set(addresses(tag));
  for (let page = 2; page <= pages; page++) {
    await goOn(tag);
    const loaded = heard(tag, 'masto-load');
    theOne(tag, 'button', 'Older posts').click();
    await loaded;
    for (const address of addresses(tag)) listed.add(address);
  }
  await goOn(tag);
  await atRest(tag);
  return { tag, listed: [...listed] };
}

describe('<masto-timeline>, a long one', function () {
  this.timeout(120_000);

  it('draws what is near the screen, and all else keeps its place', async () => {
    const { tag, listed } = await longList();
    expect(listed).to.have.length(pages * size);
    expect(posts(tag).length).to.be.within(1, 4 * size);
    expect(addresses(tag)).to.deep.equal(listed.slice(-posts(tag).length));
    const height = heightOf(tag);
    toTop(tag);
    await until(() => find(tag, listed[0]!));
    await atRest(tag);
    expect(posts(tag).length).to.be.within(1, 4 * size);
    expect(addresses(tag)).to.deep.equal(listed.slice(0, posts(tag).length));
    expect(heightOf(tag)).to.be.closeTo(height, 2);
    expect(topOf(posts(tag)[0]!)).to.be.closeTo(topOf(tag), 60);
    toEnd(tag);
    await until(() => find(tag, listed.at(-1)!));
    await atRest(tag);
    expect(heightOf(tag)).to.be.closeTo(height, 2);
  });

  it('what the reader looks at does not move while chunks come and go', async () => {
    const { tag, listed } = await longList();
    const middle = scrollY - heightOf(tag) / 2;
    scrollTo({ top: middle, behavior: 'instant' });
    await atRest(tag);
    for (let step = 0; step < 12; step++) {
      const post = posts(tag).find((one) => topOf(one) > 0)!;
      const before = topOf(post);
      scrollBy({ top: -400, behavior: 'instant' });
      await pause(100);
      expect(topOf(post), `step ${step}`).to.be.closeTo(before + 400, 2);
    }
    expect(listed).to.include(addressOf(posts(tag)[0]!));
  });

  it('keeps what has the focus', async () => {
    const { tag, listed } = await longList('', (tag) => part(posts(tag)[2]!, 'time').focus(), toEnd);
    const link = part(find(tag, listed[2]!)!, 'time');
    expect(focused()).to.equal(link);
    link.blur();
    toTop(tag);
    await atRest(tag);
    toEnd(tag);
    await until(() => !find(tag, listed[2]!));
  });

  it('keeps what is selected', async () => {
    const { tag, listed } = await longList(
      '',
      (tag) => {
        const words = part(posts(tag)[1]!, 'handle').firstChild!;
        getSelection()!.setBaseAndExtent(words, 0, words, 4);
      },
      toEnd,
    );
    expect(find(tag, listed[1]!)).to.not.equal(undefined);
    expect(getSelection()!.type).to.equal('Range');
    getSelection()!.removeAllRanges();
    toTop(tag);
    await atRest(tag);
    toEnd(tag);
    await until(() => !find(tag, listed[1]!));
  });

  it('a warning that was opened is open when the reader comes back', async () => {
    const { tag, listed } = await longList('', undefined, toEnd);
    toTop(tag);
    await until(() => find(tag, listed[0]!));
    await atRest(tag);
    const warned = posts(tag).find((post) => all(post, '[part~=warning]').length)!;
    const address = addressOf(warned);
    theOne(warned, 'button', 'Show').click();
    await until(() => part(warned, 'content'));
    const words = seen(warned);
    toEnd(tag);
    await until(() => !find(tag, address));
    toTop(tag);
    const again = await until(() => find(tag, address));
    expect(again).to.not.equal(warned);
    expect(seen(again)).to.equal(words);
    theOne(again, 'button', 'Hide').click();
    await until(() => theOne(again, 'button', 'Show'));
  });

  it('is printed whole, at once, and emptied again after that', async () => {
    const { tag, listed } = await longList('', undefined, toEnd);
    const few = posts(tag).length;
    dispatchEvent(new Event('beforeprint'));
    expect(addresses(tag)).to.deep.equal(listed);
    dispatchEvent(new Event('afterprint'));
    await until(() => posts(tag).length === few);
  });

  it('its words are found by the browser, and take no room', async () => {
    const { tag } = await longList('', undefined, toEnd);
    const hidden = all(tag, '[hidden=until-found]');
    expect(hidden.length).to.be.at.least(2);
    for (const words of hidden) {
      expect(words.textContent.length).to.be.greaterThan(500);
      expect(heightOf(words)).to.equal(0);
    }
    expect(hidden[0]!.textContent).to.contain('@');
    hidden[0]!.removeAttribute('hidden'); // as the browser does with what it has found
    hidden[0]!.scrollIntoView();
    await until(() => !hidden[0]!.isConnected);
    expect(all(tag, '[hidden=until-found]')).to.not.include(hidden[0]);
  });

  it('when the width changes, posts stand under each other without gaps, and the reader stays in place', async () => {
    const { tag, listed } = await longList('style="inline-size: 600px"');
    tag.style.inlineSize = '320px';
    await atRest(tag);
    for (let step = 0; step < 30; step++) {
      const post = posts(tag).find((one) => topOf(one) > 0 && topOf(one) < innerHeight) ?? posts(tag)[0]!;
      const before = topOf(post);
      scrollBy({ top: -700, behavior: 'instant' });
      await pause(120);
      // Posts that have not been on the screen at this width may take a little more or less than they did.
      expect(topOf(post) - before, `step ${step}`).to.be.within(0, 1400);
    }
    toTop(tag);
    await until(() => find(tag, listed[0]!));
    await atRest(tag);
    const shown = posts(tag).filter((post) => topOf(post) < innerHeight);
    for (const [at, post] of shown.entries())
      if (at) expect(topOf(post)).to.be.closeTo(shown[at - 1]!.getBoundingClientRect().bottom, 1);
  });

  it('in a panel that is closed nothing is emptied or loses its height', async () => {
    const { tag } = await longList('', undefined, toEnd);
    const height = heightOf(tag);
    tag.style.display = 'none';
    await pause(200);
    tag.style.display = '';
    toEnd(tag);
    await atRest(tag);
    expect(heightOf(tag)).to.be.closeTo(height, 2);
    expect(posts(tag).length).to.be.within(1, 4 * size);
  });

  it('R210 moved to another place, it goes on', async () => {
    const { tag, listed } = await longList('', undefined, toEnd);
    const place = document.createElement('div');
    tag.parentElement!.append(place);
    place.append(tag);
    toTop(tag);
    await until(() => find(tag, listed[0]!));
    toEnd(tag);
    await until(() => !find(tag, listed[0]!) && find(tag, listed.at(-1)!));
  });

  it('a list that is not long is left alone', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="40" load="eager"></masto-timeline>`);
    await inState(tag, undefined);
    const loaded = heard(tag, 'masto-load');
    theOne(tag, 'button', 'Older posts').click();
    await loaded;
    toEnd(tag);
    await pause(300);
    expect(posts(tag)).to.have.length(80);
  });
});
