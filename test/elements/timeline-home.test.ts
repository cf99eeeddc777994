import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { MastoPostEvent } from '../../src/index.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import {
  all,
  appears,
  buttonsOf,
  byRole,
  heard,
  inState,
  mount,
  pause,
  posts,
  seen,
  theOne,
  until,
} from '../helpers.js';
import { asked, cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

const timeline = (attributes: string) => `<masto-timeline load="eager" ${attributes}></masto-timeline>`;
const find = (box: Element, at = 0) => box.querySelectorAll('masto-timeline')[at]!;
const authOf = (box: Element) => box.querySelector('masto-auth')!;
const homeIn = (box: Element) => authOf(box).session as HomeSession;

/** A page on which somebody is signed in. */
async function pageOf(
  person: string,
  markup: (here: Town) => string,
  before?: (here: Town) => Promise<unknown>,
  scopes?: string,
) {
  const here = await town();
  await before?.(here);
  const saved = await cameBefore(here, person, 'session', scopes);
  await here.forget();
  const box = mount(`<masto-auth></masto-auth>${markup(here)}`);
  await until(() => !authOf(box).pending && authOf(box).session);
  const api = <T>(path: string, method?: string) => asked<T>(here, saved as never, path, method);
  return { here, box, tag: find(box), api, saved };
}

/** But for what is asked once a session, whatever is read: who they are, their filters, what their server translates. */
const reads = async (here: Town) =>
  (await here.asked()).filter(
    ({ path }) => !/\/(?:verify_credentials|filters|v2\/instance|translation_languages)$/.test(path),
  );
const texts = (tag: Element) => posts(tag).map(seen);

describe('<masto-timeline> of somebody’s own', () => {
  it('home: the posts of whom they follow, asked with their token', async () => {
    const { here, tag, api } = await pageOf('noor', () => timeline('feed="home" limit="5"'));
    await inState(tag, undefined);
    const truth = await api<Post[]>('/api/v1/timelines/home?limit=5');
    expect(posts(tag)).to.have.length(5);
    const times = posts(tag).map((post) => all<HTMLAnchorElement>(post, 'a.time')[0]!.href);
    expect(times).to.deep.equal(truth.map((post) => ((post['reblog'] as Post | null) ?? post).url));
    const first = (await reads(here))[0]!;
    expect(first.path + first.query).to.equal('/api/v1/timelines/home?limit=5');
    expect(first.authorization).to.equal(true);
  });

  for (const [feed, path, verb] of [
    ['favourites', '/api/v1/favourites', 'favourite'],
    ['bookmarks', '/api/v1/bookmarks', 'bookmark'],
  ] as const)
    it(`${feed}: newest first, and known as theirs`, async () => {
      const { here, box, api } = await pageOf('noor', () => '');
      const ids = (await here.get<Post[]>('/api/v1/timelines/public?local=true&limit=4')).map(({ id }) => id);
      for (const id of ids) await api(`/api/v1/statuses/${id}/${verb}`, 'POST');
      await here.forget();
      box.insertAdjacentHTML('beforeend', timeline(`feed="${feed}" limit="4"`));
      const tag = find(box);
      await inState(tag, undefined);
      await until(() => all(tag, `.${verb}[aria-pressed=true]`).length === 4);
      expect((await reads(here)).map((entry) => entry.path)).to.deep.equal([path]);
      const truth = await api<Post[]>(`${path}?limit=4`);
      expect(posts(tag).map((post) => all<HTMLAnchorElement>(post, 'a.time')[0]!.href)).to.deep.equal(
        truth.map(({ url }) => url),
      );
    });

  it('a list, by its id', async () => {
    const { here, box, saved } = await pageOf('noor', () => '');
    const body = new URLSearchParams({ title: 'Harbour' });
    const headers = { Authorization: `Bearer ${saved.token}` };
    const post = async <T>(path: string, data: URLSearchParams) =>
      (await (await fetch(here.origin + path, { method: 'POST', headers, body: data })).json()) as T;
    const { id } = await post<{ id: string }>('/api/v1/lists', body);
    const ines = await here.idOf('ines');
    await post(`/api/v1/accounts/${ines}/follow`, new URLSearchParams());
    await post(`/api/v1/lists/${id}/accounts`, new URLSearchParams([['account_ids[]', ines]]));
    await here.post('ines', { status: 'For the list' });
    await here.forget();
    box.insertAdjacentHTML('beforeend', timeline(`list="${id}" limit="3"`));
    await appears(find(box), 'For the list');
    expect((await reads(here)).map(({ path }) => path)).to.deep.equal([`/api/v1/timelines/list/${id}`]);
  });

  it('pages go on with the token', async () => {
    const { here, tag } = await pageOf('noor', () => timeline('feed="home" limit="3"'));
    await inState(tag, undefined);
    theOne(tag, 'button', 'Older posts').click();
    await until(() => posts(tag).length === 6);
    expect((await reads(here)).map(({ authorization }) => authorization)).to.deep.equal([true, true]);
  });
});

describe('<masto-timeline> of somebody’s own, and nobody is signed in', () => {
  for (const [what, attributes] of [
    ['at a server that is named', 'instance="HOST" feed="home"'],
    ['when no server is named at all', 'feed="home"'],
    ['for a list', 'list="1"'],
    ['for favourites', 'feed="favourites"'],
    ['for bookmarks', 'feed="bookmarks"'],
  ] as const)
    it(`says so ${what}, offers a way in, and asks nobody`, async () => {
      const here = await town();
      const box = mount(`<masto-auth></masto-auth>${timeline(attributes.replace('HOST', here.host))}`);
      const tag = find(box);
      let errors = 0;
      tag.addEventListener('masto-error', () => errors++);
      await inState(tag, 'signed-out');
      await appears(tag, 'These posts can be read only by whoever is signed in.');
      const asks: unknown[] = [];
      authOf(box).login = (instance) => Promise.resolve(void asks.push(instance));
      theOne(tag, 'button', 'Sign in').click();
      expect(asks).to.deep.equal([attributes.includes('HOST') ? here.host : undefined]);
      expect(await here.asks()).to.deep.equal([]);
      expect(errors).to.equal(0);
    });

  it('without a <masto-auth> there is no way in to offer', async () => {
    const tag = find(mount(timeline('feed="home"')));
    await inState(tag, 'signed-out');
    await appears(tag, 'Signed out');
    expect(buttonsOf(tag)).to.have.length(0);
  });

  it('at another server than theirs, it is signed out there', async () => {
    const { box } = await pageOf('noor', () => '');
    const other = await town();
    box.insertAdjacentHTML('beforeend', timeline(`instance="${other.host}" feed="home"`));
    await inState(find(box), 'signed-out');
    expect(await other.asks()).to.deep.equal([]);
  });

  it('signing in fills it, signing out empties it: nothing stays', async () => {
    const { here, box, tag } = await pageOf('noor', () => timeline('feed="home" limit="3"'));
    await inState(tag, undefined);
    await here.post('noor', { status: 'Only for those who follow me', visibility: 'private' });
    tag.setAttribute('limit', '4');
    await appears(tag, 'Only for those who follow me');
    await authOf(box).logout();
    await inState(tag, 'signed-out');
    expect(posts(tag)).to.have.length(0);
    expect(tag.shadowRoot!.textContent).to.not.contain('Only for those');
  });
});

describe('<masto-timeline> another reader', () => {
  it('switching accounts at one server leaves nothing of the first, in personal lists and in public ones', async () => {
    const { here, box, tag, api } = await pageOf(
      'noor',
      (at) => timeline('feed="home" limit="5"') + timeline(`instance="${at.host}" feed="local" limit="5"`),
      async (at) => {
        await at.post('noor', { status: 'Noor’s own words', visibility: 'direct' });
        await at.post('ines', { status: 'For everybody' });
      },
    );
    const open = find(box, 1);
    await Promise.all([appears(tag, 'Noor’s own words'), appears(open, 'For everybody')]);
    const shown = () => posts(open).find((post) => seen(post).includes('For everybody'))!;
    await until(() => all(shown(), 'button.favourite').length === 1);
    all<HTMLButtonElement>(shown(), 'button.favourite')[0]!.click();
    await until(() => all(shown(), '.favourite[aria-pressed=true][aria-busy=false]').length === 1);
    await cameBefore(here, 'ines');
    await authOf(box).switchTo(`ines@${here.host}`);
    await until(() => homeIn(box).me.username === 'ines');
    await until(() => posts(open).length && all(shown(), '.favourite[aria-pressed=false]').length === 1);
    await inState(tag, undefined);
    expect(texts(tag).join()).to.not.contain('Noor’s own words');
    expect(homeIn(box).mine.get((await here.get<Post[]>('/api/v1/timelines/public?limit=1'))[0]!.uri)).to.not.equal(
      undefined,
    );
    const home = await asked<Post[]>(here, (await cameBefore(here, 'ines')) as never, '/api/v1/timelines/home?limit=5');
    expect(posts(tag).map((post) => all<HTMLAnchorElement>(post, 'a.time')[0]!.href)).to.deep.equal(
      home.map((post) => ((post['reblog'] as Post | null) ?? post).url),
    );
    expect(await api<Post[]>('/api/v1/favourites?limit=1')).to.have.length(1);
  });

  it('a list that is read from elsewhere stays as it is, and forgets what was the first one’s', async () => {
    const { here, box, tag } = await pageOf('noor', (at) =>
      timeline(`instance="${at.peer.host}" feed="local" limit="3"`),
    );
    await inState(tag, undefined);
    await until(() => all(tag, 'button.favourite').length === 3);
    all<HTMLButtonElement>(tag, 'button.favourite')[0]!.click();
    await until(() => all(tag, '.favourite[aria-pressed=true][aria-busy=false]').length === 1);
    const before = posts(tag);
    await here.peer.forget();
    await cameBefore(here, 'ines');
    await authOf(box).switchTo(`ines@${here.host}`);
    await until(() => all(tag, '.favourite[aria-pressed=true]').length === 0);
    expect(posts(tag)).to.deep.equal(before);
    await authOf(box).logout();
    await until(() => homeIn(box)?.me.username !== 'ines');
    expect(await here.peer.asks()).to.deep.equal([]);
  });
});

describe('<masto-timeline> a session that has ended', () => {
  const ended = [
    { path: '/api/v1/timelines/home', status: 401, body: { error: 'The access token was revoked' } },
    { path: '*/verify_credentials', status: 401, body: { error: 'The access token was revoked' } },
  ];

  it('R49 R124 before anything is read: says so, with a way back in', async () => {
    const { here, box } = await pageOf('noor', () => '');
    await here.breaks(...ended);
    box.insertAdjacentHTML('beforeend', timeline('feed="home"'));
    const tag = find(box);
    await inState(tag, 'failed');
    await appears(tag, `Signed out by ${here.host}`);
    const asks: unknown[] = [];
    authOf(box).login = (instance) => Promise.resolve(void asks.push(instance));
    theOne(tag, 'button', 'Sign in').click();
    expect(asks).to.deep.equal([here.host]);
  });

  it('R49 R124 while posts are on the page: they stay, and it is said beside them', async () => {
    const { here, box, tag } = await pageOf('noor', () => timeline('feed="home" limit="3"'));
    await inState(tag, undefined);
    await here.breaks(...ended);
    theOne(tag, 'button', 'Older posts').click();
    await appears(tag, `Signed out by ${here.host}`);
    expect(posts(tag)).to.have.length(3);
    expect(authOf(box).expired).to.equal(true);
  });

  it('R36 what is public there can be read all the same', async () => {
    const { here, box } = await pageOf('noor', () => '');
    // A bad token is refused even where none is needed.
    await here.breaks(
      { path: '*/verify_credentials', status: 401, body: { error: 'No' } },
      { path: '/api/v1/timelines/public', times: 1, status: 401, body: { error: 'No' } },
    );
    box.insertAdjacentHTML('beforeend', timeline(`instance="${here.host}" feed="local" limit="3"`));
    await until(() => posts(find(box)).length === 3);
    expect((await reads(here)).map(({ authorization }) => authorization)).to.deep.equal([true, false]);
  });
});

describe('<masto-timeline> at the reader’s own server', () => {
  it('knows what is theirs without another question', async () => {
    const { here, tag } = await pageOf(
      'noor',
      (at) => timeline(`instance="${at.host}" feed="local" limit="3"`),
      async (at) => {
        const { id } = await at.post('ines', { status: 'Known' });
        await asked(at, (await cameBefore(at, 'noor')) as never, `/api/v1/statuses/${id}/bookmark`, 'POST');
      },
    );
    await until(() => all(tag, '.bookmark[aria-pressed=true]').length === 1);
    expect((await reads(here)).map(({ path, authorization }) => [path, authorization])).to.deep.equal([
      ['/api/v1/timelines/public', true],
    ]);
  });

  it('signing in there is agreement that it is asked; of others it is not', async () => {
    const { here, box } = await pageOf('noor', () => '');
    const other = await town();
    box.insertAdjacentHTML(
      'beforeend',
      [here, other]
        .map(({ host }) => `<masto-timeline load="click" instance="${host}" feed="local" limit="2"></masto-timeline>`)
        .join(''),
    );
    await until(() => posts(find(box)).length === 2);
    await appears(find(box, 1), `Show posts from ${other.host}`);
    expect(await other.asks()).to.deep.equal([]);
  });
});

describe('<masto-timeline> a permission that was not given', () => {
  it('R36 what is public at the reader’s own server is read as nobody, and can be favourited without a search', async () => {
    const { here, tag } = await pageOf(
      'noor',
      (at) => timeline(`instance="${at.host}" feed="local" limit="3"`),
      undefined,
      'profile write:statuses write:favourites',
    );
    await inState(tag, undefined);
    expect((await reads(here)).map(({ authorization, status }) => [authorization, status])).to.deep.equal([
      [false, 200],
    ]);
    await until(() => all(tag, 'button.favourite').length === 3);
    await here.forget();
    all<HTMLButtonElement>(tag, 'button.favourite')[0]!.click();
    await until(() => all(tag, '.favourite[aria-pressed=true][aria-busy=false]').length === 1);
    expect((await here.asked()).map(({ method }) => method)).to.deep.equal(['POST']);
  });

  for (const [attributes, scope] of [
    ['feed="home"', 'read:statuses'],
    ['feed="bookmarks"', 'read:bookmarks'],
    ['feed="favourites"', 'read:favourites'],
    ['list="1"', 'read:lists'],
  ] as const)
    it(`R34 ${attributes}: says so, and asks for ${scope} when the reader wants it`, async () => {
      const { here, box, tag } = await pageOf('noor', () => timeline(attributes), undefined, 'profile write:statuses');
      await inState(tag, 'failed');
      await appears(tag, 'This needs one more permission');
      const asks: unknown[] = [];
      authOf(box).login = (...wishes) => Promise.resolve(void asks.push(wishes));
      await pause(100);
      expect(asks).to.deep.equal([]);
      expect(byRole(tag, 'button', 'Try again')).to.have.length(0);
      theOne(tag, 'button', 'Allow this too').click();
      expect(asks).to.deep.equal([[here.host, [scope]]]);
      expect(await reads(here)).to.have.length(1);
    });

  it('R36 one post, when its token turns out to be no longer good', async () => {
    const { here, box } = await pageOf('noor', () => '');
    const { url } = await here.post('ines', { status: 'Low tide at four' });
    await here.breaks(
      { path: '*/verify_credentials', status: 401, body: { error: 'No' } },
      { path: '/api/v1/statuses/*', times: 1, status: 401, body: { error: 'No' } },
    );
    box.insertAdjacentHTML('beforeend', `<masto-status load="eager" src="${url}"></masto-status>`);
    await appears(box.querySelector('masto-status')!, 'Low tide at four');
  });
});

describe('<masto-timeline> what is written on the page', () => {
  /** As a form of this page tells it. */
  async function write(here: Town, box: Element, person: string, draft: Readonly<Record<string, unknown>>) {
    const post = await here.post(person, draft);
    homeIn(box).harvest([post]);
    box.dispatchEvent(new MastoPostEvent(post.url, post.uri));
  }

  it('stands on top of the home timeline and of their own posts, and nowhere else', async () => {
    const { here, box } = await pageOf('noor', (at) =>
      [
        'feed="home"',
        `instance="${at.host}" account="noor"`,
        `account="@noor@${at.host}" hide-replies`,
        `instance="${at.host}" account="ines"`,
        `feed="favourites"`,
        `instance="${at.peer.host}" feed="local"`,
      ]
        .map((attributes) => timeline(`${attributes} limit="3"`))
        .join(''),
    );
    const tags = [...box.querySelectorAll('masto-timeline')];
    for (const tag of tags) await until(() => !tag.matches(':state(loading)') && tag.shadowRoot!.childElementCount);
    const before = posts(tags[0]!);
    await write(here, box, 'noor', { status: 'The first of two' });
    await appears(tags[0]!, 'The first of two');
    const target = await here.post('ines', { status: 'A question' });
    await write(here, box, 'noor', { status: '@ines and an answer', in_reply_to_id: target.id });
    await appears(tags[0]!, 'and an answer');
    const has = (text: string) => tags.map((tag) => texts(tag).findIndex((each) => each.includes(text)));
    await pause(100);
    expect(has('The first of two')).to.deep.equal([1, 1, 0, -1, -1, -1]);
    expect(has('and an answer')).to.deep.equal([0, 0, -1, -1, -1, -1]);
    expect(posts(tags[0]!).slice(2), 'and nothing else has moved or been drawn anew').to.deep.equal(before);
  });

  it('fills an empty list, and is not there twice after a new read', async () => {
    const { here, box, tag } = await pageOf('noor', (at) => timeline(`instance="${at.host}" account="noor" limit="3"`));
    await inState(tag, undefined);
    await write(here, box, 'noor', { status: 'Once' });
    await appears(tag, 'Once');
    tag.setAttribute('limit', '5');
    await until(() => posts(tag).length === 5);
    expect(texts(tag).filter((text) => text.includes('Once'))).to.have.length(1);
  });
});

describe('<masto-timeline> a closed door', () => {
  const doors: Readonly<Record<string, (there: Town) => Promise<unknown>>> = {
    'R125 401 to visitors': (there) => there.settings({ requireAuth: 'api' } as never),
    'R134 422 that means 401': (there) =>
      there.breaks({ path: '/api/*', status: 422, body: { error: 'This method requires an authenticated user' } }),
    'no CORS': (there) => there.breaks({ path: '/api/*', cors: false }),
    'R128 403 of something in front': (there) => there.breaks({ path: '/api/*', status: 403, html: true }),
  };

  async function scene(shut: (there: Town) => Promise<unknown>, acquainted = true) {
    const here = await town();
    const there = here.peer;
    const [{ username }] = await there.control<[{ username: string }]>('GET', 'people');
    const post = await there.post(username, { status: 'Snow on the pass' });
    const saved = await cameBefore(here, 'noor');
    if (acquainted) await asked(here, saved as never, `/api/v2/search?q=${encodeURIComponent(post.url)}&resolve=true`);
    await shut(there);
    await here.forget();
    await there.forget();
    return { here, there, username, post };
  }

  for (const [door, shut] of Object.entries(doors)) {
    it(`${door}: somebody’s posts are read through the reader’s own server`, async () => {
      const { here, there, username } = await scene(shut);
      const box = mount(`<masto-auth></masto-auth>${timeline(`account="@${username}@${there.host}" limit="3"`)}`);
      const tag = find(box);
      let errors = 0;
      tag.addEventListener('masto-error', () => errors++);
      await appears(tag, 'Snow on the pass');
      expect(errors).to.equal(0);
      expect((await reads(here)).map(({ path }) => path.replace(/\d{5,}/, 'ID'))).to.deep.equal([
        '/api/v1/accounts/lookup',
        '/api/v1/accounts/ID/statuses',
      ]);
      (await until(() => all<HTMLButtonElement>(tag, 'button.favourite')[0])).click();
      await until(() => all(tag, '.favourite[aria-pressed=true][aria-busy=false]').length === 1);
    });

    it(`${door}: one post is read through the reader’s own server`, async () => {
      const { there, post } = await scene(shut);
      const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
      await appears(box.querySelector('masto-status')!, 'Snow on the pass');
      expect(there.host).to.contain('-peer');
    });

    it(`${door}: without a session it is said whose door is closed; signed in, it opens`, async () => {
      const { here, there, username, post } = await scene(shut);
      forgetEverybody();
      const box = mount(
        `<masto-auth></masto-auth>${timeline(`account="@${username}@${there.host}" limit="3"`)}<masto-status load="eager" src="${post.url}"></masto-status>`,
      );
      const [tag, lone] = [find(box), box.querySelector('masto-status')!];
      await Promise.all([inState(tag, 'failed'), inState(lone, 'failed')]);
      await appears(tag, there.host);
      await cameBefore(here, 'noor');
      (await authOf(box).keeper()).look();
      await appears(lone, 'Snow on the pass');
      await appears(tag, 'Snow on the pass');
    });
  }

  it('another reader reads them through their own session', async () => {
    const { here, there, username } = await scene(doors['R128 403 of something in front']!);
    const box = mount(`<masto-auth></masto-auth>${timeline(`account="@${username}@${there.host}" limit="3"`)}`);
    const tag = find(box);
    await until(() => all(tag, 'button.favourite').length > 0);
    all<HTMLButtonElement>(tag, 'button.favourite')[0]!.click();
    await until(() => all(tag, '.favourite[aria-pressed=true][aria-busy=false]').length === 1);
    await cameBefore(here, 'ines');
    await here.forget();
    await authOf(box).switchTo(`ines@${here.host}`);
    await until(async () => (await here.asks(/statuses$/)).length === 1, 'a read of her own');
    await until(() => all(tag, '.favourite[aria-pressed=false]').length > 0);
    expect(all(tag, '.favourite[aria-pressed=true]')).to.have.length(0);
  });

  it('the reader’s own server has never heard of them: it looks for them', async () => {
    const { here, there, username } = await scene(doors['R128 403 of something in front']!, false);
    const box = mount(`<masto-auth></masto-auth>${timeline(`account="@${username}@${there.host}" limit="3"`)}`);
    await inState(find(box), 'empty');
    expect((await reads(here)).map(({ path }) => path.replace(/\d{5,}/, 'ID'))).to.deep.equal([
      '/api/v1/accounts/lookup',
      '/api/v2/search',
      '/api/v1/accounts/ID/statuses',
    ]);
  });

  it('when that cannot either, it is said whose door is closed', async () => {
    const { here, there, username } = await scene(doors['R128 403 of something in front']!);
    await here.breaks({ path: '/api/v1/accounts/*', status: 500 }, { path: '/api/v2/search', status: 404 });
    const box = mount(`<masto-auth></masto-auth>${timeline(`account="@nobody${username}@${there.host}" limit="3"`)}`);
    const { error } = await heard(find(box), 'masto-error', 9000);
    expect(error).to.include({ failure: 'blocked' });
    await appears(find(box), `${there.host} refused this page`);
  }).timeout(20_000);

  it('a feed of the server itself is nobody else’s to give', async () => {
    const { here, there } = await scene(doors['R125 401 to visitors']!);
    const box = mount(`<masto-auth></masto-auth>${timeline(`instance="${there.host}" feed="local"`)}`);
    await inState(find(box), 'failed');
    await appears(find(box), `${there.host} shows this to its members only`);
    expect(await reads(here)).to.deep.equal([]);
  });

  it('a page that does not come later takes no list away', async () => {
    const { here, there, username } = await scene(() => Promise.resolve());
    const box = mount(`<masto-auth></masto-auth>${timeline(`account="@${username}@${there.host}" limit="2"`)}`);
    const tag = find(box);
    await inState(tag, undefined);
    const before = posts(tag);
    await doors['R125 401 to visitors']!(there);
    theOne(tag, 'button', 'Older posts').click();
    await appears(tag, 'members only');
    expect(posts(tag)).to.deep.equal(before);
    expect(await reads(here)).to.deep.equal([]);
  });
});

describe('R117 what is not public', () => {
  it('is shown to whoever may see it, and is gone with them, also from lists of a server that let it slip', async () => {
    const { here, box, tag } = await pageOf(
      'noor',
      (at) => timeline(`instance="${at.host}" account="noor" limit="4"`),
      (at) => at.post('noor', { status: 'For followers', visibility: 'private' }),
    );
    await appears(tag, 'For followers');
    const stored = JSON.stringify({ ...localStorage, ...sessionStorage });
    expect(stored).to.not.contain('For followers');
    await authOf(box).logout();
    await until(() => posts(tag).length && !texts(tag).join().includes('For followers'));
    expect(tag.shadowRoot!.textContent).to.not.contain('For followers');
    // A server that lets private posts slip to visitors does not make them public.
    await here.breaks({
      path: '/api/v1/accounts/*',
      body: [
        {
          ...(await here.get<Post[]>('/api/v1/timelines/public?limit=1'))[0],
          visibility: 'private',
          content: 'Slipped',
        },
      ],
    });
    tag.setAttribute('limit', '5');
    await pause(200);
    expect(texts(tag).join()).to.not.contain('Slipped');
  });
});
