import { expect } from '@open-wc/testing';
import type { Status } from '../../src/mastodon/entities.js';
import { harvestStatuses } from '../../src/mastodon/normalise.js';
import { account, host, read, status, type Json } from './samples.js';

describe('harvestStatuses', () => {
  it('reads a whole post of Mastodon 4.6', () => {
    expect(read(status())).to.deep.equal({
      key: 'https://a.example/users/mira/statuses/100',
      id: '100',
      host,
      uri: 'https://a.example/users/mira/statuses/100',
      url: 'https://a.example/@mira/100',
      account: 'mira@a.example',
      createdAt: '2026-11-01T13:49:42.878Z',
      editedAt: '2026-11-02T13:49:42.878Z',
      visibility: 'public',
      language: 'de',
      content: '<p>Hallo</p>',
      spoilerText: 'Obst',
      sensitive: true,
      media: [
        {
          id: '31',
          type: 'image',
          url: 'https://a.example/media/1.png',
          previewUrl: 'https://a.example/media/1-small.png',
          remoteUrl: 'https://b.example/1.png',
          description: 'A pear',
          blurhash: 'UGC~-#M{0JfkNFofR%M{IURj%Mt7E0oM%MR*',
          width: 1200,
          height: 800,
          duration: undefined,
          focus: { x: -0.5, y: 0.25 },
        },
      ],
      mentions: [{ id: '8', username: 'ben', acct: 'ben@b.example', url: 'https://b.example/@ben' }],
      tags: [{ name: 'obst', url: 'https://a.example/tags/obst' }],
      emojis: [],
      poll: {
        id: '2',
        expiresAt: '2026-11-30T13:58:07.715Z',
        expired: false,
        multiple: true,
        votesCount: 3,
        votersCount: 2,
        options: [
          { title: 'pears', votesCount: 1 },
          { title: 'plums :sun:', votesCount: 2 },
        ],
        emojis: [],
      },
      card: {
        url: 'https://news.example/pears',
        type: 'link',
        title: 'Pears',
        description: 'All about them',
        providerName: 'News',
        authors: [{ name: 'Ada', url: undefined, account: undefined }],
        publishedAt: undefined,
        player: '',
        image: 'https://a.example/cards/1.png',
        imageDescription: 'A tree',
        blurhash: 'UGC~-#M{0JfkNFofR%M{IURj%Mt7E0oM%MR*',
        width: 400,
        height: 300,
      },
      boost: undefined,
      quote: { state: 'accepted', status: 'https://b.example/p/50' },
      inReplyToId: '99',
      inReplyToAccountId: '8',
      repliesCount: 1,
      boostsCount: 2,
      favouritesCount: 3,
      quotesCount: 0,
      application: undefined,
    } satisfies Status);
  });

  it("gives keys in the server's order, each once, and all that came along", () => {
    const boosted = status({
      id: '1',
      uri: 'https://b.example/1',
      account: account({ id: '9', acct: 'ben@b.example' }),
      quote: null,
    });
    const json = [
      status({ quote: null }),
      status({ id: '2', uri: 'https://a.example/2', reblog: boosted, quote: null }),
      status({ quote: null }),
    ];
    const { keys, statuses, accounts } = harvestStatuses(json, host);
    expect(keys).to.deep.equal(['https://a.example/users/mira/statuses/100', 'https://a.example/2']);
    expect(statuses.map(({ key }) => key).sort()).to.deep.equal([
      'https://a.example/2',
      'https://a.example/users/mira/statuses/100',
      'https://b.example/1',
    ]);
    expect(accounts.map(({ key }) => key).sort()).to.deep.equal(['ben@b.example', 'mira@a.example']);
    expect(statuses.find(({ key }) => key === keys[1])?.boost).to.equal('https://b.example/1');
  });

  it('R142 leaves out what is no post, and keeps its neighbours', () => {
    for (const broken of [null, undefined, 5, 'x', true, [], [status()], {}, { id: '' }, { id: {}, uri: 5, url: [] }]) {
      const { keys } = harvestStatuses([status(), broken, status({ id: '2', uri: 'https://a.example/2' })], host);
      expect(keys).to.have.length(2);
    }
  });

  it('R142 is an empty harvest for anything that is no list', () => {
    for (const json of [null, undefined, 5, 'x', {}, { error: 'x' }, [[]]])
      expect(harvestStatuses(json, host)).to.deep.equal({ keys: [], statuses: [], accounts: [] });
  });

  it('names a post by uri, else by url, else by host and id', () => {
    expect(read(status({ uri: 'tag:old.example,2017-01-01:objectId=1:objectType=Status' })).key).to.match(/^tag:/);
    for (const uri of [undefined, null, '', ' ', 'two words', 5, {}, 'x'.repeat(5000)]) {
      expect(read(status({ uri })).key).to.equal('https://a.example/@mira/100');
      expect(read(status({ uri, url: null })).key).to.equal('a.example/100');
    }
  });

  it('a boost that is named like its post (Pleroma) has a key of its own', () => {
    const uri = 'https://b.example/objects/1';
    const { keys, statuses } = harvestStatuses(status({ id: 'B1', uri, reblog: status({ id: 'P1', uri }) }), host);
    expect(keys).to.deep.equal(['a.example/B1']);
    expect(statuses.find(({ key }) => key === 'a.example/B1')?.boost).to.equal(uri);
    expect(statuses.find(({ key }) => key === uri)?.boost).to.equal(undefined);
    const nameless = harvestStatuses(status({ id: null, uri, reblog: status({ id: 'P1', uri }) }), host);
    expect(nameless.keys).not.to.deep.equal([uri]);
  });

  it('a post that quotes itself quotes nothing', () => {
    expect(read(status({ quote: { state: 'accepted', quoted_status: status({ quote: null }) } })).quote).to.equal(
      undefined,
    );
  });

  it('ends where a post holds itself a thousand times over', () => {
    let deep: Json = status({ id: '0', uri: 'https://a.example/0' });
    for (let i = 1; i <= 1000; i++)
      deep = status({
        id: `${i}`,
        uri: `https://a.example/${i}`,
        reblog: deep,
        quote: { state: 'accepted', quoted_status: deep },
      });
    const { statuses } = harvestStatuses(deep, host);
    expect(statuses.length).to.be.lessThan(20);
  });

  it('cuts lists that no server means', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ shortcode: `e${i}`, url: 'https://a.example/e.png' }));
    expect(read(status({ emojis: many })).emojis).to.have.length(500);
  });
});

describe('quotes', () => {
  const quoted = {
    id: '50',
    uri: 'https://b.example/p/50',
    content: 'Q',
    account: account({ acct: 'ben@b.example', id: '9' }),
  };

  it('keeps the states that Mastodon has, and takes any other for unauthorized', () => {
    for (const state of [
      'pending',
      'accepted',
      'rejected',
      'revoked',
      'deleted',
      'unauthorized',
      'blocked_account',
      'blocked_domain',
      'muted_account',
    ])
      expect(read(status({ quote: { state, quoted_status: null } })).quote).to.deep.equal({ state, status: undefined });
    for (const state of ['new_state', undefined, null, 5])
      expect(read(status({ quote: { state } })).quote?.state).to.equal('unauthorized');
  });

  it('takes a post in its place for an accepted quote (Fedibird, Akkoma)', () => {
    const { statuses } = harvestStatuses(status({ quote: quoted }), host);
    expect(statuses).to.have.length(2);
    expect(read(status({ quote: quoted })).quote).to.deep.equal({
      state: 'accepted',
      status: 'https://b.example/p/50',
    });
  });

  it('a shallow quote has no post but its id, and none is none', () => {
    expect(read(status({ quote: { state: 'accepted', quoted_status_id: '50' } })).quote).to.deep.equal({
      state: 'accepted',
      status: undefined,
      id: '50',
    });
    for (const quote of [null, undefined, 'x', []]) expect(read(status({ quote })).quote).to.equal(undefined);
  });

  it('others name it, or keep it in a corner of their own (Pleroma, Fedibird, the Misskey family)', () => {
    const url = 'https://b.example/p/50';
    const ofPleroma = (pleroma: object) => read(status({ quote: null, pleroma })).quote;
    expect(read(status({ quote: null, quote_id: 50 })).quote).to.deep.equal({
      state: 'accepted',
      status: undefined,
      id: '50',
    });
    expect(ofPleroma({ quote: quoted, quote_id: '50', quote_url: url })).to.deep.equal({
      state: 'accepted',
      status: quoted.uri,
      url,
    });
    expect(ofPleroma({ quote_url: url })).to.deep.equal({ state: 'accepted', status: undefined, url });
    expect(ofPleroma({ quote_id: '50', quote_visible: false })?.state).to.equal('unauthorized');
    for (const pleroma of [{}, { quote_url: 'javascript:alert(1)' }, { quote_id: {} }, { quote: 'x' }])
      expect(ofPleroma(pleroma), JSON.stringify(pleroma)).to.equal(undefined);
    expect(read(status({ id: '50', quote: null, quote_id: '50' })).quote, 'not itself').to.equal(undefined);
  });
});
