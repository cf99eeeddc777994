import { html, nothing } from 'lit';
import type { CardSpeaker } from '../../i18n/card.js';
import type { PreviewCard } from '../../mastodon/entities.js';
import { close } from '../icon/form-icons.js';
import { icon, play } from '../icon/icon.js';
import { cardPicture, cardText } from '../link-card/link-card.js';
import type { PostContext } from '../post-context.js';

export interface Playing {
  readonly words: CardSpeaker;
  /** The player's address. */
  readonly src: string;
  readonly isOn: boolean;
  /** A sensitive post's card has no picture. */
  readonly sensitive: boolean;
}

/** R78: another site's player, shut in as far as it goes. What it may do is said before where it comes from. */
const frame = (src: string, title: string) =>
  html`<iframe sandbox="allow-scripts allow-same-origin allow-presentation" allow="fullscreen" credentialless referrerpolicy="strict-origin-when-cross-origin" title=${title} src=${src}></iframe>`;

/** A card whose site has a player: it comes when the reader asks for it, in the place of the picture. */
export function player(card: PreviewCard, post: PostContext, { words, src, isOn, sensitive }: Playing) {
  const { title, url, image } = card;
  const { host } = new URL(src);
  const picture = image && post.pictures && !sensitive ? cardPicture({ ...card, imageDescription: '' }) : nothing;
  const facade = html`<button class="player-start" type="button" value="play-card" aria-label=${words.say('play', { title: title || url, host })}>
    ${picture}<span class="player-disc">${icon(play, 'icon-solid')}</span><span class="player-host" .textContent=${words.say('from', { host })}></span>
  </button>`;
  return html`<div class="card card-large card-player" part="card">
    <div class="player">${isOn ? frame(src, title || url) : facade}</div>
    <div class="player-foot">
      <a href=${url} target="_blank" rel="nofollow noopener noreferrer">${cardText(card, post)}</a>
      <button class="icon-button" part="button" type="button" value="stop-card" ?hidden=${!isOn} aria-label=${words.say('stop')} title=${words.say('stop')}>${icon(close)}</button>
    </div>
  </div>`;
}
