import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, appears, byRole, first, focused, replace, seen, until } from '../helpers.js';
import { button, countOf, drafts, field, form, formOf, press, write } from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/compose/shelf/shelf.js');
  await import('../../src/elements/compose/schedule/schedule.js');
});

const day = 86_400_000;
const path = '/api/v1/scheduled_statuses';

interface Scheduled {
  readonly id: string;
  readonly scheduled_at: string;
  readonly params: { readonly text: string };
}

/** Asks the API as somebody. */
async function asNoor<T>(here: Town, address: string, method = 'GET', body?: unknown): Promise<T> {
  const { access_token } = await here.control<{ access_token: string }>('POST', 'tokens', {
    person: 'noor',
    scopes: ['read', 'write'],
  });
  const answer = await fetch(here.origin + address, {
    method,
    headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
    cache: 'no-store',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

const schedule = (here: Town, status: string, inMs: number, more: object = {}) =>
  asNoor<Scheduled>(here, '/api/v1/statuses', 'POST', {
    status,
    scheduled_at: new Date(Date.now() + inMs).toISOString(),
    ...more,
  });
const waiting = async (here: Town) => (await asNoor<Scheduled[]>(here, path)).map(({ params }) => params.text);

const tool = (tag: Element) => all(tag, 'button[value="piece:shelf"]')[0]!;
const shelf = (tag: Element) => all<HTMLDialogElement>(tag, 'dialog.shelf')[0];
/** The rows of a list, each as what is seen of it. */
const rows = (tag: Element, name: 'scheduled' | 'drafts') =>
  all(tag, `[aria-labelledby=shelf-${name}] li`).map((row) => seen(row).split('\n'));
const texts = (tag: Element, name: 'scheduled' | 'drafts') => rows(tag, name).map(([text]) => text);

async function open(tag: HTMLElement) {
  await until(() => countOf(tag) !== undefined, 'the count: until then the form grows');
  await press(tool(tag));
  await until(() => shelf(tag)?.open, 'the dialog');
  await until(() => !seen(shelf(tag)!).includes('Asking'), 'what the server says');
  return shelf(tag)!;
}

/** The page somebody has written on before. */
function stored(text: string, more: object = {}, where: { page?: string; thread?: string } = {}, acct = '') {
  const { page = '/elsewhere.html', thread = '#0' } = where;
  const value = { v: 1, at: Date.now() - 3_600_000, page, thread, text, ...more };
  sessionStorage.setItem(`masto:v1:draft:${acct}:${page}:${thread}`, JSON.stringify(value));
}

const two = (n: number) => String(n).padStart(2, '0');
const local = (at: Date) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

describe('<masto-compose> shelf', () => {
  describe('what waits for its time', () => {
    it('is listed, the soonest first, with when, for whom and what is in it', async () => {
      const here = await town();
      await schedule(here, 'Later fog', 3 * day, { visibility: 'private' });
      await schedule(here, 'Fog', day, { poll: { options: ['a', 'b'], expires_in: 3600 } });
      const { tag } = await formOf(here);
      await open(tag);
      expect(texts(tag, 'scheduled')).to.deep.equal(['Fog', 'Later fog']);
      expect(rows(tag, 'scheduled')[0]!.join()).to.match(/Tomorrow at .*, in 24 hours.*Poll/);
      expect(rows(tag, 'scheduled')[1]!.join()).to.match(/in 3 days.*Followers/);
      expect(rows(tag, 'drafts')).to.have.length(0);
      await sendKeys({ press: 'Escape' });
      await until(() => !shelf(tag), 'closed');
      expect(focused()).to.equal(tool(tag));
    });

    it('is given another time in its place', async () => {
      const here = await town();
      await schedule(here, 'Fog', day);
      const { tag } = await formOf(here);
      await open(tag);
      await press(button(tag, 'Change the time'));
      const box = first<HTMLInputElement>(tag, '.shelf-time');
      expect(focused()).to.equal(box);
      const set = (at: Date) => {
        box.value = local(at);
        box.dispatchEvent(new Event('input', { bubbles: true }));
      };
      set(new Date(Date.now() + 60_000));
      await press(button(tag, 'Keep this time'));
      await appears(tag, 'at least five minutes ahead');
      const at = new Date(Math.ceil((Date.now() + 5 * day) / 60_000) * 60_000);
      set(at);
      await press(button(tag, 'Keep this time'));
      await appears(tag, 'It has another time now.');
      expect(focused()).to.equal(button(tag, 'Change the time'));
      expect(rows(tag, 'scheduled')[0]!.join()).to.contain('in 5 days');
      expect((await asNoor<Scheduled[]>(here, path))[0]!.scheduled_at).to.equal(at.toISOString());
    });

    it('R163 is withdrawn, and its words are kept as a draft', async () => {
      const here = await town();
      await schedule(here, 'Fog', day, { spoiler_text: 'weather' });
      const { tag } = await formOf(here);
      await open(tag);
      await press(button(tag, 'Withdraw'));
      await appears(tag, 'Withdrawn. It is among your drafts now.');
      expect(await waiting(here)).to.deep.equal([]);
      expect(rows(tag, 'scheduled')).to.deep.equal([]);
      expect(texts(tag, 'drafts')).to.deep.equal(['weather — Fog']);
      expect(focused()!.id).to.equal('shelf-scheduled');
    });

    it('R163 comes back into the form when that is confirmed; what stood there is kept as a draft', async () => {
      const here = await town();
      const { scheduled_at } = await schedule(here, 'Fog', day, { visibility: 'unlisted' });
      const { tag } = await formOf(here);
      write(field(tag), 'Half a sen');
      await open(tag);
      await press(button(tag, 'Edit'));
      await appears(tag, `It is withdrawn from ${here.host} and comes into the form.`);
      await press(button(tag, 'Cancel'));
      expect(await waiting(here)).to.deep.equal(['Fog']);
      await press(button(tag, 'Edit'));
      await press(button(tag, 'Withdraw and edit'));
      await until(() => !shelf(tag) && field(tag).value === 'Fog', 'the text in the form');
      await until(() => focused() === field(tag), 'the focus in the text');
      expect(await waiting(here)).to.deep.equal([]);
      await until(() => all<HTMLInputElement>(tag, '[name=due]')[0]?.value === local(new Date(scheduled_at)));
      expect(all<HTMLSelectElement>(tag, '[name=visibility]')[0]!.value).to.equal('unlisted');
      const texts_ = drafts().map(({ text }) => text);
      expect(texts_.sort()).to.deep.equal(['Fog', 'Half a sen']);
      await open(tag);
      expect(texts(tag, 'drafts')).to.deep.equal(['Half a sen']);
    });

    it('vanishes when it is due', async () => {
      const here = await town();
      await schedule(here, 'Fog', day);
      const { tag } = await formOf(here);
      await open(tag);
      expect(texts(tag, 'scheduled')).to.deep.equal(['Fog']);
      const now = Date.now.bind(Date);
      replace(Date, 'now', () => now() + day + 1000);
      document.dispatchEvent(new Event('visibilitychange'));
      await appears(tag, 'Nothing waits for its time.');
    });

    it('says when it was posted meanwhile, and keeps no second copy of it', async () => {
      const here = await town();
      const { id } = await schedule(here, 'Fog', day);
      const { tag } = await formOf(here);
      await open(tag);
      await asNoor(here, `${path}/${id}`, 'DELETE');
      await press(button(tag, 'Withdraw'));
      await appears(tag, 'It has been posted meanwhile, or was withdrawn elsewhere.');
      expect(rows(tag, 'scheduled')).to.deep.equal([]);
      expect(rows(tag, 'drafts')).to.deep.equal([]);
      expect(drafts()).to.deep.equal([]);
    });

    it('R163 R165 keeps the words where nobody knows whether it was withdrawn', async () => {
      const here = await town();
      await schedule(here, 'Fog', day);
      const { tag } = await formOf(here);
      await open(tag);
      await here.breaks({ method: 'DELETE', path: `${path}/*`, status: 502, html: true });
      await press(button(tag, 'Withdraw'));
      await appears(tag, `It is not known whether ${here.host} has withdrawn it.`);
      await until(() => texts(tag, 'scheduled').join() === 'Fog', 'the list, asked again');
      expect(texts(tag, 'drafts')).to.deep.equal(['Fog']);
    });

    it('says why the server did not do it, and leaves all as it was', async () => {
      const here = await town();
      await schedule(here, 'Fog', day);
      const { tag } = await formOf(here);
      await open(tag);
      await here.breaks({ method: 'DELETE', path: `${path}/*`, status: 422, body: { error: 'Not today' } });
      await press(button(tag, 'Withdraw'));
      await until(() => byRole(tag, 'alert').some((said) => seen(said).includes('Not today')));
      expect(texts(tag, 'scheduled')).to.deep.equal(['Fog']);
      expect(drafts()).to.deep.equal([]);
      await here.heals();
      await press(button(tag, 'Withdraw'));
      await appears(tag, 'Withdrawn.');
    });

    it('comes in pages', async () => {
      const here = await town();
      for (let n = 0; n < 42; n++) await schedule(here, `Fog ${n}`, day * (2 + (n % 3)));
      const { tag } = await formOf(here);
      await open(tag);
      expect(texts(tag, 'scheduled')).to.have.length(40);
      await press(button(tag, 'Show more'));
      await until(() => texts(tag, 'scheduled').length === 42, 'all of them');
      expect(byRole(tag, 'button', 'Show more')).to.have.length(0);
    });

    it('R34 asks for what it needs at first use', async () => {
      const here = await town();
      await cameBefore(here, 'noor', 'session', 'write:statuses');
      const { tag } = await form();
      await open(tag);
      await appears(tag, `You have not allowed this page to see what waits on ${here.host}.`);
      button(tag, 'Allow it');
    });

    it('says when the server keeps no posts for later, or does not answer', async () => {
      const here = await town();
      await here.breaks({ path, status: 404, body: { error: 'Not Found' } });
      const { tag } = await formOf(here);
      await open(tag);
      await appears(tag, `${here.host} does not keep posts for later.`);
      await press(button(tag, 'Close'));
      await here.breaks({ path, status: 400, body: { error: 'x' } });
      await open(tag);
      await appears(tag, `${here.host} does not answer.`);
      await here.heals();
      await press(button(tag, 'Try again'));
      await appears(tag, 'Nothing waits for its time.');
    });

    it('R206 shows what a server says as text, and lives with what is missing', async () => {
      const here = await town();
      const body = [
        {
          id: '1',
          scheduled_at: '3000-01-01T00:00:00Z',
          params: { text: '<img src=x onerror=alert(1)>'.repeat(5000) },
        },
        { id: 2, scheduled_at: '3000-01-02T00:00:00Z', params: null, media_attachments: [null, {}] },
        { id: '3', scheduled_at: 'soon', params: {} },
        null,
        { scheduled_at: '3000-01-01T00:00:00Z' },
      ];
      await here.breaks({ path, body });
      const { tag } = await formOf(here);
      await open(tag);
      expect(rows(tag, 'scheduled')).to.have.length(2);
      expect(all(shelf(tag)!, 'img')).to.have.length(0);
      expect(seen(shelf(tag)!)).to.not.match(/null|undefined|NaN|Invalid/);
    });
  });

  describe('R163 drafts', () => {
    const of = (here: Town) => `noor@${here.host}`;

    it('are those of the account on this device, but for what stands in a form here', async () => {
      const here = await town();
      stored('From another page', {}, {}, of(here));
      stored('Somebody else’s', {}, {}, `ines@${here.host}`);
      const { tag } = await formOf(here);
      write(field(tag), 'In the form');
      await open(tag);
      expect(texts(tag, 'drafts')).to.deep.equal(['From another page']);
      expect(rows(tag, 'drafts')[0]!.join()).to.match(/1 hour ago.*Kept until you close this tab/);
      const link = byRole(tag, 'link', 'Where it was begun')[0] as HTMLAnchorElement;
      expect(link.href).to.equal(`${location.origin}/elsewhere.html`);
    });

    it('go on in the form; what stood there is kept in their place', async () => {
      const here = await town();
      stored('From another page', { visibility: 'private', poll: { options: ['a'], expiresIn: 300 } }, {}, of(here));
      const { tag } = await formOf(here);
      write(field(tag), 'In the form');
      await open(tag);
      await press(button(tag, 'Continue here'));
      await until(() => field(tag).value === 'From another page' && focused() === field(tag), 'the text');
      expect(all<HTMLSelectElement>(tag, '[name=visibility]')[0]!.value).to.equal('private');
      await until(() => all<HTMLInputElement>(tag, '[name=choice]')[0]?.value === 'a', 'its poll');
      await open(tag);
      expect(texts(tag, 'drafts')).to.deep.equal(['In the form']);
      await press(button(tag, 'Continue here'));
      await until(() => field(tag).value === 'In the form');
      await open(tag);
      expect(texts(tag, 'drafts')).to.deep.equal(['From another page']);
    });

    it('are thrown away, and had back', async () => {
      const here = await town();
      stored('One', {}, { page: '/one' }, of(here));
      stored('Two', {}, { page: '/two', thread: '#1' }, of(here));
      const { tag } = await formOf(here);
      await open(tag);
      await press(byRole(tag, 'button', 'Throw away')[1]!);
      await appears(tag, 'Thrown away.');
      expect(drafts()).to.have.length(1);
      expect(focused()).to.equal(button(tag, 'Undo'));
      await press(button(tag, 'Undo'));
      await until(() => drafts().length === 2);
      expect(byRole(tag, 'button', 'Throw away')).to.have.length(2);
      await press(byRole(tag, 'button', 'Throw away')[0]!);
      await press(button(tag, 'Close'));
      await open(tag);
      expect(texts(tag, 'drafts')).to.have.length(1);
    });

    it('R176 an answer stays one, seen by no more people than what it answers', async () => {
      const here = await town();
      const parent = await here.post('ines', { status: 'Who saw the fog?', visibility: 'unlisted' });
      stored('@ines I did', { addressed: true }, { page: '/thread', thread: parent.uri }, of(here));
      stored('@x I did not', { addressed: true }, { page: '/z', thread: 'https://nowhere.example/1' }, of(here));
      const { tag } = await formOf(here);
      await open(tag);
      const at = texts(tag, 'drafts').indexOf('@x I did not');
      await press(byRole(tag, 'button', 'Continue here')[at]!);
      await appears(tag, `${here.host} cannot find the post that it answers.`);
      expect(field(tag).value).to.equal('');
      await press(byRole(tag, 'button', 'Continue here')[1 - at]!);
      await until(() => field(tag).value === '@ines I did');
      expect(all<HTMLSelectElement>(tag, '[name=visibility]')[0]!.value).to.equal('unlisted');
      await press(button(tag, /^(Post|Reply)$/));
      await appears(tag, 'out.');
      const posts = await asNoor<Post[]>(here, `/api/v1/accounts/${await here.idOf('noor')}/statuses?limit=1`);
      expect(posts[0]!['in_reply_to_id']).to.equal(parent.id);
    });

    it('a hostile storage leads nowhere else', async () => {
      const here = await town();
      stored('x', {}, { page: 'javascript:alert(1)' }, of(here));
      stored('y', {}, { page: '//evil.example/' }, of(here));
      const { tag } = await formOf(here);
      await open(tag);
      expect(texts(tag, 'drafts')).to.have.length(2);
      expect(all(shelf(tag)!, 'a')).to.have.length(0);
    });
  });

  it('closes when somebody else signs in; nobody has none', async () => {
    const { tag } = await form();
    expect(tool(tag)).to.equal(undefined);
  });

  it('speaks German', async () => {
    const here = await town();
    await schedule(here, 'Nebel', day);
    const { tag } = await formOf(here, 'noor', 'lang="de"');
    await press(tool(tag));
    await until(() => /Morgen um .*, in 24 Stunden/.test(seen(shelf(tag) ?? tag)), 'the words');
    button(tag, 'Zurückziehen');
  });
});
