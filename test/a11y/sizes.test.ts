import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, drawn, nameOf, part } from '../helpers.js';
import { town } from '../elements/town.js';
import { postsOfAllKinds, stagedPost, stagedTimeline, timelineStates } from './states.js';

const size = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
const fits = (stage: HTMLElement) => expect(stage.scrollWidth, 'scrolls sideways').to.be.at.most(stage.clientWidth);

/** What a finger presses: buttons, and the row of actions below a post. */
const targets = (stage: Element) =>
  all(stage, 'button, [part~=action], [part~=media-item]').filter((element) => element.checkVisibility());

describe('sizes', () => {
  for (const kind of Object.keys(postsOfAllKinds)) {
    it(`320 px: ${kind} needs no sideways scroll, and what is pressed is 40 px at least`, async () => {
      const stage = await stagedPost(kind, 'lang="de"', 'inline-size: 320px; overflow: auto');
      fits(stage);
      expect(targets(stage).length).to.be.greaterThan(2);
      for (const target of targets(stage)) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), nameOf(target)).to.be.at.least(39.5);
      }
    });

    it(`no size is multiplied by another: ${kind}`, async () => {
      for (const fontSize of [16, 20]) {
        const stage = await stagedPost(kind, '', `inline-size: 480px; font-size: ${fontSize}px`);
        for (const element of drawn(stage.firstElementChild!)) {
          if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
          expect(size(element) / fontSize, element.outerHTML.slice(0, 200)).to.be.within(0.74, 1.26);
          expect(size(element), element.outerHTML.slice(0, 200)).to.be.at.least(12);
        }
        stage.remove();
      }
    });
  }

  for (const state of Object.keys(timelineStates))
    it(`320 px: a timeline ${state}`, async () => {
      const stage = await stagedTimeline(await town(), state, 'lang="de"', 'inline-size: 320px; overflow: auto');
      fits(stage);
      for (const target of targets(stage)) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), nameOf(target)).to.be.at.least(39.5);
      }
    }).timeout(20_000);

  it('the page’s own size is the text’s; a token sets another', async () => {
    const stage = await stagedPost('plain text with links', '', 'font-size: 21px');
    expect(size(part(stage, 'name'))).to.equal(21);
    stage.style.setProperty('--masto-font-size', '14px');
    expect(size(part(stage, 'name'))).to.equal(14);
  });
});
