import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ComposeSpeaker } from '../../i18n/compose.js';
import type { PostField } from '../../mastodon/posting.js';
import { align, marks } from './marks.js';

/** What is written, and what is wrong with it. */
export interface Written {
  readonly text: string;
  /** Undefined while there is none. */
  readonly warning: string | undefined;
  readonly language: string | undefined;
  readonly label: string;
  readonly placeholder: string;
  /** On its way to the server: it stays as it is. */
  readonly busy: boolean;
  readonly wrong: PostField | undefined;
  /** Where in the text begins what is too much. */
  readonly beyond: number | undefined;
}

const scrolled = ({ target }: Event) => align(target as HTMLElement);

const describedBy = 'left problem';

/** The boxes for the content warning and the text. */
export function fields(written: Written, { say }: ComposeSpeaker): TemplateResult {
  const { text, warning, language = nothing, label, placeholder, busy, wrong, beyond } = written;
  const invalid = (field: PostField) => (wrong === field ? 'true' : 'false');
  const box =
    warning === undefined
      ? nothing
      : html`<input
          class="compose-title"
          part="field"
          name="warning"
          aria-label=${say('warning')}
          aria-invalid=${invalid('warning')}
          aria-describedby=${describedBy}
          placeholder=${say('warning')}
          dir="auto"
          lang=${language}
          autocomplete="off"
          .value=${live(warning)}
          ?readonly=${busy}
        />`;
  return html`${box}${marks(text, beyond)}<textarea
      class="compose-text"
      part="field"
      name="text"
      rows="1"
      aria-label=${label}
      aria-invalid=${invalid('text')}
      aria-describedby=${describedBy}
      placeholder=${placeholder}
      dir="auto"
      lang=${language}
      .value=${live(text)}
      ?readonly=${busy}
      @scroll=${scrolled}
    ></textarea>`;
}

/** How much may still be written; while that is not known, the room for it: no button moves when it comes. */
export const count = (left: number | undefined, { say }: ComposeSpeaker): unknown =>
  left === undefined
    ? html`<span class="count"></span>`
    : html`<span class="count" part="count"
        ><span aria-hidden="true" dir="ltr">${left < 0 ? `−${-left}` : left}</span
        ><span class="hidden" id="left">${left < 0 ? say('tooMany', { n: -left }) : say('left', { n: left })}</span></span
      >`;

/** The one button that leads on. */
export const button = (value: string, label: string, disabled: boolean): TemplateResult =>
  html`<button class="button button-primary" part="button" type="button" value=${value} aria-disabled=${disabled}>${label}</button>`;

/** As high as what stands in it, where style sheets cannot say so yet. */
export function grow(box: HTMLElement | undefined): void {
  if (!box || CSS.supports('field-sizing', 'content')) return;
  box.style.blockSize = 'auto';
  box.style.blockSize = `${box.scrollHeight}px`;
}
