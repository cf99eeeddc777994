import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { UploadSpeaker } from '../../../i18n/compose-media.js';
import { icon, smallIcon } from '../../../parts/icon/icon.js';
import { alert, check, close, image, play, plus, sound } from '../../../parts/icon/upload-icons.js';
import type { Item } from './item.js';
import type { Ordering } from './ordering.js';

/** What a file is called here: its kind, and where it stands. */
export const nameOf = ({ kind }: Item, at: number, { say }: UploadSpeaker): string => say(kind, { n: at + 1 });

const signs = { image, gif: image, film: play, sound, other: image };

const across = (share: number) => `${Math.round(share * 100)}%`;

/** Where its focus lies, for the sheet: set through CSSOM, which policies allow. */
export const pointAt = ({ focus: { x, y } }: Item): string => `--_x:${across((x + 1) / 2)};--_y:${across((1 - y) / 2)}`;

function badge(item: Item, { say }: UploadSpeaker) {
  const { state, share, description } = item;
  const chip = (sign: string | undefined, text: string, kind = '') =>
    html`<span class="upload-badge ${kind}" aria-hidden="true">${sign ? smallIcon(sign) : nothing}${text}</span>`;
  if (item.bad) return chip(alert, say('failed'), 'upload-missing');
  if (state === 'sending') return chip(undefined, say('percent', { n: Math.round(share * 100) }));
  if (item.busy) return chip(undefined, say(state as 'waiting' | 'processing'));
  return description ? chip(check, 'ALT') : chip(plus, say('describeIt'), 'upload-missing');
}

function tile(item: Item, at: number, words: UploadSpeaker): TemplateResult {
  const { say } = words;
  const { description: text, url, busy, bad, share, state } = item;
  const what = nameOf(item, at, words);
  const kind = busy ? 'upload-busy' : bad ? 'upload-bad' : '';
  return html`<li class="upload ${kind}">
    <button class="upload-show" part="upload" type="button" value="show" aria-keyshortcuts="ArrowLeft ArrowRight"
      ><span class="hidden">${text ? say('described', { what, text }) : say('undescribed', { what })}</span>${
        url
          ? html`<img src=${url} alt="" draggable="false" .style=${pointAt(item)} />`
          : html`<span class="upload-name" aria-hidden="true">${icon(signs[item.kind])}<span>${item.name}</span></span>`
      }${badge(item, words)}</button>
    <button class="upload-close" type="button" value="remove" aria-label=${say(busy ? 'cancel' : 'remove', { what })}>
      <span>${smallIcon(close)}</span>
    </button>
    ${
      busy && state !== 'waiting'
        ? html`<progress max="1" value=${state === 'sending' ? share : nothing} aria-label=${say(state === 'sending' ? 'sending' : 'processing', { what })}></progress>`
        : nothing
    }
  </li>`;
}

/** The files, in the order in which they will stand in the post. */
export const tiles = (
  items: readonly Item[],
  { take, follow, drop }: Ordering,
  on: { readonly press: (event: MouseEvent) => void; readonly type: (event: KeyboardEvent) => void },
  words: UploadSpeaker,
): TemplateResult => html`<ul class="uploads" @click=${on.press} @keydown=${on.type} @pointerdown=${take} @pointermove=${follow} @pointerup=${drop} @pointercancel=${drop}>
  ${repeat(
    items,
    (item) => item,
    (item, at) => tile(item, at, words),
  )}
</ul>`;
