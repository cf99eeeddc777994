import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { cameBefore, forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';
import { all, atRest, byRole, mount, until } from '../helpers.js';

afterEach(forgetEverybody);

/** Pages as their authors set them, and in how wide a column a post stands. */
const settings: Readonly<Record<string, [attributes: string, style: string]>> = {
  light: ['lang="en"', 'color-scheme: light; background: #fff; inline-size: 480px'],
  'dark, German': ['lang="de"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
  'right to left, 320 px': ['lang="en" dir="rtl"', 'color-scheme: light; background: #fff; inline-size: 320px'],
};

describe('a poll for whoever may vote', () => {
  for (const [setting, [attributes, style]] of Object.entries(settings))
    it(`${setting}: axe finds nothing, to choose from, chosen, and voted; each answer can be touched`, async () => {
      const here = await town();
      const options = ['first, obviously', 'after, like a person', 'W'.repeat(50)];
      const { url } = await here.post('ines', { status: 'Milk', poll: { options, expires_in: 3600, multiple: true } });
      await cameBefore(here, 'noor');
      const stage = mount(
        `<div ${attributes}><masto-auth></masto-auth><masto-status load="eager" src="${url}"></masto-status></div>`,
        style,
      );
      const tag = stage.querySelector('masto-status')!;
      const inputs = () => all<HTMLInputElement>(tag, 'fieldset input');
      await until(() => inputs().length === 3);
      await atRest(stage);
      await expect(stage).to.be.accessible();
      for (const label of all(tag, 'fieldset label')) expect(label.getBoundingClientRect().height).to.be.at.least(40);
      for (const each of all(tag, 'fieldset button')) expect(each.getBoundingClientRect().height).to.be.at.least(40);
      expect(tag.scrollWidth).to.be.at.most(tag.clientWidth);
      for (const each of inputs()) each.click();
      const vote = all(tag, 'button[value=vote]')[0]!;
      await until(() => vote.ariaDisabled === 'false');
      await atRest(stage);
      await expect(stage).to.be.accessible();
      vote.click();
      await until(() => byRole(tag, 'progressbar').length === 3 && all(tag, '.poll-own').length === 3);
      await atRest(stage);
      await expect(stage).to.be.accessible();
    });
});
