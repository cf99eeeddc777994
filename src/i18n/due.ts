import type { Speaker } from './vocabulary.js';

/** The words of whoever says when something is due. */
export type DueWords = Readonly<Record<'today' | 'tomorrow' | 'onDay', string>>;

const minute = 60_000;

function restOf(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const minutes = Math.max(0, Math.round(ms / minute));
  if (minutes < 60) return [minutes, 'minute'];
  const hours = Math.round(minutes / 60);
  return hours < 48 ? [hours, 'hour'] : [Math.round(hours / 24), 'day'];
}

const startOf = (time: number) => new Date(time).setHours(0, 0, 0, 0);

/** A language that Intl takes: the page's own where that is one, for its clock and its order of day and month. */
function known(lang: string, spoken: string) {
  try {
    return Intl.getCanonicalLocales(lang)[0]?.startsWith(spoken) ? lang : spoken;
  } catch {
    return spoken;
  }
}

/**
 * Day, time and how long until then, in the reader's zone: `tomorrow at 9:00, in 14 hours`. It needs Intl: not for a first paint.
 * @param lang of the page @param words have `{time}`, `{rest}`, and `{date}` for another day
 */
export function due<W extends DueWords>(at: Date, now: number, lang: string, words: Speaker<W>): string {
  const locale = known(lang, words.lang);
  const days = Math.round((startOf(at.getTime()) - startOf(now)) / 86_400_000);
  const term = days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'onDay';
  const thisYear = at.getFullYear() === new Date(now).getFullYear();
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: thisYear ? undefined : 'numeric' } as const;
  return words.say(term, {
    time: at.toLocaleTimeString(locale, { timeStyle: 'short' }),
    date: at.toLocaleDateString(locale, date),
    rest: new Intl.RelativeTimeFormat(locale).format(...restOf(at.getTime() - now)),
  });
}

const two = (n: number) => String(n).padStart(2, '0');

/** As a field of the type `datetime-local` has it: the reader's own clock. */
export const localTime = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** What such a field says, as the moment it is; undefined while it is not whole. */
export function momentOf(value: string): Date | undefined {
  const at = new Date(value);
  return value && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** How long ago, in words. It needs Intl. */
export const since = (at: number, now: number, lang: string, spoken: string): string => {
  const [n, unit] = restOf(now - at);
  return new Intl.RelativeTimeFormat(known(lang, spoken), { numeric: 'auto' }).format(-n, unit);
};
