import { expect } from '@open-wc/testing';
import { all, drawn, atRest, nameOf } from '../helpers.js';
import { focused, type Form } from '../elements/login-stage.js';
import { forgetEverybody } from '../elements/signed-in.js';
import { town } from '../elements/town.js';
import { loginStates } from './login-states.js';

/** A page as its author sets it: attributes of what is around the tag, and its own paper. */
const settings: Readonly<Record<string, readonly [attributes: string, style: string]>> = {
  'light, German, narrow': ['lang="de"', 'color-scheme: light; background: #fff; inline-size: 320px'],
  'dark, right to left': ['lang="en" dir="rtl"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
};

/** What a finger presses. A link in running text is as high as its line, and has more around it. */
const targets = (form: Form) =>
  all(form.login, 'button, a.button, input').filter(
    (element) => element.checkVisibility() && !element.matches('.link'),
  );

const size = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

for (const [state, come] of Object.entries(loginStates))
  describe(`R222 <masto-login>, ${state}`, () => {
    afterEach(forgetEverybody);

    for (const [setting, around] of Object.entries(settings))
      it(`axe finds nothing, ${setting}`, async () => {
        const form = await come(await town(), around);
        await atRest(form.stage);
        await expect(form.stage).to.be.accessible();
        if (form.dialog) expect(form.dialog.contains(focused()), 'the focus is in the dialog').to.equal(true);
      }).timeout(30_000);

    it('320 px: nothing is wider, and what is pressed is 40 px at least', async () => {
      const form = await come(await town(), ['lang="de"', 'inline-size: 320px; overflow: auto']);
      await atRest(form.stage);
      const box = form.dialog ?? form.root.querySelector<HTMLElement>(':popover-open') ?? form.stage;
      if (form.dialog) form.dialog.style.inlineSize = '304px'; // as in a window of 320
      expect(box.scrollWidth, 'scrolls sideways').to.be.at.most(box.clientWidth);
      expect(form.stage.scrollWidth).to.be.at.most(form.stage.clientWidth);
      expect(targets(form).length).to.be.greaterThan(0);
      for (const target of targets(form)) {
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
        expect(Math.min(width, height), nameOf(target)).to.be.at.least(39.5);
      }
    }).timeout(30_000);

    it('no size is multiplied by another, and none is under 12 px', async () => {
      const form = await come(await town(), ['lang="en"', 'font-size: 20px; inline-size: 480px']);
      for (const element of drawn(form.login)) {
        if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
        if (!element.checkVisibility()) continue;
        expect(size(element) / 20, element.outerHTML.slice(0, 200)).to.be.within(0.6, 1.26);
        expect(size(element)).to.be.at.least(12);
      }
    }).timeout(30_000);
  });
