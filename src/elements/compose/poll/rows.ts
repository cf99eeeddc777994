import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PollSpeaker } from '../../../i18n/compose-poll.js';
import { close } from '../../../parts/icon/form-icons.js';
import { alert, icon, smallIcon } from '../../../parts/icon/icon.js';
import { drag } from '../../../parts/icon/poll-icons.js';

/** The choices of a poll, as they are drawn. */
export interface Rows {
  readonly options: readonly string[];
  /** What is wrong with each, in words. */
  readonly wrong: (at: number) => string | undefined;
  /** The one that is being dragged. */
  readonly dragged: number | undefined;
  readonly busy: boolean;
  readonly language: string | undefined;
}

/** A sentence about a mistake, beside its sign. */
export const mistake = (id: string, text: string): TemplateResult =>
  html`<p class="field-error" id=${id}>${smallIcon(alert)}<span>${text}</span></p>`;

/** A row a choice: what moves it, its words, what takes it away. */
export const rows = ({ options, wrong, dragged, busy, language }: Rows, { say }: PollSpeaker): TemplateResult =>
  html`<ol>${options.map((option, at) => {
    const n = at + 1;
    const fault = wrong(at);
    return html`<li class="poll-edit-row ${at === dragged ? 'is-dragged' : ''}">
      <button class="icon-button" type="button" value="move" data-at=${at} aria-label=${say('move', { n })}>${icon(drag)}</button
      ><input class="input" part="field" name="choice" data-at=${at} aria-label=${say('choice', { n })} placeholder=${say('choice', { n })}
        aria-invalid=${!!fault} aria-describedby=${fault ? `choice-${at}` : nothing} dir="auto" lang=${language ?? nothing} autocomplete="off"
        .value=${live(option)} ?readonly=${busy} />${
          options.length > 2
            ? html`<button class="icon-button" type="button" value="remove" data-at=${at} aria-label=${say('remove', { n })}>${icon(close)}</button>`
            : nothing
        }${fault ? mistake(`choice-${at}`, fault) : nothing}
    </li>`;
  })}</ol>`;
