import { html, nothing } from 'lit';
import type { MediaAttachment, Status } from '../../mastodon/entities.js';
import { hide, image, smallIcon } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';
import { backdrop } from './backdrop.js';

/** As many pictures as come with the post itself; what has more, or anything else, is drawn by `attachments.ts`. */
export const few = 4;

export const isPicture = ({ type, url }: MediaAttachment): boolean => type === 'image' && !!url;

/** The sign that something is described: the description itself comes with the first press. */
export const altMark = ({ description }: MediaAttachment, n: number, { words: { say } }: PostContext) =>
  description
    ? html`<button class="alt" type="button" value="alt" aria-label=${say('altOf', { n })}><span class="chip">${say('alt')}</span></button>`
    : nothing;

export const still = ({ previewUrl, url }: MediaAttachment, alt: string) =>
  html`<img src=${previewUrl ?? url ?? nothing} alt=${alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;

/** A picture, cut to its place around its focus point. @param more said of pictures that are not drawn */
export function picture(item: MediaAttachment, n: number, context: PostContext, more: unknown = nothing) {
  const { url, description: text } = item;
  return html`<div class="media-item" part="media-item" ${backdrop(item)}>
    <a
      class="media-open"
      href=${url ?? nothing}
      data-open="picture"
      aria-label=${context.words.say(text ? 'openPicture' : 'openUndescribed', { n, text })}
      target="_blank"
      rel="nofollow noopener noreferrer"
      >${still(item, text)}</a
    >${more}${altMark(item, n, context)}
  </div>`;
}

/** Neither loaded nor shown before the reader asks (R114). It keeps the place and the colours of what it covers. */
export const cover = (item: MediaAttachment, sensitive: boolean, text: string) =>
  html`<button class="media-item media-covered" part="media-item" type="button" value="show-media" ${backdrop(item)}>
    <span class="chip">${smallIcon(sensitive ? hide : image)}${text}</span>
  </button>`;

export const isCovered = ({ sensitive }: Status, { media, mediaOpen }: PostContext) =>
  (sensitive || media === 'click') && !mediaOpen;

/** What `cover` says of a picture. */
export function coverText(n: number, of: number, { sensitive, host }: Status, { words }: PostContext): string {
  const term = sensitive ? 'sensitive' : 'loadPicture';
  return words.say(of > 1 ? `${term}Of` : term, { n, host });
}

/** The frame around pictures. One alone has its own shape, 3:2 when its server does not tell one, and is not blown up. */
export function gallery(shown: readonly MediaAttachment[], drawn: unknown) {
  const { width, height } = shown[0]!;
  const shape = width && height ? `--_ratio:${width / height};--_width:${width}px` : '';
  return html`<div class="media media-${shown.length}" part="media" .style=${shape}>${drawn}</div>`;
}

/** Up to four pictures, in a gallery that keeps its shape before a byte of them has come; whatever else there is, as a link. */
export function media(status: Status, context: PostContext) {
  const shown = context.media === 'none' ? [] : status.media.filter(isPicture).slice(0, few);
  const n = status.media.length - shown.length;
  const covered = isCovered(status, context);
  const draw = (item: MediaAttachment, at: number) =>
    covered
      ? cover(item, status.sensitive, coverText(at + 1, shown.length, status, context))
      : picture(item, at + 1, context);
  return [
    shown.length ? gallery(shown, shown.map(draw)) : nothing,
    n
      ? html`<p class="media-rest"><a href=${status.url ?? nothing} data-open="status" target="_blank" rel="nofollow noopener noreferrer">${context.words.say('attachments', { n })}</a></p>`
      : nothing,
  ];
}
