import { html, nothing } from 'lit';
import { emojify } from '../../../content/content.js';
import type { ActsSpeaker } from '../../../i18n/acts.js';
import type { MenuSpeaker, MenuTerm } from '../../../i18n/menu.js';
import type { MastoError } from '../../../mastodon/errors.js';
import { refusal } from '../../../parts/refusal/refusal.js';
import type { Facts, Given, Row } from './items.js';

/** What was done, and how it is taken back. */
export interface Said {
  readonly term: MenuTerm;
  readonly row?: Row;
  /** What another press would make of it; undefined where nothing can be taken back. */
  readonly undo?: boolean | undefined;
  /** What could not be copied. */
  readonly link?: string;
}

/** What was not done. */
export interface Problem {
  readonly error: MastoError;
  readonly row: Row;
}

/** What the places of a term hold. */
export function valuesOf(facts: Given, row?: Row) {
  const { author, home } = facts;
  const host = (home && row?.host?.(facts as Facts)) ?? home?.host ?? '';
  return { name: html`<bdi>${emojify(author.displayName, author.emojis)}</bdi>`, host: html`<bdi>${host}</bdi>` };
}

/** What is said otherwise where a person was meant, and not a post. */
const aboutPeople = { remote: 'remotePerson', 'not-found': 'gonePerson' } as const;

function refused({ error, row }: Problem, facts: Given, words: MenuSpeaker, acts: ActsSpeaker) {
  const { failure } = error;
  const { status, author } = facts;
  const host = error.facts.host ?? '';
  const term =
    failure === 'refused' && row.verb === 'pin' ? 'pinRefused' : row.person && aboutPeople[failure as 'remote'];
  const better = term ? words.weave<unknown>(term, { ...valuesOf(facts), host }) : undefined;
  return refusal(error, row.person ? author.url : status.url, acts, better);
}

/** What is said under the post once something was done, or not done. */
export function afterwards(
  facts: Given,
  { said, problem }: { readonly said: Said | undefined; readonly problem: Problem | undefined },
  words: MenuSpeaker,
  acts: ActsSpeaker,
): unknown {
  const sentence = said && !problem ? words.weave<unknown>(said.term, valuesOf(facts, said.row)) : nothing;
  return html`<span role="status">${sentence}</span>${problem ? refused(problem, facts, words, acts) : nothing}${
    said?.link ? html`<input readonly .value=${said.link} aria-label=${words.say('copy')} dir="ltr" />` : nothing
  }${
    said?.undo === undefined
      ? nothing
      : html`<button class="button" part="button" type="button" value="undo">${words.say('undo')}</button>`
  }`;
}
