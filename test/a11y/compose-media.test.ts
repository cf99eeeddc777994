import { expect } from '@open-wc/testing';
import { all, atRest, byRole, until } from '../helpers.js';
import { formOf, press } from '../elements/composing.js';
import { forgetEverybody } from '../elements/signed-in.js';
import { town, type Town } from '../elements/town.js';
import { add, areUp, film, image, picture, tilesOf } from '../elements/uploading.js';
import { settings } from './settings.js';

afterEach(forgetEverybody);

type Reach = (here: Town, style: string, lang: string) => Promise<HTMLElement>;

/** Each state that files of a form can be in, and how it gets there. */
const states: Readonly<Record<string, Reach>> = {
  'two pictures': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await add(tag, await picture('a.png'), await picture('b.png'));
    await areUp(tag);
    return box;
  },
  'going up': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await here.breaks({ method: 'POST', path: '/api/v2/media', delay: 8000 });
    await add(tag, await picture('a.png'), await picture('b.png'));
    await until(() => byRole(tag, 'progressbar').length);
    return box;
  },
  'a film in the works': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await add(tag, film('a very long name of a film without any blank_in_it_or_nearly.mp4'));
    await until(() => byRole(tag, 'progressbar').length);
    return box;
  },
  failed: async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await here.breaks({ method: 'POST', path: '/api/v2/media', status: 422, body: { error: 'x'.repeat(80) } });
    await add(tag, await picture('a.png'), image('notes.txt', 'text/plain'));
    await until(() => all(tag, '.upload-bad').length);
    return box;
  },
  'the dialog': async (here, style, lang) => {
    const { box, tag } = await formOf(here, 'noor', lang, style);
    await add(tag, await picture('a.png', 300, 200), await picture('b.png'));
    await areUp(tag);
    await press(tilesOf(tag)[0]!);
    await atRest(await until(() => all(tag, 'dialog[open]')[0]));
    return box;
  },
};

describe('<masto-compose> files, for everybody', () => {
  for (const [state, reach] of Object.entries(states)) {
    for (const [setting, [lang, style]] of Object.entries(settings))
      it(`axe finds nothing, ${setting}: ${state}`, async () => {
        await expect(await reach(await town(), style, lang)).to.be.accessible();
      }).timeout(20_000);

    it(`320 px: ${state} needs no sideways scroll, and what is pressed is 40 px at least`, async () => {
      const box = await reach(await town(), 'inline-size: 320px; overflow: auto', 'lang="de"');
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      const targets = all(box, '.piece :is(button, label, textarea)').filter((each) => each.checkVisibility());
      for (const target of targets) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.className).to.be.at.least(39.5);
      }
    }).timeout(20_000);
  }
});
