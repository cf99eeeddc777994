/** One step from a list to another: in both lists (both places are known), taken out of the first, put into the second. */
export type Step = readonly [before: number | undefined, after: number | undefined];

/** Lists that have less in common take too long to compare, and nobody could read what came of it. */
const most = 1200;

/** What is compared in all, at most: in long lists each change is looked for along all of both. */
const mostWork = 20_000_000;

/**
 * How far one gets in `before` with each number of changes, per diagonal (Myers, 1986); undefined when it takes too many.
 */
function trace(before: readonly string[], after: readonly string[]): Int32Array[] | undefined {
  const [n, m] = [before.length, after.length];
  const limit = Math.min(most, mostWork / (n + m));
  const rounds: Int32Array[] = [];
  let last = new Int32Array([0, 0, 0]); // diagonals −1, 0, 1 before the first round
  for (let d = 0; d <= limit; d++) {
    const next = new Int32Array(2 * d + 5); // diagonals −d−2 … d+2
    const at = (k: number) => last[k + d + 1]!;
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(k, d, at) ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m && before[x] === after[x - k]) x++;
      next[k + d + 2] = x;
      if (x >= n && x - k >= m) return [...rounds, last];
    }
    rounds.push(last);
    last = next;
  }
  return undefined;
}

const isDown = (k: number, d: number, at: (k: number) => number) => k === -d || (k !== d && at(k - 1) < at(k + 1));

/** The way back through the rounds, the last step first. */
function way(rounds: Int32Array[], n: number, m: number): Step[] {
  const steps: Step[] = [];
  let [x, y] = [n, m];
  for (let d = rounds.length - 1; d >= 0; d--) {
    const at = (k: number) => rounds[d]![k + d + 1]!;
    const k = x - y;
    const down = isDown(k, d, at);
    const from = d ? (down ? at(k + 1) : at(k - 1) + 1) : 0;
    while (x > from) steps.push([--x, --y]);
    if (d) steps.push(down ? [undefined, --y] : [--x, undefined]);
  }
  return steps.reverse();
}

/**
 * The fewest changes that make one list of texts of another, taken out before put in.
 * @returns undefined when the lists have too little in common
 */
export function changes(before: readonly string[], after: readonly string[]): readonly Step[] | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [n, m] = [before.length - end, after.length - end];
  const rounds = trace(before.slice(start, n), after.slice(start, m));
  if (!rounds) return undefined;
  const add = (at: number | undefined, by: number) => (at === undefined ? at : at + by);
  return [
    ...Array.from({ length: start }, (_, at): Step => [at, at]),
    ...way(rounds, n - start, m - start).map(([from, to]): Step => [add(from, start), add(to, start)]),
    ...Array.from({ length: end }, (_, at): Step => [n + at, m + at]),
  ];
}
