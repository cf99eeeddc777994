/** Ids as Mastodon makes them: the time in ms, then 16 bits; longer ones are younger. */

/** Hands out snowflakes that never repeat, also for times in the past. */
export class Snowflakes {
  readonly #taken = new Set<bigint>();

  /** An id for something made at `time` (ms since 1970). */
  at(time: number): string {
    let id = BigInt(Math.floor(time)) << 16n;
    while (this.#taken.has(id)) id++;
    this.#taken.add(id);
    return String(id);
  }
}

/** The number a server would read from a cursor: leading digits, else 0. */
export const idNumber = (id: string): bigint => BigInt(/^\s*(\d{1,19})/.exec(id)?.[1] ?? 0);

/** Orders ids from old to young. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
