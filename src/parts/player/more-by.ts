import { html, nothing } from 'lit';
import { emojify } from '../../content/content.js';
import type { CardSpeaker } from '../../i18n/card.js';
import type { Account } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

const person = ({ acct, url, displayName, avatarStatic, emojis }: Account, { pictures }: PostContext) =>
  html`<a data-account=${acct} href=${url ?? nothing} title=${`@${acct}`} target="_blank" rel="nofollow noopener noreferrer">${
    avatarStatic && pictures
      ? html`<img src=${avatarStatic} alt="" width="20" height="20" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`
      : nothing
  }<bdi>${emojify(displayName, pictures ? emojis : [])}</bdi></a>`;

/** Those who wrote what a card leads to, where they are to be found in the fediverse. */
export const moreBy = (people: readonly Account[], words: CardSpeaker, post: PostContext) =>
  html`<p class="card-more">${words.weave('moreBy', { name: people.map((each) => person(each, post)) })}</p>`;
