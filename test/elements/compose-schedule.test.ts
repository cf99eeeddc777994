import { expect } from '@open-wc/testing';
import { all, appears, byRole, focused, pause, seen, until } from '../helpers.js';
import { button, drafts, field, form, formOf, isDisabled, postsOf, press, sent, write } from './composing.js';
import { forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/compose/schedule/schedule.js');
});

const box = (tag: Element) => all<HTMLInputElement>(tag, '[name=due]')[0];
const two = (n: number) => String(n).padStart(2, '0');
/** As the field has it. */
const local = (at: Date) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
const inMinutes = (n: number) => new Date(Math.ceil(Date.now() / 60_000 + n) * 60_000);
function set(tag: Element, at: Date | undefined) {
  box(tag)!.value = at ? local(at) : '';
  box(tag)!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

interface Scheduled {
  readonly scheduled_at: string;
  readonly params: { readonly text: string };
}

/** What waits at the server. */
async function waiting(here: Town, person = 'noor'): Promise<Scheduled[]> {
  const { access_token } = await here.control<{ access_token: string }>('POST', 'tokens', { person, scopes: ['read'] });
  const answer = await fetch(`${here.origin}/api/v1/scheduled_statuses`, {
    headers: { Authorization: `Bearer ${access_token}` },
    cache: 'no-store',
  });
  return (await answer.json()) as Scheduled[];
}

/** A form whose text waits for its time. */
async function later(here: Town, text = 'Fog tomorrow', attributes = '') {
  const made = await formOf(here, 'noor', attributes);
  write(field(made.tag), text);
  await press(all(made.tag, 'button[value="piece:schedule"]')[0]!);
  await until(() => box(made.tag) && focused() === box(made.tag), 'the field of the time');
  return made;
}

describe('<masto-compose> schedule', () => {
  it('proposes tomorrow at nine, says so in words, and keeps the post at the server until then', async () => {
    const here = await town();
    const { tag } = await later(here);
    const nine = new Date();
    nine.setDate(nine.getDate() + 1);
    nine.setHours(9, 0, 0, 0);
    expect(box(tag)!.value).to.equal(local(nine));
    await until(() => /It goes out tomorrow at 9:00.*, in \d+ hours/.test(seen(tag)), 'the time in words');
    expect(button(tag, 'Post it later').ariaPressed).to.equal('true');
    await press(button(tag, 'Schedule'));
    await until(() => !box(tag), 'the form is empty');
    expect((await waiting(here)).map((post) => [post.params.text, post.scheduled_at])).to.deep.equal([
      ['Fog tomorrow', nine.toISOString()],
    ]);
    expect((await postsOf(here))[0]?.content ?? '').to.not.contain('Fog tomorrow');
    expect(field(tag).value).to.equal('');
    expect(drafts()).to.deep.equal([]);
  });

  it('says today, and the date of another day', async () => {
    const { tag } = await later(await town());
    const soon = inMinutes(20);
    set(tag, soon);
    const day = soon.getDate() === new Date().getDate() ? 'today' : 'tomorrow';
    await until(() => new RegExp(`goes out ${day} at .*, in (19|20|21) minutes`).test(seen(tag)), 'minutes');
    const far = new Date();
    far.setFullYear(far.getFullYear() + 1);
    set(tag, far);
    const date = far.toLocaleDateString('en', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    await until(() => seen(tag).includes(`on ${date} at`) && /in 36[56] days/.test(seen(tag)), 'the date');
  });

  it('refuses less than five minutes, and no time, before anything leaves', async () => {
    const here = await town();
    const { tag } = await later(here);
    set(tag, inMinutes(3));
    await appears(tag, 'at least five minutes ahead');
    await press(button(tag, 'Schedule'));
    await until(() => byRole(tag, 'alert').some((said) => seen(said).includes('too soon')));
    expect(focused()).to.equal(box(tag));
    set(tag, undefined);
    await appears(tag, 'Choose a day and a time.');
    await press(all(tag, 'button[value=post]')[0]!);
    await until(() => byRole(tag, 'alert').some((said) => seen(said).includes('Choose a day')));
    expect(await sent(here)).to.equal(0);
  });

  it('R163 the time is kept over a reload; taken back, it is posted at once', async () => {
    const here = await town();
    const before = await later(here);
    const at = inMinutes(90);
    set(before.tag, at);
    await until(() => drafts()[0]?.['scheduledAt'] === at.toISOString(), 'stored');
    before.box.remove();
    const { tag } = await form();
    await until(() => box(tag)?.value === local(at), 'the time');
    await press(button(tag, 'Post it at once instead'));
    await until(() => !box(tag));
    expect(focused()).to.equal(field(tag));
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(await waiting(here)).to.have.length(0);
  });

  it('says when a server cannot keep posts for later: it would post them at once', async () => {
    const here = await town();
    await here.settings({ version: '4.2' });
    await here.breaks({ path: '/api/v1/scheduled_statuses', status: 404, body: { error: 'Not Found' } });
    const { tag } = await later(here);
    await appears(tag, `${here.host} cannot keep posts for later.`);
    await press(button(tag, 'Schedule'));
    await pause(100);
    expect(await sent(here)).to.equal(0);
    await press(button(tag, 'Post it at once instead'));
    await until(() => !box(tag));
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
  });

  it('the server’s own refusal stands at the time', async () => {
    const here = await town();
    const { tag } = await later(here);
    const body = { error: 'Validation failed: Scheduled at The scheduled date must be in the future' };
    await here.breaks({ method: 'POST', path: '/api/v1/statuses', status: 422, body });
    await press(button(tag, 'Schedule'));
    await until(() => byRole(tag, 'alert').some((said) => seen(said).includes('must be in the future')));
    await until(() => focused() === box(tag), 'the focus at the time');
    expect(field(tag).value).to.equal('Fog tomorrow');
  });

  it('an empty text cannot wait either', async () => {
    const { tag } = await later(await town(), '');
    expect(isDisabled(button(tag, 'Schedule'))).to.equal(true);
  });

  it('speaks German', async () => {
    const { tag } = await later(await town(), 'Nebel', 'lang="de"');
    await until(() => /Erscheint morgen um 0?9:00, in \d+ Stunden/.test(seen(tag)), seen(tag));
    button(tag, 'Planen');
  });
});
