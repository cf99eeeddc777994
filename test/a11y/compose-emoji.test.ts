import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { cameBefore, forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';
import { all, atRest, first, mount, until } from '../helpers.js';

afterEach(() => {
  forgetEverybody();
  localStorage.removeItem('masto:v1:emoji');
});

/** Pages as their authors set them, and in how wide a column the form stands. */
const settings: Readonly<Record<string, [attributes: string, style: string, tool: string]>> = {
  light: ['lang="en"', 'color-scheme: light; background: #fff; inline-size: 480px', 'Add an emoji'],
  'dark, German': ['lang="de"', 'color-scheme: dark; background: #16151b; inline-size: 480px', 'Ein Emoji hinzufügen'],
  'right to left, 320 px': [
    'lang="en" dir="rtl"',
    'color-scheme: light; background: #fff; inline-size: 320px',
    'Add an emoji',
  ],
};

describe('the picker of emoji', () => {
  for (const [setting, [attributes, style, tool]] of Object.entries(settings))
    it(`${setting}: axe finds nothing, open, with what was used, with what was found, with nothing; all can be touched`, async () => {
      localStorage.setItem('masto:v1:emoji', '{"v":1,"tone":3,"used":[[":yarn:",2],["👋",1]]}');
      await cameBefore(await town(), 'noor');
      const stage = mount(`<div ${attributes}><masto-auth></masto-auth><masto-compose></masto-compose></div>`, style);
      (await until(() => first(stage, `button[aria-label="${tool}"]`), 'the tool')).click();
      const cells = () => all(stage, '[role=gridcell]');
      await until(() => cells().length > 3, 'the emoji');
      await atRest(stage);
      await expect(stage).to.be.accessible();
      for (const each of cells()) {
        const { width, height } = each.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(40);
      }
      for (const word of ['o', 'qqqq']) {
        const field = all<HTMLInputElement>(stage, 'input[type=search]')[0]!;
        field.value = word;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await until(() => (word === 'o' ? cells().length > 3 : !cells().length));
        await atRest(stage);
        await expect(stage).to.be.accessible();
      }
    });
});
