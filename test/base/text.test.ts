import { expect } from '@open-wc/testing';
import { clean, cleanName, straight } from '../../src/base/text.js';

describe('base/text', () => {
  for (const [given, wanted] of [
    ['plain', 'plain'],
    ['', ''],
    ['a\ud800', 'a\ufffd'],
    ['\udfffa', '\ufffda'],
    ['\udc00\ud800', '\ufffd\ufffd'],
    ['👍🏽', '👍🏽'],
    ['a\u0000b\u0007c\u000bd\u000ce\u001bf\u007fg', 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg'],
    ['a\tb\nc\rd', 'a\tb\nc\rd'],
    ['\ufdd0\ufdef\ufffe\uffff', '\ufffd\ufffd\ufffd\ufffd'],
    ['\ufdcf\ufdf0\ufffd', '\ufdcf\ufdf0\ufffd'],
    ['a\u202eb', 'a\u202eb'],
    [null, ''],
    [undefined, ''],
    [7, ''],
    [{}, ''],
    [['a'], ''],
  ] as const)
    it(`R82 ${JSON.stringify(given)}`, () => {
      expect(clean(given)).to.equal(wanted);
      expect(clean(given).isWellFormed()).to.equal(true);
    });

  for (const [given, wanted] of [
    ['Ada', 'Ada'],
    ['\u202eadA\u202c', 'adA'],
    ['\u2066a\u2067b\u2068c\u2069', 'abc'],
    ['\u202aa\u202bb\u202dc', 'abc'],
    ['  a \n\t b  ', 'a b'],
    ['שלום', 'שלום'],
    ['a\u200eb\u200fc', 'a\u200eb\u200fc'],
    ['a\ud800', 'a\ufffd'],
    [null, ''],
  ] as const)
    it(`R81 R82 a name: ${JSON.stringify(given)}`, () => expect(cleanName(given)).to.equal(wanted));

  it('R81 what turns a text goes, the rest stays', () => expect(straight('a\u202e b\u2069\nc')).to.equal('a b\nc'));
});
