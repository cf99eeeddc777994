import { tooMany } from './errors.js';

/** How often something happened in the window that `until` ends (ms since 1970). */
export type Counters = Map<string, { count: number; until: number }>;

/** Who asks: counted by token and by person, or by the one pretended address when there is no token. */
export interface Asker {
  token: string | undefined;
  accountId: string | undefined;
}

interface Throttle {
  readonly key: string;
  readonly limit: number;
  readonly seconds: number;
}

/** What `X-RateLimit-*` will say. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** ms since 1970. */
  reset: number;
}

const cursors = ['page', 'min_id', 'max_id', 'since_id'];

/** The throttles that a request falls under, after Mastodon's rack-attack rules. All callers without a token share one address. */
function throttles(request: Request, { token, accountId }: Asker): Throttle[] {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  const found: Throttle[] = [];
  const add = (key: string, limit: number, seconds: number) => found.push({ key, limit, seconds });
  const person = accountId && `user ${accountId}`;
  if (pathname.startsWith('/api')) {
    if (person) add(`api ${person}`, 1500, 300);
    if (token) add(`api token ${token}`, 300, 300);
    if (!person) add('api address', 300, 300);
  }
  if (person && method === 'POST' && /^\/api\/v\d+\/media$/i.test(pathname)) add(`media ${person}`, 30, 1800);
  if (cursors.some((name) => searchParams.get(name))) add(`paging ${person ?? 'address'}`, 300, 900);
  const removes =
    (method === 'DELETE' && /^\/api\/v1\/statuses\/\d+$/.test(pathname)) ||
    (method === 'POST' && /^\/api\/v1\/statuses\/\d+\/unreblog$/.test(pathname));
  if (person && removes) add(`delete ${person}`, 30, 1800);
  if (method === 'POST' && pathname === '/api/v1/apps') add('apps address', 5, 600);
  if (method === 'POST' && pathname === '/api/v1/accounts') add('sign-up address', 5, 1800);
  return found;
}

/** Fixed windows, counted from 1970; what is left of a second stays in the reset, as Mastodon's does. */
const windowEnd = (now: number, seconds: number) => now + (seconds - (Math.floor(now / 1000) % seconds)) * 1000;

function current(counters: Counters, { key, seconds }: Throttle, now: number) {
  const known = counters.get(key);
  if (known && known.until > now) return known;
  const until = (Math.floor(now / 1000 / seconds) + 1) * seconds * 1000;
  const fresh = { count: 0, until };
  counters.set(key, fresh);
  return fresh;
}

/** Counts a request. Gives the tightest allowance, and `refused` when it was one too many. */
export function countRequest(
  counters: Counters,
  request: Request,
  asker: Asker,
  now: number,
): { allowance?: Allowance; refused: boolean } {
  const states = throttles(request, asker).map((throttle) => {
    const counter = current(counters, throttle, now);
    counter.count++;
    const remaining = throttle.limit - counter.count;
    return { limit: throttle.limit, remaining, reset: windowEnd(now, throttle.seconds) };
  });
  const over = states.find(({ remaining }) => remaining < 0);
  if (over) return { allowance: { ...over, remaining: 0 }, refused: true };
  const allowance = states.sort((a, b) => a.remaining - b.remaining)[0];
  return allowance ? { allowance, refused: false } : { refused: false };
}

const families = {
  statuses: { limit: 300, seconds: 3 * 3600 },
  follows: { limit: 400, seconds: 24 * 3600 },
  reports: { limit: 400, seconds: 24 * 3600 },
} as const;

export type Family = keyof typeof families;

/** Counts a deed of one of the app's own families; throws 429 when there were too many. */
export function countDeed(counters: Counters, family: Family, accountId: string, now: number): void {
  const { limit, seconds } = families[family];
  const counter = current(counters, { key: `${family} ${accountId}`, limit, seconds }, now);
  if (counter.count >= limit) throw tooMany();
  counter.count++;
}

/** What is left of a family, for the headers of the routes that count in it. */
export function familyAllowance(counters: Counters, family: Family, accountId: string, now: number): Allowance {
  const { limit, seconds } = families[family];
  const { count } = current(counters, { key: `${family} ${accountId}`, limit, seconds }, now);
  return { limit, remaining: limit - count, reset: windowEnd(now, seconds) };
}

/** ISO 8601 with six decimals, UTC. */
const resetTime = (reset: number) => new Date(reset).toISOString().replace(/\.(\d{3})Z$/, '.$1000Z');

export function setRateHeaders(headers: Headers, { limit, remaining, reset }: Allowance): void {
  headers.set('X-RateLimit-Limit', String(limit));
  headers.set('X-RateLimit-Remaining', String(remaining));
  headers.set('X-RateLimit-Reset', resetTime(reset));
}
