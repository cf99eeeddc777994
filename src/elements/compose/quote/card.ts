import { html, nothing, type TemplateResult } from 'lit';
import { emojify, textOf } from '../../../content/content.js';
import type { QuoteSpeaker } from '../../../i18n/compose-quote.js';
import type { Account, Status } from '../../../mastodon/entities.js';
import { close } from '../../../parts/icon/form-icons.js';
import { icon } from '../../../parts/icon/icon.js';
import { face } from '../../../parts/person/person.js';

/** What more would be cut off by the sheet. */
const longest = 500;

/** As much of the quoted post as tells it from others. @param remove it can be taken away */
export function card(status: Status, by: Account | undefined, remove: boolean, { say }: QuoteSpeaker): TemplateResult {
  const { spoilerText, media, poll, language, url } = status;
  const { displayName = '?', acct = '?', avatarStatic: avatar = '', emojis = [] } = by ?? {};
  const text = (spoilerText || textOf(status.content).trim()).slice(0, longest).toWellFormed();
  const also = [media.length ? say('pictures', { n: media.length }) : '', poll ? say('poll') : ''].filter(Boolean);
  return html`<blockquote class="quoting-card" part="quote" aria-label=${say('quoted', { name: displayName })}>
    <a class="quoting-by" href=${url ?? nothing} target="_blank" rel="nofollow noopener noreferrer"
      >${face({ displayName, acct, avatar })}<bdi class="name">${emojify(displayName, emojis)}</bdi
      ><bdi class="handle" dir="ltr">@${acct}</bdi></a
    >${remove ? removeButton(say('remove')) : nothing}
    ${text ? html`<p class="quoting-text" dir="auto" lang=${language ?? nothing}>${text}</p>` : nothing}
    ${also.length ? html`<p class="field-hint">${also.join(' · ')}</p>` : nothing}
  </blockquote>`;
}

/** Takes away what is quoted, or what was asked. */
export const removeButton = (label: string): TemplateResult =>
  html`<button class="icon-button" type="button" value="remove" aria-label=${label} title=${label}>${icon(close)}</button>`;
