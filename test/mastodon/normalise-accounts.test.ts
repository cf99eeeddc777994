import { expect } from '@open-wc/testing';
import type { Account } from '../../src/mastodon/entities.js';
import { harvestStatuses, normaliseAccount } from '../../src/mastodon/normalise.js';
import { account, host, status, type Json } from './samples.js';

const person = (more: Json): Account => normaliseAccount(account(more), host);

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
