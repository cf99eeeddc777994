import { html, nothing, type TemplateResult } from 'lit';
import type { ActsSpeaker } from '../../../i18n/acts.js';
import type { MenuSpeaker } from '../../../i18n/menu.js';
import type { MastoError } from '../../../mastodon/errors.js';
import { refusal } from '../../../parts/refusal/refusal.js';

/** What the dialogs of the menu have in common. */
export interface Frame {
  readonly title: unknown;
  /** What stands between title and buttons. */
  readonly body: unknown;
  /** What the button that does it is called; undefined where there is none yet. */
  readonly confirm: string | undefined;
  readonly danger?: boolean;
  /** Where nothing can be chosen yet. */
  readonly disabled?: boolean;
  readonly busy: boolean;
  readonly problem: MastoError | undefined;
  /** Further buttons, before the one that does it. */
  readonly more?: unknown;
}

/**
 * A title, what is asked, and the ways on. The focus comes to the title, to be read from there, or to what has
 * `data-focus` in the body.
 */
export const frame = (
  { title, body, confirm, danger, disabled, busy, problem, more }: Frame,
  words: MenuSpeaker,
  acts: ActsSpeaker,
): TemplateResult => html`
  <div class="dialog-body">
    <h2 class="title" id="question" tabindex="-1" data-focus>${title}</h2>
    ${body}${problem ? refusal(problem, undefined, acts) : nothing}
    <div class="buttons">
      ${
        confirm === undefined
          ? nothing
          : html`<button class="button ${danger ? 'button-danger' : 'button-primary'}" part="button" type="button" value="confirm"
              aria-busy=${busy} aria-disabled=${disabled || busy ? 'true' : nothing}>${confirm}</button>`
      }${more ?? nothing}
      <button class="button" part="button" type="button" value="cancel">${words.say('cancel')}</button>
    </div>
  </div>
`;
