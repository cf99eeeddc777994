import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoAuth, MastoError, MastoStatus } from '../../src/index.js';
import { all, appears, byRole, first, heard, mount, part, pause, posts, replace, seen, until } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone: its modules are made when they are asked for. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/fuller.js');
  await import('../../src/elements/status/translator.js');
});

beforeEach(() => {
  replace(navigator, 'languages', ['en-GB', 'en']);
});

const portuguese = { status: 'Bom dia, nevoeiro', language: 'pt' };

async function signedIn(draft: Readonly<Record<string, unknown>> = portuguese, scopes?: string, here?: Town) {
  const at = here ?? (await town());
  const post = await at.post('ines', draft);
  await cameBefore(at, 'noor', 'session', scopes);
  return { here: at, post, ...(await shown(at, post)) };
}

async function shown(here: Town, { url }: Post, style = '') {
  const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${url}"></masto-status>`, style);
  const tag = box.querySelector('masto-status')!;
  await until(() => all(tag, 'button.action').length, 'the row of buttons');
  return { box, tag, auth: box.querySelector('masto-auth')! };
}

const offers = (tag: Element, name: string | RegExp = 'Translate from Portuguese') =>
  until(() => byRole(tag, 'button', name)[0], String(name));

const asks = async (here: Town) =>
  (await here.asked(/transl|instance/)).map(({ method, path }) => `${method} ${path.replace(/\d{9,}/, 'ID')}`).sort();

/** Long enough for anything to have come. */
const settled = () => pause(400);

describe('<masto-status> translation by the reader’s own server', () => {
  it('is offered with the language’s name, and shows what the server answers, with who translated it', async () => {
    const { here, tag } = await signedIn({ ...portuguese, status: 'Bom dia, nevoeiro :blobcat:' });
    const button = await offers(tag);
    await here.forget();
    button.click();
    await appears(tag, 'Translated from Portuguese by Lanternfish');
    expect(seen(part(tag, 'content'))).to.match(/^Good day, fog/);
    expect(part(tag, 'content').lang).to.equal('en');
    expect(all(tag, '.content .custom-emoji').length).to.equal(1);
    expect(byRole(tag, 'status').map((each) => seen(each))).to.deep.equal([
      'Translated from Portuguese by Lanternfish',
    ]);
    expect(await asks(here)).to.deep.equal(['POST /api/v1/statuses/ID/translate']);
    await expect(tag).to.be.accessible();
  });

  it('leads back to the original and again to the translation, which is asked for once; the focus stays', async () => {
    const { here, tag } = await signedIn();
    const button = await offers(tag);
    button.focus();
    button.click();
    const back = await offers(tag, 'Show original');
    await until(() => tag.shadowRoot!.activeElement === back, 'the focus');
    back.click();
    await appears(tag, 'Bom dia, nevoeiro');
    expect(part(tag, 'content').lang).to.equal('pt');
    (await offers(tag)).click();
    await appears(tag, 'Good day, fog');
    expect((await asks(here)).filter((each) => each.startsWith('POST')).length).to.equal(1);
  });

  it('warning, choices of a poll and descriptions of pictures are translated with it', async () => {
    const { tag } = await signedIn({
      ...portuguese,
      spoiler_text: 'Nevoeiro',
      poll: { options: ['mar', 'porto'], expires_in: 3600 },
    });
    expect(seen(part(tag, 'warning'))).to.match(/^Nevoeiro/);
    (await offers(tag)).click();
    await appears(tag, 'Translated from Portuguese');
    expect(seen(part(tag, 'warning'))).to.match(/^Fog/);
    first<HTMLButtonElement>(tag, 'button[value=open]').click();
    await appears(tag, 'Good day, fog');
    expect(seen(tag)).to.contain('sea').and.contain('harbour').and.not.contain('porto');
  });

  it('descriptions are found by the home server’s ids, though the post was read elsewhere', async () => {
    const here = await town();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const picture = { type: 'image', url: `${location.origin}/a.png`, description: 'O mar', meta: null };
    const raw = { media_attachments: [{ ...picture, id: '77' }] };
    const away = await here.peer.post(username, { ...portuguese, raw });
    const known = { ...away, id: '123', media_attachments: [{ ...picture, id: '9' }] };
    const answer = {
      content: '<p>Good day</p>',
      media_attachments: [{ id: '9', description: 'The sea' }],
      provider: 'X',
      detected_source_language: 'pt',
      language: 'en',
      spoiler_text: '',
    };
    await here.breaks(
      { path: '/api/v2/search', body: { statuses: [known] } },
      { method: 'POST', path: '/api/v1/statuses/123/translate', body: answer },
    );
    await cameBefore(here, 'noor');
    const { tag } = await shown(here, away);
    (await offers(tag)).click();
    await appears(tag, 'Good day');
    expect(all(tag, 'img[alt="The sea"]').length).to.equal(1);
  });

  it('a post of another server is found at home first, and nobody there hears of it', async () => {
    const here = await town();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const away = await here.peer.post(username, portuguese);
    await cameBefore(here, 'noor');
    const { tag } = await shown(here, away);
    const button = await offers(tag);
    await here.forget();
    await here.peer.forget();
    button.click();
    await appears(tag, 'Good day, fog');
    expect((await here.asked()).map(({ path }) => path.replace(/\d{9,}/, 'ID'))).to.deep.equal([
      '/api/v2/search',
      '/api/v1/statuses/ID/translate',
    ]);
    expect((await here.peer.asked(/transl/)).length).to.equal(0);
  });

  it('what the server can is asked once, whatever the number of posts', async () => {
    const here = await town();
    const [one, two] = [await here.post('ines', portuguese), await here.post('ines', portuguese)];
    await cameBefore(here, 'noor');
    await here.forget();
    const box = mount(
      `<masto-auth></masto-auth>${[one, two].map(({ url }) => `<masto-status load="eager" src="${url}"></masto-status>`).join('')}`,
    );
    for (const tag of posts(box)) await offers(tag);
    expect(await asks(here)).to.deep.equal(['GET /api/v1/instance/translation_languages', 'GET /api/v2/instance']);
  });

  it('two tags of one post show the same', async () => {
    const { here, post, tag } = await signedIn();
    const { tag: other } = await shown(here, post);
    await offers(other);
    (await offers(tag)).click();
    await appears(other, 'Good day, fog');
    (await offers(other, 'Show original')).click();
    await appears(tag, 'Bom dia');
  });

  const silent: Readonly<
    Record<string, [draft: Readonly<Record<string, unknown>>, set?: (here: Town) => Promise<unknown>]>
  > = {
    'in a language that the browser says the reader reads': [{ status: 'Good day', language: 'en' }],
    'for followers only': [{ ...portuguese, visibility: 'private' }],
    'in a language that the server cannot translate': [{ status: 'Dobrý deň', language: 'sk' }],
    'without a language of its own (zxx)': [{ status: '🐟', language: 'pt', raw: { language: 'zxx' } }],
    'at a server that does not translate': [portuguese, (here) => here.settings({ translation: false })],
    'at a server that does not say': [
      portuguese,
      (here) => here.breaks({ path: '/api/v*/instance*', status: 500, body: {} }),
    ],
    'at a server that says nonsense': [
      portuguese,
      (here) => here.breaks({ path: '*/translation_languages', body: { pt: 'en', en: [7, null] } }),
    ],
  };
  for (const [what, [draft, set]] of Object.entries(silent))
    it(`is not offered for a post ${what}`, async () => {
      const here = await town();
      await set?.(here);
      const { tag } = await signedIn({ visibility: 'public', ...draft }, undefined, here);
      await settled();
      expect(all(tag, '[value=translate]').length).to.equal(0);
    });

  it('is not offered to whoever is not signed in, and nothing is asked for it', async () => {
    const here = await town();
    const post = await here.post('ines', portuguese);
    await here.forget();
    const tag = mount(`<masto-status load="eager" src="${post.url}"></masto-status>`).firstElementChild!;
    await appears(tag, 'Bom dia');
    await settled();
    expect(all(tag, '[value=translate]').length).to.equal(0);
    expect(await asks(here)).to.deep.equal([]);
  });

  it('an older server without a list of languages: offered, and it may still refuse', async () => {
    const here = await town();
    await here.breaks({ path: '*/translation_languages', status: 404, body: { error: 'Not Found' } });
    const { tag } = await signedIn({ status: 'Dobrý deň', language: 'sk' }, undefined, here);
    (await offers(tag, 'Translate from Slovak')).click();
    await appears(tag, `${here.host} cannot translate this post for you.`);
  });

  const failures: Readonly<Record<string, [fault: object, says: RegExp, failure: string]>> = {
    'R126 403': [
      { status: 403, body: { error: 'This action is not allowed' } },
      /cannot translate this post for you/,
      'forbidden',
    ],
    'R131 404': [
      { status: 404, body: { error: 'Not Found' } },
      /cannot translate this post\. It may be deleted/,
      'not-found',
    ],
    'R123 429': [{ rateLimit: 20 }, /asks for a pause\. Press again in (20|19|18) s\./, 'rate-limited'],
    'R137 503': [
      { status: 503, body: { error: 'The server-wide usage quota for the translation service has been exceeded.' } },
      /cannot translate just now \(error 503\)/,
      'server',
    ],
    'R142 nonsense': [{ body: ['x'] }, /answers strangely/, 'wrong-shape'],
    'R148 no connection': [{ refuse: true }, /does not answer/, 'unreachable'],
  };
  for (const [name, [fault, says, failure]] of Object.entries(failures))
    it(`${name}: said under the post, which stays as it was; pressed again, done`, async () => {
      const { here, tag } = await signedIn();
      const button = await offers(tag);
      await here.breaks({ method: 'POST', path: '*/translate', ...fault });
      const told = heard(tag, 'masto-error');
      button.click();
      expect(((await told).error as MastoError).failure).to.equal(failure);
      await appears(tag, says);
      expect(seen(part(tag, 'content'))).to.equal('Bom dia, nevoeiro');
      await here.heals();
      (await offers(tag)).click();
      await appears(tag, 'Good day, fog');
      expect(byRole(tag, 'alert').length).to.equal(0);
    });

  it('R180 one that the reader’s own server cannot find: said, with a link to where it lives', async () => {
    const here = await town();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const away = await here.peer.post(username, portuguese);
    await cameBefore(here, 'noor');
    const { tag } = await shown(here, away);
    const button = await offers(tag);
    await here.breaks({ path: '/api/v2/search', body: { statuses: [] } });
    button.click();
    await appears(tag, `${here.host}, your server, cannot find this post.`);
    expect((byRole(tag, 'link', `Open it on ${here.peer.host}`)[0] as HTMLAnchorElement).href).to.equal(away.url);
  });

  it('R34 without the scope to search: offered, and the permission asked for is that one', async () => {
    const here = await town();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const away = await here.peer.post(username, portuguese);
    await cameBefore(here, 'noor', 'session', 'read:statuses profile');
    const { tag, auth } = await shown(here, away);
    const wishes = listenToLogin(auth);
    (await offers(tag)).click();
    (await offers(tag, 'Allow it')).click();
    expect(wishes).to.deep.equal([[here.host, ['read:search']]]);
  });

  it('R84 what comes back is a stranger’s HTML like any other', async () => {
    const { here, tag } = await signedIn();
    const button = await offers(tag);
    const content =
      '<p onclick="x()">Good<script>x()</script> <a href="javascript:x()">day</a><img src=x onerror="x()"></p>';
    const body = {
      content,
      spoiler_text: 7,
      media_attachments: [null, {}],
      poll: [],
      language: '"><b>',
      provider: '<b>X</b>\u202e',
    };
    await here.breaks({ method: 'POST', path: '*/translate', body });
    button.click();
    await appears(tag, 'Translated from Portuguese by <b>X</b>');
    expect(all(tag, '.content script, .content img, .content [onclick], .content a[href]').length).to.equal(0);
    expect(part(tag, 'content').lang).to.equal('en');
  });

  it('edited meanwhile: the old translation is not shown for the new text', async () => {
    const { here, post, tag } = await signedIn();
    (await offers(tag)).click();
    await appears(tag, 'Good day, fog');
    await here.control('PUT', 'clock', { advance: 60_000 });
    await here.edit(post.id, { status: 'Bom porto' });
    const { tag: other } = await shown(here, post);
    await appears(other, 'Bom porto');
    await appears(tag, 'Bom porto');
    (await offers(tag)).click();
    await appears(tag, 'Good harbour');
  });

  it('in a list it stands there from the start, and what was translated stays so when a chunk is drawn again', async () => {
    // A list waits no longer than a moment: what this one needs is on the machine.
    await Promise.all([
      import('../../src/elements/status/fuller.js'),
      import('../../src/elements/status/translator.js'),
    ]);
    const here = await town();
    const post = await here.post('noor', portuguese);
    await cameBefore(here, 'noor');
    const box = mount('<masto-auth></masto-auth><masto-timeline feed="home" limit="5" load="eager"></masto-timeline>');
    const list = box.querySelector('masto-timeline')!;
    const tag = await until(() => posts(list).find((each) => seen(each).includes('Bom dia')), 'the post');
    expect(all(tag, '[value=translate]').length, 'with the first drawing').to.equal(1);
    (await offers(tag)).click();
    await appears(tag, 'Good day, fog');
    const again = document.createElement('masto-status');
    again.entry = (tag as MastoStatus).entry!;
    mount('').append(again);
    await appears(again, 'Translated from Portuguese by Lanternfish');
    expect(seen(again)).to.contain('Good day, fog');
    expect(post.id).to.be.a('string');
  });
});

/** What a tag asks of the sign-in, in the place of its form. */
function listenToLogin(auth: MastoAuth) {
  const wishes: unknown[] = [];
  auth.login = (...given) => Promise.resolve(void wishes.push([given[0], given[1]]));
  return wishes;
}
