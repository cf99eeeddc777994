import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, heard, part, parts, pause, seen, theOne, until } from '../helpers.js';
import { raw, shown } from './given.js';
import { town, type Town } from './town.js';

type Fields = Readonly<Record<string, unknown>>;

const file = (fields: Fields = {}) => ({
  id: '1',
  type: 'image',
  url: 'https://files.example/original.png',
  preview_url: 'https://files.example/small.png',
  remote_url: 'https://far.example/original.png',
  description: 'A boat',
  meta: { original: { width: 800, height: 400 }, small: { width: 400, height: 200 } },
  blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
  ...fields,
});
const withFiles = (...files: Fields[]) => raw({ media_attachments: files.map(file) });
const pictures = (tag: Element) => all<HTMLImageElement>(tag, 'img');

/** A post whose pictures are of a town that tells what was asked. */
const at = (here: Town, status: Fields = {}) =>
  raw({
    media_attachments: [
      file({ url: `${here.origin}/one.png`, preview_url: `${here.origin}/small-one.png` }),
      file({ url: `${here.origin}/two.png`, preview_url: `${here.origin}/small-two.png`, description: null }),
    ],
    ...status,
  });
const asked = (here: Town) => here.asks(/\.png$/);

describe('<masto-status> attachments', () => {
  it('a picture: its alternative text, its size before it has come, a link to the whole', async () => {
    const tag = await shown(withFiles({}), 'width: 400px');
    const link = theOne(tag, 'link', 'Open picture: A boat') as HTMLAnchorElement;
    expect(link.href).to.equal('https://files.example/original.png');
    const [image] = pictures(tag);
    expect([image!.alt, image!.src]).to.deep.equal(['A boat', 'https://files.example/small.png']);
    const { width, height } = link.getBoundingClientRect();
    expect(width / height).to.be.closeTo(2, 0.1);
  });

  it('a picture without alternative text says so to whoever does not see it', async () => {
    for (const description of [null, '', undefined]) {
      const tag = await shown(withFiles({ description }));
      expect(theOne(tag, 'link', 'Open picture 1, which has no description')).to.be.instanceOf(HTMLAnchorElement);
    }
  });

  it('R107 R108 pictures are lazy and tell nobody who reads', async () => {
    const tag = await shown(withFiles({}, { type: 'video' }, { type: 'gifv' }));
    await until(() => pictures(tag).length === 3);
    for (const { loading, decoding, referrerPolicy, crossOrigin } of pictures(tag))
      expect([loading, decoding, referrerPolicy, crossOrigin]).to.deep.equal(['lazy', 'async', 'no-referrer', null]);
  });

  it('R106 what the far server has is never loaded', async () => {
    const tag = await shown(withFiles({}, { url: null, preview_url: null }));
    for (const { src } of pictures(tag)) expect(src).to.not.contain('far.example');
    const line = await until(() => all<HTMLAnchorElement>(tag, 'a').find(({ href }) => href.includes('far.example')));
    expect(seen(line)).to.equal('A boat\nPicture at far.example');
  });

  for (const type of ['unknown', 'model', null, 7])
    it(`R195 of an unknown kind (${type}): a line with a link, and nothing is loaded`, async () => {
      const tag = await shown(withFiles({ type, description: null }));
      expect(pictures(tag)).to.have.length(0);
      await appears(tag, 'Attachment at files.example');
      expect((theOne(tag, 'link', /^Attachment/) as HTMLAnchorElement).href).to.equal(
        'https://files.example/original.png',
      );
    });

  it('R195 one that is still being processed leads to the post', async () => {
    const pending = { url: null, preview_url: null, remote_url: null, meta: null };
    for (const [type, kind] of [
      ['image', 'Picture'],
      ['video', 'Video'],
    ]) {
      const tag = await shown(withFiles({ ...pending, type, description: null }));
      expect(pictures(tag)).to.have.length(0);
      await appears(tag, 'a.example still works on it');
      expect((theOne(tag, 'link', new RegExp(`^${kind}`)) as HTMLAnchorElement).href).to.equal(
        'https://a.example/@ada/1',
      );
    }
  });

  it('R147 one over http is a link, and is not loaded', async () => {
    const tag = await shown(
      withFiles({ url: 'http://files.example/1.png', preview_url: 'http://files.example/2.png' }),
    );
    expect(pictures(tag)).to.have.length(0);
    await appears(tag, 'Picture at far.example');
    expect(byRole(tag, 'link', /^A boat/)).to.have.length(1);
  });

  it('up to many: none is left out, none is wider than the post', async () => {
    for (const count of [2, 3, 4, 5, 6]) {
      const tag = await shown(withFiles(...Array.from({ length: count }, () => ({}))), 'width: 320px');
      await until(() => pictures(tag).length === count);
      for (const item of parts(tag, 'media-item')) {
        const { left, right, width, height } = item.getBoundingClientRect();
        expect(left).to.be.at.least(tag.getBoundingClientRect().left - 1);
        expect(right).to.be.at.most(tag.getBoundingClientRect().right + 1);
        expect(Math.min(width, height), String(count)).to.be.greaterThan(39);
      }
    }
  });

  it('the point that matters stays in sight where a picture is cut', async () => {
    const meta = { focus: { x: 1, y: -1 }, original: { width: 800, height: 400 } };
    const tag = await shown(withFiles({ meta }, {}));
    const [at, middle] = pictures(tag).map((image) => getComputedStyle(image).objectPosition);
    expect(at).to.equal('100% 100%');
    expect(middle).to.equal('50% 50%');
  });

  it('opened: the page is told which picture, and may show it itself', async () => {
    const tag = await shown(withFiles({}));
    const opened = heard(tag, 'masto-open');
    let followed = true;
    tag.addEventListener('masto-open', (event) => event.preventDefault());
    tag.addEventListener('click', (event) => {
      followed = !event.defaultPrevented;
      event.preventDefault();
    });
    theOne(tag, 'link', /^Open picture/).click();
    const { kind, url } = await opened;
    expect([kind, url]).to.deep.equal(['picture', 'https://files.example/original.png']);
    await until(() => !followed);
  });
});

const covers = (tag: Element) => byRole(tag, 'button', /^Sensitive/);

describe('<masto-status> what is sensitive', () => {
  it('R114 pictures are neither loaded nor shown before a press, and keep their places', async () => {
    const here = await town();
    const tag = await shown(at(here, { sensitive: true }), 'width: 400px');
    await pause(200);
    expect(pictures(tag)).to.have.length(0);
    expect(await asked(here)).to.deep.equal([]);
    expect(covers(tag).map((button) => seen(button).replaceAll('\n', ' '))).to.deep.equal([
      'Sensitive picture 1 · Show',
      'Sensitive picture 2 · Show',
    ]);
    const { height } = tag.getBoundingClientRect();
    covers(tag)[1]!.click();
    await until(() => pictures(tag).length === 2);
    expect(covers(tag)).to.have.length(0);
    expect(tag.getBoundingClientRect().height).to.be.closeTo(height, 1);
    await until(async () => (await asked(here)).length === 2);
  });

  it('R114 one alone is not numbered', async () => {
    const tag = await shown(raw({ sensitive: true, media_attachments: [file()] }));
    expect(seen(theOne(tag, 'button', /^Sensitive/))).to.equal('Sensitive picture · Show');
  });

  it('R114 another post in the same tag is covered again', async () => {
    const tag = await shown(raw({ sensitive: true, media_attachments: [file()] }));
    theOne(tag, 'button', /^Sensitive/).click();
    await until(() => pictures(tag).length);
    tag.status = raw({
      id: '2',
      uri: 'https://a.example/2',
      content: 'Two',
      sensitive: true,
      media_attachments: [file()],
    });
    await appears(tag, 'Two');
    expect(pictures(tag)).to.have.length(0);
  });

  it('R114 its words are shown all the same: only pictures are covered', async () => {
    const tag = await shown(raw({ sensitive: true, media_attachments: [file()] }));
    expect(seen(part(tag, 'content'))).to.equal('Hello');
  });

  it('R114 only what is true is sensitive', async () => {
    for (const sensitive of [false, null, undefined, 'true', 0]) {
      const tag = await shown(raw({ sensitive, media_attachments: [file()] }));
      expect(pictures(tag), String(sensitive)).to.have.length(1);
    }
  });
});

describe('<masto-status> a content warning', () => {
  const warned = (fields: Fields = {}) => raw({ spoiler_text: 'Spiders', content: '<p>Eight legs</p>', ...fields });

  it('R114 what it hides is not in the document, and comes with a press; a second press takes it away', async () => {
    const tag = await shown(warned());
    const button = theOne(tag, 'button', 'Show');
    expect(button.ariaExpanded).to.equal('false');
    expect(tag.shadowRoot!.textContent).to.contain('Spiders').and.not.contain('legs');
    button.click();
    await appears(tag, 'Eight legs');
    expect(theOne(tag, 'button', 'Hide').ariaExpanded).to.equal('true');
    expect(theOne(tag, 'button', 'Hide')).to.equal(button);
    button.click();
    await until(() => !tag.shadowRoot!.textContent.includes('legs'));
    expect(theOne(tag, 'button', 'Show').ariaExpanded).to.equal('false');
  });

  it('R114 poll, card and pictures are hidden with it, and nothing is loaded before', async () => {
    const here = await town();
    const card = { url: 'https://x.example/', title: 'A card', image: `${here.origin}/card.png` };
    const poll = { options: [{ title: 'Web', votes_count: 1 }], votes_count: 1 };
    const emojis = [{ shortcode: 'web', url: `${here.origin}/web.png`, static_url: `${here.origin}/web.png` }];
    const tag = await shown(warned({ card, poll, emojis, content: ':web:' }));
    await pause(200);
    expect(await asked(here)).to.deep.equal([]);
    for (const name of ['card', 'poll', 'content']) expect(parts(tag, name), name).to.have.length(0);
    theOne(tag, 'button', 'Show').click();
    await appears(tag, 'A card');
    for (const name of ['card', 'poll', 'content']) expect(parts(tag, name), name).to.have.length(1);
    await until(async () => (await asked(here)).length === 2);
  });

  it('R114 pictures, sensitive as Mastodon makes them, stay covered until they are asked for themselves', async () => {
    const here = await town();
    const tag = await shown(at(here, { spoiler_text: 'Boats', sensitive: true }));
    theOne(tag, 'button', 'Show').click();
    await until(() => byRole(tag, 'button', /^Sensitive/).length === 2);
    await pause(100);
    expect(await asked(here)).to.deep.equal([]);
  });

  const amounts: Readonly<Record<string, [fields: Fields, text: string]>> = {
    'one word': [{ content: '<p>Legs</p>' }, '1 word'],
    'words of two paragraphs': [{ content: '<p>Eight</p><p>long legs</p>' }, '3 words'],
    'a picture alone': [{ content: '', media_attachments: [file()] }, '1 picture'],
    'words and pictures': [{ content: '<p>a b</p>', media_attachments: [file(), file()] }, '2 words, 2 pictures'],
    'other attachments': [{ content: 'a b', media_attachments: [file({ type: 'video' })] }, '2 words, 1 attachment'],
    'a poll': [{ content: 'a b', poll: { options: [{ title: 'x' }] } }, '2 words, a poll'],
    nothing: [{ content: '' }, ''],
  };
  for (const [what, [fields, text]] of Object.entries(amounts))
    it(`says how much it hides: ${what}`, async () => {
      const tag = await shown(warned(fields));
      const [, hidden = ''] = seen(part(tag, 'warning'))
        .replace(/\n?Show$/, '')
        .split('\n');
      expect(hidden).to.equal(text);
    });

  it('words are counted as they are read, also over line breaks', async () => {
    const tag = await shown(warned({ content: '<p>one<br>two</p>' }));
    expect(seen(part(tag, 'warning'))).to.contain('2 words');
  });

  it('its own words may have emoji; markup in them is text', async () => {
    const emojis = [{ shortcode: 'web', url: `${location.origin}/web.png` }];
    const tag = await shown(warned({ spoiler_text: ':web: <b>!</b>', emojis }));
    expect(all(part(tag, 'warning'), 'img')).to.have.length(1);
    expect(all(part(tag, 'warning'), 'b')).to.have.length(0);
    expect(seen(part(tag, 'warning'))).to.match(/^:web: <b>!<\/b>/);
  });

  it('of blanks is none', async () => {
    const tag = await shown(warned({ spoiler_text: ' \n ' }));
    expect(parts(tag, 'warning')).to.have.length(0);
    expect(seen(tag)).to.contain('Eight legs');
  });

  it('opened in one post, it stays closed in another', async () => {
    const one = await shown(warned());
    const two = await shown(warned());
    theOne(one, 'button', 'Show').click();
    await appears(one, 'Eight legs');
    expect(seen(two)).to.not.contain('Eight legs');
  });

  it('another post in the same tag is closed again', async () => {
    const tag = await shown(warned());
    theOne(tag, 'button', 'Show').click();
    await appears(tag, 'Eight legs');
    tag.status = raw({ id: '2', uri: 'https://a.example/2', spoiler_text: 'Snakes', content: '<p>No legs</p>' });
    await appears(tag, 'Snakes');
    expect(seen(tag)).to.not.contain('No legs');
    expect(theOne(tag, 'button', 'Show').ariaExpanded).to.equal('false');
  });
});
