import type { DetailsSpeaker } from './details.js';

const two = (n: number) => String(n).padStart(2, '0');

/** `10:58`. */
const clockOf = (date: Date) => `${two(date.getHours())}:${two(date.getMinutes())}`;

/**
 * Day and time as a post that stands alone says them: `22 November 2026, 10:58`. By hand, as `ago` is.
 * @param beside a date that is read just before: of the same day, only the time is said
 */
export function longDate(iso: string | undefined, { say }: DetailsSpeaker, beside?: string): string {
  const date = new Date(iso ?? NaN);
  if (Number.isNaN(date.getTime())) return say('unknownDate');
  if (beside && new Date(beside).toDateString() === date.toDateString()) return clockOf(date);
  const month = say('months').split(' ')[date.getMonth()]!;
  return say('moment', { day: date.getDate(), month, year: date.getFullYear(), time: clockOf(date) });
}
