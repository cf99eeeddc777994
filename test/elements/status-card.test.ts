import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, heard, part, parts, pause, seen, theOne } from '../helpers.js';
import { raw, shown } from './given.js';
import { town } from './town.js';

const picture = 'https://files.example/1.png';
const card = (fields: Readonly<Record<string, unknown>> = {}, status: Readonly<Record<string, unknown>> = {}) =>
  raw({
    card: {
      url: 'https://www.garden.example:8443/roses?x=1',
      title: 'Roses',
      description: 'How to cut them.',
      type: 'link',
      provider_name: 'Bank of somewhere',
      image: null,
      ...fields,
    },
    ...status,
  });
const pictures = (tag: Element) => all<HTMLImageElement>(tag, 'img');
const box = (element: Element) => element.getBoundingClientRect();

describe('<masto-status> a link’s card', () => {
  it('plain: where the link really leads, its title and what it says of itself', async () => {
    const tag = await shown(card());
    const link = part(tag, 'card') as HTMLAnchorElement;
    expect(link.href).to.equal('https://www.garden.example:8443/roses?x=1');
    expect(seen(link)).to.equal('garden.example\nRoses\nHow to cut them.');
    expect(seen(tag)).to.not.contain('Bank of somewhere');
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'nofollow noopener noreferrer']);
    expect(pictures(tag)).to.have.length(0);
  });

  it('says who wrote it and when, as the site has it', async () => {
    const day = { published_at: '2024-05-03T10:00:00.000Z' };
    const site = async (fields: Readonly<Record<string, unknown>>) =>
      seen(part(await shown(card({ ...day, ...fields })), 'card')).split('\n')[0];
    const authors = [
      { name: 'Ada', url: 'https://garden.example/ada', account: null },
      { name: 'Ben', url: '', account: null },
    ];
    expect(await site({ authors })).to.equal('garden.example · by Ada · 3 May 2024');
    expect(await site({ author_name: 'Cem', authors: [] })).to.equal('garden.example · by Cem · 3 May 2024');
    expect(await site({ authors: [{ name: '<b>x</b>' }] })).to.equal('garden.example · by <b>x</b> · 3 May 2024');
    expect(await site({ published_at: 'soon' })).to.equal('garden.example');
  });

  it('small: the picture stands beside the words', async () => {
    const tag = await shown(
      card({ image: picture, width: 200, height: 200, image_description: 'A rose' }),
      'width: 600px',
    );
    const [image] = pictures(tag);
    expect(image!.alt).to.equal('A rose');
    expect(box(image!).width).to.be.lessThan(box(part(tag, 'card')).width / 2);
    const title = all(part(tag, 'card'), 'span').find(({ textContent }) => textContent === 'Roses')!;
    expect(Math.abs(box(title).top + box(title).height / 2 - box(image!).top - box(image!).height / 2)).to.be.lessThan(
      60,
    );
  });

  it('large: a wide picture takes the card’s whole width, and its place before it has come', async () => {
    const tag = await shown(card({ image: picture, width: 1200, height: 630 }));
    const [image] = pictures(tag);
    expect(image!.complete && image!.naturalWidth).to.not.equal(1200);
    expect(box(image!).width).to.be.closeTo(box(part(tag, 'card')).width, 4);
    expect(box(image!).height).to.be.greaterThan(100);
  });

  it('R107 R108 its picture is lazy and tells nobody who reads', async () => {
    const [image] = pictures(await shown(card({ image: picture, width: 1200, height: 630 })));
    expect([image!.loading, image!.decoding, image!.referrerPolicy, image!.crossOrigin]).to.deep.equal([
      'lazy',
      'async',
      'no-referrer',
      null,
    ]);
  });

  it('R114 a sensitive post’s card has no picture, and asks for none', async () => {
    const here = await town();
    const image = `${here.origin}/pictures/card.png`;
    const tag = await shown(card({ image, width: 1200, height: 630 }, { sensitive: true }));
    await pause(200);
    expect(pictures(tag)).to.have.length(0);
    expect(await here.asks(/pictures/)).to.deep.equal([]);
    expect(seen(part(tag, 'card'))).to.contain('Roses');
  });

  it('R197 no title, no size, no description: the address stands for the title', async () => {
    const tag = await shown(card({ title: '', description: null, image: picture, width: 0, height: null }));
    expect(seen(part(tag, 'card'))).to.equal('garden.example\nhttps://www.garden.example:8443/roses?x=1');
    expect(pictures(tag)[0]!.getAttribute('width')).to.match(/^[1-9]\d*$/);
  });

  it('R197 without a page to lead to there is no card', async () => {
    for (const url of [null, '', 'javascript:alert(1)', 'data:text/html,x', 'https://me:secret@garden.example/', 7])
      expect(parts(await shown(card({ url })), 'card'), String(url)).to.have.length(0);
  });

  it('R81 a long or turning title stays in its card', async () => {
    const tag = await shown(card({ title: '\u202e' + 'W'.repeat(2000), description: 'x'.repeat(5000) }));
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    expect(box(part(tag, 'card')).height).to.be.lessThan(400);
    expect(seen(part(tag, 'card'))).to.not.contain('\u202e');
  });

  it('stands back where there are pictures', async () => {
    const media = [{ id: '1', type: 'image', url: picture, preview_url: picture, description: 'A rose' }];
    const tag = await shown(card({}, { media_attachments: media }));
    expect(parts(tag, 'card')).to.have.length(0);
    expect(theOne(tag, 'link', 'Open picture: A rose')).to.be.instanceOf(HTMLAnchorElement);
  });

  it('it only leads elsewhere: the page is not told that something of Mastodon is opened', async () => {
    const tag = await shown(card());
    const opened: Event[] = [];
    tag.addEventListener('masto-open', (event) => opened.push(event));
    tag.addEventListener('click', (event) => event.preventDefault());
    const clicked = heard(tag, 'click');
    part(tag, 'card').click();
    await clicked;
    expect(opened).to.deep.equal([]);
  });
});
