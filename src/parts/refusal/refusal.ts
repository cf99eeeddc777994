import { html, nothing } from 'lit';
import type { ActsSpeaker } from '../../i18n/acts.js';
import type { MastoError } from '../../mastodon/errors.js';
import { alert, icon } from '../icon/icon.js';

/** A server that says nothing usable of its pause means a minute. */
const minute = 60;

/** In how many seconds a server answers again, by what it says itself. */
function pause({ headers, retryAt = 0 }: MastoError['facts']): number {
  const until = Date.parse(headers?.get('x-ratelimit-reset') ?? '') || retryAt;
  const seconds = Math.ceil((until - Date.now()) / 1000);
  return seconds > 0 ? seconds : minute;
}

/** What is wrong with it and who could mend it, when the reader can. */
function wayOn({ failure }: MastoError, url: string | undefined, { say }: ActsSpeaker) {
  if (failure === 'expired' || failure === 'out-of-scope') {
    const [value, word] = failure === 'expired' ? (['sign-in', 'signIn'] as const) : (['allow', 'allow'] as const);
    return html`<button class="button" part="button" type="button" value=${value}>${say(word)}</button>`;
  }
  if (failure !== 'remote' || !url) return nothing;
  return html`<a class="button" part="button" href=${url} target="_blank" rel="nofollow noopener noreferrer">${say('openThere', { host: new URL(url).host })}</a>`;
}

/**
 * Why something was not done, right under the post it was to be done to. A pause or a missing permission is no alarm.
 * @param url the post's page @param better a sentence that says more of it than the failure alone does
 */
export function refusal(error: MastoError, url: string | undefined, acts: ActsSpeaker, better?: unknown) {
  const { failure, facts } = error;
  const { host = '', status = '', serverText } = facts;
  const role = failure === 'rate-limited' || failure === 'out-of-scope' ? 'status' : 'alert';
  const values = { host, status, n: pause(facts) };
  const said = acts.say(failure as 'failed', values);
  const sentence = said === failure ? acts.say('failed', values) : said;
  const quoted = serverText && ['forbidden', 'refused', 'members-only'].includes(failure);
  return html`<div class="refusal" part="notice" data-kind=${role}>
    ${icon(alert)}<span role=${role}>${better ?? sentence}${quoted ? [' ', html`<q dir="auto">${serverText}</q>`] : nothing}</span>${wayOn(error, url, acts)}
  </div>`;
}
