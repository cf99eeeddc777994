import { html, nothing } from 'lit';
import type { LiveSpeaker } from '../../i18n/live.js';

/** As `mastodon/live.ts` has it. */
type LiveState = 'connecting' | 'open' | 'waiting' | 'polling' | 'offline' | 'stopped';

const button = (value: string, text: string) => html`<button type="button" value=${value}>${text}</button>`;

/**
 * How the connection does, and the way to where the reader stopped. The line is always there, so that nothing moves when
 * it changes.
 * @param within seconds until it tries again · @param told what whoever does not see it hears
 */
export const liveLine = (
  { state, within, resumes, told }: { state: LiveState; within: number; resumes: boolean; told: string },
  { say }: LiveSpeaker,
) => html`
  <p class="live-line live-${state}" part="live">
    ${resumes ? button('resume', say('resume')) : nothing}
    <span>${say(state, { n: within })}</span>
    ${state === 'stopped' ? button('again', say('again')) : nothing}
  </p>
  <span class="hidden" role="status">${told}</span>
`;
