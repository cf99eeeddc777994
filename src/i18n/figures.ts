import type { PostSpeaker } from './post.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as a byline says it: `12 min`, `3 h`, `6 d`, then the date. By hand: the first Intl object of a page costs 13–35 ms. */
export function ago(iso: string | undefined, now: number, { say }: PostSpeaker): string {
  const then = iso === undefined ? NaN : Date.parse(iso);
  if (Number.isNaN(then)) return say('unknownDate');
  const past = now - then;
  if (past < -minute) return date(new Date(then), new Date(now), say);
  if (past < 5 * second) return say('now');
  if (past < minute) return say('seconds', { n: Math.floor(past / second) });
  if (past < hour) return say('minutes', { n: Math.floor(past / minute) });
  if (past < day) return say('hours', { n: Math.floor(past / hour) });
  if (past < 7 * day) return say('days', { n: Math.floor(past / day) });
  return date(new Date(then), new Date(now), say);
}

function date(then: Date, now: Date, say: PostSpeaker['say']): string {
  const month = say('months').split(' ')[then.getMonth()]!;
  const term = then.getFullYear() === now.getFullYear() ? 'day' : 'dayOfYear';
  return say(term, { day: then.getDate(), month, year: then.getFullYear() });
}

/** How long a poll stays open, in whole minutes, hours or days; undefined without a date. */
export function left(iso: string | undefined, now: number, { say }: PostSpeaker): string | undefined {
  const rest = iso === undefined ? NaN : Date.parse(iso) - now;
  if (Number.isNaN(rest)) return undefined;
  if (rest < hour) return say('minutesLeft', { n: Math.max(1, Math.ceil(rest / minute)) });
  if (rest < day) return say('hoursLeft', { n: Math.ceil(rest / hour) });
  return say('daysLeft', { n: Math.ceil(rest / day) });
}

/** A count in full, grouped: `1,904`. */
export const full = (n: number, { say }: PostSpeaker): string =>
  String(n).replace(/\B(?=(?:\d{3})+$)/g, say('grouping'));

/** A count for a narrow place: `999`, `1.2k`, `12k`, `3.4M`. Cut, never rounded up: 999,999 is no million. */
export function short(n: number, { say }: PostSpeaker): string {
  if (n < 1000) return String(n);
  const [unit, term] = n < 1e6 ? ([1e3, 'thousand'] as const) : ([1e6, 'million'] as const);
  const times = n / unit;
  const cut = times < 10 ? Math.floor(times * 10) / 10 : Math.floor(times);
  return say(term, { n: String(cut).replace('.', say('decimal')) });
}
