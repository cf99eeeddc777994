import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import { raw } from '../elements/given.js';
import { town, type Town } from '../elements/town.js';
import {
  all,
  appears,
  buttonsOf,
  focused,
  heard,
  inState,
  mount,
  nameOf,
  posts,
  tagOf,
  theOne,
  until,
} from '../helpers.js';
import { stagedPost } from './states.js';

const press = (key: 'Tab' | 'Enter' | ' ') => sendKeys({ press: key });
const flat = (element: Element | null) => (element ? nameOf(element).replaceAll(/\s+/g, ' ') : '');

/** Tabs from before a stage to behind it: what each stop is called. Each must be seen to have the focus. */
async function stops(stage: HTMLElement): Promise<string[]> {
  const [before, after] = ['before', 'after'].map((text) =>
    Object.assign(document.createElement('button'), { textContent: text }),
  );
  stage.before(before!);
  stage.after(after!);
  before!.focus();
  const names: string[] = [];
  try {
    for (let n = 0; n < 100; n++) {
      await press('Tab');
      const stop = focused();
      if (stop === after) return names;
      expect(stage.contains(document.activeElement), flat(stop)).to.equal(true);
      expect(getComputedStyle(stop!).outlineStyle, flat(stop)).to.equal('solid');
      names.push(flat(stop));
    }
    throw new Error(`No way out: ${names.join(' · ')}`);
  } finally {
    before!.remove();
    after!.remove();
  }
}

const local = ({ host }: Town, attributes = '') =>
  tagOf(`<masto-timeline instance="${host}" feed="local" limit="2" ${attributes}></masto-timeline>`);

/** Moves the focus there as a reader would: by Tab. */
async function reach(tag: HTMLElement, name: string) {
  const button = theOne(tag, 'button', name);
  for (let n = 0; n < 60 && focused() !== button; n++) await press('Tab');
  expect(flat(focused())).to.equal(name);
  return button;
}

describe('by keyboard through a post', () => {
  it('in the order it is read, each stop seen', async () => {
    expect(await stops(await stagedPost('a picture'))).to.deep.equal([
      'Ada @ada@a.example',
      '2 Jan',
      'Open picture: A boat on a calm sea',
      'ALT: description 1',
      'Reply on a.example',
      'Boost on a.example',
      'Favourite on a.example',
      'Bookmark on a.example',
      'More',
    ]);
  });

  it('what a warning or a cover hides is no stop', async () => {
    const link = '<p><a href="https://b.example/">elsewhere</a></p>';
    const stage = mount('<masto-status></masto-status>');
    stage.querySelector('masto-status')!.status = raw({ spoiler_text: 'Spiders', content: link });
    await appears(stage, 'Spiders');
    const closed = await stops(stage);
    expect(closed.slice(2, 4)).to.deep.equal(['Show', 'Reply on a.example']);
    theOne(stage, 'button', 'Show').click();
    await appears(stage, 'elsewhere');
    expect((await stops(stage)).slice(2, 5)).to.deep.equal(['Hide', 'elsewhere', 'Reply on a.example']);
    const covered = await stops(await stagedPost('sensitive pictures'));
    expect(covered.filter((name) => name.includes('icture'))).to.deep.equal([
      'Sensitive picture 1 · Show',
      'Sensitive picture 2 · Show',
    ]);
  });

  it('Enter and Space open a warning and close it, and the focus stays', async () => {
    const stage = await stagedPost('a warning');
    const button = await reach(stage, 'Show');
    await press('Enter');
    await appears(stage, 'Eight legs');
    expect(focused() === button && button.ariaExpanded).to.equal('true');
    await press(' ');
    await until(() => button.ariaExpanded === 'false');
    expect(focused() === button).to.equal(true);
  });

  for (const [key, name] of [
    ['Enter', 'Enter'],
    [' ', 'Space'],
  ] as const)
    it(`${name} uncovers pictures, and the one that was covered has the focus`, async () => {
      const stage = await stagedPost('sensitive pictures');
      const cover = buttonsOf(stage)[1]!;
      const at = [...cover.parentElement!.children].indexOf(cover);
      const around = cover.parentElement!;
      cover.focus();
      await press(key);
      await until(() => all(stage, '.media-covered').length === 0);
      expect(around.children[at]!.contains(focused())).to.equal(true);
      expect(flat(focused())).to.match(/^Open picture/);
    });
});

describe('by keyboard through a timeline', () => {
  it('post after post, and then what brings more', async () => {
    const here = await town();
    await here.post('ines', { status: 'One' });
    await here.post('ines', { status: 'Two' });
    const tag = local(here, 'heading="News"');
    await inState(tag, undefined);
    const verbs = ['Reply', 'Boost', 'Favourite', 'Bookmark'].map((verb) => `${verb} on ${here.host}`);
    const post = ['Inês Matos :fern: @ines', 'now', ...verbs, 'More'];
    const names = (await stops(tag)).map((name) => name.replace(/@ines@.*/, '@ines').replace(/^\d+ s$/, 'now'));
    expect(names).to.deep.equal([...post, ...post, 'Older posts']);
  });

  it('Enter and Space bring more, and the focus stays where it was', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', delay: 100 });
    const tag = local(here);
    await inState(tag, undefined);
    const button = await reach(tag, 'Older posts');
    for (const [key, count] of [
      ['Enter', 4],
      [' ', 6],
    ] as const) {
      await press(key);
      await until(() => posts(tag).length === count && theOne(tag, 'feed').ariaBusy === 'false');
      expect(focused() === button, flat(focused())).to.equal(true);
    }
    await press('Enter');
    await until(() => posts(tag).length === 8);
  });

  it('at the end, where there is nothing to press any more, the focus is still in the list', async () => {
    const here = await town();
    await here.post('ines', { status: 'only one #here' });
    const tag = tagOf(`<masto-timeline instance="${here.host}" tag="here"></masto-timeline>`);
    await inState(tag, undefined);
    await reach(tag, 'Older posts');
    await press('Enter');
    await until(() => buttonsOf(tag).length === 0);
    expect(document.activeElement === tag).to.equal(true);
  });

  it('Enter tries again, and the focus is not lost, whatever comes of it', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', status: 403, body: { error: 'No' } });
    const tag = local(here);
    await inState(tag, 'failed');
    await reach(tag, 'Try again');
    const again = heard(tag, 'masto-error');
    await press('Enter');
    await again;
    await inState(tag, 'failed');
    expect(document.activeElement === tag).to.equal(true);
    await here.heals();
    await reach(tag, 'Try again');
    await press(' ');
    await until(() => posts(tag).length === 2);
    expect(document.activeElement === tag).to.equal(true);
    await press('Tab');
    expect(focused()?.localName).to.equal('a');
    expect(posts(tag)[0]!.contains(tag.shadowRoot!.activeElement)).to.equal(true);
    expect((await stops(tag)).length).to.be.greaterThan(10);
    expect(tag.hasAttribute('tabindex')).to.equal(false);
  });

  it('a reader agrees by Enter, and goes on with the first post', async () => {
    sessionStorage.clear();
    const here = await town();
    const tag = local(here, 'load="click"');
    await until(() => buttonsOf(tag).length);
    await reach(tag, `Show posts from ${here.host}`);
    await press('Enter');
    await until(() => posts(tag).length === 2);
    expect(document.activeElement === tag).to.equal(true);
    await press('Tab');
    expect(posts(tag)[0]!.contains(tag.shadowRoot!.activeElement)).to.equal(true);
    sessionStorage.clear();
  });
});
