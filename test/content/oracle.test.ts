import { expect } from '@open-wc/testing';
import { body } from '../../src/content/content.js';
import { vectors } from '../xss/vectors.js';
import { strangers } from './helpers.js';
import { moreThanOracle, unstable, words } from './oracle.js';
import { sharedContents, sharedVectors } from './shared.js';

/** Every payload with which a check is not content. */
const failing = <T>(payloads: readonly string[], check: (payload: string) => T | undefined) =>
  payloads.flatMap((payload) => {
    const found = check(payload);
    return found === undefined ? [] : [{ payload: payload.slice(0, 300), found }];
  });
const ifAny = (list: string[]) => (list.length ? list : undefined);

describe('content, seen by another sanitiser', function () {
  this.timeout(60_000);
  const sets: [string, () => Promise<readonly string[]>][] = [
    ['own vectors', () => Promise.resolve(vectors.map(({ payload }) => payload))],
    ['recorded posts', sharedContents],
    ['shared vectors', async () => (await sharedVectors()).map(({ payload }) => payload)],
  ];
  for (const [name, load] of sets) {
    let payloads: readonly string[];
    before(async () => (payloads = await load()));

    it(`R67 R70 R71 nothing but what is listed: ${name}`, () =>
      expect(failing(payloads, (given) => ifAny(strangers(body(given))))).to.eql([]));

    it(`R93 no more than the oracle lets in: ${name}`, () =>
      expect(failing(payloads, (given) => ifAny(moreThanOracle(given)))).to.eql([]));

    it(`R93 the same words: ${name}`, () =>
      expect(
        failing(payloads, (given) => {
          const both = words(given);
          return both && both.ours !== both.oracle ? both : undefined;
        }),
      ).to.eql([]));

    it(`R94 the same again after a copy as HTML: ${name}`, () => expect(failing(payloads, unstable)).to.eql([]));
  }
});
