import { expect } from '@open-wc/testing';
import { json } from './fake-browser.js';
import { clientTo, sent } from './fake-client.js';

/** What is not in masto's types is called like this. */
type Untyped = Record<string, (...args: unknown[]) => Promise<unknown>> & ((...args: unknown[]) => Promise<unknown>);

describe('the client', () => {
  it('speaks camelCase, the server snake_case', async () => {
    const { browser, client } = clientTo(() =>
      json({ id: '1', in_reply_to_id: '2', media_attachments: [{ preview_url: 'x' }] }),
    );
    const status = await client.v1.statuses.create({
      status: 'hi',
      inReplyToId: '2',
      poll: { options: ['a'], expiresIn: 300 },
    });
    expect(status).to.deep.equal({ id: '1', inReplyToId: '2', mediaAttachments: [{ previewUrl: 'x' }] });
    expect(sent(browser)).to.deep.equal([
      ['POST', '/api/v1/statuses', '{"status":"hi","in_reply_to_id":"2","poll":{"options":["a"],"expires_in":300}}'],
    ]);
  });

  it('has a method and a path for each verb', async () => {
    const { browser, client } = clientTo(() => json({ id: '1', url: 'x' }));
    await client.v1.accounts.verifyCredentials();
    await client.v1.accounts.lookup({ acct: 'a@b.example' });
    await client.v1.accounts.relationships.fetch({ id: ['1', '2'] });
    await client.v1.statuses.$select('1').fetch();
    await client.v1.statuses.$select('1').favourite();
    await client.v1.statuses.$select('1').update({ status: 'x' });
    await client.v1.statuses.$select('1').remove();
    await client.v1.lists.$select('3').accounts.remove({ accountIds: ['1', '2'] });
    await client.v2.search.list({ q: 'pears', resolve: true });
    expect(sent(browser)).to.deep.equal([
      ['GET', '/api/v1/accounts/verify_credentials'],
      ['GET', '/api/v1/accounts/lookup?acct=a%40b.example'],
      ['GET', '/api/v1/accounts/relationships?id%5B%5D=1&id%5B%5D=2'],
      ['GET', '/api/v1/statuses/1'],
      ['POST', '/api/v1/statuses/1/favourite'],
      ['PUT', '/api/v1/statuses/1', '{"status":"x"}'],
      ['DELETE', '/api/v1/statuses/1'],
      ['DELETE', '/api/v1/lists/3/accounts', '{"account_ids":["1","2"]}'],
      ['GET', '/api/v2/search?q=pears&resolve=true'],
    ]);
  });

  it('defect 2: a method kept in a variable stays itself', async () => {
    const { browser, client } = clientTo();
    const { list } = client.v1.timelines.home;
    await list();
    await list({ limit: 1 });
    const one = client.v1.statuses.$select('5');
    await one.favourite();
    await one.reblog();
    expect(sent(browser)).to.deep.equal([
      ['GET', '/api/v1/timelines/home'],
      ['GET', '/api/v1/timelines/home?limit=1'],
      ['POST', '/api/v1/statuses/5/favourite'],
      ['POST', '/api/v1/statuses/5/reblog'],
    ]);
  });

  it('defect 4: undefined is never sent, neither as JSON nor in a form nor in a query', async () => {
    const { browser, client } = clientTo(() => json({ url: 'x' }));
    await client.v1.statuses.create({ status: 'x', inReplyToId: undefined as unknown as string });
    await client.v1.accounts.updateCredentials({
      displayName: 'd',
      note: undefined as unknown as string,
      locked: false,
      fieldsAttributes: [{ name: 'a', value: 'b' }],
    });
    await client.v1.timelines.home.list({ limit: undefined as unknown as number, maxId: null as unknown as string });
    expect(sent(browser)).to.deep.equal([
      ['POST', '/api/v1/statuses', '{"status":"x"}'],
      [
        'PATCH',
        '/api/v1/accounts/update_credentials',
        [
          ['display_name', 'd'],
          ['locked', 'false'],
          ['fields_attributes[0][name]', 'a'],
          ['fields_attributes[0][value]', 'b'],
        ],
      ],
      ['GET', '/api/v1/timelines/home'],
    ]);
  });

  it('defect 5: ids are encoded', async () => {
    const { browser, client } = clientTo();
    for (const id of ['a?b#c', '../../oauth/revoke', '..', '2026-11-22T10:20:15.841Z/favourite/x'])
      await client.v1.statuses.$select(id).fetch();
    for (const [, path] of sent(browser)) expect(path).to.match(/^\/api\/v1\/statuses\/[^/?#]+$/);
  });

  it('R91 takes objects without a prototype, and lets no key pollute', async () => {
    const { browser, client } = clientTo(() => new Response('{"__proto__":{"x":1},"constructor":{"y":2},"a_b":3}'));
    const params = Object.assign(Object.create(null) as object, { status: 'x' });
    const answer = await client.v1.statuses.create(params);
    expect(sent(browser)[0]?.[2]).to.equal('{"status":"x"}');
    expect(Object.keys(answer)).to.deep.equal(['aB']);
    expect(Object.getPrototypeOf(answer)).to.equal(Object.prototype);
  });

  it('is no promise and no JSON of itself', () => {
    const { browser, client } = clientTo();
    for (const step of [client, client.v1, client.v1.statuses])
      expect((step as unknown as { then?: unknown }).then).to.equal(undefined);
    expect(JSON.stringify(client.v1.statuses)).to.equal(undefined);
    expect(`${typeof client.v1.statuses}`).to.equal('function');
    expect(browser.asked).to.have.length(0);
  });

  it('R24 R25 holds no token that one could read', () => {
    const { client } = clientTo();
    expect(JSON.stringify(client) + Object.keys(client).join()).not.to.contain('secret');
  });

  it('reaches what has no type', async () => {
    const { browser, client } = clientTo();
    const alpha = client.$select('v1_alpha') as { asyncRefreshes: { $select(id: string): Untyped } };
    await alpha.asyncRefreshes.$select('9').fetch!();
    await (client.v1 as unknown as Record<string, Record<string, Untyped>>).fooBar!.bazQux!.doThing!({ aB: 1 });
    await (client.v1.statuses.$select('1') as unknown as { interactionPolicy: Untyped }).interactionPolicy.update!({
      quoteApprovalPolicy: 'nobody',
    });
    expect(sent(browser)).to.deep.equal([
      ['GET', '/api/v1_alpha/async_refreshes/9'],
      ['POST', '/api/v1/foo_bar/baz_qux/do_thing', '{"a_b":1}'],
      ['PUT', '/api/v1/statuses/1/interaction_policy', '{"quote_approval_policy":"nobody"}'],
    ]);
    expect(() => (client.v1 as unknown as Untyped)()).to.throw(TypeError);
  });

  it('leaves keys alone that are data', async () => {
    const { client } = clientTo(({ url }) =>
      url.endsWith('translation_languages')
        ? json({ en: ['de'], 'zh-TW': ['en'], zh_hant: ['en'] })
        : json({
            rules: [{ translations: { zh_hant: { some_text: 'y' } } }],
            thumbnail: { versions: { '@1x': 'a' } },
            api_versions: { glitch_soc: 1 },
          }),
    );
    expect(await client.v1.instance.translationLanguages.list()).to.deep.equal({
      en: ['de'],
      'zh-TW': ['en'],
      zh_hant: ['en'],
    });
    expect(await client.v2.instance.fetch()).to.deep.equal({
      rules: [{ translations: { zh_hant: { someText: 'y' } } }],
      thumbnail: { versions: { '@1x': 'a' } },
      apiVersions: { glitch_soc: 1 },
    });
  });

  it('$raw gives headers, also where masto forgets it', async () => {
    const { client } = clientTo(() => json({ id: '1' }, 200, { 'x-ratelimit-remaining': '7' }));
    const { data, headers } = await client.v1.accounts.verifyCredentials.$raw();
    expect([data.id, headers.get('x-ratelimit-remaining')]).to.deep.equal(['1', '7']);
    expect((await client.v1.accounts.updateCredentials.$raw({ locked: true })).data.id).to.equal('1');
  });
});
