import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, appears, drawn, focused, nameOf, until } from '../helpers.js';
import { button, choose, countOf, field, form, formOf, press, setting, write } from '../elements/composing.js';
import { cameBefore, forgetEverybody } from '../elements/signed-in.js';
import { town, type Town } from '../elements/town.js';
import { settings } from './settings.js';

afterEach(forgetEverybody);

/** Each state a form can be in, and how it gets there. */
const states: Readonly<Record<string, (here: Town, style: string, lang: string) => Promise<HTMLElement>>> = {
  empty: async (here, style, lang) => (await formOf(here, 'noor', lang, style)).box,
  'a comment box at rest': async (here, style, lang) => (await formOf(here, 'noor', `compact ${lang}`, style)).box,
  'nobody signed in': async (_here, style, lang) => (await form(lang, style)).box,
  'a content warning': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await press(all(tag, 'button[value=warning]')[0]!);
    await choose(setting(tag, 'visibility'), 'private');
    return box;
  },
  'over the limit': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    write(field(tag), 'word '.repeat(110));
    await until(() => countOf(tag)?.startsWith('−'));
    await press(all(tag, 'button[value=post]')[0]!);
    await until(() => field(tag).ariaInvalid === 'true');
    return box;
  },
  'an answer': async (here, style, lang) => {
    const { url } = await here.post('ines', { status: 'A very long post about fog. '.repeat(9), spoiler_text: 'Fog' });
    await cameBefore(here, 'noor');
    const { box, tag } = await form(`in-reply-to="${url}" ${lang}`, style);
    await until(() => field(tag).value);
    return box;
  },
  'an answer to what cannot be found': async (here, style, lang) => {
    await cameBefore(here, 'noor');
    const { box, tag } = await form(`in-reply-to="https://elsewhere.example/@x/1" ${lang}`, style);
    await until(() => all(tag, '[role=alert] a').length === 2);
    return box;
  },
  refused: async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await here.breaks({ method: 'POST', status: 422, body: { error: `Validation failed: ${'x'.repeat(80)}` } });
    write(field(tag), 'Fog');
    await press(all(tag, 'button[value=post]')[0]!);
    await until(() => all(tag, 'q').length);
    return box;
  },
  'not known whether posted': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await here.breaks({ method: 'POST', status: 504 });
    write(field(tag), 'Fog');
    await press(all(tag, 'button[value=post]')[0]!);
    await until(() => all(tag, 'button[value=again]').length);
    return box;
  },
  'on its way': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await here.breaks({ method: 'POST', delay: 4000 });
    write(field(tag), 'Fog');
    await press(all(tag, 'button[value=post]')[0]!);
    await until(() => all(tag, '[aria-busy=true]').length);
    return box;
  },
  posted: async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    write(field(tag), 'Fog');
    await press(all(tag, 'button[value=post]')[0]!);
    await until(() => all(tag, '[role=status] a').length);
    return box;
  },
};

describe('<masto-compose> for everybody', () => {
  for (const [setting, [lang, style]] of Object.entries(settings))
    for (const [state, reach] of Object.entries(states))
      it(`axe finds nothing, ${setting}: ${state}`, async () => {
        await expect(await reach(await town(), style, lang)).to.be.accessible();
      }).timeout(20_000);

  for (const [state, reach] of Object.entries(states))
    it(`320 px: ${state} needs no sideways scroll, what is pressed is 40 px at least, no size is multiplied`, async () => {
      const box = await reach(await town(), 'inline-size: 320px; overflow: auto', 'lang="de"');
      expect(box.scrollWidth, 'scrolls sideways').to.be.at.most(box.clientWidth);
      // The box for files is pressed by a button of ours.
      const targets = all(box, 'button, select, input:not([type=file]), textarea, a').filter((each) =>
        each.checkVisibility(),
      );
      expect(targets.length).to.be.greaterThan(1);
      for (const target of targets) {
        const { width, height, left, right } = target.getBoundingClientRect();
        // A link in the line that says what is answered is text, and is cut off with it.
        if (target.closest('.compose-context > p')) continue;
        expect(Math.min(width, height), nameOf(target)).to.be.at.least(39.5);
        expect(left, nameOf(target)).to.be.at.least(box.getBoundingClientRect().left);
        expect(right, nameOf(target)).to.be.at.most(box.getBoundingClientRect().right);
      }
      for (const element of drawn(box)) {
        if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        expect(size, element.outerHTML.slice(0, 200)).to.be.within(12, 20);
      }
    }).timeout(20_000);

  it('is worked by keyboard alone: settings, text, tools, button, in the order they are read', async () => {
    const { box, tag } = await formOf(await town(), 'noor', 'text="Ready"');
    const before = document.createElement('button');
    box.prepend(before);
    // The focus must not leave for the browser's own bar: the next tests want it.
    box.append(document.createElement('button'));
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(setting(tag, 'visibility'));
    const stops = [];
    const order = 'visibility language quotePolicy text media poll warning emoji quote schedule shelf post'.split(' ');
    for (let n = 0; n < order.length; n++) {
      const stop = focused()!;
      stops.push((stop.getAttribute('name') ?? stop.getAttribute('value'))?.replace('piece:', ''));
      const ring = [stop, stop.parentElement!, stop.closest('form')!].map((each) => getComputedStyle(each));
      expect(ring.some(({ outlineStyle, boxShadow }) => outlineStyle === 'solid' || boxShadow !== 'none')).to.equal(
        true,
      );
      await sendKeys({ press: 'Tab' });
    }
    expect(stops).to.deep.equal(order);
  });

  it('says how much is left, and what has become of a post, to those who do not see it', async () => {
    const { tag } = await formOf(await town());
    const described = () =>
      (field(tag).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => all(tag, `#${id}`)[0]?.textContent.trim());
    expect(described()).to.include('500 characters left');
    write(field(tag), 'Fog');
    await until(() => described().includes('497 characters left'));
    const status = all(tag, '[role=status]')[0]!;
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(all(tag, '[role=status]')[0]).to.equal(status);
    expect(status.textContent).to.contain('Your post is out.');
  });
});
