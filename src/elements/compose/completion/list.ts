import { html, nothing, type TemplateResult } from 'lit';
import type { CompletionSpeaker } from '../../../i18n/compose-completion.js';
import { face, names } from '../../../parts/person/person.js';
import type { Suggestion } from './sources.js';

/** Its id, and how those of its rows begin. */
export const id = 'completion';

const compact = (n: number, lang: string) => new Intl.NumberFormat(lang, { notation: 'compact' }).format(n);

function row({ text, person, uses, name, url }: Suggestion, { say, lang }: CompletionSpeaker) {
  if (person) return [face({ ...person, avatar: person.avatarStatic }), names(person)];
  if (name === undefined)
    return html`<bdi class="completion-tag">${text}</bdi>${
      uses ? html`<small>${say('uses', { n: compact(uses, lang) })}</small>` : nothing
    }`;
  const sign = url
    ? html`<img src=${url} alt="" width="24" height="24" decoding="async" referrerpolicy="no-referrer" />`
    : text;
  return html`<span class="completion-sign" aria-hidden="true">${sign}</span><bdi class="completion-name">${name}</bdi>`;
}

/* eslint-disable lit-a11y/click-events-have-key-events -- the focus stays in the text, and so do the keys */
/** What is proposed, one of them being the current one. */
export const list = (
  label: string,
  suggestions: readonly Suggestion[],
  current: number,
  words: CompletionSpeaker,
  choose: (event: Event) => void,
): TemplateResult => html`<div class="piece menu completion" part="menu" popover="manual" role="listbox" id=${id} aria-label=${label}
    @mousedown=${(event: Event) => event.preventDefault()} @click=${choose}>${suggestions.map(
      (each, at) =>
        html`<div class="menu-item ${each.person ? 'person' : ''}" role="option" id="${id}-${at}" data-at=${at}
          aria-selected=${at === current}>${row(each, words)}</div>`,
    )}</div>`;
