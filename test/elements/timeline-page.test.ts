import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoOpenEvent } from '../../src/index.js';
import { all, byRole, first, heard, inState, mount, part, posts, tagOf } from '../helpers.js';
import { town, type Post, type Town } from './town.js';

const local = ({ host }: Town, attributes = 'limit="3"') =>
  `<masto-timeline instance="${host}" feed="local" ${attributes}></masto-timeline>`;

/** Hears what is opened; the page does it itself, so that no test leaves. */
function opened(tag: HTMLElement) {
  const events: MastoOpenEvent[] = [];
  tag.addEventListener('masto-open', (event) => {
    events.push(event);
    event.preventDefault();
  });
  return events;
}
const click = (element: Element, how: MouseEventInit = {}) => {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...how });
  element.dispatchEvent(event);
  return event.defaultPrevented;
};

describe('<masto-timeline> on a page', () => {
  it('is styled from outside by parts, through the posts in it', async () => {
    const here = await town();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ['author', 'avatar', 'name', 'handle', 'time', 'content', 'actions', 'action', 'reply', 'button', 'feed']
        .map((name) => `.styled::part(${name}) { outline: 3px solid rgb(1, 2, 3) }`)
        .join(''),
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      const tag = tagOf(local(here, 'class="styled"'));
      await inState(tag, undefined);
      for (const name of [
        'author',
        'avatar',
        'name',
        'handle',
        'time',
        'content',
        'actions',
        'reply',
        'feed',
        'button',
      ])
        expect(getComputedStyle(part(tag, name)).outlineColor, name).to.equal('rgb(1, 2, 3)');
    } finally {
      document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
    }
  });

  it('exports each part that a post has', async () => {
    const here = await town();
    const tag = tagOf(local(here, 'limit="40"'));
    await inState(tag, undefined);
    const inner = new Set(posts(tag).flatMap((post) => all(post, '[part]').flatMap((element) => [...element.part])));
    expect([...inner]).to.include.members(['media', 'media-item', 'poll', 'card', 'warning']);
    const exported = posts(tag)[0]!
      .getAttribute('exportparts')!
      .split(',')
      .map((name) => name.trim());
    expect(exported).to.include.members([...inner]);
  });

  it('takes the colours and the font of the page', async () => {
    const here = await town();
    const box = mount(local(here, 'style="--masto-accent: rgb(9, 8, 7)"'), 'font: 20px monospace; color-scheme: dark');
    const tag = box.querySelector('masto-timeline')!;
    await inState(tag, undefined);
    const { fontFamily, fontSize } = getComputedStyle(part(tag, 'content'));
    expect([fontFamily, fontSize]).to.deep.equal(['monospace', '20px']);
  });

  for (const [where, style] of Object.entries({
    'a flex box': 'display: flex',
    'a float': 'float: left',
    'an inline block': 'display: inline-block',
    'something absolute': 'position: absolute',
    'a grid column as wide as its content': 'display: grid; grid-template-columns: auto 1fr',
  }))
    it(`has a width in ${where}`, async () => {
      const here = await town();
      const tag = mount(local(here), style).querySelector('masto-timeline')!;
      await inState(tag, undefined);
      expect(tag.getBoundingClientRect().width).to.be.greaterThan(200);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    });
});

describe('masto-open', () => {
  it('tells what the reader opens: a post, a person, a hashtag, a picture', async () => {
    const here = await town();
    const media = await here.get<Post[]>('/api/v1/timelines/public?local=true&only_media=true&limit=40');
    const picture = media.find(({ sensitive }) => !sensitive)!;
    const { uri, url } = await here.post('ines', {
      status: 'Hello @noor, look at #ferns',
      raw: { media_attachments: picture['media_attachments'] },
    });
    const tag = tagOf(local(here, 'limit="1"'));
    await inState(tag, undefined);
    const events = opened(tag);
    const post = posts(tag)[0]!;
    for (const element of [
      first(post, '[part~=time] time'),
      part(post, 'name'),
      part(post, 'handle'),
      first(post, '[part~=content] a.hashtag'),
      first(post, '[part~=content] a.mention:not(.hashtag)'),
      first(post, '[part~=media-item] a'),
      part(post, 'reply'),
    ])
      expect(click(element), element.outerHTML.slice(0, 80)).to.equal(true);
    const said = events.map(({ kind, name }) => [kind, name]);
    expect(said).to.deep.equal([
      ['status', uri],
      ['account', `ines@${here.host}`],
      ['account', `ines@${here.host}`],
      ['tag', 'ferns'],
      ['account', `noor@${here.host}`],
      ['picture', ''],
      ['status', uri],
    ]);
    expect(events[0]!.url).to.equal(url);
    expect(events[1]!.url).to.equal(`${here.origin}/@ines`);
    for (const { bubbles, composed, cancelable } of events)
      expect([bubbles, composed, cancelable]).to.deep.equal([true, true, true]);
  });

  it('not cancelled, the link is followed', async () => {
    const here = await town();
    const tag = tagOf(local(here));
    await inState(tag, undefined);
    const followed = new Promise<boolean>((resolve) =>
      tag.parentElement!.addEventListener('click', (event) => {
        resolve(!event.defaultPrevented);
        event.preventDefault();
      }),
    );
    const heardOf = heard(tag, 'masto-open');
    click(first(tag, '[part~=time]'));
    expect((await heardOf).kind).to.equal('status');
    expect(await followed).to.equal(true);
  });

  it('modified clicks are the browser’s, and say nothing', async () => {
    const here = await town();
    const tag = tagOf(local(here));
    await inState(tag, undefined);
    const events = opened(tag);
    tag.parentElement!.addEventListener('click', (event) => event.preventDefault());
    const time = first(tag, '[part~=time]');
    for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])
      click(time, how);
    expect(events).to.have.length(0);
  });

  it('a link that only leads elsewhere opens nothing', async () => {
    const here = await town();
    await here.post('ines', { status: 'See https://example.org/page' });
    const tag = tagOf(local(here, 'limit="1"'));
    await inState(tag, undefined);
    const events = opened(tag);
    tag.parentElement!.addEventListener('click', (event) => event.preventDefault());
    click(first(tag, '[part~=content] a[href^="https://example.org"]'));
    expect(events).to.have.length(0);
  });

  it('the person who boosted is opened by the line above', async () => {
    const here = await town();
    const boosted = await here.post('noor', { status: 'A log' });
    await here.post('ines', { status: 'x', raw: { content: '', reblog: boosted } });
    const tag = tagOf(local(here, 'limit="1"'));
    await inState(tag, undefined);
    const events = opened(tag);
    click(byRole(tag, 'link', /Inês Matos.*boosted/)[0]!);
    expect([events[0]!.kind, events[0]!.name]).to.deep.equal(['account', `ines@${here.host}`]);
    click(part(tag, 'name'));
    expect(events[1]!.name).to.equal(`noor@${here.host}`);
    click(part(tag, 'time'));
    expect([events[2]!.kind, events[2]!.name]).to.deep.equal(['status', boosted.uri]);
  });
});
