import { html, type TemplateResult } from 'lit';
import { emojify } from '../../content/content.js';
import type { Account } from '../../mastodon/entities.js';

/** As much of somebody as a row shows. */
export interface Person {
  readonly displayName: string;
  /** `user@host`. */
  readonly acct: string;
  /** https, or empty: then the name's first letter stands there. */
  readonly avatar: string;
  readonly emojis?: Account['emojis'];
}

/** A picture of 32 px. It says nothing to assistive technology: the name stands beside it. */
export const face = ({ avatar, displayName }: Person): TemplateResult => html`
  <span class="avatar avatar-medium" part="avatar" aria-hidden="true">${
    avatar
      ? html`<img src=${avatar} alt="" width="32" height="32" decoding="async" referrerpolicy="no-referrer" />`
      : [...displayName][0]
  }</span>
`;

/** Name above address, each on one line. */
export const names = ({ displayName, acct, emojis = [] }: Person): TemplateResult => html`
  <span class="person-names">
    <bdi class="name" part="name">${emojify(displayName, emojis)}</bdi>
    <bdi class="handle" part="handle" dir="ltr">@${acct}</bdi>
  </span>
`;
