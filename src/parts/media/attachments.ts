import { html, nothing } from 'lit';
import type { MediaAttachment, Status } from '../../mastodon/entities.js';
import { image, smallIcon } from '../icon/icon.js';
import { sound as soundIcon } from '../icon/media-icons.js';
import type { FilmContext } from './film.js';
import { film, filmLink, originalOf } from './film.js';
import { cover, coverText, few, gallery, isCovered, isPicture, picture } from './media.js';
import { sound } from './sound.js';

/** As many as a gallery draws; the rest is counted, and opens with the last one. */
const most = 6;

const isFilm = ({ type, url }: MediaAttachment) => (type === 'video' || type === 'gifv') && !!url;
const isSound = ({ type, url }: MediaAttachment) => type === 'audio' && !!url;

/** What is shown large in the gallery, in its order. */
export const drawable = (item: MediaAttachment): boolean => isPicture(item) || isFilm(item);

/** Whether a post has more to show than what `media` draws. */
export const isMore = ({ media }: Status): boolean => media.length > few || !media.every(isPicture);

/** What can be opened large: films and sounds play there. */
export const openable = (item: MediaAttachment): boolean => drawable(item) || isSound(item);

const hostOf = (url: string | undefined) => (url ? new URL(url).host : '');

/** What is neither picture, film nor sound, is not ready, or is not to be loaded: a line with a link. */
function file(item: MediaAttachment, { url: page, host }: Status, { words }: FilmContext) {
  const { type, url, remoteUrl, description } = item;
  const kind = words?.say(type) ?? '';
  const waits = !url && !remoteUrl && type !== 'unknown';
  const about = waits
    ? words?.say('processing', { host })
    : words?.say('at', { kind, host: hostOf(url ?? remoteUrl ?? page) || host });
  return html`<a
    class="media-file"
    part="media-item"
    href=${originalOf(item, page)}
    data-open=${type === 'image' && url ? 'picture' : nothing}
    target="_blank"
    rel="nofollow noopener noreferrer"
    >${smallIcon(type === 'audio' ? soundIcon : image)}<span><bdi class="media-name">${description || kind}</bdi><small>${about}</small></span></a
  >`;
}

const covers = {
  video: ['sensitiveVideo', 'loadVideo'],
  gifv: ['sensitiveGifv', 'loadGifv'],
  audio: ['sensitiveAudio', 'loadAudio'],
} as const;

/** What covers something, in words. */
function covered(item: MediaAttachment, n: number, of: number, status: Status, { post, words }: FilmContext) {
  const { sensitive, host } = status;
  const terms = of > 1 || item.type === 'image' || item.type === 'unknown' ? undefined : covers[item.type];
  const text = terms ? (words?.say(terms[sensitive ? 0 : 1], { host }) ?? '') : coverText(n, of, status, post);
  return cover(item, sensitive, text);
}

/** "+7" over the last picture that is drawn. */
function moreOf(n: number, { words }: FilmContext) {
  return n > 0
    ? html`<span class="media-more"><span aria-hidden="true">${words?.say('more', { n })}</span><span class="hidden">${words?.say('moreText', { n })}</span></span>`
    : nothing;
}

function drawn(shown: MediaAttachment[], status: Status, context: FilmContext) {
  const isOne = shown.length === 1;
  const rest = shown.length - most;
  return shown.slice(0, most).map((item, index) => {
    const n = index + 1;
    if (isCovered(status, context.post)) return covered(item, n, shown.length, status, context);
    const more = n === most ? moreOf(rest, context) : nothing;
    if (isPicture(item)) return picture(item, n, context.post, more);
    const inPlace = more === nothing && (isOne || item.type === 'gifv');
    return inPlace ? film(item, status.media.indexOf(item), n, context) : filmLink(item, n, context, more);
  });
}

/** All that a post may hold: pictures and films in a gallery, sounds with a player, the rest as links. */
export function attachments(status: Status, context: FilmContext) {
  const { media: all } = status;
  const isLoaded = context.post.media !== 'none';
  const shown = isLoaded ? all.filter(drawable) : [];
  const sounds = isLoaded ? all.filter(isSound) : [];
  const files = all.filter((item) => !shown.includes(item) && !sounds.includes(item));
  const soundOf = (item: MediaAttachment) =>
    isCovered(status, context.post)
      ? html`<div class="media-sound-covered">${covered(item, 1, 1, status, context)}</div>`
      : sound(item, all.indexOf(item), status, context);
  return [
    shown.length ? gallery(shown.slice(0, most), drawn(shown, status, context)) : nothing,
    sounds.length ? html`<div class="media-files" part="media">${sounds.map(soundOf)}</div>` : nothing,
    files.length
      ? html`<div class="media-files" part="media">${files.map((item) => file(item, status, context))}</div>`
      : nothing,
  ];
}
