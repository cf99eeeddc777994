import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { all, appears, byRole, focused, parts, pause, seen, until } from '../helpers.js';
import { button, choose, drafts, field, form, formOf, postsOf, press, sent, write } from './composing.js';
import { forgetEverybody } from './signed-in.js';
import { town, type Town } from './town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/compose/poll/poll.js');
});

const choices = (tag: Element) => all<HTMLInputElement>(tag, '[name=choice]');
const values = (tag: Element) => choices(tag).map(({ value }) => value);
const select = (tag: Element, name: string) => all<HTMLSelectElement>(tag, `select[name=${name}]`)[0]!;
const poll = (tag: Element) => all(tag, '[role=group][aria-label=Poll]')[0];

/** A form with a poll in it. @param words its choices */
async function withPoll(here: Town, words: readonly string[] = [], question = 'Which one?') {
  const made = await formOf(here);
  if (question) write(field(made.tag), question);
  await press(button(made.tag, 'Add a poll'));
  await until(() => choices(made.tag).length === 2, 'two choices');
  await until(() => focused() === choices(made.tag)[0], 'the focus in the first');
  for (const [at, word] of words.entries()) {
    if (at > 1) await press(button(made.tag, 'Choice'));
    await until(() => choices(made.tag)[at]);
    write(choices(made.tag)[at]!, word);
  }
  return made;
}

describe('<masto-compose> poll', () => {
  it('R177 R178 posts it with its choices, how many may be chosen, how long it is open', async () => {
    const here = await town();
    const { tag } = await withPoll(here);
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Enter' });
    await until(() => focused() === choices(tag)[1], 'the second');
    await sendKeys({ type: 'Weft' });
    await sendKeys({ press: 'Enter' });
    await until(() => choices(tag).length === 3 && focused() === choices(tag)[2], 'a third');
    await choose(select(tag, 'poll-kind'), 'true');
    await choose(select(tag, 'poll-totals'), 'true');
    await choose(select(tag, 'poll-time'), '3600');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    const [post] = await postsOf(here);
    const made = post!['poll'] as Record<string, unknown>;
    const options = (made['options'] as { title: string; votes_count: unknown }[]).map(({ title }) => title);
    expect(options).to.deep.equal(['Ada', 'Weft']);
    expect(made['multiple']).to.equal(true);
    const open = Date.parse(String(made['expires_at'])) - Date.parse(String(post!['created_at']));
    expect(Math.abs(open - 3_600_000)).to.be.lessThan(5000);
    expect(poll(tag)).to.equal(undefined);
    expect(drafts()).to.deep.equal([]);
  });

  it('R163 it is kept, and is there after a reload', async () => {
    const { box, tag } = await withPoll(await town(), ['Tea', 'Coffee', 'Fog']);
    await choose(select(tag, 'poll-time'), '604800');
    await until(() => JSON.stringify(drafts()[0]?.['poll']).includes('604800'), 'stored');
    box.remove();
    const again = (await form()).tag;
    await until(() => values(again).join() === 'Tea,Coffee,Fog', 'the choices');
    expect(select(again, 'poll-time').value).to.equal('604800');
    expect(button(again, 'Add a poll').ariaPressed).to.equal('true');
  });

  it('goes with a press and comes back with the next', async () => {
    const { tag } = await withPoll(await town(), ['Tea', 'Coffee']);
    await press(button(tag, 'Add a poll'));
    await until(() => !poll(tag));
    expect(focused()).to.equal(field(tag));
    await press(button(tag, 'Add a poll'));
    await until(() => values(tag).join() === 'Tea,Coffee');
  });

  it('R178 has as many choices as the server takes, and two at least', async () => {
    const { tag } = await withPoll(await town(), ['a', 'b', 'c', 'd']);
    expect(byRole(tag, 'button', 'Choice')).to.have.length(0);
    await press(choices(tag)[3]!);
    await sendKeys({ press: 'Enter' });
    await pause(50);
    expect(choices(tag)).to.have.length(4);
    await press(button(tag, 'Remove choice 2'));
    await until(() => values(tag).join() === 'a,c,d');
    expect(focused()).to.equal(choices(tag)[1]);
    await press(button(tag, 'Remove choice 1'));
    await until(() => values(tag).join() === 'c,d');
    expect(byRole(tag, 'button', /^Remove choice/)).to.have.length(0);
  });

  it('R178 R184 says what the server would refuse beside the choice, before anything leaves', async () => {
    const here = await town();
    const family = '👩‍👩‍👧‍👦';
    const { tag } = await withPoll(here, [family.repeat(50), 'Tea', ' Tea ']);
    await until(() => seen(tag).includes('Choice 3 says the same as choice 2.'));
    write(choices(tag)[0]!, family);
    await appears(tag, 'Choice 1 is 1 character too long.');
    expect(choices(tag).map((input) => input.ariaInvalid ?? input.getAttribute('aria-invalid'))).to.deep.equal([
      'true',
      'false',
      'true',
    ]);
    await press(field(tag));
    await press(button(tag, 'Post'));
    await until(() => byRole(tag, 'alert').some((said) => seen(said).includes('1 character too long')));
    expect(focused()).to.equal(choices(tag)[0]);
    expect(await sent(here)).to.equal(0);
    // Some browsers take a family apart one by one.
    for (let n = 0; n < 8 && values(tag)[0] !== family.repeat(50); n++) {
      await sendKeys({ press: 'Backspace' });
      await pause(20);
      expect(values(tag)[0]!.isWellFormed()).to.equal(true);
    }
    await until(() => !seen(tag).includes('too long'), 'short enough');
  });

  it('R178 Mastodon wants a question', async () => {
    const here = await town();
    const { tag } = await withPoll(here, ['Tea', 'Coffee'], '');
    await press(button(tag, 'Post'));
    await appears(tag, 'Write what the poll asks.');
    await until(() => focused() === field(tag), 'the focus in the text');
    expect(await sent(here)).to.equal(0);
  });

  it('R178 two choices at least', async () => {
    const here = await town();
    const { tag } = await withPoll(here, ['Tea']);
    await press(button(tag, 'Post'));
    await appears(tag, 'A poll needs two choices at least.');
    await until(() => focused() === choices(tag)[1], 'the empty one');
    expect(await sent(here)).to.equal(0);
  });

  it('R178 a time of one’s own, within what the server takes', async () => {
    const here = await town();
    const { tag } = await withPoll(here, ['Tea', 'Coffee']);
    await choose(select(tag, 'poll-time'), '');
    const box = await until(() => all<HTMLInputElement>(tag, '[name=poll-n]')[0], 'the number');
    await until(() => focused() === box);
    expect([box.value, select(tag, 'poll-unit').value]).to.deep.equal(['1', 'days']);
    await choose(select(tag, 'poll-unit'), 'minutes');
    await until(() => seen(tag).includes('is open for 5 minutes at least.'));
    box.select();
    write(box, '90');
    await until(() => !seen(tag).includes('at least'));
    await choose(select(tag, 'poll-unit'), 'days');
    await until(() => seen(tag).includes('is open for 30 days at most.'));
    box.select();
    document.execCommand('delete');
    await appears(tag, 'Say for how long it is open.');
    await press(button(tag, 'Post'));
    await until(() => focused() === box, 'the focus at the mistake');
    expect(await sent(here)).to.equal(0);
    write(box, '2');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    const [post] = await postsOf(here);
    const { expires_at: end } = post!['poll'] as { expires_at: string };
    expect(Math.round((Date.parse(end) - Date.parse(String(post!['created_at']))) / 1000)).to.be.closeTo(172_800, 5);
  });

  it('has its choices moved by keys and by dragging, and says so', async () => {
    const { tag } = await withPoll(await town(), ['Tea', 'Coffee', 'Fog']);
    const handle = (n: number) => button(tag, new RegExp(`^Move choice ${n}`));
    handle(1).focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => values(tag).join() === 'Coffee,Tea,Fog');
    await until(() => focused() === handle(2), 'the focus goes along');
    expect(byRole(tag, 'status').map(seen)).to.include('“Tea” is choice 2 now.');
    await sendKeys({ press: 'ArrowUp' });
    await until(() => values(tag).join() === 'Tea,Coffee,Fog');
    await sendKeys({ press: 'ArrowUp' });
    await pause(50);
    expect(values(tag).join()).to.equal('Tea,Coffee,Fog');
    const middle = (target: Element): [number, number] => {
      const { left, top, width, height } = target.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    handle(1).scrollIntoView({ block: 'center' });
    await sendMouse({ type: 'move', position: middle(handle(1)) });
    await sendMouse({ type: 'down' });
    const [x, y] = middle(handle(3));
    await sendMouse({ type: 'move', position: [x, y + 4] });
    await sendMouse({ type: 'up' });
    await until(() => values(tag).join() === 'Coffee,Fog,Tea', `moved: ${values(tag).join()}`);
    await until(() => !all(tag, '.is-dragged').length);
  });

  it('Backspace in an empty choice takes it away', async () => {
    const { tag } = await withPoll(await town(), ['Tea', 'Coffee', 'x']);
    await sendKeys({ press: 'Backspace' });
    await until(() => values(tag).join() === 'Tea,Coffee,');
    await sendKeys({ press: 'Backspace' });
    await until(() => values(tag).join() === 'Tea,Coffee' && focused() === choices(tag)[1]);
  });

  it('R178 the server’s own refusal stands at the poll', async () => {
    const here = await town();
    const { tag } = await withPoll(here, ['Tea', 'Coffee']);
    const body = { error: 'Validation failed: Poll options can’t contain more than 1 item' };
    await here.breaks({ method: 'POST', path: '/api/v1/statuses', status: 422, body });
    await press(button(tag, 'Post'));
    await until(() => byRole(tag, 'alert').some((said) => seen(said).includes('more than 1 item')));
    expect(values(tag).join()).to.equal('Tea,Coffee');
    await until(() => poll(tag)!.contains(focused()));
    await here.heals();
  });

  it('Ctrl+Enter posts from a choice too', async () => {
    const { sendByKeys } = await import('./composing.js');
    const here = await town();
    const { tag } = await withPoll(here, ['Tea', 'Coffee']);
    await sendByKeys();
    await appears(tag, 'Your post is out.');
    expect(await sent(here)).to.equal(1);
  });

  it('speaks German', async () => {
    const { tag } = await formOf(await town(), 'noor', 'lang="de"');
    await press(button(tag, 'Eine Umfrage hinzufügen'));
    await until(() => choices(tag).length === 2);
    expect(choices(tag)[0]!.placeholder).to.equal('Antwort 1');
    await until(() => parts(tag, 'setting').map(seen).join().includes('1 Tag'));
  });
});
