import { expect } from '@open-wc/testing';
import '../../src/index.js';
import {
  all,
  appears,
  byRole,
  first,
  focused,
  heard,
  part,
  parts,
  pause,
  seen,
  tagOf,
  theOne,
  until,
} from '../helpers.js';
import { shown } from './given.js';
import { museum, several, withMedia } from './with-media.js';

const pictures = (tag: Element) => all<HTMLImageElement>(tag, '[part~=media] img');
const mark = (tag: Element, n = 1) => theOne(tag, 'button', `ALT: description ${n}`);
const videos = (tag: Element) => all<HTMLVideoElement>(tag, 'video');
const film = { type: 'video', url: 'https://files.example/film.mp4' };
const gifv = { type: 'gifv', url: 'https://files.example/gif.mp4' };
const audio = { type: 'audio', url: 'https://files.example/song.mp3', preview_url: null };
const sizeOf = (element: Element) => element.getBoundingClientRect();

/** A test is no reader: its press alone lets nothing with sound begin. */
const begin = (player: HTMLVideoElement) => {
  player.muted = true;
  void player.play().catch(() => undefined);
};

describe('<masto-status> gallery', () => {
  for (const [shape, width, height, wanted] of [
    ['wide', 800, 400, 2],
    ['square', 500, 500, 1],
    ['upright', 600, 900, 2 / 3],
  ] as const)
    it(`one ${shape} picture is shown in its own shape, before it has come`, async () => {
      const tag = await shown(withMedia([{ meta: { original: { width, height } } }]), 'width: 500px');
      const box = sizeOf(part(tag, 'media-item'));
      expect(box.width / box.height).to.be.closeTo(wanted, 0.02);
      expect(box.width).to.be.at.most(500);
    });

  for (const [shape, width, height] of [
    ['tall', 100, 9000],
    ['wide', 9000, 100],
  ] as const)
    it(`one very ${shape} picture is cut around its focus point`, async () => {
      const meta = { original: { width, height }, focus: { x: 1, y: -1 } };
      const tag = await shown(withMedia([{ meta }]), 'width: 500px; font-size: 16px');
      const box = sizeOf(part(tag, 'media-item'));
      expect(Math.min(box.width, box.height)).to.be.at.least(75);
      expect(Math.max(box.width, box.height)).to.be.at.most(501);
      const { objectFit, objectPosition } = getComputedStyle(pictures(tag)[0]!);
      expect([objectFit, objectPosition]).to.deep.equal(['cover', '100% 100%']);
    });

  it('one small picture is not blown up', async () => {
    const tag = await shown(withMedia([{ meta: { original: { width: 200, height: 150 } } }]), 'width: 500px');
    expect(sizeOf(part(tag, 'media-item')).width).to.be.closeTo(200, 1);
  });

  it('nothing moves when a picture comes, whatever its server has said of its shape', async () => {
    const { here, post } = await museum();
    const [real] = post('image').media_attachments;
    for (const meta of [null, {}, { original: { width: 300, height: 900 } }, { small: { width: 800, height: 200 } }]) {
      const url = `${real!.url!}?${JSON.stringify(meta)}`;
      const tag = await shown(withMedia([{ url, preview_url: url, meta }]), 'width: 400px');
      const before = sizeOf(tag).height;
      await until(() => pictures(tag)[0]?.complete);
      await pause(50);
      expect(sizeOf(tag).height, JSON.stringify(meta)).to.equal(before);
      tag.remove(); // the next one must be on the screen to be loaded
    }
    expect((await here.asks(/system/)).length).to.be.greaterThan(0);
  });

  it('more than are drawn are counted over the last one, and told to whoever does not see it', async () => {
    const tag = await shown(withMedia(several(16)), 'width: 320px');
    await appears(tag, '+10');
    expect(pictures(tag)).to.have.length(6);
    expect(byRole(tag, 'link', /^Open picture: Boat 6/)).to.have.length(1);
    await appears(tag, '10 more');
    for (const item of parts(tag, 'media-item')) expect(sizeOf(item).width).to.be.greaterThan(90);
  });

  it('five and six are all drawn, none is counted', async () => {
    for (const count of [5, 6]) {
      const tag = await shown(withMedia(several(count)));
      await until(() => pictures(tag).length === count);
      expect(seen(tag)).to.not.contain('+');
    }
  });
});

describe('<masto-status> the ALT mark', () => {
  it('stands on what is described, and on nothing else', async () => {
    const tag = await shown(withMedia([{}, { description: null }, { description: 'Two' }]));
    expect(byRole(tag, 'button', /^ALT/).map((button) => button.ariaLabel)).to.deep.equal([
      'ALT: description 1',
      'ALT: description 3',
    ]);
  });

  it('opens the text beside the picture; Escape and its button close it, and the mark has the focus again', async () => {
    const description = 'A boat.\nSecond line, 😀';
    const tag = await shown(withMedia([{ description }], { language: 'is' }));
    for (const close of ['Escape', 'Close'] as const) {
      mark(tag).focus();
      mark(tag).click();
      const popup = await until(() => all(tag, '[part~=description]:popover-open')[0]);
      expect(first(popup, 'p').textContent).to.equal(description);
      expect(first(popup, 'p').lang).to.equal('is');
      const { userSelect, webkitUserSelect } = getComputedStyle(first(popup, 'p')) as Partial<CSSStyleDeclaration>;
      expect(userSelect ?? webkitUserSelect).to.be.oneOf(['text', 'auto']);
      expect(focused() === popup).to.equal(true);
      await until(() => mark(tag).ariaExpanded === 'true');
      if (close === 'Close') theOne(popup, 'button', 'Close').click();
      else popup.hidePopover(); // as the browser does for Escape
      await until(() => !popup.isConnected);
      expect(focused() === mark(tag)).to.equal(true);
      expect(mark(tag).ariaExpanded).to.equal('false');
    }
  });

  it('fits into 320 px however long it is, and is large enough to touch', async () => {
    const tag = await shown(withMedia([{ description: 'Long '.repeat(600) }]), 'width: 320px');
    const { width, height } = sizeOf(mark(tag));
    expect(Math.min(width, height)).to.be.at.least(40);
    mark(tag).click();
    const popup = await until(() => all(tag, '[part~=description]:popover-open')[0]);
    expect(popup.scrollHeight).to.be.greaterThan(popup.clientHeight);
    expect(popup.scrollWidth).to.be.at.most(popup.clientWidth);
    expect(sizeOf(popup).bottom).to.be.at.most(innerHeight);
    await expect(tag).to.be.accessible();
  });

  it('speaks German', async () => {
    const tag = tagOf<HTMLElementTagNameMap['masto-status']>('<masto-status lang="de"></masto-status>');
    tag.status = withMedia([{}]);
    const button = await until(() => byRole(tag, 'button', 'ALT: Beschreibung 1')[0]);
    button.click();
    await appears(tag, 'Beschreibung');
    await until(() => byRole(tag, 'button', 'Schließen').length);
  });
});

describe('<masto-status> films and sounds', () => {
  for (const [kind, given, name] of [
    ['video', film, 'Play video: A boat'],
    ['gifv', gifv, 'Play moving picture: A boat'],
  ] as const)
    it(`R107 R109 ${kind}: a still picture that tells nobody who reads, and no player before a press`, async () => {
      const tag = await shown(withMedia([given]), 'width: 400px');
      await until(() => byRole(tag, 'button', name).length === 1);
      expect(videos(tag)).to.have.length(0);
      const [still] = pictures(tag);
      expect([still!.src, still!.referrerPolicy, still!.loading]).to.deep.equal([
        'https://files.example/small.png',
        'no-referrer',
        'lazy',
      ]);
      const { width, height } = sizeOf(part(tag, 'media-item'));
      expect(width / height).to.be.closeTo(2, 0.02);
    });

  it('R108 R109 a film plays after the press, in its place, with the browser’s own controls', async () => {
    const { here, post } = await museum();
    const tag = await shown(post('video'), 'width: 400px');
    const button = await until(() => byRole(tag, 'button', /^Play video/)[0]);
    await pause(200);
    expect(await here.asks(/webm/)).to.deep.equal([]);
    const before = sizeOf(tag).height;
    button.click();
    const player = await until(() => videos(tag)[0]);
    expect([player.controls, player.preload, player.autoplay, player.loop, player.crossOrigin]).to.deep.equal([
      true,
      'none',
      false,
      false,
      null,
    ]);
    expect(sizeOf(tag).height).to.equal(before);
    expect(player.ariaLabel).to.contain('boat');
    begin(player);
    await until(async () => (await here.asks(/webm/)).length);
  });

  it('R109 a moving picture: silent, in a loop, and the same button stops it and starts it again', async () => {
    const { post } = await museum();
    const tag = await shown(post('gifv'));
    (await until(() => byRole(tag, 'button', /^Play moving/)[0])).click();
    const player = await until(() => videos(tag)[0]);
    expect([player.muted, player.loop, player.controls, player.autoplay]).to.deep.equal([true, true, false, false]);
    await until(() => !player.paused && byRole(tag, 'button', /^Pause moving/).length);
    theOne(tag, 'button', /^Pause moving/).click();
    await until(() => player.paused && byRole(tag, 'button', /^Play moving/).length);
    theOne(tag, 'button', /^Play moving/).click();
    await until(() => !player.paused);
  });

  it('one alone plays on a page: what begins stops the other', async () => {
    const { post } = await museum();
    const [one, two] = [await shown(post('gifv')), await shown(post('gifv'))];
    const press = async (tag: Element) => (await until(() => byRole(tag, 'button', /^Play moving/)[0])).click();
    await press(one);
    await until(() => videos(one)[0]?.paused === false);
    await press(two);
    await until(() => videos(two)[0]?.paused === false);
    await until(() => videos(one)[0]!.paused);
  });

  it('R108 R109 a sound: its cover, what it is, and a player that asks for nothing', async () => {
    const { here, post } = await museum();
    const tag = await shown(post('audio'));
    const player = await until(() => all<HTMLAudioElement>(tag, 'audio')[0]);
    await pause(200);
    expect(await here.asks(/wav/)).to.deep.equal([]);
    expect([player.controls, player.preload, player.autoplay]).to.deep.equal([true, 'none', false]);
    await appears(tag, /Sound · 0:0[34]/);
  });

  for (const [kind, given] of [
    ['film', film],
    ['moving picture', gifv],
  ] as const)
    it(`a ${kind} that cannot be played says so, with a link to the original`, async () => {
      const broken = `${(await museum()).here.origin}/nothing.webm`;
      const tag = await shown(withMedia([{ ...given, url: broken }]));
      (await until(() => byRole(tag, 'button', /^Play/)[0])).click();
      await until(() => videos(tag).length || byRole(tag, 'link', /cannot/).length);
      videos(tag).forEach(begin);
      await appears(tag, 'This cannot be played here · Open the original');
      const link = theOne(tag, 'link', /cannot be played/) as HTMLAnchorElement;
      expect([link.href, link.rel, link.target]).to.deep.equal([broken, 'nofollow noopener noreferrer', '_blank']);
      expect(videos(tag)).to.have.length(0);
    });

  it('R114 R105 a sensitive film or sound: no still picture, no player, before it is shown; and with media="click" neither', async () => {
    for (const [given, name] of [
      [film, 'Sensitive video · Show'],
      [gifv, 'Sensitive moving picture · Show'],
      [audio, 'Sensitive sound · Show'],
    ] as const) {
      const tag = await shown(withMedia([given], { sensitive: true }));
      const button = await until(() => byRole(tag, 'button').find((one) => seen(one) === name));
      expect(all(tag, '[part~=media] img, video, audio')).to.have.length(0);
      button.click();
      await until(() => all(tag, 'audio').length || byRole(tag, 'button', /^Play/).length);
    }
  });

  it('another post in the same tag does not go on playing', async () => {
    const { post } = await museum();
    const tag = await shown(post('gifv'));
    (await until(() => byRole(tag, 'button', /^Play moving/)[0])).click();
    await until(() => videos(tag)[0]?.paused === false);
    tag.status = withMedia([gifv], { id: '2', uri: 'https://a.example/2', content: 'Two' });
    await appears(tag, 'Two');
    expect(videos(tag)).to.have.length(0);
  });

  it('a film among pictures opens large, as they do', async () => {
    const tag = await shown(withMedia([{}, film]));
    const link = (await until(() => byRole(tag, 'link', 'Open video: A boat')[0])) as HTMLAnchorElement;
    const opened = heard(tag, 'masto-open');
    tag.addEventListener('masto-open', (event) => event.preventDefault());
    link.click();
    const { kind, url } = await opened;
    expect([kind, url]).to.deep.equal(['picture', film.url]);
  });

  it('all kinds at once are accessible', async () => {
    const tag = await shown(withMedia([{}, film, gifv, audio, { type: 'unknown', description: null }]));
    await until(() => all(tag, 'audio').length);
    await expect(tag).to.be.accessible();
  });
});
