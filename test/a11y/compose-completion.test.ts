import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, atRest, seen, until } from '../helpers.js';
import { field, formOf } from '../elements/composing.js';
import { forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';
import { settings } from './settings.js';

afterEach(forgetEverybody);

/** What comes by `import()` comes late to the first test alone. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/compose/completion/completion.js');
  await import('../../src/elements/emoji-picker/find.js');
});

const written: Readonly<Record<string, string>> = { people: '@in', hashtags: '#fo', emoji: ':te' };

async function proposing(word: string, lang: string, style: string) {
  const here = await town();
  await here.post('ines', { status: '#fog #foghorn' });
  const { box, tag } = await formOf(here, 'noor', lang, style);
  field(tag).focus();
  for (const letter of word) await sendKeys({ type: letter });
  const list = await until(() => all(tag, '[role=listbox]')[0], 'proposals');
  await atRest(box);
  return { box, tag, list };
}

describe('<masto-compose> completion for everybody', () => {
  for (const [setting, [lang, style]] of Object.entries(settings))
    for (const [kind, word] of Object.entries(written))
      it(`axe finds nothing, ${setting}: ${kind}`, async () => {
        const { box } = await proposing(word, lang, style);
        await expect(box).to.be.accessible();
      }).timeout(20_000);

  for (const [kind, word] of Object.entries(written))
    it(`320 px: ${kind} are 40 px high, on one line, and nothing scrolls sideways`, async () => {
      const { box, list } = await proposing(word, 'lang="de"', 'inline-size: 320px; overflow: auto');
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      expect(list.scrollWidth).to.be.at.most(list.clientWidth);
      for (const option of all(list, '[role=option]'))
        expect(option.getBoundingClientRect().height, seen(option)).to.be.within(39.5, 60);
    }).timeout(20_000);

  it('assistive technology hears in the text that there is a list, which row is the current one, and when it is gone', async () => {
    const { tag, list } = await proposing('@in', 'lang="de"', 'inline-size: 480px');
    const text = field(tag);
    const told = () =>
      ['autocomplete', 'haspopup', 'controls', 'activedescendant'].map((name) => text.getAttribute(`aria-${name}`));
    const first = all(list, '[role=option]')[0]!;
    expect(told()).to.deep.equal(['list', 'listbox', list.id, first.id]);
    expect(list.ariaLabel).to.equal('Leute');
    await until(() => all(tag, '[role=status]').some((status) => /Vorschl/.test(seen(status))), 'it is said');
    await sendKeys({ press: 'Escape' });
    await until(() => text.getAttribute('aria-controls') === null);
    expect(told()).to.deep.equal(['list', 'listbox', null, null]);
    expect(
      all(tag, '[role=status]')
        .map((status) => seen(status))
        .join(''),
    ).to.equal('');
  }).timeout(20_000);
});
