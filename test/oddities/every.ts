/** `npm run oddities`: all of them. Not among the tests that run by themselves, for it takes minutes. */
import { expect } from '@open-wc/testing';
import type { Sample } from './cases.js';
import { drawOddities } from './run.js';
import { own, real } from './samples.js';

describe('R142 R185–R204 any field of a post may be anything, and the page stays', () => {
  for (const [name, samples] of Object.entries<() => Promise<Sample[]>>({ own, real }))
    it(name, async () => {
      const given = await samples();
      const { drawn, faults } = await drawOddities(given, 1);
      const many = new Set(faults.map((fault) => fault.replace(/ = \w+:.*/, ''))).size;
      console.log(
        `${name}: ${given.length} posts, ${drawn} odd ones drawn, ${faults.length} at fault in ${many} fields`,
      );
      expect(faults.slice(0, 200)).to.deep.equal([]);
    }).timeout(3_600_000);
});
