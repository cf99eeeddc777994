import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, inState, posts, seen, tagOf, until } from '../helpers.js';
import { expectSame, timeline } from './listed.js';
import { town, type Post } from './town.js';

describe('<masto-timeline> filters', () => {
  const isReply = ({ in_reply_to_id: to, in_reply_to_account_id: whom, account }: Post) =>
    to !== null && whom !== account.id;

  it('limit', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="local" limit="3"`);
    expect(await here.asks()).to.deep.equal(['/api/v1/timelines/public?local=true&limit=3']);
    expect(posts(tag)).to.have.length(3);
  });

  it('limit over what a server gives shows what it gives', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="local" limit="100"`);
    expect(posts(tag)).to.have.length(40);
  });

  it('hide-replies leaves out answers to others, by the server for an account', async () => {
    const here = await town();
    const id = await here.idOf('ines');
    const tag = await timeline(`instance="${here.host}" account-id="${id}" hide-replies limit="40"`);
    expect((await here.asks()).at(-1)).to.equal(`/api/v1/accounts/${id}/statuses?exclude_replies=true&limit=40`);
    await expectSame(here, tag, `/api/v1/accounts/${id}/statuses?limit=40&exclude_replies=true`);
  });

  it('hide-replies leaves them out where the server does not', async () => {
    const here = await town();
    const first = await here.post('ines', { status: 'The first #hedge' });
    await here.post('kofi', { status: 'An answer #hedge', in_reply_to_id: first.id });
    await here.post('ines', { status: 'A thread #hedge', in_reply_to_id: first.id });
    const both = await timeline(`instance="${here.host}" tag="hedge"`);
    expect(seen(both)).to.contain('An answer');
    const tag = await timeline(`instance="${here.host}" tag="hedge" hide-replies`);
    expect(seen(tag)).to.contain('The first').and.contain('A thread').and.not.contain('An answer');
    await expectSame(here, tag, '/api/v1/timelines/tag/hedge', (post) => !isReply(post));
  });

  it('hide-boosts', async () => {
    const here = await town();
    const timelines = await here.get<Post[]>('/api/v1/timelines/public?local=true&limit=40');
    const names = new Set(timelines.map(({ account }) => account.username));
    let booster = '';
    for (const name of names) {
      const listed = await here.get<Post[]>(`/api/v1/accounts/${await here.idOf(name)}/statuses?limit=40`);
      if (listed.some(({ reblog }) => reblog)) booster = name;
    }
    expect(booster).to.not.equal('');
    const id = await here.idOf(booster);
    await here.forget();
    const both = await timeline(`instance="${here.host}" account-id="${id}" limit="40"`);
    expect(seen(both)).to.contain('boosted');
    await expectSame(here, both, `/api/v1/accounts/${id}/statuses?limit=40`);
    const own = await timeline(`instance="${here.host}" account-id="${id}" limit="40" hide-boosts`);
    expect((await here.asks()).at(-1)).to.equal(`/api/v1/accounts/${id}/statuses?exclude_reblogs=true&limit=40`);
    expect(seen(own)).to.not.contain('boosted');
    await expectSame(here, own, `/api/v1/accounts/${id}/statuses?limit=40`, ({ reblog }) => !reblog);
  });

  it('only-media', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="local" only-media`);
    expect(await here.asks()).to.deep.equal(['/api/v1/timelines/public?local=true&only_media=true&limit=20']);
    await expectSame(here, tag, '/api/v1/timelines/public?local=true&only_media=true');
  });

  it('only-media where the server does not know the word', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="trending" only-media`);
    const keep = ({ media_attachments: media }: Post) => (media as unknown[]).length > 0;
    await expectSame(here, tag, '/api/v1/trends/statuses?limit=20', keep);
  });

  it('asks on, at most five pages, when a filter leaves nothing of a page', async () => {
    const here = await town();
    const { id } = await here.post('ines', { status: 'Thread #hedge' });
    for (let n = 0; n < 12; n++) await here.post('kofi', { status: `Answer ${n} #hedge`, in_reply_to_id: id });
    // Twelve answers are six pages of two.
    const tag = tagOf(`<masto-timeline instance="${here.host}" tag="hedge" hide-replies limit="2"></masto-timeline>`);
    const older = await until(() => byRole(tag, 'button', 'Older posts')[0]);
    expect(await here.asks()).to.have.length(5);
    expect(seen(tag)).to.not.contain('Nothing here yet');
    older.click();
    await appears(tag, 'Thread #hedge');
  });

  it('R117 leaves out what is not public, whatever a server lets slip', async () => {
    const here = await town();
    await here.post('ines', { status: 'For all', visibility: 'public' });
    await here.post('ines', { status: 'Quietly for all', raw: { visibility: 'unlisted' } });
    await here.post('ines', { status: 'For followers', raw: { visibility: 'private' } });
    await here.post('ines', { status: 'For one', raw: { visibility: 'direct' } });
    await here.post('ines', { status: 'For whom?', raw: { visibility: 'local' } });
    const tag = await timeline(`instance="${here.host}" feed="local"`);
    expect(seen(tag)).to.contain('For all').and.contain('Quietly for all');
    expect(seen(tag)).to.not.match(/For followers|For one|For whom/);
    const boosted = await here.post('noor', { status: 'Boosted by mistake', visibility: 'unlisted' });
    await here.post('ines', { status: 'boost', raw: { reblog: { ...boosted, visibility: 'private' } } });
    const again = await timeline(`instance="${here.host}" feed="local" limit="5"`);
    expect(seen(again)).to.not.contain('Boosted by mistake');
  });
});

describe('<masto-timeline heading>', () => {
  it('stands above the posts and names the list', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="local" limit="2" heading="News of the harbour"`);
    const [heading] = byRole(tag, 'heading');
    expect(heading?.textContent).to.equal('News of the harbour');
    expect(heading?.getAttribute('part')).to.equal('heading');
    expect(byRole(tag, 'feed', 'News of the harbour')).to.have.length(1);
  });

  it('is there from the start, and in every state', async () => {
    const here = await town();
    await here.breaks({ path: '/api/*', status: 404, body: { error: 'Record not found' } });
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" heading="News"></masto-timeline>`);
    await until(() => all(tag, 'h2').length === 1);
    await inState(tag, 'failed');
    expect(byRole(tag, 'heading', 'News')).to.have.length(1);
  });

  it('without one there is none, and the list has a name all the same', async () => {
    const here = await town();
    const tag = await timeline(`instance="${here.host}" feed="local" limit="2"`);
    expect(byRole(tag, 'heading')).to.have.length(0);
    expect(byRole(tag, 'feed', 'Timeline')).to.have.length(1);
  });
});
