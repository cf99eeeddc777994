import { html, nothing, type TemplateResult } from 'lit';
import { pageUrl } from '../../../base/url.js';
import type { QuoteSpeaker, QuoteWords } from '../../../i18n/compose-quote.js';
import type { MastoError } from '../../../mastodon/errors.js';
import { alert, smallIcon } from '../../../parts/icon/icon.js';
import { removeButton } from './card.js';

export type Reason = 'unfound' | 'mayNot' | 'noAnswer';

/** Why the post is not there. */
export function reasonOf({ failure }: MastoError): Reason {
  if (failure === 'out-of-scope') return 'mayNot';
  return ['unreachable', 'timeout', 'server', 'offline', 'rate-limited'].includes(failure) ? 'noAnswer' : 'unfound';
}

const way = (value: string, label: string) =>
  html`<button class="button button-quiet" part="button" type="button" value=${value}>${label}</button>`;

/** A sentence about what is wrong, and a way on where there is one. */
export function wrong(said: string, error: MastoError | undefined, { say }: QuoteSpeaker): TemplateResult {
  const reason = error && reasonOf(error);
  const button =
    reason === 'mayNot' ? way('allow', say('allow')) : reason === 'noAnswer' ? way('again', say('again')) : nothing;
  return html`<p class="field-error">${smallIcon(alert)}<span>${said}</span>${button}</p>`;
}

export const hint = (said: string): TemplateResult => html`<p class="field-hint">${said}</p>`;

/** In the place of a post that is not known, or not yet. @param unread why it cannot be shown though it can be quoted */
export function stand(
  { url, looking, unread }: { readonly url: string | undefined; readonly looking: boolean; readonly unread: string },
  removable: boolean,
  { say }: QuoteSpeaker,
): TemplateResult {
  const page = pageUrl(url);
  const link = page
    ? html`<a class="link" href=${page} target="_blank" rel="nofollow noopener noreferrer">${new URL(page).host}</a>`
    : nothing;
  return html`<div class="quoting-said">
    <span>${looking ? html`<span class="field-hint" role="status">${say('looking')}</span>` : [unread, ' ', link]}</span
    >${removable ? removeButton(say('remove')) : nothing}
  </div>`;
}

/** Asks for an address. */
export const field = (fault: keyof QuoteWords | undefined, { say }: QuoteSpeaker): TemplateResult =>
  html`<div class="quoting-ask">
    <input
      class="input"
      part="field"
      type="url"
      name="quote"
      dir="ltr"
      autocomplete="off"
      placeholder=${say('address')}
      aria-label=${say('address')}
      aria-invalid=${!!fault}
      aria-describedby="quote-said"
    />
    <button class="button" part="button" type="button" value="find">${say('quote')}</button>${removeButton(say('cancel'))}
    <p class="field-error" id="quote-said" role="alert">${fault ? [smallIcon(alert), html`<span>${say(fault)}</span>`] : nothing}</p>
  </div>`;

/** Offers to make a quote of an address in the text. */
export const offer = ({ say }: QuoteSpeaker): TemplateResult =>
  html`<div class="quoting-said">
    <span role="status">${say('offer')}</span><span class="buttons">${way('take', say('quote'))}${way('decline', say('no'))}</span>
  </div>`;
