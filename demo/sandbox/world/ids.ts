/** Ids as Mastodon makes them: the time in ms, then 16 bits; longer ones are younger. */

/** Hands out snowflakes that never repeat, also for times in the past. */
export class Snowflakes {
  readonly #taken = new Set<bigint>();

  /** An id for something made at `time` (ms since 1970), after all others of that ms; `salt` goes into the last 16 bits. */
  at(time: number, salt = 0): string {
    const ms = Math.floor(time);
    let id = (BigInt(ms) << 16n) + BigInt((lowBits(ms) + salt) & 0xffff);
    while (this.#taken.has(id)) id += 2n;
    this.#taken.add(id);
    return String(id);
  }
}

/** Odd, so that an id is never exact as a JavaScript number: a client that takes it for one must fail. */
const lowBits = (ms: number) => (Math.imul(ms % 2_147_483_647, 40_503) & 0x7ffe) | 1;

/** What an instance adds to ids of what came from elsewhere, so that two instances never agree on an id by chance. */
export const saltOf = (host: string): number =>
  [...host].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 32_749, 1) * 2;

/** The number a server would read from a cursor: leading digits, else 0. */
export const idNumber = (id: string): bigint => BigInt(/^\s*(\d{1,19})/.exec(id)?.[1] ?? 0);

/** Orders ids from old to young. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
