import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, buttonsOf, until } from '../helpers.js';
import { town } from '../elements/town.js';
import { postsOfAllKinds, stagedPost, stagedTimeline, timelineStates } from './states.js';

/** A page as its author sets it: attributes of what is around a tag, and its own paper. */
const settings: Readonly<Record<string, [attributes: string, style: string]>> = {
  light: ['lang="en"', 'color-scheme: light; background: #fff; inline-size: 480px'],
  dark: ['lang="en"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
  'right to left': ['lang="en" dir="rtl"', 'color-scheme: light; background: #fff; inline-size: 480px'],
  German: ['lang="de"', 'color-scheme: light; background: #fff; inline-size: 320px'],
};

describe('axe finds nothing', () => {
  for (const [setting, [attributes, style]] of Object.entries(settings)) {
    for (const kind of Object.keys(postsOfAllKinds))
      it(`<masto-status>, ${setting}: ${kind}`, async () => {
        await expect(await stagedPost(kind, attributes, style)).to.be.accessible();
      });

    for (const state of Object.keys(timelineStates))
      it(`<masto-timeline>, ${setting}: ${state}`, async () => {
        await expect(await stagedTimeline(await town(), state, attributes, style)).to.be.accessible();
      }).timeout(20_000);
  }

  it('an opened warning', async () => {
    const stage = await stagedPost('a warning');
    buttonsOf(stage)[0]!.click();
    await appears(stage, 'Eight legs');
    await expect(stage).to.be.accessible();
  });

  it('uncovered pictures', async () => {
    const stage = await stagedPost('sensitive pictures');
    buttonsOf(stage)[0]!.click();
    await until(() => all(stage, '.media-covered').length === 0);
    await expect(stage).to.be.accessible();
  });

  it('what would be wrong is found', async () => {
    const stage = await stagedPost('a picture');
    stage.append(document.createElement('button'));
    let found = '';
    try {
      await expect(stage).to.be.accessible();
    } catch (error) {
      found = String(error);
    }
    expect(found).to.contain('button-name');
  });
});
