import { html, nothing } from 'lit';
import type { LightboxSpeaker } from '../../i18n/lightbox.js';
import type { MediaSpeaker } from '../../i18n/media.js';
import type { MediaAttachment } from '../../mastodon/entities.js';
import { backdrop } from '../../parts/media/backdrop.js';
import { failedFilm, filmButton, type Films, player } from '../../parts/media/film.js';
import { playAlone } from '../../parts/media/playing.js';

export interface SlideContext {
  readonly words: LightboxSpeaker;
  readonly media: MediaSpeaker | undefined;
  readonly films: Films;
  /** It is what the reader looks at; others are its neighbours, of which only is shown what has been loaded before. */
  readonly isShown: boolean;
  /** Its whole file has been asked for. */
  readonly isLoaded: boolean;
  /** Its whole file is there. */
  readonly isThere: boolean;
  /** It could not be loaded. */
  readonly isBroken: boolean;
  readonly onLoad: (event: Event) => void;
  readonly onError: (event: Event) => void;
}

/** What has been loaded for the gallery stands there until the whole file does. It is drawn no larger than that will be. */
const small = ({ previewUrl, url, width, height }: MediaAttachment) =>
  previewUrl && previewUrl !== url
    ? html`<img class="small" .style=${width && height ? `--_width:${width}px;--_height:${height}px` : ''} src=${previewUrl} alt="" draggable="false" decoding="async" referrerpolicy="no-referrer" />`
    : nothing;

function picture(item: MediaAttachment, _at: number, context: SlideContext) {
  const { url, description } = item;
  const { words, isLoaded, isThere, isBroken, isShown, onLoad, onError } = context;
  return html`<div class="picture" part="picture">
    ${isThere ? nothing : small(item)}
    ${
      isLoaded && !isBroken
        ? html`<img
            class="whole"
            src=${url ?? nothing}
            alt=${isShown ? description || words.say('undescribed') : ''}
            draggable="false"
            decoding="async"
            referrerpolicy="no-referrer"
            @load=${onLoad}
            @error=${onError}
          />`
        : nothing
    }
    ${isBroken ? html`<p class="broken">${words.say('failed')}</p>` : nothing}
  </div>`;
}

function film(item: MediaAttachment, at: number, { films, media, isShown }: SlideContext) {
  const state = isShown ? films.state(at) : 'still';
  const begun = state === 'on' || state === 'off';
  const button = () =>
    begun && item.type === 'video' ? nothing : filmButton(item, at, at + 1, { films, words: media });
  return html`<div class="picture" part="picture" ${backdrop(item)}>
    ${small(item)}${begun ? player(item, at, films) : nothing}${
      !isShown ? nothing : state === 'failed' ? failedFilm(item, media) : button()
    }
  </div>`;
}

const sound = (item: MediaAttachment, at: number, { films, media, isShown }: SlideContext) => html`
  <div class="picture" part="picture">
    ${small(item)}
    ${
      !isShown
        ? nothing
        : films.state(at) === 'failed'
          ? failedFilm(item, media)
          : html`<audio
              part="player"
              data-film=${films.name(at)}
              src=${item.url ?? nothing}
              aria-label=${item.description || (media?.say('audio') ?? nothing)}
              preload="none"
              controls
              @play=${playAlone}
              @error=${films.watch}
            ></audio>`
    }
  </div>
`;

/** One attachment, as large as the stage. @param place how far from what is shown */
export function slide(item: MediaAttachment, at: number, place: number, context: SlideContext) {
  const draw = item.type === 'image' ? picture : item.type === 'audio' ? sound : film;
  return html`<div
    class="slide ${context.isShown ? 'is-shown' : ''}"
    .style=${`--_place:${place}`}
    ?inert=${!context.isShown}
  >${draw(item, at, context)}</div>`;
}
