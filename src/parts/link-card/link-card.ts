import { html, nothing } from 'lit';
import { ago } from '../../i18n/figures.js';
import type { PreviewCard } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** A picture may stand above its words when it is wide enough, in px, and not upright. */
const isLarge = ({ width = 0, height = 0 }: PreviewCard) => width >= 500 && width > height * 1.2;

/** Whether a card has a player, or authors who are to be found in the fediverse. */
export const hasMore = (card: PreviewCard | undefined): boolean =>
  !!card && (!!card.player || card.authors.some(({ account }) => account));

/** Whose page it is: its real host, always; and what the site says of its author and its day. */
function siteOf({ url, authors, publishedAt }: PreviewCard, { words, now }: PostContext): string {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const name = authors[0]?.name;
  const facts = [host, name && words.say('by', { name }), publishedAt && ago(publishedAt, now, words)];
  return facts.filter(Boolean).join(' · ');
}

export const cardText = (card: PreviewCard, post: PostContext) => html`<span class="card-text">
  <span class="card-site" .textContent=${siteOf(card, post)}></span>
  <span class="card-title" .textContent=${card.title || card.url}></span>
  <span class="card-about" .textContent=${card.description}></span>
</span>`;

export const cardPicture = ({ image, imageDescription, width = 400, height = 400 }: PreviewCard) =>
  html`<img src=${image!} alt=${imageDescription} width=${width} height=${height} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;

/** Where a post's link leads, and what the site says of itself. A player is a link like any other. */
export function linkCard(card: PreviewCard, sensitive: boolean, post: PostContext) {
  const shape = !card.image || !post.pictures || sensitive ? 'card-plain' : isLarge(card) ? 'card-large' : '';
  const picture = shape === 'card-plain' ? nothing : cardPicture(card);
  return html`<a class="card ${shape}" part="card" href=${card.url} target="_blank" rel="nofollow noopener noreferrer">
    ${cardText(card, post)} ${picture}
  </a>`;
}
