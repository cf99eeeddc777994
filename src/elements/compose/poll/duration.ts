import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PollSpeaker } from '../../../i18n/compose-poll.js';
import type { PollLimits } from '../../../mastodon/post-limits.js';
import { clock } from '../../../parts/icon/poll-icons.js';
import { setting } from '../../../parts/setting/setting.js';

const units = { minutes: 60, hours: 3600, days: 86_400 } as const;
export type Unit = keyof typeof units;

/** The same as Mastodon's own form has; other times can be written. */
const proposed = [300, 1800, 3600, 21_600, 43_200, 86_400, 259_200, 604_800];

/** The largest unit that a time is a whole number of. */
export const unitOf = (seconds: number): Unit =>
  (['days', 'hours'] as const).find((unit) => seconds && seconds % units[unit] === 0) ?? 'minutes';

export const inUnit = (n: number, unit: Unit): number => Math.round(n * units[unit]) || 0;

/** A time in words. One that no unit divides, in whole days. */
export function span(seconds: number, { say }: PollSpeaker): string {
  const unit = seconds % 60 && seconds > units.days ? 'days' : unitOf(seconds);
  return say(unit, { n: Math.floor(seconds / units[unit]) });
}

/** Those that a server takes. */
const fitting = ({ shortest, longest }: PollLimits) =>
  proposed.filter((seconds) => seconds >= shortest && seconds <= longest);

export const isProposed = (seconds: number, limits: PollLimits): boolean => fitting(limits).includes(seconds);

/** For how long a poll is open: one of what is proposed, or a number of minutes, hours or days. */
export function duration(
  { seconds, own, limits, wrong }: { seconds: number; own: Unit | undefined; limits: PollLimits; wrong: boolean },
  words: PollSpeaker,
): TemplateResult {
  const { say } = words;
  const choices = fitting(limits).map((each) => ({ value: String(each), label: span(each, words) }));
  const chosen = setting({
    name: 'poll-time',
    label: say('openFor'),
    icon: clock,
    value: own ? '' : String(seconds),
    shown: own ? say('own') : span(seconds, words),
    options: [...choices, { value: '', label: say('own') }],
  });
  if (!own) return chosen;
  const names = { minutes: 'inMinutes', hours: 'inHours', days: 'inDays' } as const;
  return html`${chosen}<span class="poll-edit-own"
      ><input class="input" part="field" type="number" name="poll-n" min="1" inputmode="numeric" aria-label=${say('howLong')}
        aria-invalid=${wrong} aria-describedby=${wrong ? 'poll-time' : nothing} .value=${live(seconds ? String(seconds / units[own]) : '')} /><select
        class="input" part="field" name="poll-unit" aria-label=${say('unit')}>${Object.entries(names).map(
          ([unit, term]) => html`<option value=${unit} .selected=${unit === own}>${say(term)}</option>`,
        )}</select
      ></span
    >`;
}
