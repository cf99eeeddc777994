import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { appears, inState, posts, seen, tagOf } from '../helpers.js';
import { expectSame, timeline } from './listed.js';
import { town, type Post, type Town } from './town.js';

describe('<masto-timeline> feeds', () => {
  it('local: the public posts of the server', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="local"`);
    expect(await here.asks()).to.deep.equal(['/api/v1/timelines/public?local=true&limit=20']);
    await expectSame(here, tag, '/api/v1/timelines/public?local=true');
  });

  it('public: all that the server knows', async () => {
    const here = await town();
    await here.control('POST', 'greet');
    const tag = await timeline(`instance="${here.host}" feed="public" limit="40"`);
    expect(await here.asks()).to.deep.equal(['/api/v1/timelines/public?limit=40']);
    await expectSame(here, tag, '/api/v1/timelines/public?limit=40');
    expect(seen(tag)).to.contain(`@${here.peer.host}`);
  });

  it('trending', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="trending"`);
    expect(await here.asks()).to.deep.equal(['/api/v1/trends/statuses?limit=20']);
    await expectSame(here, tag, '/api/v1/trends/statuses?limit=20');
  });

  for (const feed of ['home', 'bookmarks', 'favourites'])
    it(`${feed}: is somebody's own, so nothing is asked while nobody is signed in`, async () => {
      const here = await town();
      const tag = tagOf(`<masto-timeline instance="${here.host}" feed="${feed}"></masto-timeline>`);
      await inState(tag, 'signed-out');
      await appears(tag, 'Signed out');
      expect(await here.asks(/./)).to.deep.equal([]);
    });

  for (const written of ['caturday', '#caturday', ' #caturday ', '＃caturday', 'CATURDAY'])
    it(`tag="${written}"`, async () => {
      const here = await town();
      await here.post('mirela', { status: 'One more for #caturday' });
      const tag = await timeline(`instance="${here.host}" tag="${written}"`);
      expect((await here.asks())[0]).to.match(/^\/api\/v1\/timelines\/tag\/caturday\?limit=20$/i);
      await expectSame(here, tag, '/api/v1/timelines/tag/caturday');
    });

  it('tag: one that is not written in Latin letters', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" tag="#ひとり旅"`);
    expect(await here.asks()).to.deep.equal([`/api/v1/timelines/tag/${encodeURIComponent('ひとり旅')}?limit=20`]);
    await expectSame(here, tag, `/api/v1/timelines/tag/${encodeURIComponent('ひとり旅')}`);
  });
});

describe('<masto-timeline account>', () => {
  const writings: Readonly<Record<string, (here: Town) => string>> = {
    '@user@host': ({ host }) => `account="@ines@${host}"`,
    'user@host': ({ host }) => `account="ines@${host}"`,
    'acct:user@host': ({ host }) => `account="acct:ines@${host}"`,
    'the address of the profile': ({ host }) => `account="http://${host}/@ines"`,
    'the other address of the profile': ({ host }) => `account="http://${host}/users/ines"`,
    'the address of one of their posts': ({ host }) => `account="http://${host}/@ines/1"`,
    'capital letters in the host': ({ host }) => `account="@ines@${host.toUpperCase()}"`,
    'spaces around it': ({ host }) => `account="  @ines@${host} "`,
    'the bare name beside an instance': ({ host }) => `account="ines" instance="${host}"`,
    'the name with @ beside an instance': ({ host }) => `account="@ines" instance="http://${host}/"`,
  };
  for (const [what, written] of Object.entries(writings))
    it(what, async () => {
      const here = await town();
      const id = await here.idOf('ines');
      await here.forget();
      const tag = await timeline(written(here));
      const asks = await here.asks();
      expect(asks[0]).to.match(/^\/api\/v1\/accounts\/lookup\?acct=ines/);
      expect(asks.slice(1)).to.deep.equal([`/api/v1/accounts/${id}/statuses?limit=20`]);
      await expectSame(here, tag, `/api/v1/accounts/${id}/statuses`);
      expect(posts(tag).every((post) => seen(post).includes('Inês Matos'))).to.equal(true);
    });

  it('is read from the instance that the tag names, also when it lives elsewhere', async () => {
    const here = await town();
    await here.control('POST', 'greet');
    const known = await here.get<Post[]>('/api/v1/timelines/public?remote=true');
    const { acct, id } = known[0]!.account;
    await here.forget();
    await here.peer.forget();
    await timeline(`instance="${here.host}" account="@${acct}"`);
    expect(await here.asks()).to.deep.equal([
      `/api/v1/accounts/lookup?acct=${acct.replace('@', '%40').replace(':', '%3A')}`,
      `/api/v1/accounts/${id}/statuses?limit=20`,
    ]);
    expect(await here.peer.asks()).to.deep.equal([]);
  });

  it('account-id saves the look-up', async () => {
    const here = await town();
    const id = await here.idOf('ines');
    await here.forget();
    const tag = await timeline(`account="@ines@${here.host}" account-id="${id}"`);
    expect(await here.asks()).to.deep.equal([`/api/v1/accounts/${id}/statuses?limit=20`]);
    await expectSame(here, tag, `/api/v1/accounts/${id}/statuses`);
  });

  it('account-id is enough where an instance is named', async () => {
    const here = await town();
    const id = await here.idOf('ines');
    await here.forget();
    await timeline(`instance="${here.host}" account-id="${id}"`);
    expect(await here.asks()).to.deep.equal([`/api/v1/accounts/${id}/statuses?limit=20`]);
  });

  it('two tags of one account look it up once', async () => {
    const here = await town();
    await timeline(`account="@ines@${here.host}"`);
    await timeline(`account="@ines@${here.host}" hide-replies`);
    expect((await here.asks()).filter((ask) => ask.includes('lookup'))).to.have.length(1);
  });
});
