import { html, nothing } from 'lit';
import type { MediaSpeaker } from '../../i18n/media.js';
import type { MediaAttachment } from '../../mastodon/entities.js';
import { icon, play } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';
import { backdrop } from './backdrop.js';
import { altMark, still } from './media.js';
import { duration, playAlone } from './playing.js';

/** What has become of a film: nobody has pressed it, it plays, it has been stopped, it cannot be played. */
export type FilmState = 'still' | 'on' | 'off' | 'failed';

/** Whoever remembers the films of a post. */
export interface Films {
  /** @param at its place among the attachments of the post */
  state(at: number): FilmState;
  /** Its name: what its button carries as `data-film`. */
  name(at: number): string;
  /** Hears `play`, `pause` and `error` of a player, which has `data-film`. */
  readonly watch: (event: Event) => void;
}

export interface FilmContext {
  readonly post: PostContext;
  readonly films: Films;
  /** The words of media; undefined until they are there. */
  readonly words: MediaSpeaker | undefined;
}

/** Links to a file that is opened elsewhere. */
export const originalOf = ({ url, remoteUrl }: MediaAttachment, page?: string) => url ?? remoteUrl ?? page ?? nothing;

const disc = html`<span class="play">${icon(play, 'icon-solid')}</span>`;

const length = ({ duration: seconds }: MediaAttachment) =>
  seconds ? html`<span class="chip media-length" aria-hidden="true">${duration(seconds)}</span>` : nothing;

/**
 * Comes with the first press, over its still picture, so that nothing is asked before. `referrerpolicy` does not exist
 * for players: what they tell is up to the page's own policy (R107), as a rule its origin and no more.
 */
export function player(item: MediaAttachment, at: number, films: Films) {
  const isLoop = item.type === 'gifv';
  const begin = (event: Event) => {
    playAlone(event);
    films.watch(event);
  };
  return html`<video
    class="film"
    part="player"
    data-film=${films.name(at)}
    src=${item.url ?? nothing}
    aria-label=${item.description || nothing}
    preload="none"
    playsinline
    .muted=${isLoop}
    ?loop=${isLoop}
    ?controls=${!isLoop}
    @play=${begin}
    @pause=${films.watch}
    @error=${films.watch}
  ></video>`;
}

/** Begins, and of what loops, also stops. */
export function filmButton(item: MediaAttachment, at: number, n: number, { films, words }: Omit<FilmContext, 'post'>) {
  const { type, description: text } = item;
  const state = films.state(at);
  const term = type === 'video' ? 'playVideo' : state === 'on' ? 'pauseGifv' : 'playGifv';
  const label = words?.say(text ? `${term}Text` : term, { n, text });
  return html`<button class="media-open" type="button" value="film" data-film=${films.name(at)} aria-label=${label ?? nothing}>${state === 'on' ? nothing : disc}</button>`;
}

/** Instead of a film that cannot be played. */
export const failedFilm = (item: MediaAttachment, words: MediaSpeaker | undefined) => html`<a
  class="media-open media-failed"
  href=${originalOf(item)}
  target="_blank"
  rel="nofollow noopener noreferrer"
  ><span class="chip">${words?.say('failed')}</span></a
>`;

/** A film or a moving picture: a still picture with a button, until it is pressed (R109). The button says what it shows: once is enough. */
export function film(item: MediaAttachment, at: number, n: number, context: FilmContext) {
  const { films, post, words } = context;
  const state = films.state(at);
  const begun = state === 'on' || state === 'off';
  return html`<div class="media-item media-film ${begun ? 'media-begun' : ''}" part="media-item" ${backdrop(item)}>
    ${item.previewUrl ? still({ ...item, url: undefined }, state === 'failed' ? item.description : '') : nothing}
    ${begun ? player(item, at, films) : nothing}
    ${state === 'failed' ? failedFilm(item, words) : begun && item.type === 'video' ? nothing : filmButton(item, at, n, context)}
    ${begun ? nothing : length(item)}${altMark(item, n, post)}
  </div>`;
}

/** A film among other things: too small to be played there, so that it opens as a picture does. */
export function filmLink(item: MediaAttachment, n: number, { post, words }: FilmContext, more: unknown = nothing) {
  const { description: text } = item;
  return html`<div class="media-item media-film" part="media-item" ${backdrop(item)}>
    ${item.previewUrl ? still({ ...item, url: undefined }, '') : nothing}
    <a
      class="media-open"
      href=${originalOf(item)}
      data-open="picture"
      aria-label=${words?.say(text ? 'openVideoText' : 'openVideo', { n, text }) ?? nothing}
      target="_blank"
      rel="nofollow noopener noreferrer"
      >${more === nothing ? disc : nothing}</a
    >${more}${length(item)}${altMark(item, n, post)}
  </div>`;
}
