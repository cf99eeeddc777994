import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changes } from '../../src/base/changes.js';

/** How much two lists have in common at most: the plain way, which takes its time. */
function common(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
  return table[a.length]![b.length]!;
}

describe('changes', () => {
  it('leads from any list to any other, in order, with as few changes as there can be', () => {
    let seed = 7;
    const next = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % n;
    const list = () => Array.from({ length: next(12) }, () => 'abc'[next(3)]!);
    for (let run = 0; run < 3000; run++) {
      const [before, after] = [list(), list()];
      let [from, to, kept] = [0, 0, 0];
      for (const step of changes(before, after)!) {
        if (step[0] !== undefined) assert.equal(step[0], from++);
        if (step[1] !== undefined) assert.equal(step[1], to++);
        if (step[0] === undefined || step[1] === undefined) continue;
        assert.equal(before[step[0]], after[step[1]]);
        kept++;
      }
      assert.deepEqual([from, to], [before.length, after.length]);
      assert.equal(kept, common(before.join(''), after.join('')));
    }
  });

  it('gives up on long lists without anything in common, and does so soon', () => {
    const numbers = (from: number) => Array.from({ length: 20_000 }, (_, at) => String(from + at));
    const begin = performance.now();
    assert.equal(changes(numbers(0), numbers(50_000)), undefined);
    assert.ok(performance.now() - begin < 5000);
    assert.equal(changes(numbers(0), numbers(0))?.length, 20_000);
  });

  it('gives up on lists so long that each change takes long to find', () => {
    const long = Array.from({ length: 120_000 }, () => 'a');
    const begin = performance.now();
    const scattered = long.map((word, at) => (at % 250 ? word : 'b'));
    assert.equal(changes(long, scattered), undefined);
    assert.ok(performance.now() - begin < 3000);
    assert.equal(changes(long, long.with(60_000, 'b'))?.length, 120_001);
  });
});
