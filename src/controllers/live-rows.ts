import type { Gap } from '../mastodon/live.js';
import type { Chunk } from './feed-controller.js';

/** What stands above a list's first page: posts that came together, or a gap. */
export type Row = Chunk | Gap;

export const isChunk = (row: Row | undefined): row is Chunk => !!row && 'keys' in row;

export const keysOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) => (isChunk(row) ? row.keys : []));

/** Posts that are drawn together. */
const size = 20;

/** Posts that are kept above the first page, and gaps between them: beyond that the oldest go behind a gap. */
const [mostPosts, mostGaps] = [100, 2] as const;

export function rowsOf(keys: readonly string[], gap: Gap | undefined): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < keys.length; at += size) rows.push({ keys: keys.slice(at, at + size) });
  return gap ? [...rows, gap] : rows;
}

/** What a list knows that has too many rows. */
interface Bounds {
  /** The post below all rows. */
  readonly floor: string | undefined;
  readonly holds: (row: Row) => boolean;
  readonly between: (newer: string, older: string | undefined) => Gap;
}

/** Bounded, whatever comes: the oldest go behind a gap, but for what the reader holds on to. */
export function trimmed(rows: readonly Row[], bounds: Bounds): readonly Row[] {
  const gaps = rows.filter((row) => !isChunk(row)).length;
  if (keysOf(rows).length <= mostPosts && gaps <= mostGaps) return rows;
  const last = rows.findLastIndex((row, at) => at && isChunk(row) && !bounds.holds(row));
  return last > 0 ? trimmed(without(rows, last, bounds), bounds) : rows;
}

function without(rows: readonly Row[], at: number, { floor, between }: Bounds): readonly Row[] {
  const above = rows.slice(0, at);
  const below = rows.slice(at + 1);
  while (above.length && !isChunk(above.at(-1))) above.pop();
  while (below.length && !isChunk(below[0])) below.shift();
  const newer = keysOf(above).at(-1);
  return newer ? [...above, between(newer, keysOf(below)[0] ?? floor), ...below] : rows.slice(at);
}
