import { html, nothing, type TemplateResult } from 'lit';
import type { ShelfSpeaker } from '../../../i18n/compose-shelf.js';
import type { Draft } from '../../../mastodon/drafts.js';
import { alert, smallIcon } from '../../../parts/icon/icon.js';

/** As much of a text as tells it from others. */
const longest = 300;

/** What one row of the shelf shows. */
export interface Row {
  readonly draft: Draft;
  /** When: the first of its facts. */
  readonly when: string;
  /** Further facts. */
  readonly facts: readonly (string | undefined)[];
  readonly problem: unknown;
  readonly busy: boolean;
  /** Its buttons, or what they have opened. */
  readonly below: unknown;
}

/** What is in a draft besides words. */
export const holds = ({ media = [], poll, quote }: Draft, { say }: ShelfSpeaker): readonly (string | undefined)[] => [
  media.length ? say('files', { n: media.length }) : undefined,
  poll && say('poll'),
  quote ? say('quote') : undefined,
];

/** A sentence about what went wrong, beside its sign. */
export const trouble = (text: unknown): TemplateResult =>
  html`<p class="field-error" role="alert">${smallIcon(alert)}<span>${text}</span></p>`;

/** A post that waits: how it begins, when, what is in it, and what can be done with it. */
export function row({ draft, when, facts, problem, busy, below }: Row, { say }: ShelfSpeaker): TemplateResult {
  const text = [draft.warning, draft.text].filter(Boolean).join(' — ').replace(/\s+/g, ' ').slice(0, longest);
  return html`<li class="shelf-row" aria-busy=${busy}>
    <p class="shelf-text ${text ? '' : 'shelf-none'}" dir="auto" lang=${text ? (draft.language ?? nothing) : nothing}>${text.toWellFormed() || say('noText')}</p>
    <p class="shelf-facts">${[when, ...facts].filter(Boolean).map((fact) => html`<span>${fact}</span>`)}</p>
    ${problem ? trouble(problem) : nothing}${below}
  </li>`;
}

/** A button of a row. */
export const button = (value: string, id: string, label: string, kind = ''): TemplateResult =>
  html`<button class="button ${kind}" part="button" type="button" value=${value} data-id=${id}>${label}</button>`;
