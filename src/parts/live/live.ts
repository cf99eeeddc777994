import { html, nothing } from 'lit';
import type { LiveSpeaker } from '../../i18n/live.js';

/** As `mastodon/live.ts` has it. */
export type LiveState = 'connecting' | 'open' | 'waiting' | 'polling' | 'offline' | 'stopped';

const button = (value: string, text: string) => html`<button type="button" value=${value}>${text}</button>`;

export interface LiveLine {
  readonly state: LiveState;
  readonly calm: boolean;
  readonly within: number;
  readonly resumes?: boolean;
  readonly told?: string;
}

/** Knows whether all is well, so that nothing need be said: after a loss, only what is open again is well. */
export class Calm {
  #isLost = false;

  at(state: LiveState): boolean {
    this.#isLost = state === 'connecting' ? this.#isLost : state !== 'open';
    return !this.#isLost;
  }
}

/**
 * How the connection does, and the way to where the reader stopped. It stands on the line of a heading; where there is none, it
 * floats as long as all is not well, so that nothing moves.
 * @param within seconds until it tries again · @param told what whoever does not see it hears
 */
export const liveLine = ({ state, calm, within, resumes = false, told = '' }: LiveLine, { say }: LiveSpeaker) => html`
  <p class="live-line live-${state} ${calm && !resumes ? 'live-calm' : ''}" part="live">
    ${resumes ? button('resume', say('resume')) : nothing}
    <span><bdi>${say(state, { n: within })}</bdi></span>
    ${state === 'stopped' ? button('again', say('again')) : nothing}
  </p>
  <span class="hidden" role="status">${told}</span>
`;
