import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, inState, mount, parts, pause, posts, seen, theOne, until } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

type Fields = Readonly<Record<string, unknown>>;

const every = ['home', 'notifications', 'public', 'thread', 'account'];
const picture = 'https://files.example/1.png';

/** Noor, who is signed in with these filters: title, what it does, where, and its words. */
async function noor(filters: readonly Fields[], scopes?: string) {
  const here = await town();
  const { token } = await cameBefore(here, 'noor', 'session', scopes);
  const full = await here.control<{ access_token: string }>('POST', 'tokens', { person: 'noor', scopes: ['write'] });
  const headers = { Authorization: `Bearer ${full.access_token}`, 'content-type': 'application/json' };
  for (const { word = 'turnip', whole = true, ...filter } of filters) {
    const keywords_attributes = [{ keyword: word, whole_word: whole }];
    const body = JSON.stringify({ title: 'Vegetables', context: every, keywords_attributes, ...filter });
    await fetch(`${here.origin}/api/v2/filters`, { method: 'POST', headers, body });
  }
  await here.forget();
  return { here, token };
}

const list = (here: Town, attributes = 'feed="local" limit="5"', inside = '') =>
  mount(
    `<masto-auth></masto-auth><masto-timeline load="eager" instance="${here.host}" ${attributes}>${inside}</masto-timeline>`,
  ).lastElementChild as HTMLElement;

const alone = (src: string) =>
  mount(`<masto-auth></masto-auth><masto-status load="eager" src="${src}"></masto-status>`)
    .lastElementChild as HTMLElement;

/** The list as it is drawn at first, and its text. */
async function drawn(tag: HTMLElement) {
  await until(() => posts(tag).length && seen(posts(tag)[0]!), 'posts');
  return seen(tag);
}

const press = (root: Element, name: string | RegExp) => theOne(root, 'button', name).click();

describe('the filters of whoever is signed in', () => {
  it('warn: the post says which filter it meets, and is shown after a press', async () => {
    const { here } = await noor([{}]);
    await here.post('ines', { status: 'A turnip, a turnip!' });
    const tag = list(here);
    expect(await drawn(tag), 'never seen, not even at first').to.not.contain('A turnip');
    const [post] = posts(tag);
    expect(seen(post!)).to.contain('Filtered: Vegetables\nShow anyway');
    expect(seen(post!), 'who wrote it is no secret').to.contain('Inês');
    press(post!, 'Show anyway');
    await appears(post!, 'A turnip, a turnip!');
    expect(theOne(post!, 'button', 'Hide again').getAttribute('aria-expanded')).to.equal('true');
    press(post!, 'Hide again');
    await until(() => !seen(post!).includes('A turnip'));
  });

  it('warn: a warning of the author’s own comes behind it', async () => {
    const { here } = await noor([{}]);
    const { url } = await here.post('ines', { status: 'A turnip', spoiler_text: 'Food' });
    const tag = alone(url);
    await appears(tag, 'Filtered: Vegetables');
    expect(seen(tag)).to.not.contain('Food');
    press(tag, 'Show anyway');
    await appears(tag, 'Food');
    expect(seen(tag)).to.not.contain('A turnip');
  });

  it('hide: the post is not in the list, and leaves no hole', async () => {
    const { here } = await noor([{ filter_action: 'hide' }]);
    await here.post('ines', { status: 'Before' });
    await here.post('ines', { status: 'A turnip' });
    await here.post('ines', { status: 'After' });
    const tag = list(here, 'feed="local" limit="3"');
    const text = await drawn(tag);
    expect(text).to.match(/After[^]*Before/);
    expect(text).to.not.match(/turnip|Vegetables/);
    expect(posts(tag)).to.have.length(2);
  });

  it('hide: one that stands alone says that it is hidden, and may be shown', async () => {
    const { here } = await noor([{ filter_action: 'hide' }]);
    const tag = alone((await here.post('ines', { status: 'A turnip' })).url);
    await appears(tag, 'Hidden by a filter: Vegetables');
    expect(seen(tag)).to.not.contain('A turnip');
    press(tag, 'Show anyway');
    await appears(tag, 'A turnip');
  });

  it('blur: pictures are covered by the filter’s name, and loaded after a press', async () => {
    const { here } = await noor([{ filter_action: 'blur' }]);
    const media = [{ id: '1', type: 'image', url: picture, preview_url: picture, description: 'A turnip' }];
    const { url } = await here.post('ines', { status: 'Look, a turnip', raw: { media_attachments: media } });
    const tag = alone(url);
    await appears(tag, 'Look, a turnip');
    expect(all(tag, '.media img')).to.have.length(0);
    press(tag, 'Filtered: Vegetables · Show');
    await until(() => all(tag, '.media img').length === 1);
  });

  it('blur: films are covered as well, and cards and words are not', async () => {
    const { here } = await noor([{ filter_action: 'blur' }]);
    const film = { id: '1', type: 'video', url: 'https://files.example/1.webm', preview_url: picture };
    const { url } = await here.post('ines', { status: 'Look, a turnip', raw: { media_attachments: [film] } });
    const tag = alone(url);
    await appears(tag, 'Look, a turnip');
    expect(all(tag, 'video, .media img')).to.have.length(0);
    theOne(tag, 'button', /· Show$/).click();
    await until(() => all(tag, 'video, .media img').length);
  });

  for (const [where, context, attributes] of [
    ['home', 'home', 'feed="home" limit="5"'],
    ['local', 'public', 'feed="local" limit="5"'],
    ['hashtag', 'public', 'tag="roots" limit="5"'],
    ['account', 'account', 'account="ines" limit="5"'],
  ] as const)
    it(`a filter for ${context} holds in the ${where} list, and one for elsewhere does not`, async () => {
      const { here } = await noor([
        { title: 'Here', word: 'turnip', context: [context] },
        { title: 'There', word: 'parsnip', context: every.filter((name) => name !== context) },
      ]);
      await here.post('ines', { status: 'A turnip #roots' });
      await here.post('ines', { status: 'A parsnip #roots' });
      const text = await drawn(list(here, attributes));
      expect(text).to.contain('Filtered: Here');
      expect(text).to.contain('A parsnip');
      expect(text).to.not.match(/A turnip|There/);
    });

  it('several are named, expired ones do not hold, one’s own posts meet none', async () => {
    const { here } = await noor([{}, { title: 'Roots', word: 'turnip' }, { title: 'Past', expires_in: -5 }]);
    await here.post('ines', { status: 'A turnip' });
    await here.post('noor', { status: 'My turnip' });
    const text = await drawn(list(here, 'feed="local" limit="2"'));
    expect(text).to.contain('Filtered: Vegetables, Roots\n');
    expect(text).to.contain('My turnip');
  });

  it('boosted and quoted posts meet them too', async () => {
    const { here } = await noor([{ context: ['home', 'thread'] }]);
    const said = await here.post('ines', { status: 'A turnip' });
    const wren = await here.control<{ access_token: string }>('POST', 'tokens', { person: 'wren', scopes: ['write'] });
    const headers = { Authorization: `Bearer ${wren.access_token}` };
    await fetch(`${here.origin}/api/v1/statuses/${said.id}/reblog`, { method: 'POST', headers });
    const [boost] = await here.get<Post[]>(`/api/v1/accounts/${await here.idOf('wren')}/statuses?limit=1`);
    const boosted = alone(`${here.origin}/@wren/${boost!.id}`);
    await appears(boosted, 'Filtered: Vegetables');
    expect(seen(boosted)).to.match(/boosted/);
    const quoting = alone((await here.post('kofi', { status: 'See', quoted_status_id: said.id })).url);
    await appears(quoting, 'Filtered: Vegetables');
    expect(seen(quoting)).to.contain('See');
    expect(seen(quoting)).to.not.contain('A turnip');
    press(parts(quoting, 'quote')[0]!, 'Show anyway');
    await appears(quoting, 'A turnip');
  });

  it('what was shown anyway stays so when the page draws the post again', async () => {
    const { here } = await noor([{}]);
    await here.post('ines', { status: 'A turnip' });
    const tag = list(here, 'feed="local" limit="3"');
    await drawn(tag);
    press(posts(tag)[0]!, 'Show anyway');
    await appears(tag, 'A turnip');
    tag.setAttribute('media', 'none'); // draws all of it anew
    await pause(100);
    expect(seen(tag)).to.contain('A turnip');
  });

  describe('of posts that were read elsewhere, as nobody', () => {
    const away = async (here: Town, status: string) => {
      const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
      return here.peer.post(username, { status });
    };

    it('are applied on the page by the server’s rules, and asked for once', async () => {
      const { here } = await noor([
        { title: 'Word', word: 'turnip' },
        { title: 'Part', word: 'snip', whole: false, filter_action: 'hide' },
      ]);
      for (const status of ['A turnip!', 'Turnips', 'A parsnip', 'Größe']) await away(here, status);
      const tag = list(here.peer, 'feed="local" limit="4"');
      const text = await drawn(tag);
      expect(text).to.match(/Größe[^]*Turnips[^]*Filtered: Word/);
      expect(text).to.not.match(/A turnip|A parsnip/);
      list(here.peer, 'feed="local" limit="3"');
      await pause(300);
      expect(await here.asks(/filters/)).to.deep.equal(['/api/v2/filters']);
      const there = await here.peer.asked();
      expect(there.some(({ authorization }) => authorization)).to.equal(false);
    });

    it('are asked for by nobody who may not', async () => {
      const { here } = await noor([{}], 'profile read:statuses read:search');
      await away(here, 'A turnip!');
      expect(await drawn(list(here.peer, 'feed="local" limit="2"'))).to.contain('A turnip!');
      expect(await here.asks(/filters/)).to.deep.equal([]);
    });

    it('an old server’s filters hold as well', async () => {
      const { here } = await noor([{}]);
      await away(here, 'A turnip!');
      await here.breaks({ path: '/api/v2/filters', status: 404, body: { error: 'Not Found' } });
      expect(await drawn(list(here.peer, 'feed="local" limit="2"'))).to.contain('Filtered: turnip');
    });

    it('a server that cannot tell them does no harm', async () => {
      const { here } = await noor([{}]);
      await away(here, 'A turnip!');
      await here.breaks({ path: '/api/*/filters', status: 500, body: { error: 'Oops' } });
      const tag = list(here.peer, 'feed="local" limit="2"');
      await inState(tag, undefined, 20_000);
      expect(await drawn(tag)).to.contain('A turnip!');
    }).timeout(30_000);
  });

  it('whoever is not signed in has none', async () => {
    const here = await town();
    const filtered = [{ filter: { title: 'Vegetables', context: every, filter_action: 'hide' } }];
    await here.post('ines', { status: 'A turnip', raw: { filtered } });
    const tag = mount(`<masto-timeline load="eager" instance="${here.host}" feed="local" limit="2"></masto-timeline>`)
      .firstElementChild as HTMLElement;
    expect(await drawn(tag)).to.contain('A turnip');
  });

  it('R190 nonsense in the place of filters does no harm', async () => {
    const { here } = await noor([]);
    const odd = [null, 'x', 7, {}, [null], [{}], [{ filter: 7 }], [{ filter: { title: null, context: 'home' } }]];
    for (const [at, filtered] of odd.entries()) await here.post('ines', { status: `Post ${at}`, raw: { filtered } });
    const tag = list(here, 'feed="local" limit="8"');
    await drawn(tag);
    for (const at of odd.keys()) await appears(tag, `Post ${at}`);
    const hostile = [
      { filter: { title: '<img src=x onerror=alert(1)>\u202e', context: every, filter_action: 'warn' } },
    ];
    const { url } = await here.post('ines', { status: 'Odd', raw: { filtered: hostile } });
    const one = alone(url);
    await appears(one, 'Filtered: <img src=x onerror=alert(1)>');
    expect(seen(one)).to.not.contain('\u202e');
  });
});
