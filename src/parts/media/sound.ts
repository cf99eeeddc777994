import { html, nothing } from 'lit';
import type { MediaAttachment, Status } from '../../mastodon/entities.js';
import { backdrop } from './backdrop.js';
import { type FilmContext, originalOf } from './film.js';
import { altMark, still } from './media.js';
import { duration, playAlone } from './playing.js';

const isThere = ({ target }: Event) => ((target as HTMLElement).parentElement!.hidden = true);

/** Sound: its cover, what it is, and the browser's own player, which asks for nothing before it is pressed. */
export function sound(item: MediaAttachment, at: number, { url: page }: Status, { films, post, words }: FilmContext) {
  const { url, previewUrl, description, duration: seconds } = item;
  const failed = films.state(at) === 'failed';
  const about = [words?.say('audio'), seconds && duration(seconds)].filter(Boolean).join(' · ');
  return html`<figure class="media-sound" part="media-item">
    ${
      previewUrl && previewUrl !== url
        ? html`<div class="media-cover" @error=${{ handleEvent: isThere, capture: true }} ${backdrop(item)}>${still({ ...item, url: undefined }, '')}</div>`
        : nothing
    }
    <figcaption><bdi class="media-name">${description}</bdi><small>${about}</small></figcaption>
    ${altMark(item, at + 1, post)}
    ${
      failed
        ? html`<a class="media-broken" href=${originalOf(item, page)} target="_blank" rel="nofollow noopener noreferrer">${words?.say('failed')}</a>`
        : html`<audio
            part="player"
            data-film=${films.name(at)}
            src=${url ?? nothing}
            aria-label=${description || (words?.say('audio') ?? nothing)}
            preload="none"
            controls
            @play=${playAlone}
            @error=${films.watch}
          ></audio>`
    }
  </figure>`;
}
