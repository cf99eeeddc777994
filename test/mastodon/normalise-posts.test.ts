import { expect } from '@open-wc/testing';
import { harvestStatuses } from '../../src/mastodon/normalise.js';
import { json, transportTo } from './fake-browser.js';
import { account, host, read, status, type Json } from './samples.js';

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

  it("R91 what a page has put on Object.prototype is nobody's field", async () => {
    const before = JSON.stringify(harvestStatuses(status(), host));
    const page = Object.prototype as unknown as Json;
    try {
      page['junk'] = 'x';
      page['status'] = 'x';
      expect(JSON.stringify(harvestStatuses(status(), host))).to.equal(before);
      const { browser, transport } = transportTo(() => json([]));
      await transport.list('/x', { a: 1 });
      await transport.send('POST', '/x', { b: 2 });
      expect(browser.asked.map(({ url, body }) => [url.replace(transport.origin, ''), body])).to.deep.equal([
        ['/x?a=1', null],
        ['/x', '{"b":2}'],
      ]);
    } finally {
      delete page['junk'];
      delete page['status'];
    }
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
