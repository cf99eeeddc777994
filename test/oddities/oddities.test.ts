import { expect } from '@open-wc/testing';
import type { Sample } from './cases.js';
import { drawOddities } from './run.js';
import { own, real } from './samples.js';

/** `npm run oddities` draws them all. */
const share = 1 / 20;

describe('any field of a post may be anything, and the page stays', () => {
  for (const [name, samples] of Object.entries<() => Promise<Sample[]>>({
    'samples of our own': own,
    'recorded posts': real,
  }))
    it(`R142 R185–R204 ${name}: a twentieth, drawn`, async () => {
      const { all, drawn, faults } = await drawOddities(await samples(), share);
      console.log(`${drawn} of ${all} odd posts drawn (${name})`);
      expect(faults).to.deep.equal([]);
    }).timeout(60_000);

  it('what would be wrong is found, and what a post says itself is not', async () => {
    const post = {
      id: '1',
      url: 'https://a.example/1',
      content: '<p>undefined</p>',
      account: { id: '1', acct: 'ada', display_name: 'NaN' },
      visibility: 'public',
    };
    const { faults, drawn } = await drawOddities([{ name: 'x', entity: post }], 1);
    expect(faults).to.deep.equal([]);
    expect(drawn).to.be.greaterThan(60);
    const nothing = await drawOddities([{ name: 'x', entity: { list: [1], account: {} } }], 1);
    expect(nothing.faults).to.include('x: account = absent: no post is shown');
  });
});
