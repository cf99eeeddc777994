import { html, nothing } from 'lit';
import type { LiveSpeaker } from '../../i18n/live.js';
import { pill } from '../pill/pill.js';

/** As `mastodon/live.ts` has it. */
type LiveState = 'connecting' | 'open' | 'waiting' | 'polling' | 'offline' | 'stopped';

/** What floats above the posts and takes no room: how many wait, and the way to where the reader stopped. */
export const pills = (waiting: number, resumes: boolean, { say }: LiveSpeaker) => [
  waiting ? pill('news', say('news', { n: waiting })) : nothing,
  resumes ? pill('resume', say('resume'), nothing) : nothing,
];

/**
 * How the connection does. The line is always there, so that nothing moves when it changes.
 * @param within seconds until it tries again · @param told what whoever does not see it hears
 */
export const liveLine = (state: LiveState, within: number, told: string, { say }: LiveSpeaker) => html`
  <p class="live-line live-${state}" part="live">
    <span>${say(state, { n: within })}</span>
    ${state === 'stopped' ? html`<button type="button" value="again">${say('again')}</button>` : nothing}
  </p>
  <span class="hidden" role="status">${told}</span>
`;

/** What is missing between two posts. */
export interface Hole {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const units = [
  ['gapDays', 86_400],
  ['gapHours', 3600],
  ['gapMinutes', 60],
  ['gapSeconds', 1],
] as const;

/** How much is missing, in the largest unit that fits: two hours, not 118 minutes. */
function extent({ from = '', until = '' }: Hole, { say }: LiveSpeaker) {
  const seconds = (Date.parse(until) - Date.parse(from)) / 1000;
  const [term, unit] = units.find(([, unit]) => seconds >= unit * 0.9) ?? [];
  return term ? say(term, { n: Math.max(1, Math.round(seconds / unit)) }) : say('gap');
}

/** A hole in a list, as a button that fills it. */
export function gap(hole: Hole, phase: 'loading' | 'failed' | undefined, words: LiveSpeaker) {
  const { say } = words;
  const text = phase === 'failed' ? say('failed') : extent(hole, words);
  const way = say(phase === 'loading' ? 'loading' : phase === 'failed' ? 'again' : 'load');
  return html`<button class="gap" part="gap" type="button" value="gap" aria-disabled=${phase === 'loading'}>
    <span>${text} <b>${way}</b></span>
  </button>`;
}
