import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import type { MastoAuth, MastoError } from '../../src/index.js';
import { all, appears, byRole, heard, mount, parts, pause, posts, seen, until } from '../helpers.js';
import { asked, cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

const words = { boost: 'Boost', favourite: 'Favourite', bookmark: 'Bookmark' } as const;
const fields = { boost: 'reblogged', favourite: 'favourited', bookmark: 'bookmarked' } as const;
const requests = {
  boost: ['reblog', 'unreblog'],
  favourite: ['favourite', 'unfavourite'],
  bookmark: ['bookmark', 'unbookmark'],
} as const;
type Verb = keyof typeof words;
const verbs = Object.keys(words) as Verb[];

/** A post in a page of somebody who is signed in at home. */
async function signedIn(draft: Readonly<Record<string, unknown>> = {}, scopes?: string) {
  const here = await town();
  const post = await here.post('ines', { status: 'Low tide at four', ...draft });
  const { token } = await cameBefore(here, 'noor', 'session', scopes);
  const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
  const tag = box.querySelector('masto-status')!;
  await buttons(tag);
  await here.forget();
  const truth = () => asked<Post>(here, { token } as never, `/api/v1/statuses/${post.id}`);
  return { here, post, box, tag, truth, auth: box.querySelector('masto-auth')! };
}

const buttons = (tag: Element) => until(() => all(tag, 'button.action').length === 5, 'the row of buttons');
const button = (tag: Element, verb: Verb | 'reply') => all<HTMLButtonElement>(tag, `button.action.${verb}`)[0]!;
const isOn = (tag: Element, verb: Verb) => button(tag, verb).getAttribute('aria-pressed') === 'true';
const figure = (tag: Element, verb: Verb) => Number(button(tag, verb).textContent || 0);
const writes = async (here: Town) =>
  (await here.asked()).filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1));
const quiet = async (tag: Element) => {
  await pause(30); // until the press itself is drawn
  await until(() => all(tag, '[aria-busy=true]').length === 0, 'the answer');
};

/** Presses as a hand does. */
async function press(target: HTMLElement) {
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 3), Math.round(top + height / 2)] });
}

describe('<masto-status> actions of whoever is signed in', () => {
  for (const verb of verbs)
    it(`${verb}: a mouse presses it, it is shown at once, done once; pressed again, undone`, async () => {
      const { here, tag, truth } = await signedIn();
      const before = figure(tag, verb);
      const counts = verb === 'bookmark' ? 0 : 1;
      await here.breaks({ method: 'POST', path: '/api/v1/statuses/*', delay: 600 });
      expect(isOn(tag, verb)).to.equal(false);
      await press(button(tag, verb));
      await until(() => isOn(tag, verb));
      expect(button(tag, verb).getAttribute('aria-busy')).to.equal('true');
      expect(figure(tag, verb)).to.equal(before + counts);
      await quiet(tag);
      expect(isOn(tag, verb)).to.equal(true);
      expect(figure(tag, verb)).to.equal(before + counts);
      expect(await truth()).to.include({ [fields[verb]]: true });
      await pause(600); // a second press, and not of a double one
      await press(button(tag, verb));
      await until(() => !isOn(tag, verb));
      await quiet(tag);
      expect(figure(tag, verb)).to.equal(before);
      expect(await truth()).to.include({ [fields[verb]]: false });
      expect(await writes(here)).to.deep.equal(requests[verb]);
    });

  it('what was done before is shown as done, and named with its count', async () => {
    const { here, post, tag } = await signedIn();
    await asked(
      here,
      { token: (await cameBefore(here, 'noor')).token } as never,
      `/api/v1/statuses/${post.id}/favourite`,
      'POST',
    );
    const other = mount(`<masto-status load="eager" src="${post.url}"></masto-status>`).firstElementChild!;
    await buttons(other);
    await until(() => isOn(other, 'favourite'));
    expect(button(other, 'favourite').ariaLabel).to.equal(`Favourite, ${figure(other, 'favourite')}`);
    expect(isOn(tag, 'favourite'), 'and in the tag that was there before').to.equal(true);
    expect(getComputedStyle(button(other, 'favourite')).fontWeight).to.equal('600');
  });

  it('a double click is one press', async () => {
    const { here, tag, truth } = await signedIn();
    const target = button(tag, 'favourite');
    target.scrollIntoView({ block: 'center' });
    const { left, top } = target.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + 8), Math.round(top + 20)];
    for (const detail of [1, 2])
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail, clientX: position[0] }));
    await quiet(tag);
    expect(isOn(tag, 'favourite')).to.equal(true);
    expect(await writes(here)).to.deep.equal(['favourite']);
    expect(await truth()).to.include({ favourited: true });
  });

  it('pressed while it is under way, the last wish wins', async () => {
    const { here, tag, truth } = await signedIn();
    await here.breaks({ method: 'POST', path: '/api/v1/statuses/*', delay: 200 });
    for (const shown of [true, false, true, false]) {
      button(tag, 'favourite').click();
      await until(() => isOn(tag, 'favourite') === shown);
      await pause(30);
    }
    await quiet(tag);
    expect(isOn(tag, 'favourite')).to.equal(false);
    expect(await writes(here)).to.deep.equal(['favourite', 'unfavourite']);
    expect(await truth()).to.include({ favourited: false });
  });

  it('the same in every tag on the page, in a list and alone, and in a boost of it', async () => {
    const { here, post, tag } = await signedIn();
    await asked(
      here,
      { token: (await cameBefore(here, 'noor')).token } as never,
      `/api/v1/statuses/${post.id}/reblog`,
      'POST',
    );
    const box = mount(`
      <masto-timeline load="eager" instance="${here.host}" feed="local" limit="5"></masto-timeline>
      <masto-timeline load="eager" instance="${here.host}" account="noor" limit="3"></masto-timeline>`);
    const [list, boosts] = [...box.children] as HTMLElement[];
    await Promise.all([appears(list!, 'Low tide at four'), appears(boosts!, 'Low tide at four')]);
    const shown = [list!, boosts!].map((each) => posts(each).find((one) => seen(one).includes('Low tide at four'))!);
    for (const one of shown) await buttons(one);
    const before = figure(tag, 'favourite');
    await here.breaks({ method: 'POST', path: '/api/v1/statuses/*', delay: 150 });
    await here.forget();
    button(shown[1]!, 'favourite').click();
    for (const one of [tag, ...shown]) {
      await until(() => isOn(one, 'favourite'));
      expect(figure(one, 'favourite')).to.equal(before + 1);
    }
    await quiet(shown[1]!);
    for (const one of [tag, ...shown]) expect(figure(one, 'favourite')).to.equal(before + 1);
    expect(await writes(here)).to.deep.equal(['favourite']);
  });

  it('pressed in two tags at once, it is done once', async () => {
    const { here, post, tag, truth } = await signedIn();
    const other = mount(`<masto-status load="eager" src="${post.url}"></masto-status>`).firstElementChild!;
    await buttons(other);
    await here.breaks({ method: 'POST', path: '/api/v1/statuses/*', delay: 150 });
    await here.forget();
    // Both hands see it off: the second press is of what the first has already made of it.
    button(tag, 'boost').click();
    button(other, 'boost').click();
    await quiet(tag);
    expect(isOn(tag, 'boost')).to.equal(isOn(other, 'boost'));
    expect((await truth())['reblogged']).to.equal(isOn(tag, 'boost'));
    expect((await writes(here)).length).to.be.lessThan(2);
  });

  it('somebody else’s post for followers has no boost; one’s own has', async () => {
    const { here, box } = await signedIn();
    const own = await here.post('noor', { status: 'For those who follow', visibility: 'private' });
    const other = await here.post('ines', { status: '@noor between us', visibility: 'direct' });
    for (const [{ url }, boostable] of [
      [own, true],
      [other, false],
    ] as const) {
      const tag = document.createElement('masto-status');
      Object.assign(tag, { src: url, load: 'eager' });
      box.append(tag);
      await buttons(tag);
      expect(getComputedStyle(button(tag, 'boost')).visibility).to.equal(boostable ? 'visible' : 'hidden');
      expect(parts(tag, 'boost')).to.have.length(boostable ? 1 : 0);
      if (!boostable) continue;
      button(tag, 'boost').click();
      await quiet(tag);
      expect(isOn(tag, 'boost')).to.equal(true);
    }
  });

  it('a post that the page has given is found at home by its address, whatever id it came with', async () => {
    const { here, post, truth } = await signedIn();
    const stranger = await here.post('ines', { status: 'Not this one' });
    const given = document.createElement('masto-status');
    given.status = { ...post, id: stranger.id, favourites_count: 7 };
    mount('').append(given);
    await buttons(given);
    button(given, 'favourite').click();
    await quiet(given);
    expect(isOn(given, 'favourite')).to.equal(true);
    expect(figure(given, 'favourite')).to.equal(8);
    expect(await truth()).to.include({ favourited: true });
    expect(await writes(here)).to.deep.equal(['favourite']);
  });

  it('a post that was read from another server is done at home, and told there', async () => {
    const { here, box } = await signedIn();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const away = await here.peer.post(username, { status: 'Snow on the pass' });
    await here.peer.forget();
    box.insertAdjacentHTML('beforeend', `<masto-status load="eager" src="${away.url}"></masto-status>`);
    const tag = box.lastElementChild!;
    await buttons(tag);
    await here.forget();
    button(tag, 'favourite').click();
    await until(() => isOn(tag, 'favourite'));
    expect(figure(tag, 'favourite')).to.equal(1);
    await quiet(tag);
    expect(figure(tag, 'favourite')).to.equal(1);
    expect((await here.peer.get<Post>(`/api/v1/statuses/${away.id}`))['favourites_count']).to.equal(1);
    const asked = (await here.asked()).map(({ path }) => path.replace(/\d{9,}/, 'ID'));
    // Filters are asked for once a session, beside all else.
    const about = asked.filter((path) => path !== '/api/v2/filters');
    expect(about).to.deep.equal(['/api/v2/search', '/api/v1/statuses/ID/favourite']);
    const there = await here.peer.asked();
    expect(there.some(({ authorization }) => authorization)).to.equal(false);
    button(tag, 'bookmark').click();
    await quiet(tag);
    expect(await here.asks(/search/), 'and it is looked for once').to.have.length(1);
  });

  it('R180 one that the reader’s own server cannot find: said, with a link to where it lives', async () => {
    const { here, box } = await signedIn();
    const [{ username }] = await here.peer.control<[{ username: string }]>('GET', 'people');
    const away = await here.peer.post(username, { status: 'Snow on the pass' });
    await here.breaks({ path: '/api/v2/search', body: { statuses: [] } });
    box.insertAdjacentHTML('beforeend', `<masto-status load="eager" src="${away.url}"></masto-status>`);
    const tag = box.lastElementChild!;
    await buttons(tag);
    button(tag, 'boost').click();
    await appears(tag, `${here.host}, your server, cannot find this post.`);
    const link = byRole(tag, 'link', `Open it on ${here.peer.host}`)[0] as HTMLAnchorElement;
    expect(link.href).to.equal(away.url);
    expect(isOn(tag, 'boost')).to.equal(false);
  });

  it('the pressed icon answers, once', async () => {
    const { tag } = await signedIn();
    const target = button(tag, 'bookmark');
    target.click();
    await until(() => getComputedStyle(target, '::before').animationName === 'press');
    await until(() => !target.matches('.just-pressed'));
  });
});

describe('<masto-status> an action that is refused', () => {
  const cases: Readonly<
    Record<string, { fault: object; says: RegExp; failure: string; role?: 'status'; quote?: true }>
  > = {
    'R123 429': {
      fault: { rateLimit: 20 },
      says: /asks for a pause\. Press again in (20|19|18) s\./,
      failure: 'rate-limited',
      role: 'status',
    },
    'R123 429 without a time': {
      fault: { status: 429, body: { error: 'Slow down' } },
      says: /Press again in 60 s\./,
      failure: 'rate-limited',
      role: 'status',
    },
    'R131 404': {
      fault: { status: 404, body: { error: 'Record not found' } },
      says: /the post is no longer there/,
      failure: 'not-found',
    },
    'R132 410': {
      fault: { status: 410, body: { error: 'Gone' } },
      says: /the post is no longer there/,
      failure: 'not-found',
    },
    'R133 422': {
      fault: { status: 422, body: { error: 'Validation failed: no' } },
      says: /did not accept that\. .*Validation failed: no/,
      failure: 'refused',
      quote: true,
    },
    'R126 403': {
      fault: { status: 403, body: { error: 'This action is not allowed' } },
      says: /does not allow that\. .*This action is not allowed/,
      failure: 'forbidden',
      quote: true,
    },
    'R50 403 frozen': {
      fault: { status: 403, body: { error: 'Your login is currently disabled' } },
      says: /Your account is frozen/,
      failure: 'login-disabled',
    },
    'R50 403 pending': {
      fault: { status: 403, body: { error: 'Your login is currently pending approval' } },
      says: /waits for approval/,
      failure: 'login-pending',
    },
    'R50 403 unconfirmed': {
      fault: { status: 403, body: { error: 'Your login is missing a confirmed e-mail address' } },
      says: /confirm your e-mail address/,
      failure: 'login-unconfirmed',
    },
    'R128 403 in HTML': { fault: { status: 403, html: true }, says: /turned that away/, failure: 'blocked' },
    'R137 500': {
      fault: { status: 500, body: { error: 'Oops' } },
      says: /has a problem \(error 500\)/,
      failure: 'server',
    },
    'R148 no connection': { fault: { refuse: true }, says: /does not answer/, failure: 'unreachable' },
  };
  for (const [name, { fault, says, failure, role = 'alert', quote }] of Object.entries(cases))
    it(`${name}: taken back, said beside the post, dispatched once, sent once`, async () => {
      const { here, tag } = await signedIn();
      const before = figure(tag, 'favourite');
      await here.breaks({ method: 'POST', path: '/api/v1/statuses/*', ...fault });
      let errors = 0;
      document.addEventListener('masto-error', () => errors++, { once: true });
      const dispatched = heard(tag, 'masto-error');
      button(tag, 'favourite').click();
      const { error, bubbles, composed } = await dispatched;
      expect([bubbles, composed]).to.deep.equal([true, true]);
      expect((error as MastoError).failure).to.equal(failure);
      await until(() => byRole(tag, role).length === 1);
      expect(seen(byRole(tag, role)[0]!)).to.match(says);
      expect(all(tag, 'q').length).to.equal(quote ? 1 : 0);
      expect(isOn(tag, 'favourite')).to.equal(false);
      expect(figure(tag, 'favourite')).to.equal(before);
      expect(seen(tag)).to.contain('Low tide at four');
      expect(errors).to.equal(1);
      await pause(100);
      // A browser itself may try anew where a connection breaks.
      if (failure !== 'unreachable') expect(await writes(here)).to.deep.equal(['favourite']);
      await here.heals();
      button(tag, 'favourite').click();
      if (name.includes('410')) return expect(byRole(tag, role), 'what is gone is not asked again').to.have.length(1);
      await until(() => byRole(tag, role).length === 0);
      await quiet(tag);
      expect(isOn(tag, 'favourite')).to.equal(true);
    });

  it('only what was guessed is taken back: what else has come meanwhile stays', async () => {
    const { here, post, tag } = await signedIn();
    await here.breaks({ method: 'POST', path: '*/favourite', delay: 300, status: 422, body: { error: 'No' } });
    const dispatched = heard(tag, 'masto-error');
    button(tag, 'favourite').click();
    await until(() => isOn(tag, 'favourite'));
    button(tag, 'bookmark').click();
    await until(() => isOn(tag, 'bookmark'));
    await here.edit(post.id, { status: 'High tide at ten' });
    mount(`<masto-status load="eager" src="${post.url}"></masto-status>`);
    await appears(tag, 'High tide at ten');
    await dispatched;
    await until(() => !isOn(tag, 'favourite'));
    expect(isOn(tag, 'bookmark')).to.equal(true);
    expect(seen(tag)).to.contain('High tide at ten');
  });

  it('R124 R49 a revoked token: said with a way back in; the post stays, and the next press asks nobody', async () => {
    const { here, tag, auth } = await signedIn();
    await here.breaks(
      { method: 'POST', path: '/api/v1/*', status: 401, body: { error: 'The access token was revoked' } },
      { path: '*/verify_credentials', status: 401, body: { error: 'The access token was revoked' } },
    );
    button(tag, 'favourite').click();
    await appears(tag, `${here.host} has signed you out.`);
    expect(isOn(tag, 'favourite')).to.equal(false);
    expect(seen(tag)).to.contain('Low tide at four');
    expect(auth.expired).to.equal(true);
    const asks = listenToLogin(auth);
    byRole(tag, 'button', 'Sign in again')[0]!.click();
    expect(asks).to.deep.equal([[here.host, undefined]]);
    button(tag, 'boost').click();
    await appears(tag, 'has signed you out');
    expect(await writes(here)).to.deep.equal(['favourite']);
  });

  it('R33 R34 R127 a scope that was not granted: offered, nothing sent, never by itself', async () => {
    const { here, tag, auth } = await signedIn({}, 'read write:bookmarks');
    const asks = listenToLogin(auth);
    button(tag, 'favourite').click();
    await appears(tag, `You have not allowed this page to do that at ${here.host}.`);
    expect(byRole(tag, 'status')).to.have.length(1);
    expect(isOn(tag, 'favourite')).to.equal(false);
    await pause(100);
    expect(asks).to.deep.equal([]);
    byRole(tag, 'button', 'Allow it')[0]!.click();
    expect(asks).to.deep.equal([[here.host, ['write:favourites']]]);
    button(tag, 'bookmark').click();
    await quiet(tag);
    expect(await writes(here)).to.deep.equal(['bookmark']);
  });
});

describe('<masto-status> an answer', () => {
  it('opens a form under the post with the caret in it, posts, and closes again', async () => {
    const { here, post, tag } = await signedIn();
    await press(button(tag, 'reply'));
    const form = await until(() => all(tag, 'masto-compose')[0]);
    const box = await until(() => all<HTMLTextAreaElement>(form, 'textarea[name=text]')[0]);
    await until(() => form.shadowRoot!.activeElement === box, 'the caret');
    expect(button(tag, 'reply').getAttribute('aria-expanded')).to.equal('true');
    box.value += 'I shall be there';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const posted = heard(tag, 'masto-post');
    await press(byRole(form, 'button', /^Reply/)[0]!);
    const { name } = await posted;
    const { descendants } = await here.get<{ descendants: Post[] }>(`/api/v1/statuses/${post.id}/context`);
    const answer = descendants[0]!;
    expect(answer.uri).to.equal(name);
    expect(answer).to.include({ in_reply_to_id: post.id });
    expect(answer.content).to.contain('I shall be there');
    button(tag, 'reply').click();
    await until(() => all(tag, 'masto-compose').length === 0);
    expect(tag.shadowRoot!.activeElement).to.equal(button(tag, 'reply'));
    expect(button(tag, 'reply').getAttribute('aria-expanded')).to.equal('false');
  });

  it('its form’s own buttons are not the post’s', async () => {
    const { here, tag } = await signedIn({ spoiler_text: 'Water' });
    button(tag, 'reply').click();
    const form = await until(() => all(tag, 'masto-compose')[0]);
    await until(() => all(form, 'button[value=close]').length === 1);
    all(form, 'button[value=close]')[0]!.click();
    await until(() => all(tag, 'masto-compose').length === 0);
    expect(seen(tag)).to.not.contain('Low tide');
    expect(await writes(here)).to.deep.equal([]);
  });
});

/** What a tag asks of the sign-in, in the place of its form. */
function listenToLogin(auth: MastoAuth) {
  const asks: unknown[] = [];
  auth.login = (...wishes) => Promise.resolve(void asks.push([wishes[0], wishes[1]]));
  return asks;
}

describe('<masto-status> actions of a reader who is not signed in', () => {
  async function visitor(inside = '') {
    const here = await town();
    const post = await here.post('ines', { status: 'Low tide at four' });
    const box = mount(`${inside}<masto-status load="eager" src="${post.url}"></masto-status>`);
    const tag = box.querySelector('masto-status')!;
    await until(() => all(tag, 'a.action').length === 4);
    return { here, post, tag, auth: box.querySelector('masto-auth') };
  }
  const click = (target: Element, keys: MouseEventInit = {}) => {
    const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...keys });
    // Nothing is left to the browser: the test is not to go elsewhere.
    window.addEventListener(
      'click',
      (late) => (late.defaultPrevented ? undefined : (follows++, late.preventDefault())),
      { once: true },
    );
    let follows = 0;
    target.dispatchEvent(event);
    return follows;
  };

  it('with a <masto-auth> on the page a plain click asks to sign in, and a modified one follows the link', async () => {
    const { here, post, tag, auth } = await visitor('<masto-auth></masto-auth>');
    const asks = listenToLogin(auth!);
    const opened: string[] = [];
    tag.addEventListener('masto-open', ({ kind }) => opened.push(kind));
    for (const verb of ['reply', 'boost', 'favourite', 'bookmark']) {
      const link = all<HTMLAnchorElement>(tag, `a.${verb}`)[0]!;
      expect(link.href).to.equal(post.url);
      expect(click(link)).to.equal(0);
      expect(click(link, { ctrlKey: true })).to.equal(1);
    }
    expect(asks).to.have.length(4);
    expect(asks[0]).to.deep.equal([undefined, undefined]);
    expect(opened).to.deep.equal([]);
    expect(await writes(here)).to.deep.equal([]);
  });

  it('R36 its time and its links lead on as before: reading asks nobody to sign in', async () => {
    const { tag, auth } = await visitor('<masto-auth></masto-auth>');
    const asks = listenToLogin(auth!);
    expect(click(all(tag, 'a.time')[0]!)).to.equal(1);
    expect(asks).to.deep.equal([]);
  });

  it('without a <masto-auth> they are links, and say what they open', async () => {
    const { tag } = await visitor();
    const opened: string[] = [];
    tag.addEventListener('masto-open', ({ kind }) => opened.push(kind));
    expect(click(all(tag, 'a.favourite')[0]!)).to.equal(1);
    expect(opened).to.deep.equal(['status']);
  });
});
