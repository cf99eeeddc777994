import { html, nothing } from 'lit';
import type { PreviewCard } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** A picture may stand above its words when it is wide enough, in px, and not upright. */
const isLarge = ({ type, width = 0, height = 0 }: PreviewCard) =>
  type !== 'photo' && width >= 500 && width > height * 1.2;

/** Where a post's link leads: its real host, always, and what the site says of itself. A player is a link like any other. */
export function linkCard(card: PreviewCard, sensitive: boolean, { pictures }: PostContext) {
  const { url, title, description, image, imageDescription, width = 400, height = 400 } = card;
  const shape = !image || !pictures || sensitive ? 'card-plain' : isLarge(card) ? 'card-large' : '';
  const picture =
    shape === 'card-plain'
      ? nothing
      : html`<img src=${image!} alt=${imageDescription} width=${width} height=${height} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;
  return html`<a class="card ${shape}" part="card" href=${url} target="_blank" rel="nofollow noopener noreferrer">
    <span class="card-text">
      <span class="card-site" .textContent=${new URL(url).hostname.replace(/^www\./, '')}></span>
      <span class="card-title" .textContent=${title || url}></span>
      <span class="card-about" .textContent=${description}></span>
    </span>
    ${picture}
  </a>`;
}
