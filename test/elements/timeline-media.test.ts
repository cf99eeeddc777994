import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, byRole, inState, part, pause, posts, seen, tagOf, theOne, until } from '../helpers.js';
import { town, type Post, type Town } from './town.js';

/** What is no API: pictures, films, emoji. Avatars stand apart, because they come with the text. */
const files = /^\/(?!api\/|__sandbox)/;
const isAvatar = /avatar|face/i;
const loaded = async (here: Town) => (await here.asks(files)).filter((path) => !isAvatar.test(path));
const pictures = (tag: Element) => all<HTMLImageElement>(tag, 'img').filter(({ src }) => !isAvatar.test(src));

/** Posts with pictures, a film, a card and emoji on top of the local feed. */
async function townWithPictures() {
  const here = await town();
  const listed = await here.get<Post[]>('/api/v1/timelines/public?local=true&only_media=true&limit=40');
  const images = listed.filter(({ sensitive }) => !sensitive);
  const { media_attachments: media } = images[0]!;
  const card = {
    url: 'https://garden.example.org/1',
    title: 'A garden',
    description: 'About it',
    type: 'link',
    image: `${here.origin}/pictures/card.png`,
    width: 400,
    height: 300,
  };
  await here.post('odd', { status: 'Card https://garden.example.org/1', raw: { card } });
  await here.post('mirela', { status: 'Emoji :yarn:' });
  await here.post('wren', { status: 'Sensitive', raw: { media_attachments: media, sensitive: true } });
  await here.post('noor', { status: 'Pictures', raw: { media_attachments: media } });
  await here.forget();
  return here;
}

const top = ({ host }: Town, attributes = '') =>
  tagOf(`<masto-timeline instance="${host}" feed="local" limit="4" ${attributes}></masto-timeline>`);
const post = (tag: Element, text: string) => posts(tag).find((one) => seen(one).includes(text))!;

describe('R105 <masto-timeline media>', () => {
  it('R105 auto: pictures, cards and emoji with the text', async () => {
    const here = await townWithPictures();
    const tag = top(here);
    await inState(tag, undefined);
    expect(pictures(post(tag, 'Pictures')).length).to.be.greaterThan(0);
    expect(pictures(post(tag, 'Card'))).to.have.length(1);
    expect(all(post(tag, 'Emoji'), 'img.custom-emoji').length).to.be.greaterThan(0);
    await until(async () => (await loaded(here)).length);
  });

  it('R105 R114 auto: what is sensitive is neither loaded nor shown before it is opened', async () => {
    const here = await townWithPictures();
    const tag = top(here);
    await inState(tag, undefined);
    const sensitive = post(tag, 'Sensitive');
    expect(pictures(sensitive)).to.have.length(0);
    const cover = byRole(sensitive, 'button', /^Sensitive picture/)[0]!;
    cover.click();
    await until(() => pictures(sensitive).length);
    expect(byRole(sensitive, 'button', /^Sensitive picture/)).to.have.length(0);
  });

  it('R105 click: nothing is loaded before the click, and then that post alone', async () => {
    const here = await townWithPictures();
    const tag = top(here, 'media="click"');
    await inState(tag, undefined);
    await pause(300);
    expect(pictures(tag)).to.have.length(0);
    expect(await loaded(here)).to.deep.equal([]);
    const shown = post(tag, 'Pictures');
    const button = byRole(shown, 'button', /^Picture .*Load$/)[0]!;
    expect(seen(button)).to.contain(here.host);
    button.click();
    await until(() => pictures(shown).length);
    await until(async () => (await loaded(here)).length);
    expect(pictures(post(tag, 'Sensitive'))).to.have.length(0);
    expect(pictures(post(tag, 'Card'))).to.have.length(0);
  });

  it('R105 none: links instead, and emoji as they are written', async () => {
    const here = await townWithPictures();
    const tag = top(here, 'media="none"');
    await inState(tag, undefined);
    await pause(300);
    expect(pictures(tag)).to.have.length(0);
    expect(await loaded(here)).to.deep.equal([]);
    const links = all<HTMLAnchorElement>(post(tag, 'Pictures'), 'a.media-file');
    expect(links.length).to.be.greaterThan(0);
    for (const link of links) expect(link.href).to.match(/^http/);
    expect(seen(post(tag, 'Emoji'))).to.contain(':yarn:');
    const card = part(post(tag, 'Card'), 'card');
    expect(seen(card)).to.contain('A garden').and.contain('garden.example.org');
  });

  it('R105 from click to auto and to none, the same posts change', async () => {
    const here = await townWithPictures();
    const tag = top(here, 'media="click"');
    await inState(tag, undefined);
    const before = posts(tag);
    tag.setAttribute('media', 'auto');
    await until(() => pictures(post(tag, 'Pictures')).length && pictures(post(tag, 'Emoji')).length);
    tag.setAttribute('media', 'none');
    await until(() => !pictures(tag).length);
    expect(await here.asks()).to.have.length(1);
    expect(posts(tag).length).to.equal(before.length);
  });

  it('R114 what a warning hides is not asked for before it is opened', async () => {
    const here = await townWithPictures();
    const listed = await here.get<Post[]>('/api/v1/timelines/public?local=true&limit=1');
    const { media_attachments: media } = listed[0]!;
    await here.post('odd', { status: 'Behind it :yarn:', spoiler_text: 'Wool', raw: { media_attachments: media } });
    await here.forget();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="1"></masto-timeline>`);
    await inState(tag, undefined);
    await pause(300);
    expect(pictures(tag)).to.have.length(0);
    expect(await loaded(here)).to.deep.equal([]);
    theOne(tag, 'button', 'Show').click();
    await until(() => seen(tag).includes('Behind it'));
  });
});
