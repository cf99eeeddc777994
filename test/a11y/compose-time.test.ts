import { expect } from '@open-wc/testing';
import { all, atRest, drawn, nameOf, until } from '../helpers.js';
import { countOf, field, formOf, write } from '../elements/composing.js';
import { forgetEverybody } from '../elements/signed-in.js';
import { town, type Town } from '../elements/town.js';
import { settings } from './settings.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/compose/poll/poll.js');
  await import('../../src/elements/compose/schedule/schedule.js');
  await import('../../src/elements/compose/shelf/shelf.js');
});

const tool = (tag: Element, name: string) => all(tag, `button[value="piece:${name}"]`)[0]!;

async function fill(here: Town, style: string, lang: string) {
  const made = await formOf(here, 'noor', lang, style);
  await until(() => countOf(made.tag) !== undefined);
  write(field(made.tag), 'Name for the new loom?');
  return made;
}

async function withPoll(here: Town, style: string, lang: string, words: readonly string[]) {
  const made = await fill(here, style, lang);
  tool(made.tag, 'poll').click();
  for (const [at, word] of words.entries()) {
    const box = await until(() => {
      const found = all<HTMLInputElement>(made.tag, '[name=choice]')[at];
      if (!found) all(made.tag, 'button[value=add]')[0]?.click();
      return found;
    }, `choice ${at}`);
    write(box, word);
  }
  return made;
}

async function waits(here: Town, status: string, days: number, more: object = {}) {
  const { access_token } = await here.control<{ access_token: string }>('POST', 'tokens', { person: 'noor' });
  const answer = await fetch(`${here.origin}/api/v1/statuses`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ status, scheduled_at: new Date(Date.now() + days * 86_400_000).toISOString(), ...more }),
  });
  expect(answer.ok).to.equal(true);
}

function lies(here: Town, page: string, text: string) {
  const value = { v: 1, at: Date.now() - 3_600_000, page, thread: '#0', text };
  sessionStorage.setItem(`masto:v1:draft:noor@${here.host}:${page}:#0`, JSON.stringify(value));
}

async function withShelf(here: Town, style: string, lang: string) {
  await waits(here, 'Fog is coming, with words-that-are-very-long-and-have-no-blanks-in-them-at-all '.repeat(3), 1, {
    visibility: 'private',
  });
  await waits(here, 'Looms', 3, { poll: { options: ['a', 'b'], expires_in: 3600 } });
  lies(here, '/one', 'Half a sentence');
  lies(here, '/two', '');
  const made = await fill(here, style, lang);
  tool(made.tag, 'shelf').click();
  await until(() => all(made.tag, '.shelf-row').length === 4, 'four rows');
  return made;
}

const press = (tag: Element, value: string) => all(tag, `.shelf button[value=${value}]`)[0]!.click();

/** Each state that polls, times and the shelf can be in, and how it gets there. */
const states: Readonly<Record<string, (here: Town, style: string, lang: string) => Promise<HTMLElement>>> = {
  'a poll': async (here, style, lang) => (await withPoll(here, style, lang, ['Ada', 'Loominous', 'Fog'])).box,
  'a poll with all that can be wrong': async (here, style, lang) => {
    const { box, tag } = await withPoll(here, style, lang, ['Ada', 'x'.repeat(70), 'Ada']);
    const time = all<HTMLSelectElement>(tag, '[name=poll-time]')[0]!;
    time.value = '';
    time.dispatchEvent(new Event('change', { bubbles: true }));
    const number = await until(() => all<HTMLInputElement>(tag, '[name=poll-n]')[0], 'the number');
    number.value = '90';
    number.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => all(tag, '.field-error').length === 3, 'three mistakes');
    return box;
  },
  'a time': async (here, style, lang) => {
    const { box, tag } = await fill(here, style, lang);
    tool(tag, 'schedule').click();
    await until(() => all(tag, '[name=due]').length, 'the time');
    return box;
  },
  'a time that is too soon': async (here, style, lang) => {
    const { box, tag } = await fill(here, style, lang);
    tool(tag, 'schedule').click();
    const due = await until(() => all<HTMLInputElement>(tag, '[name=due]')[0], 'the time');
    due.value = '2020-01-01T09:00';
    due.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => all(tag, '.due .field-error').length, 'the mistake');
    return box;
  },
  'the shelf': async (here, style, lang) => (await withShelf(here, style, lang)).box,
  'the shelf, asking and telling': async (here, style, lang) => {
    const { box, tag } = await withShelf(here, style, lang);
    press(tag, 'throw');
    await until(() => all(tag, 'button[value=undo]').length);
    press(tag, 'change');
    await until(() => all(tag, '.shelf-time').length);
    all(tag, '.shelf button[value=edit]').at(-1)!.click();
    await until(() => all(tag, 'button[value=edit-now]').length);
    return box;
  },
  'the shelf of an empty room': async (here, style, lang) => {
    const { box, tag } = await fill(here, style, lang);
    await here.breaks({ path: '/api/v1/scheduled_statuses', status: 400, body: { error: 'x' } });
    tool(tag, 'shelf').click();
    await until(() => all(tag, 'button[value=retry]').length, 'the way on');
    return box;
  },
};

describe('<masto-compose> polls, times and the shelf for everybody', () => {
  for (const [setting, [lang, style]] of Object.entries(settings))
    for (const [state, reach] of Object.entries(states))
      it(`axe finds nothing, ${setting}: ${state}`, async () => {
        const box = await reach(await town(), style, lang);
        await atRest(box); // a dialog fades in
        await expect(box).to.be.accessible();
      }).timeout(20_000);

  for (const [state, reach] of Object.entries(states))
    it(`320 px: ${state} needs no sideways scroll, what is pressed is 40 px at least, no size is multiplied`, async () => {
      const box = await reach(await town(), 'inline-size: 320px; overflow: auto', 'lang="de"');
      const dialog = all(box, 'dialog')[0];
      if (dialog) dialog.style.inlineSize = '304px'; // as it is in a window of that width
      const place = dialog ?? box;
      expect(place.scrollWidth, 'scrolls sideways').to.be.at.most(place.clientWidth);
      const targets = all(place, 'button, select, input, textarea, a').filter(
        (each) => each.checkVisibility() && !each.matches('.hidden'),
      );
      expect(targets.length).to.be.greaterThan(1);
      const edges = place.getBoundingClientRect();
      for (const target of targets) {
        const { width, height, left, right } = target.getBoundingClientRect();
        expect(Math.min(width, height), nameOf(target)).to.be.at.least(39.5);
        expect(left, nameOf(target)).to.be.at.least(edges.left);
        expect(right, nameOf(target)).to.be.at.most(edges.right);
      }
      for (const element of drawn(place)) {
        if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        expect(size, element.outerHTML.slice(0, 200)).to.be.within(12, 20);
      }
    }).timeout(20_000);
});
