import { html } from 'lit';
import { emojify } from '../../../content/content.js';
import type { Account } from '../../../mastodon/entities.js';

/** Somebody's name inside a sentence, in its own direction. */
export const named = ({ displayName, emojis }: Account) => html`<bdi>${emojify(displayName, emojis)}</bdi>`;

/** A host inside a sentence. */
export const hosted = (host: string) => html`<bdi dir="ltr">${host}</bdi>`;

/** The server that somebody's account is at. */
export const hostOf = ({ acct }: Account): string => acct.slice(acct.lastIndexOf('@') + 1);
