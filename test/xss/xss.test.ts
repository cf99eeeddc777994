import { expect } from '@open-wc/testing';
import { sharedVectors } from '../content/shared.js';
import { contentAlone, elements, raw } from './adapters.js';
import { attack, type Outcome } from './runner.js';
import { sinks } from './sinks.js';
import { vectors } from './vectors.js';

/** What a stranger's HTML may consist of, though no harmless post of the runner shows it (R67, R70). */
const listed = (
  'p br wbr span a abbr del s pre blockquote code b strong u sub sup i em ul ol li ruby rt rp img bdi ' +
  'a@href a@rel a@target a@referrerpolicy a@title a@class span@class p@class abbr@title ol@start ol@reversed li@value'
).split(' ');
const everywhere = 'p span a abbr b i u ol li ruby rt blockquote'
  .split(' ')
  .flatMap((tag) => ['lang', 'dir', 'translate'].map((name) => `${tag}@${name}`));
const also = [...listed, ...everywhere];
/** The element itself hides a face that cannot be had, and the rest of a long post; code is scrolled by keyboard. */
const drawn = [...also, 'img@hidden', 'pre@tabindex', 'div@hidden'];

/** All pairs of string and place, where the page says so (`?all`, opened by hand, or a global `ALL`): minutes, not seconds. */
const all = 'ALL' in globalThis || location.search.includes('all');
/** A fixed sample otherwise, thinner in the engines that are slower to start with. */
const sample = (chromium: number, others: number) => (all ? 1 : 'chrome' in globalThis ? chromium : others);
const told = (name: string, { cases }: Outcome) => console.log(`${cases} cases: ${name}`);

function expectNothing(name: string, outcome: Outcome) {
  told(name, outcome);
  expect(outcome.hits.slice(0, 10)).to.eql([]);
  expect(outcome.strangers.slice(0, 10)).to.eql([]);
}

describe('hostile strings', function () {
  this.timeout(all ? 0 : 170_000);

  it('there are enough of them, no two alike, and places for them', () => {
    expect(vectors.length).to.be.at.least(150);
    expect(new Set(vectors.map(({ payload }) => payload)).size).to.equal(vectors.length);
    expect(Object.keys(sinks).length).to.be.at.least(29);
  });

  it('R96 the positive control is caught: running, drawing, asking', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = frame.contentWindow as Window & typeof globalThis;
    const outcome = await attack(raw, vectors, { view, also, every: sample(7, 13) });
    told('positive control', outcome);
    expect(outcome.hits.filter((hit) => hit.startsWith('ran')).length).to.be.above(10);
    expect(outcome.hits.filter((hit) => hit.startsWith('asked')).length).to.be.above(0);
    expect(outcome.strangers.some((stranger) => stranger.startsWith('img@onerror'))).to.equal(true);
    expect(outcome.strangers.some((stranger) => stranger.startsWith('a@href=javascript'))).to.equal(true);
    frame.remove();
  });

  it('R76 R96 nothing happens: src/content alone, own strings', async () =>
    expectNothing('content alone, own strings', await attack(contentAlone, vectors, { also, every: sample(1, 3) })));

  it('R76 R96 nothing happens: <masto-status>, own strings', async () =>
    expectNothing(
      '<masto-status>, own strings',
      await attack(elements, vectors, { also: drawn, every: sample(5, 7) }),
    ));

  it('R76 R96 nothing happens: src/content alone, shared strings', async () =>
    expectNothing(
      'content alone, shared strings',
      await attack(contentAlone, await sharedVectors(), { also, every: sample(7, 13) }),
    ));

  it('R76 R96 nothing happens: <masto-status>, shared strings', async () =>
    expectNothing(
      '<masto-status>, shared strings',
      await attack(elements, await sharedVectors(), { also: drawn, every: sample(23, 41) }),
    ));
});
