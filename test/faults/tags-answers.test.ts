import { expect } from '@open-wc/testing';
import type { Failure } from '../../src/mastodon/errors.js';
import { town, type Fault, type Town } from '../elements/town.js';
import { appears, byRole, hurry, inState, posts, seen, tagOf, theOne, until } from '../helpers.js';
import { fails, recovers, tagNames, townWithTags, wayOut } from './tags.js';

const json = (status: number, error: string): Fault => ({ status, body: { error } });

/** What a server does → how it is called, and what the reader is told of it. HOST stands for its name. */
const cases: Readonly<Record<string, readonly [Fault, Failure, ...string[]]>> = {
  'R139 an HTML page': [
    { html: true },
    'not-mastodon',
    'HOST does not speak Mastodon',
    'Something answered, but not as a Mastodon server would.',
  ],
  'another web site’s 404': [{ status: 404 }, 'not-mastodon', 'HOST does not speak Mastodon'],
  'R140 half a JSON': [{ cut: 100 }, 'incomplete', 'The answer broke off', 'HOST sent only a part of it.'],
  'R142 JSON of another form': [{ wrongShape: true }, 'wrong-shape', 'HOST answers strangely'],
  'R142 null': [{ body: null }, 'wrong-shape', 'HOST answers strangely'],
  'R125 401': [
    json(401, 'This method requires an authenticated user'),
    'members-only',
    'HOST shows this to its members only',
    'The server does not let visitors read this.',
  ],
  'R125 422 that means the same': [
    json(422, 'This method requires an authenticated user'),
    'members-only',
    'HOST shows this to its members only',
  ],
  'R128 403 by a wall before the server': [
    { status: 403 },
    'blocked',
    'HOST refused this page',
    'Something in front of the server turned the question away.',
  ],
  '403 by the server': [json(403, 'Not from there'), 'forbidden', 'HOST does not allow this', 'Not from there'],
  'R130 404': [
    json(404, 'Record not found'),
    'not-found',
    'Not found',
    'On HOST there is nothing by that name, or it is no longer there.',
  ],
  '400': [json(400, 'No'), 'refused', 'HOST did not accept the question', 'error 400'],
  'R138 503 about another server': [
    json(503, 'Remote data could not be fetched'),
    'remote',
    'Another server does not answer',
    'HOST could not fetch this from where it lives.',
  ],
};

describe('a server that answers', () => {
  for (const name of tagNames)
    for (const [what, [fault, failure, ...sentences]] of Object.entries(cases))
      it(`${what}: <${name}> says so, and goes on when it is over`, async () => {
        const { here, put } = await townWithTags();
        await here.breaks({ path: '/api/*', ...fault });
        const tag = put(name);
        const { facts } = await fails(tag, failure, ...sentences.map((text) => text.replace('HOST', here.host)));
        expect(facts.host).to.equal(here.host);
        if (failure !== 'wrong-shape' && failure !== 'incomplete') expect(facts.status).to.equal(fault.status ?? 200);
        expect(new URL(wayOut(tag)).host).to.equal(here.host);
        await recovers(tag, here);
      });

  for (const status of [500, 502, 503, 504])
    it(`R137 R139 ${status} in HTML, again and again: three tries, then the sentence with its number`, async () => {
      hurry(20);
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', status });
      const tag = put('masto-timeline');
      const { facts } = await fails(tag, 'server', `${here.host} has a problem`, `error ${status}`);
      expect(facts).to.include({ status, contentType: 'text/html; charset=utf-8' });
      expect(await here.asks()).to.have.length(3);
      await recovers(tag, here);
    });

  for (const name of tagNames)
    it(`R137 503, 503, 200: <${name}> asks again after 1 and 3 s, and the reader is told nothing of it`, async () => {
      hurry(10);
      const { here, put } = await townWithTags();
      await here.breaks({ path: '/api/*', status: 503, times: 2 });
      const tag = put(name);
      let failed = false;
      tag.addEventListener('masto-error', () => (failed = true));
      await appears(tag, 'The fog has lifted');
      expect(failed).to.equal(false);
      const [one, two, three, ...more] = (await here.asked()).map(({ at }) => at);
      expect(more).to.deep.equal([]);
      expect(two! - one!).to.be.within(90, 900);
      expect(three! - two!).to.be.within(280, 1800);
    });

  it('R137 a page more that fails with 503 leaves the posts where they are', async () => {
    hurry(20);
    const { here, put } = await townWithTags();
    const tag = put('masto-timeline');
    await inState(tag, undefined);
    const before = posts(tag);
    await here.breaks({ path: '/api/*', status: 503 });
    theOne(tag, 'button', 'Older posts').click();
    await appears(tag, `${here.host} has a problem It answered with error 503.`);
    expect(posts(tag)).to.deep.equal(before);
    await here.heals();
    theOne(tag, 'button', 'Try again').click();
    await until(() => posts(tag).length === 6);
  });

  it('R141 nothing: an empty list, and no post', async () => {
    const { here, put } = await townWithTags();
    await here.breaks({ path: '/api/*', empty: true });
    const tag = put('masto-timeline');
    await inState(tag, 'empty');
    await appears(tag, 'Nothing here yet');
    expect(byRole(tag, 'alert')).to.have.length(0);
    const single = put('masto-status');
    await fails(single, 'wrong-shape', `${here.host} answers strangely`);
    await recovers(single, here);
  });

  it('R132 410: gone is gone, and is asked for once in the session', async () => {
    const { here, put } = await townWithTags();
    await here.breaks({ path: '/api/*', status: 410, body: { error: 'Gone' } });
    const tag = put('masto-status');
    await fails(tag, 'not-found', 'Not found');
    expect(await here.asks()).to.have.length(1);
    theOne(tag, 'button', 'Try again').click();
    await until(() => byRole(tag, 'alert').length === 1);
    await fails(put('masto-status'), 'not-found', 'Not found');
    expect(await here.asks()).to.have.length(1);
  });
});

describe('who or what is not there', () => {
  const list = (here: Town, what: string) =>
    tagOf(`<masto-timeline instance="${here.host}" ${what} limit="3"><i>From the page</i></masto-timeline>`);

  it('R130 an account: said, with a link to where it would be', async () => {
    const here = await town();
    const tag = list(here, 'account="@nobody"');
    const { facts } = await fails(tag, 'not-found', 'Not found', `On ${here.host} there is nothing by that name`);
    expect(facts).to.include({ status: 404, path: '/api/v1/accounts/lookup' });
    expect(wayOut(tag)).to.equal(`${here.origin}/@nobody`);
    expect(await here.asks()).to.have.length(1);
  });

  it('R130 an account by an id that nobody has', async () => {
    const here = await town();
    await fails(list(here, 'account-id="../../nobody"'), 'not-found', 'Not found');
    expect((await here.asked())[0]!.path).to.match(/^\/api\/v1\/accounts\/[^/]+\/statuses$/);
  });

  it('a hashtag that nobody has used is empty', async () => {
    const here = await town();
    const tag = list(here, 'tag="neverused"');
    await inState(tag, 'empty');
    expect(seen(tag)).to.contain('Nothing here yet');
  });

  it('R130 a post', async () => {
    const here = await town();
    const src = `${here.origin}/@ines/123`;
    const tag = tagOf(`<masto-status src="${src}"><i>From the page</i></masto-status>`);
    await fails(tag, 'not-found', 'Not found');
    expect(wayOut(tag)).to.equal(src);
  });
});

describe('a closed server', () => {
  const all = <T>(rule: T) => ({ local: rule, remote: rule });
  const liveFeeds = (rule: 'authenticated' | 'public') => ({
    live_feeds: all(rule),
    hashtag_feeds: all('public' as const),
    trending_link_feeds: all('public' as const),
  });

  it('R125 live feeds for members: the list is closed, with a link; a hashtag is not, and the posts of a person are not', async () => {
    const { here, put } = await townWithTags();
    await here.settings({ timelinesAccess: liveFeeds('authenticated') });
    const tag = put('masto-timeline');
    await fails(tag, 'members-only', `${here.host} shows this to its members only`);
    expect(wayOut(tag)).to.equal(`${here.origin}/`);
    const person = tagOf(`<masto-timeline instance="${here.host}" account="@ines" limit="1"></masto-timeline>`);
    await appears(person, 'The fog has lifted');
    await here.settings({ timelinesAccess: liveFeeds('public') });
    await recovers(tag, here);
  });

  for (const name of tagNames)
    it(`R125 one that asks everybody to sign in: <${name}> says so`, async () => {
      const { here, put } = await townWithTags();
      await here.settings({ requireAuth: 'api' });
      const tag = put(name);
      await fails(tag, 'members-only', `${here.host} shows this to its members only`);
      expect(new URL(wayOut(tag)).host).to.equal(here.host);
      await here.settings({ requireAuth: 'no' });
      await recovers(tag, here);
    });
});
