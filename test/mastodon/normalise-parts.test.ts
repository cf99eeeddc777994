import { expect } from '@open-wc/testing';
import { card, media, poll, read, status, type Json } from './samples.js';

describe('R195–R197 media, polls, cards', () => {
  const mediaOf = (more: Json) => read(status({ media_attachments: [media(more)] })).media[0];

  it('R195 media may be unknown, unfinished, without measures', () => {
    expect(mediaOf({ type: 'hologram' })?.type).to.equal('unknown');
    for (const type of ['image', 'video', 'gifv', 'audio', 'unknown']) expect(mediaOf({ type })?.type).to.equal(type);
    const unfinished = mediaOf({
      url: null,
      preview_url: null,
      remote_url: null,
      meta: null,
      description: null,
      blurhash: null,
    });
    expect(unfinished).to.deep.equal({
      id: '31',
      type: 'image',
      url: undefined,
      previewUrl: undefined,
      remoteUrl: undefined,
      description: '',
      blurhash: undefined,
      width: undefined,
      height: undefined,
      duration: undefined,
      focus: { x: 0, y: 0 },
    });
  });

  it('R147 a file over http is not loaded, but linked to', () => {
    expect(mediaOf({ url: 'http://c.example/1.png', remote_url: null })).to.include({
      url: undefined,
      remoteUrl: 'http://c.example/1.png',
    });
  });

  it('R106 where a file comes from is a link, never something to load', () => {
    const found = mediaOf({});
    expect([found?.url, found?.previewUrl].some((url) => url?.includes('b.example'))).to.equal(false);
  });

  it('measures are both or none, of the original or the preview', () => {
    expect(mediaOf({ meta: { original: { width: 0, height: 5 }, small: { width: 40, height: 30 } } })).to.include({
      width: 40,
      height: 30,
    });
    expect(mediaOf({ meta: { original: { width: '1200', height: 800 } } })).to.include({
      width: undefined,
      height: undefined,
    });
    expect(mediaOf({ meta: { original: { width: 1e9, height: 1 } } })).to.include({
      width: undefined,
      height: undefined,
    });
  });

  it('a focus point stays within the picture', () => {
    expect(mediaOf({ meta: { focus: { x: 7, y: -7 } } })?.focus).to.deep.equal({ x: 1, y: -1 });
    expect(mediaOf({ meta: { focus: { x: '0.5' } } })?.focus).to.deep.equal({ x: 0, y: 0 });
  });

  const pollOf = (more: Json) => read(status({ poll: poll(more) })).poll;

  it('R196 a poll may hide its counts, have no end, no id', () => {
    const found = pollOf({
      id: null,
      expires_at: null,
      votes_count: null,
      voters_count: null,
      options: [{ title: 'a', votes_count: null }, { title: 'b' }],
    });
    expect(found).to.deep.equal({
      id: '',
      expiresAt: undefined,
      expired: false,
      multiple: true,
      votesCount: 0,
      votersCount: undefined,
      options: [
        { title: 'a', votesCount: undefined },
        { title: 'b', votesCount: undefined },
      ],
      emojis: [],
    });
    for (const options of [[], null, {}, [null]]) expect(pollOf({ options })).to.equal(undefined);
  });

  const cardOf = (more: Json) => read(status({ card: card(more) })).card;

  it('R197 a card needs a page; picture, measures and words may be missing', () => {
    for (const url of [null, '', 'javascript:alert(1)', 'data:text/html,x'])
      expect(cardOf({ url })).to.equal(undefined);
    expect(
      cardOf({
        image: null,
        width: 0,
        height: 0,
        title: null,
        authors: null,
        author_name: null,
        html: null,
        type: 'new',
      }),
    ).to.deep.equal({
      url: 'https://news.example/pears',
      type: 'link',
      title: '',
      description: 'All about them',
      providerName: 'News',
      authors: [],
      publishedAt: undefined,
      player: '',
      image: undefined,
      imageDescription: 'A tree',
      blurhash: 'UGC~-#M{0JfkNFofR%M{IURj%Mt7E0oM%MR*',
      width: undefined,
      height: undefined,
    });
    expect(cardOf({ authors: [] })?.authors.map(({ name }) => name)).to.deep.equal(['A']);
  });
});
