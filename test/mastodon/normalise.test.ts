import { expect } from '@open-wc/testing';
import type { Account, Status } from '../../src/mastodon/entities.js';
import { harvestStatuses, normaliseAccount } from '../../src/mastodon/normalise.js';
import { account, card, media, poll, status, type Json } from './samples.js';

const host = 'a.example';

/** The post asked for. Throws when there is none. */
function read(json: unknown): Status {
  const { keys, statuses } = harvestStatuses(json, host);
  const found = statuses.find(({ key }) => key === keys[0]);
  if (!found) throw new Error('no status');
  return found;
}

const person = (more: Json): Account => normaliseAccount(account(more), host);

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
        authorName: 'Ada',
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

describe('R185–R205 posts', () => {
  it('R185 no content is an empty one', () => {
    for (const content of [null, undefined, 5, {}]) expect(read(status({ content })).content).to.equal('');
  });

  it('R186 sensitive is what is true', () => {
    for (const sensitive of [null, undefined, 'false', 0, {}])
      expect(read(status({ sensitive })).sensitive).to.equal(false);
  });

  it('R187 an account that is none becomes a placeholder of that server', () => {
    for (const nobody of [{}, null, undefined, 'x', []]) {
      const { statuses, accounts } = harvestStatuses(status({ account: nobody, quote: null }), host);
      expect(accounts).to.have.length(1);
      expect(statuses[0]?.account).to.equal(accounts[0]?.key);
      expect(accounts[0]).to.include({ key: '?@a.example/', username: '?', displayName: '?', host });
    }
    expect(harvestStatuses(status({ account: { id: '44' }, quote: null }), host).accounts[0]?.key).to.equal(
      '?@a.example/44',
    );
  });

  it('R190 missing lists are empty', () => {
    for (const none of [null, undefined, {}, 'x', 5]) {
      const post = read(status({ media_attachments: none, emojis: none, mentions: none, tags: none }));
      expect([post.media, post.emojis, post.mentions, post.tags]).to.deep.equal([[], [], [], []]);
    }
  });

  it('R191 an absent edited_at is none', () => {
    for (const edited_at of [undefined, null, '', 0]) expect(read(status({ edited_at })).editedAt).to.equal(undefined);
  });

  it('R192 the uri stands in for a url when it is a page', () => {
    expect(read(status({ url: null })).url).to.equal('https://a.example/users/mira/statuses/100');
    expect(read(status({ url: null, uri: 'tag:x,1:y' })).url).to.equal(undefined);
    expect(read(status({ url: 'javascript:alert(1)', uri: 'javascript:alert(1)' })).url).to.equal(undefined);
  });

  it('R198 counts are numbers or unknown', () => {
    for (const count of [null, undefined, -1, '12', NaN, Infinity, {}, true]) {
      const post = read(status({ replies_count: count, reblogs_count: count, favourites_count: count }));
      expect([post.repliesCount, post.boostsCount, post.favouritesCount]).to.deep.equal([
        undefined,
        undefined,
        undefined,
      ]);
    }
    expect(read(status({ replies_count: 0, reblogs_count: 1.5 }))).to.include({ repliesCount: 0, boostsCount: 1 });
  });

  it('R199 ids are texts, never counted with', () => {
    for (const id of ['01HXYZ', 'AbC', '9'.repeat(40), '2026-11-22T10:20:15.841Z/favourite/x'])
      expect(read(status({ id, in_reply_to_id: id }))).to.include({ id, inReplyToId: id });
    expect(read(status({ id: 42 })).id).to.equal('42');
    for (const id of [null, undefined, {}, [], true]) expect(read(status({ id })).id).to.equal('');
  });

  it('R202 an odd language is none', () => {
    for (const language of ['de', 'pt-BR', 'zh-Hant-TW', 'ast'])
      expect(read(status({ language })).language).to.equal(language);
    for (const language of [null, undefined, '', 'x', 'deutsch', 'pt_BR', 'de"><b>', 5])
      expect(read(status({ language })).language).to.equal(undefined);
  });

  it('R204 an unknown visibility is unknown', () => {
    for (const visibility of ['public', 'unlisted', 'private', 'direct'])
      expect(read(status({ visibility })).visibility).to.equal(visibility);
    for (const visibility of ['local', 'list', 'limited', '', null, undefined, 5])
      expect(read(status({ visibility })).visibility).to.equal('unknown');
  });

  it('R205 dates that a calendar knows are ISO in UTC, others are none', () => {
    const dates: [unknown, string | undefined][] = [
      ['2026-08-01T13:49:42.878Z', '2026-08-01T13:49:42.878Z'],
      ['2026-08-01T13:49:42Z', '2026-08-01T13:49:42.000Z'],
      ['2026-08-01T13:49:42.878123Z', '2026-08-01T13:49:42.878Z'],
      ['2026-08-01T13:49:42+02:00', '2026-08-01T11:49:42.000Z'],
      ['2026-08-01T13:49:42-0500', '2026-08-01T18:49:42.000Z'],
      ['2026-08-01T13:49:42', '2026-08-01T13:49:42.000Z'],
      ['2026-08-01', '2026-08-01T00:00:00.000Z'],
      ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
      ['2999-12-31T23:59:59.999Z', '2999-12-31T23:59:59.999Z'],
      ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
      ['2026-02-29T00:00:00Z', undefined],
      ['2026-02-30', undefined],
      ['2026-04-31T00:00:00Z', undefined],
      ['2026-13-01T00:00:00Z', undefined],
      ['2026-08-01T25:00:00Z', undefined],
      ['57171-08-04T00:00:00.000Z', undefined],
      ['11968-01-01T00:00:00.000Z', undefined],
      ['+011968-01-01T00:00:00.000Z', undefined],
      ['-000001-01-01T00:00:00Z', undefined],
      ['Sat, 01 Aug 2026 13:49:42 GMT', undefined],
      ['yesterday', undefined],
      ['', undefined],
      [null, undefined],
      [0, undefined],
      [1785592182, undefined],
      [{}, undefined],
      ['2026-08-01T' + '0'.repeat(100_000), undefined],
    ];
    for (const [created_at, iso] of dates)
      expect(read(status({ created_at })).createdAt, String(created_at).slice(0, 40)).to.equal(iso);
  });

  it('R82 texts are well formed', () => {
    const post = read(
      status({
        content: '<p>\ud800\u0000x</p>',
        spoiler_text: 'a\udfff',
        account: account({ display_name: 'M\ud83d' }),
      }),
    );
    expect(post.content).to.equal('<p>\ufffd\ufffdx</p>');
    expect(post.spoilerText).to.equal('a\ufffd');
    expect(() =>
      encodeURIComponent(JSON.stringify(harvestStatuses(status({ content: '\ud800' }), host))),
    ).not.to.throw();
  });

  it('R91 keys that pollute are not copied', () => {
    const json: unknown = JSON.parse(
      '{"id":"1","uri":"https://a.example/1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"account":{"__proto__":{"acct":"eve"}}}',
    );
    expect(Object.getPrototypeOf(read(json))).to.equal(Object.prototype);
    expect(({} as Json)['polluted']).to.equal(undefined);
  });

  it('hashtags have no # (snac)', () => {
    expect(
      read(status({ tags: [{ name: '#obst', url: null }, { name: '' }, { url: 'https://a.example' }] })).tags,
    ).to.deep.equal([{ name: 'obst', url: undefined }]);
  });

  it('spoilers of white space are none', () => {
    expect(read(status({ spoiler_text: ' \n ' })).spoilerText).to.equal('');
  });

  it('R206 names and texts have an end', () => {
    const long = 'x'.repeat(1_000_000);
    const { accounts, statuses } = harvestStatuses(
      status({ spoiler_text: long, content: long, quote: null, account: account({ display_name: long, acct: long }) }),
      host,
    );
    expect(accounts[0]?.displayName).to.have.length(500);
    expect(accounts[0]?.acct.length).to.be.lessThan(600);
    expect(statuses[0]?.spoilerText).to.have.length(20_000);
    expect(statuses[0]?.content).to.have.length(500_000);
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

  it('a shallow quote has no post, and none is none', () => {
    expect(read(status({ quote: { state: 'accepted', quoted_status_id: '50' } })).quote).to.deep.equal({
      state: 'accepted',
      status: undefined,
    });
    for (const quote of [null, undefined, 'x', []]) expect(read(status({ quote })).quote).to.equal(undefined);
  });
});

describe('R188–R201 accounts', () => {
  it('reads a whole account', () => {
    expect(normaliseAccount(account(), host)).to.deep.equal({
      key: 'mira@a.example',
      id: '7',
      host,
      username: 'mira',
      acct: 'mira@a.example',
      displayName: 'Mira :sun:',
      url: 'https://a.example/@mira',
      avatar: 'https://a.example/system/avatar.png',
      avatarStatic: 'https://a.example/system/avatar-static.png',
      header: 'https://a.example/system/header.png',
      headerStatic: 'https://a.example/system/header-static.png',
      note: '<p>Paints</p>',
      fields: [
        {
          name: 'Web',
          value: '<a href="https://mira.example">mira.example</a>',
          verifiedAt: '2026-08-02T10:00:00.000Z',
        },
      ],
      emojis: [{ shortcode: 'sun', url: 'https://a.example/sun.png', staticUrl: 'https://a.example/sun-static.png' }],
      bot: false,
      group: false,
      locked: false,
      createdAt: '2026-08-01T00:00:00.000Z',
      followersCount: 12,
      followingCount: 3,
      statusesCount: 99,
    } satisfies Account);
  });

  it("R201 knows whose account it is by acct, the server's domain, the profile, or the asked host", () => {
    const cases: [more: Json, domain: string | undefined, key: string, acct: string][] = [
      [{}, undefined, 'mira@a.example', 'mira@a.example'],
      [{ acct: 'Mira@B.Example', username: 'Mira' }, undefined, 'mira@b.example', 'Mira@B.Example'],
      [{ acct: 'mira@', url: 'http://localhost:3500/mira' }, undefined, 'mira@localhost:3500', 'mira@localhost:3500'],
      [{ acct: 'mira@localhost:3500' }, undefined, 'mira@localhost:3500', 'mira@localhost:3500'],
      [{}, 'account.example', 'mira@account.example', 'mira@account.example'],
      [{ acct: 'ben@b.example' }, 'account.example', 'ben@b.example', 'ben@b.example'],
      [{ url: null, uri: null }, undefined, 'mira@a.example', 'mira@a.example'],
      [{ url: null, uri: 'https://web.example/users/mira' }, undefined, 'mira@web.example', 'mira@web.example'],
      [{ acct: null }, undefined, 'mira@a.example', 'mira@a.example'],
      [{ acct: 'mira', username: null }, undefined, 'mira@a.example', 'mira@a.example'],
      [{ acct: 'mira@münchen.example' }, undefined, 'mira@xn--mnchen-3ya.example', 'mira@münchen.example'],
      [{ acct: 'mi\u202era@b.example' }, undefined, 'mira@b.example', 'mira@b.example'],
      [{ acct: null, username: '' }, undefined, '?@a.example/7', '?@a.example'],
    ];
    for (const [more, domain, key, acct] of cases) {
      const found = normaliseAccount(account(more), host, domain);
      expect([found.key, found.acct], JSON.stringify(more)).to.deep.equal([key, acct]);
    }
  });

  it('R201 author, mention and boosted author have the same key', () => {
    const json = status({ account: account({ acct: 'ben@b.example', id: '9' }), quote: null });
    const { accounts, statuses } = harvestStatuses(json, host);
    expect(statuses[0]?.mentions[0]?.acct).to.equal(accounts[0]?.acct);
  });

  it('R188 no picture is none', () => {
    for (const none of [null, undefined, '', 'missing.png', 'http://a.example/a.png', 'javascript:x', 5]) {
      const found = person({ avatar: none, avatar_static: none, header: none, header_static: none });
      expect([found.avatar, found.avatarStatic, found.header, found.headerStatic]).to.deep.equal(['', '', '', '']);
    }
    expect(person({ avatar_static: null }).avatarStatic).to.equal('https://a.example/system/avatar.png');
    expect(person({ avatar: null }).avatar).to.equal('https://a.example/system/avatar-static.png');
  });

  it('R189 no name is the user name', () => {
    for (const display_name of ['', ' ', null, undefined, 5])
      expect(person({ display_name }).displayName).to.equal('mira');
  });

  it('R81 names do not turn what stands around them', () => {
    expect(person({ display_name: 'a\u202eb\u2066c\nd' }).displayName).to.equal('abc d');
  });

  it('R190 R198 fields, emoji and counts may be missing', () => {
    const found = person({
      fields: null,
      emojis: undefined,
      followers_count: null,
      following_count: '3',
      statuses_count: -1,
    });
    expect(found).to.include({ followersCount: undefined, followingCount: undefined, statusesCount: undefined });
    expect([found.fields, found.emojis]).to.deep.equal([[], []]);
  });

  it('emoji without a safe address are dropped, one address serves for both', () => {
    const emojis = [
      { shortcode: 'a', url: 'https://a.example/a.png' },
      { shortcode: 'b', static_url: 'https://a.example/b.png' },
      { shortcode: 'c', url: 'http://a.example/c.png', static_url: 'data:image/png,x' },
      { url: 'https://a.example/d.png' },
      null,
    ];
    expect(person({ emojis }).emojis).to.deep.equal([
      { shortcode: 'a', url: 'https://a.example/a.png', staticUrl: 'https://a.example/a.png' },
      { shortcode: 'b', url: 'https://a.example/b.png', staticUrl: 'https://a.example/b.png' },
    ]);
  });
});

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
      authorName: '',
      image: undefined,
      imageDescription: 'A tree',
      blurhash: 'UGC~-#M{0JfkNFofR%M{IURj%Mt7E0oM%MR*',
      width: undefined,
      height: undefined,
    });
    expect(cardOf({ authors: [] })?.authorName).to.equal('A');
  });
});
