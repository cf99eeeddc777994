import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/index.js';
import type { MastoError } from '../../src/index.js';
import { all, appears, byRole, focused, heard, hurry, mount, part, pause, seen, until } from '../helpers.js';
import { asked, cameBefore, forgetEverybody, visitor } from './signed-in.js';
import { town, type Fault, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

const options = ['first, obviously', 'after, like a person', 'never, it is tea'];

interface ApiPoll {
  readonly id: string;
  readonly voted?: boolean;
  readonly own_votes?: readonly number[];
  readonly options: readonly { votes_count: number | null }[];
}

interface Wishes {
  readonly poll?: Readonly<Record<string, unknown>>;
  readonly person?: string;
  readonly scopes?: string;
  readonly markup?: (post: Post, here: Town) => string;
  readonly before?: (here: Town, post: Post) => Promise<unknown>;
}

/** A poll of Ines's, and somebody who is signed in where she lives. */
async function voting({ poll = {}, person = 'noor', scopes, markup, before }: Wishes = {}) {
  const here = await town();
  const post = await here.post('ines', { status: 'The milk goes in', poll: { options, expires_in: 3600, ...poll } });
  await before?.(here, post);
  const { token } = await cameBefore(here, person, 'session', scopes);
  const alone = (each: Post) => `<masto-status load="eager" src="${each.url}"></masto-status>`;
  const box = mount(`<masto-auth></masto-auth>${(markup ?? alone)(post, here)}`);
  const tag = box.querySelector<HTMLElement>('masto-status, masto-timeline')!;
  await appears(tag, options[0]!);
  await until(() => all(tag, 'button.action').length >= 4, 'the row of buttons');
  await here.forget();
  const truth = async () =>
    (await asked<Post>(here, { token } as never, `/api/v1/statuses/${post.id}`))['poll'] as ApiPoll;
  return { here, post, box, tag, truth, auth: box.querySelector('masto-auth')! };
}

const button = (tag: Element, name: string) => byRole(tag, 'button', name)[0] as HTMLButtonElement | undefined;
const inputs = (tag: Element) => all<HTMLInputElement>(tag, '[part~=poll] input');
const rows = (tag: Element) => all(tag, '[part~=poll] li').map((row) => seen(row).replaceAll('\n', ' '));
const own = (tag: Element) =>
  all(tag, '[part~=poll] li').flatMap((row, at) => (byRole(row, 'img', 'Your vote').length ? [at] : []));
const voted = (tag: Element) => until(() => own(tag).length, 'the mark of one’s own vote');
const posts = async (here: Town) =>
  (await here.asked())
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path.replace(/\d+(?=\/votes)/, 'ID'));
const form = (tag: Element) => until(() => (inputs(tag).length === 3 ? inputs(tag) : undefined), 'the form');

async function click(target: HTMLElement) {
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

describe('<masto-status> voting', () => {
  it('a mouse chooses and votes: shown at once, sent once, and marked as one’s own', async () => {
    const { here, tag, truth } = await voting();
    await form(tag);
    const group = all(tag, 'fieldset')[0]!;
    expect(seen(group.querySelector('legend')!)).to.equal('Poll: choose one answer');
    expect((await form(tag)).map(({ type }) => type)).to.deep.equal(['radio', 'radio', 'radio']);
    const press = button(tag, 'Vote')!;
    expect([press.ariaDisabled, press.title]).to.deep.equal(['true', 'Choose an answer first.']);
    await here.breaks({ method: 'POST', path: '/api/v1/polls/*', delay: 500 });
    await click(inputs(tag)[1]!);
    await until(() => press.ariaDisabled === 'false');
    await click(press);
    await voted(tag);
    expect(rows(tag)).to.deep.equal(['0 % first, obviously', '100 % after, like a person', '0 % never, it is tea']);
    expect(seen(part(tag, 'poll'))).to.contain('1 person · 60 minutes left');
    expect((await truth()).voted, 'the server has not heard of it yet').to.equal(false);
    await until(async () => (await truth()).voted, 'the vote at the server');
    await until(() => !seen(part(tag, 'poll')).includes('being sent'));
    expect((await truth()).own_votes).to.deep.equal([1]);
    expect(own(tag)).to.deep.equal([1]);
    expect(rows(tag)[1]).to.contain('100 %');
    expect(await posts(here)).to.deep.equal(['/api/v1/polls/ID/votes']);
  });

  it('with the keyboard alone, and the focus stays in the post', async () => {
    const { tag, truth } = await voting();
    (await form(tag))[0]!.focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    await until(() => inputs(tag)[1]!.checked);
    button(tag, 'Vote')!.focus();
    await sendKeys({ press: 'Enter' });
    await voted(tag);
    expect(own(tag)).to.deep.equal([1]);
    await until(async () => (await truth()).voted);
    expect(tag.contains(focused()) || tag.shadowRoot!.contains(focused())).to.equal(true);
  });

  it('pressed before anything is chosen: nothing is sent, and the first answer has the focus', async () => {
    const { here, tag } = await voting();
    await form(tag);
    button(tag, 'Vote')!.click();
    expect(focused() === inputs(tag)[0]).to.equal(true);
    await pause(50);
    expect(await posts(here)).to.deep.equal([]);
  });

  it('pressed twice, it is one vote', async () => {
    const { here, tag, truth } = await voting();
    (await form(tag))[2]!.click();
    await until(() => button(tag, 'Vote')?.ariaDisabled === 'false');
    const press = button(tag, 'Vote')!;
    press.click();
    press.click();
    await until(async () => (await truth()).voted);
    expect(await posts(here)).to.deep.equal(['/api/v1/polls/ID/votes']);
    expect(all(tag, '.refusal')).to.have.length(0);
  });

  it('what is refused late is not said under another post that stands there by now', async () => {
    const { here, tag } = await voting();
    const other = await here.post('ines', { status: 'Nothing to vote for' });
    (await form(tag))[0]!.click();
    await until(() => button(tag, 'Vote')?.ariaDisabled === 'false');
    const refusal = { method: 'POST', path: '/api/v1/polls/*', status: 422, body: { error: 'The poll has ended' } };
    await here.breaks({ ...refusal, delay: 400 });
    const errors: Event[] = [];
    tag.addEventListener('masto-error', (event) => errors.push(event));
    button(tag, 'Vote')!.click();
    await until(async () => (await posts(here)).length, 'the vote');
    tag.setAttribute('src', other.url);
    await appears(tag, 'Nothing to vote for');
    await until(() => all(tag, 'button.action').length >= 4);
    await pause(700);
    expect(all(tag, '.refusal').map(seen)).to.deep.equal([]);
    expect(errors.length).to.equal(0);
  });

  it('several answers, where several may be given', async () => {
    const { tag, truth } = await voting({ poll: { multiple: true } });
    expect((await form(tag)).map(({ type }) => type)).to.deep.equal(['checkbox', 'checkbox', 'checkbox']);
    expect(seen(all(tag, 'legend')[0]!)).to.equal('Poll: choose one answer or more');
    for (const at of [0, 1, 2]) inputs(tag)[at]!.click();
    await until(() => inputs(tag)[2]!.checked);
    inputs(tag)[1]!.click();
    await until(() => !inputs(tag)[1]!.checked);
    button(tag, 'Vote')!.click();
    await voted(tag);
    expect(own(tag)).to.deep.equal([0, 2]);
    expect(rows(tag)).to.deep.equal(['100 % first, obviously', '0 % after, like a person', '100 % never, it is tea']);
    await until(async () => (await truth()).voted);
    expect((await truth()).own_votes).to.deep.equal([0, 2]);
  });

  it('of one answer only one is chosen at a time', async () => {
    const { tag } = await voting();
    await form(tag);
    for (const at of [0, 2]) inputs(tag)[at]!.click();
    await until(() => inputs(tag)[2]!.checked);
    expect(inputs(tag).map(({ checked }) => checked)).to.deep.equal([false, false, true]);
  });

  it('the results can be looked at before, and what was chosen is still chosen after', async () => {
    const { here, tag } = await voting();
    (await form(tag))[0]!.click();
    button(tag, 'Show results')!.click();
    await until(() => rows(tag).length === 3);
    expect(own(tag)).to.deep.equal([]);
    button(tag, 'Back to the answers')!.click();
    expect((await form(tag))[0]!.checked).to.equal(true);
    expect(await posts(here)).to.deep.equal([]);
  });

  it('hidden totals: no results to look at, and one’s own vote is marked all the same', async () => {
    const { tag } = await voting({ poll: { hide_totals: true } });
    (await form(tag))[1]!.click();
    expect(button(tag, 'Show results')).to.equal(undefined);
    await until(() => button(tag, 'Vote')?.ariaDisabled === 'false');
    button(tag, 'Vote')!.click();
    await voted(tag);
    expect(rows(tag)[0]).to.equal('first, obviously');
    expect(byRole(tag, 'progressbar')).to.have.length(0);
    expect(seen(part(tag, 'poll'))).to.contain('1 person · 60 minutes left · results hidden until the end');
  });

  it('who has voted before sees the results with their vote in them', async () => {
    const { tag } = await voting({
      before: async (here, post) => {
        const { token } = await visitor(here, 'noor');
        const { id } = post['poll'] as ApiPoll;
        await fetch(`${here.origin}/api/v1/polls/${id}/votes`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: '{"choices":[2]}',
        });
      },
    });
    await voted(tag);
    expect(own(tag)).to.deep.equal([2]);
    expect(rows(tag)[2]).to.contain('100 %');
    expect(inputs(tag)).to.have.length(0);
  });

  it('nobody votes in a poll of their own', async () => {
    const { tag } = await voting({ person: 'ines' });
    await until(() => rows(tag).length === 3);
    expect(inputs(tag)).to.have.length(0);
    expect(button(tag, 'Vote')).to.equal(undefined);
  });

  it('every widget of the page shows the same vote', async () => {
    const { box, here } = await voting({
      markup: ({ url }, { host }) =>
        `<masto-status load="eager" src="${url}"></masto-status>` +
        `<masto-timeline load="eager" feed="local" limit="1" instance="${host}"></masto-timeline>` +
        `<div lang="de"><masto-status load="eager" src="${url}"></masto-status></div>`,
    });
    const [one, list, german] = all(box, 'masto-status, masto-timeline').filter((tag) => !tag.closest('.feed'));
    await form(list!);
    (await form(one!))[1]!.click();
    await until(() => button(one!, 'Vote')?.ariaDisabled === 'false');
    button(one!, 'Vote')!.click();
    for (const tag of [one!, list!]) {
      await voted(tag);
      expect(rows(tag)[1]).to.contain('100 %');
    }
    await until(() => byRole(german!, 'img', 'Deine Stimme').length === 1);
    await until(async () => (await posts(here)).length);
    expect(await posts(here)).to.have.length(1);
  });
});

describe('<masto-status> a vote that is refused', () => {
  const choose = async (tag: Element) => {
    (await form(tag))[0]!.click();
    await until(() => button(tag, 'Vote')?.ariaDisabled === 'false');
    button(tag, 'Vote')!.click();
  };

  it('voted elsewhere meanwhile: what the server says, and what was voted there', async () => {
    const { here, post, tag } = await voting();
    const { token } = await visitor(here, 'noor');
    await fetch(`${here.origin}/api/v1/polls/${(post['poll'] as ApiPoll).id}/votes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"choices":[2]}',
    });
    const failed = heard(tag, 'masto-error');
    await choose(tag);
    expect(((await failed).error as MastoError).failure).to.equal('refused');
    await appears(tag, 'You have already voted on this poll');
    await until(() => own(tag).join() === '2', 'the vote of elsewhere');
    expect(rows(tag)[2]).to.contain('100 %');
  });

  const failures: Readonly<Record<string, [fault: Fault, said: string | RegExp]>> = {
    'ended meanwhile': [
      { status: 422, body: { error: 'Validation failed: The poll has already ended' } },
      'The poll has already ended',
    ],
    '403': [{ status: 403, body: { error: 'This action is not allowed' } }, 'This action is not allowed'],
    'R137 503': [{ status: 503, body: { error: 'x' } }, 'has a problem (error 503)'],
    'no answer': [{ refuse: true }, 'does not answer'],
    nonsense: [{ wrongShape: true }, 'answers strangely'],
  };
  for (const [name, [fault, said]] of Object.entries(failures))
    it(`R131 ${name}: it is taken back and said, and can be sent again`, async () => {
      const { here, tag, truth } = await voting();
      await here.breaks({ method: 'POST', path: '/api/v1/polls/*', ...fault });
      await choose(tag);
      await appears(tag, said);
      if (name === 'nonsense') return; // It may have been counted.
      expect((await form(tag))[0]!.checked).to.equal(true);
      expect(own(tag)).to.deep.equal([]);
      expect(seen(part(tag, 'poll'))).to.contain('0 people');
      expect((await truth()).voted).to.equal(false);
      await here.heals();
      button(tag, 'Vote')!.click();
      await voted(tag);
      await until(async () => (await truth()).voted);
      expect(all(tag, '.refusal')).to.have.length(0);
    });

  it('R34 a scope that was not granted: nothing is sent, and it is asked for at a press', async () => {
    const { here, tag, auth } = await voting({ scopes: 'read write:favourites' });
    const asks: unknown[] = [];
    auth.login = (...wishes) => Promise.resolve(void asks.push(wishes));
    await choose(tag);
    await appears(tag, 'You have not allowed this page to do that');
    expect(await posts(here)).to.deep.equal([]);
    byRole(tag, 'button', 'Allow it')[0]!.click();
    expect(asks).to.deep.equal([[here.host, ['write:statuses']]]);
  });

  it('R129 R131 the post is gone: what is left of it is said in its place, in every widget', async () => {
    const { here, post, box, tag } = await voting({
      markup: ({ url }, { host }) =>
        `<masto-status load="eager" src="${url}"></masto-status>` +
        `<masto-timeline load="eager" feed="local" limit="2" instance="${host}"></masto-timeline>`,
    });
    const list = box.querySelector('masto-timeline')!;
    await appears(list, 'The milk goes in');
    await here.control('DELETE', `posts/${post.id}`);
    await choose(tag);
    await appears(tag, 'This post is no longer available.');
    await appears(list, 'This post is no longer available.');
    expect(seen(box)).to.not.contain('The milk goes in');
  });
});

describe('<masto-status> a poll that ends', () => {
  it('closes by the clock without a question, is asked for once then, and shows how it ended', async () => {
    hurry(60);
    const { here, tag, post } = await voting({ poll: { expires_in: 300, hide_totals: true } });
    await form(tag);
    await here.control('PUT', 'clock', { advance: 301_000 });
    await appears(tag, 'closed', 20_000);
    expect(inputs(tag)).to.have.length(0);
    await until(() => rows(tag)[0] === '0 % first, obviously', 'the totals');
    const { id } = post['poll'] as ApiPoll;
    await pause(1200);
    expect(await here.asks(/polls/)).to.deep.equal([`/api/v1/polls/${id}`]);
    expect(button(tag, 'Refresh')).to.equal(undefined);
  });

  it('can be asked for anew while it is open', async () => {
    const { here, tag, post } = await voting({ person: 'ines' });
    const { token } = await visitor(here, 'noor');
    await until(() => button(tag, 'Refresh'));
    await fetch(`${here.origin}/api/v1/polls/${(post['poll'] as ApiPoll).id}/votes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"choices":[0]}',
    });
    expect(rows(tag)[0]).to.contain('0 %');
    button(tag, 'Refresh')!.click();
    await until(() => rows(tag)[0]!.includes('100 %'));
    expect(await here.asks(/polls\/\d+$/)).to.have.length(1);
  });
});

describe('<masto-status> a poll of another server', () => {
  it('is voted in at home, by the id it has there, and shown where it was read', async () => {
    const here = await town();
    const away = here.peer;
    await here.control('POST', 'greet');
    const post = await away.post('desmond', {
      status: 'Bread or cake',
      poll: { options: ['Bread', 'Cake'], expires_in: 3600 },
    });
    const { token } = await cameBefore(here, 'noor');
    const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
    const tag = box.querySelector('masto-status')!;
    await until(() => inputs(tag).length === 2);
    inputs(tag)[1]!.click();
    await until(() => button(tag, 'Vote')?.ariaDisabled === 'false');
    button(tag, 'Vote')!.click();
    await voted(tag);
    expect(rows(tag)).to.deep.equal(['0 % Bread', '100 % Cake']);
    const found = await until(async () => {
      const path = `/api/v2/search?resolve=true&type=statuses&q=${encodeURIComponent(post.uri)}`;
      const { statuses } = await asked<{ statuses: Post[] }>(here, { token } as never, path);
      const poll = statuses[0]?.['poll'] as ApiPoll | undefined;
      return poll?.voted ? poll : undefined;
    }, 'the vote at home');
    expect(found.own_votes).to.deep.equal([1]);
    expect(await away.asks(/votes/)).to.deep.equal([]);
    await until(
      async () =>
        ((await away.get<Post>(`/api/v1/statuses/${post.id}`))['poll'] as ApiPoll).options[1]!.votes_count === 1,
    );
  });
});

describe('<masto-status> a poll of somebody who is not signed in', () => {
  const link = (tag: Element) => all<HTMLAnchorElement>(tag, '[part~=poll] a')[0];

  it('shows its results, and leads to where one can vote', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Milk', poll: { options, expires_in: 3600 } });
    const tag = mount(`<masto-status load="eager" src="${post.url}"></masto-status>`).querySelector('masto-status')!;
    await until(() => rows(tag).length === 3);
    expect([seen(link(tag)!), link(tag)!.href]).to.deep.equal([`Vote on ${here.host}`, post.url]);
    expect(all(tag, 'input, button.button')).to.have.length(0);
  });

  it('asks to sign in where the page has a <masto-auth>', async () => {
    const here = await town();
    const post = await here.post('ines', { status: 'Milk', poll: { options, expires_in: 3600 } });
    const box = mount(`<masto-auth></masto-auth><masto-status load="eager" src="${post.url}"></masto-status>`);
    const asks: unknown[] = [];
    box.querySelector('masto-auth')!.login = (...wishes) => Promise.resolve(void asks.push(wishes));
    const tag = box.querySelector('masto-status')!;
    await until(() => link(tag));
    link(tag)!.click();
    expect(asks).to.have.length(1);
  });
});
