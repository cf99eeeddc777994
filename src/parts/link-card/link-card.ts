import { html, nothing } from 'lit';
import type { PreviewCard } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** From how many pixels, and in what shape, a picture may stand above its words instead of beside them. */
const largeFrom = 500;

const isLarge = ({ type, width = 0, height = 0 }: PreviewCard) =>
  type !== 'photo' && width >= largeFrom && width > height * 1.2;

/** The site's name as a reader knows it, without a disguise: the host of the link, always. */
const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, '');

/** Where a post's link leads, as its site describes itself. A player is a link like any other. */
export function linkCard(card: PreviewCard, sensitive: boolean, { media }: PostContext) {
  const picture = card.image !== undefined && media === 'auto' && !sensitive;
  const large = picture && isLarge(card);
  const text = html`<span class="card-text"
    ><span class="card-site">${hostOf(card.url)}</span><span class="card-title">${card.title || card.url}</span>${
      card.description && !large ? html`<span class="card-about">${card.description}</span>` : nothing
    }</span
  >`;
  const image = picture
    ? html`<img src=${card.image} alt=${card.imageDescription} width=${card.width ?? 400} height=${card.height ?? 400} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`
    : nothing;
  return html`<a class="card ${large ? 'card-large' : picture ? '' : 'card-plain'}" part="card" href=${card.url} target="_blank" rel="nofollow noopener noreferrer"
    >${large ? image : nothing}${text}${large ? nothing : image}</a
  >`;
}
