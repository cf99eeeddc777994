import { html, nothing, type TemplateResult } from 'lit';
import { emojify, textOf } from '../../content/content.js';
import type { ShownStatus } from '../../controllers/status-controller.js';
import type { ComposeSpeaker } from '../../i18n/compose.js';
import { close } from '../../parts/icon/form-icons.js';
import { reply, smallIcon } from '../../parts/icon/icon.js';
import { external } from './outcome.js';

/** More of a post than that does not fit on its line. */
const longest = 300;

/** What is answered: who wrote it and how it begins; until that is known, where it stands. */
export function answered(
  { status, author }: Partial<ShownStatus> = {},
  url: string | undefined,
  closable: boolean,
  words: ComposeSpeaker,
): TemplateResult {
  const { say } = words;
  const text = status && (status.spoilerText || textOf(status.content).replace(/\s+/g, ' ')).slice(0, longest);
  const name = html`<b><bdi>${emojify(author?.displayName ?? '?', author?.emojis ?? [])}</bdi></b>`;
  const host = url && URL.canParse(url) ? new URL(url).host : '?';
  const what = status
    ? words.weave('replyTo', { name, text: html`<bdi>${text?.toWellFormed()}</bdi>` })
    : url
      ? external(url, say('replyToLink', { host }))
      : nothing;
  return about(smallIcon(reply, 'icon-directed'), what, closable, words);
}

/** What a form is about, above all else in it. */
export const about = (sign: unknown, what: unknown, closable: boolean, { say }: ComposeSpeaker): TemplateResult =>
  html`<div class="compose-context" part="context">
    ${sign}
    <p>${what}</p>
    ${
      closable
        ? html`<button class="icon-button" type="button" value="close" aria-label=${say('close')} title=${say('close')}>${smallIcon(close)}</button>`
        : nothing
    }
  </div>`;
