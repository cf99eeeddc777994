import { html } from 'lit';
import { type GapSpeaker, gapWords } from '../../i18n/gap.js';
import { styles } from './gap.styles.js';

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
function extent({ from = '', until = '' }: Hole, { say }: GapSpeaker) {
  const seconds = (Date.parse(until) - Date.parse(from)) / 1000;
  const [term, unit] = units.find(([, unit]) => seconds >= unit * 0.9) ?? [];
  return term ? say(term, { n: Math.max(1, Math.round(seconds / unit)) }) : say('gap');
}

/** A hole in a list, as a button that fills it. */
function gap(hole: Hole, phase: 'loading' | 'failed' | undefined, words: GapSpeaker) {
  const { say } = words;
  const text = phase === 'failed' ? say('failed') : extent(hole, words);
  const way = say(phase === 'loading' ? 'loading' : phase === 'failed' ? 'again' : 'load');
  return html`<button class="gap" part="gap" type="button" value="gap" aria-disabled=${phase === 'loading'}>
    <span>${text} <b>${way}</b></span>
  </button>`;
}

/** Brings the words, too. @returns what draws a gap, and how it is called */
export async function bringGap(lang: string) {
  const words = await gapWords.load(lang);
  const draw = (hole: Hole, phase: 'loading' | 'failed' | undefined) => gap(hole, phase, words);
  return { lang, draw, name: words.say('gap'), styles };
}
