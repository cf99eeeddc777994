import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import { choose, dialogOf, isOpen, item, menuOf, more, open, row, says } from '../elements/menu-stage.js';
import { cameBefore, forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';
import { all, atRest, byRole, focused, mount, nameOf, until } from '../helpers.js';

afterEach(forgetEverybody);

/** Pages as their authors set them, and in how wide a column a post stands. */
const settings: Readonly<Record<string, [attributes: string, style: string]>> = {
  light: ['lang="en"', 'color-scheme: light; background: #fff; inline-size: 480px'],
  'dark, German': ['lang="de"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
  'right to left, 320 px': ['lang="en" dir="rtl"', 'color-scheme: light; background: #fff; inline-size: 320px'],
};

async function staged(attributes: string, style: string, author = 'ines') {
  const here = await town();
  const { url } = await here.post(author, { status: '@noor Low tide at four' });
  await cameBefore(here, 'noor', 'session', 'read write');
  const box = mount(
    `<div ${attributes}><masto-auth></masto-auth><masto-status load="eager" src="${url}"></masto-status></div>`,
    style,
  );
  const tag = box.querySelector('masto-status')!;
  await row(tag);
  return { here, box, tag };
}

describe('the menu of a post', () => {
  for (const [setting, [attributes, style]] of Object.entries(settings)) {
    it(`${setting}: axe finds nothing, open, done and refused`, async function () {
      this.timeout(30_000); // axe takes its time
      const { here, box, tag } = await staged(attributes, style);
      await open(tag);
      await atRest(menuOf(tag)!);
      await expect(box).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen(tag));
      await choose(tag, /conversation|Unterhaltung/);
      await says(tag, /conversation|Unterhaltung/);
      await expect(box).to.be.accessible();
      await here.breaks({ method: 'POST', path: '/api/v1/*', status: 422, body: { error: 'No' } });
      await choose(tag, /conversation|Unterhaltung/);
      await until(() => byRole(tag, 'alert').length === 1);
      await expect(box).to.be.accessible();
    });

    it(`${setting}: axe finds nothing while it is asked, and the question is read first`, async function () {
      this.timeout(30_000); // axe takes its time
      const { box, tag } = await staged(attributes, style, 'noor');
      await choose(tag, /^(Delete|Löschen)$/);
      await until(() => dialogOf(tag)?.open, 'the question');
      await atRest(dialogOf(tag)!);
      await expect(box).to.be.accessible();
      expect(focused()?.classList.contains('title')).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await until(() => focused() === more(tag), 'the focus at the button');
    });

    it(`${setting}: the menu is on the screen, its items can be touched, and the row does not move`, async () => {
      const { tag } = await staged(attributes, style);
      const before = all(tag, '.action').map((each) => each.getBoundingClientRect().x);
      const { height } = tag.getBoundingClientRect();
      await open(tag);
      await atRest(menuOf(tag)!);
      const { left, right, top, bottom } = menuOf(tag)!.getBoundingClientRect();
      expect(Math.min(left, top)).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(bottom).to.be.at.most(innerHeight);
      for (const each of byRole(menuOf(tag)!, 'menuitem'))
        expect(each.getBoundingClientRect().height, nameOf(each)).to.be.at.least(40);
      expect(all(tag, '.action').map((each) => each.getBoundingClientRect().x)).to.deep.equal(before);
      expect(tag.getBoundingClientRect().height).to.equal(height);
    });

    it(`${setting}: the five of the row stand in one line, the last at its end`, async () => {
      const { tag } = await staged(attributes, style);
      const boxes = all(tag, '.action').map((each) => each.getBoundingClientRect());
      expect(new Set(boxes.map(({ top }) => Math.round(top))).size).to.equal(1);
      const line = all(tag, '.actions')[0]!.getBoundingClientRect();
      const last = more(tag).getBoundingClientRect();
      const rtl = getComputedStyle(tag).direction === 'rtl';
      expect(Math.abs(rtl ? last.left - line.left : last.right - line.right)).to.be.below(2);
      expect(last.width).to.be.at.least(40);
    });
  }

  it('Tab leaves it, and goes on from its button', async () => {
    const { tag } = await staged('lang="en"', 'inline-size: 480px');
    await open(tag);
    await until(() => focused() === item(tag, 'Copy link'));
    await sendKeys({ press: 'Tab' });
    await until(() => !isOpen(tag), 'the end of the menu');
  });
});
