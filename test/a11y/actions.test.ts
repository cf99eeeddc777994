import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import { cameBefore, forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';
import { all, byRole, focused, mount, nameOf, atRest, until } from '../helpers.js';

afterEach(forgetEverybody);

/** Pages as their authors set them, and in how wide a column a post stands. */
const settings: Readonly<Record<string, [attributes: string, style: string]>> = {
  light: ['lang="en"', 'color-scheme: light; background: #fff; inline-size: 480px'],
  'dark, German': ['lang="de"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
  'right to left, 320 px': ['lang="en" dir="rtl"', 'color-scheme: light; background: #fff; inline-size: 320px'],
};

async function stagedPost(attributes = 'lang="en"', style = 'inline-size: 480px') {
  const here = await town();
  const { url } = await here.post('ines', { status: 'Low tide at four' });
  await cameBefore(here, 'noor');
  const stage = mount(
    `<div ${attributes}><masto-auth></masto-auth><masto-status load="eager" src="${url}"></masto-status></div>`,
    style,
  );
  const tag = stage.querySelector('masto-status')!;
  await until(() => all(tag, 'button.action').length === 5);
  return { here, stage, tag };
}

const verbs = ['boost', 'favourite', 'bookmark'] as const;
const button = (tag: Element, verb: string) => all<HTMLButtonElement>(tag, `button.${verb}`)[0]!;

describe('the actions of whoever is signed in', () => {
  for (const [setting, [attributes, style]] of Object.entries(settings)) {
    it(`${setting}: axe finds nothing, at rest, pressed, and refused`, async () => {
      const { here, stage, tag } = await stagedPost(attributes, style);
      await expect(stage).to.be.accessible();
      for (const verb of verbs) button(tag, verb).click();
      await until(() => all(tag, '[aria-pressed=true][aria-busy=false]').length === 3);
      await atRest(stage);
      await expect(stage).to.be.accessible();
      await here.breaks({ method: 'POST', path: '/api/v1/*', status: 422, body: { error: 'No' } });
      button(tag, 'boost').click();
      await until(() => byRole(tag, 'alert').length === 1);
      await atRest(stage);
      await expect(stage).to.be.accessible();
    });

    it(`${setting}: each can be touched, and they stand as the links of a visitor do`, async () => {
      const { stage, tag } = await stagedPost(attributes, style);
      const own = [...all(tag, 'button.action')].map((each) => each.getBoundingClientRect());
      for (const { width, height } of own) expect(Math.min(width, height)).to.be.at.least(40);
      forgetEverybody();
      stage.querySelector('masto-auth')!.remove();
      await until(() => all(tag, 'a.action').length === 4);
      const links = [...all(tag, '.action')].map((each) => each.getBoundingClientRect());
      expect(own.map(({ x, y, height }) => [x, y, height])).to.deep.equal(
        links.map(({ x, y, height }) => [x, y, height]),
      );
    });
  }

  it('by keyboard alone: found by Tab, pressed by Space and Enter, and the focus stays', async () => {
    const { tag } = await stagedPost();
    button(tag, 'reply').focus();
    for (const [key, verb] of [
      [' ', 'boost'],
      ['Enter', 'favourite'],
      [' ', 'bookmark'],
    ] as const) {
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(button(tag, verb));
      expect(getComputedStyle(focused()!).outlineStyle).to.equal('solid');
      await sendKeys({ press: key });
      await until(() => button(tag, verb).matches('[aria-pressed=true][aria-busy=false]'));
      expect(focused()).to.equal(button(tag, verb));
    }
  });

  it('a refusal is announced beside the post, and its way on is the next stop after the row', async () => {
    const { here, tag } = await stagedPost();
    await here.breaks(
      { method: 'POST', path: '/api/v1/*', status: 401, body: { error: 'No' } },
      { path: '*/verify_credentials', status: 401, body: { error: 'No' } },
    );
    button(tag, 'bookmark').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => byRole(tag, 'alert').length === 1);
    expect(focused()).to.equal(button(tag, 'bookmark'));
    for (const name of ['More', 'Sign in again']) {
      await sendKeys({ press: 'Tab' });
      expect(nameOf(focused()!)).to.equal(name);
    }
  });
});
