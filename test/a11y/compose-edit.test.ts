import { expect } from '@open-wc/testing';
import { all, appears, atRest, byRole, drawn, until } from '../helpers.js';
import { button, field, formOf, press, write } from '../elements/composing.js';
import { choose, confirm, stage } from '../elements/menu-stage.js';
import { forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/status/menu/writing.js');
  await import('../../src/elements/compose/quote/quote.js');
  await import('../../src/elements/compose/rewrite/rewrite.js');
});

const formIn = (tag: Element) => until(() => all(tag, '[name=text]')[0], 'the form');

/** Each state of a form in which a post is changed, written anew or quoted, and how it gets there. */
const states: Readonly<Record<string, () => Promise<HTMLElement>>> = {
  'a post that is changed, and was changed elsewhere': async () => {
    const { box, tag, here, post } = await stage({}, { author: 'noor' });
    await choose(tag, 'Edit');
    await formIn(tag);
    const form = all(tag, 'masto-compose')[0]!;
    await until(() => field(form).value, 'what stands in it');
    field(form).select();
    write(field(form), 'Mine');
    await here.control('PUT', `posts/${post.id}`, { status: 'Theirs' });
    await press(button(form, 'Save'));
    await appears(form, 'Take the other one');
    return box;
  },
  'a post that is written anew': async () => {
    const { box, tag } = await stage({}, { author: 'noor' });
    await choose(tag, 'Delete and write anew');
    await confirm(tag);
    await formIn(tag);
    await until(() => all(tag, '.tombstone').length, 'the post is gone');
    return box;
  },
  'a post that is quoted': async () => {
    const { box, tag } = await stage();
    await choose(tag, 'Quote');
    await until(() => all(tag, 'blockquote').length, 'the card');
    return box;
  },
  'an address that is none': async () => {
    const { box, tag } = await formOf(await town());
    await press(button(tag, 'Quote a post'));
    await until(() => all(tag, 'input[name=quote]').length, 'the field');
    await press(byRole(tag, 'button', 'Quote it')[0]!);
    await appears(tag, 'That is no address');
    return box;
  },
  'a quote that is offered': async () => {
    const here = await town();
    const { url } = await here.post('ines', { status: 'Low tide' });
    const { box, tag } = await formOf(here);
    write(field(tag), url);
    await appears(tag, 'Quote this post');
    return box;
  },
};

const settings: Readonly<Record<string, string>> = {
  light: 'color-scheme: light; background: #fff; inline-size: 480px',
  dark: 'color-scheme: dark; background: #16151a; color: #e8e6ee; inline-size: 480px',
  '320 px, right to left': 'color-scheme: light; background: #fff; inline-size: 320px; direction: rtl',
};

describe('axe: a post that is changed, written anew, quoted', () => {
  for (const [state, make] of Object.entries(states))
    for (const [setting, style] of Object.entries(settings))
      it(`${state}; ${setting}`, async () => {
        const box = await make();
        box.style.cssText += `; ${style}`;
        box.dir = style.includes('rtl') ? 'rtl' : 'ltr';
        await atRest(box);
        const wide = [...drawn(box)].filter(
          (each) =>
            each.checkVisibility() &&
            each.clientWidth > 0 &&
            each.matches('.compose') &&
            each.scrollWidth > each.clientWidth + 1,
        );
        expect(wide.map(({ className }) => className)).to.deep.equal([]);
        await expect(box).to.be.accessible();
      });
});
