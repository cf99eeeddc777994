import { html, nothing } from 'lit';
import type { MediaAttachment, Status } from '../../mastodon/entities.js';
import { hide, icon, image, play, smallIcon } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';
import { backdrop } from './backdrop.js';

/** A picture's shape in px; 3:2 when its server does not tell one. */
const shapeOf = ({ width = 0, height = 0 }: MediaAttachment) => (width && height ? [width, height] : [600, 400]);

function opened(item: MediaAttachment, n: number, status: Status, { words: { say } }: PostContext) {
  const { type, url, previewUrl, description: text } = item;
  const isPicture = type === 'image';
  const [width, height] = shapeOf(item);
  const what = isPicture
    ? say(text ? 'openPicture' : 'openUndescribed', { n, text })
    : say('playAt', { kind: say(type), host: status.host });
  return html`<a
    class="media-item"
    part="media-item"
    href=${(isPicture ? url : status.url) ?? url ?? previewUrl ?? nothing}
    data-open=${isPicture ? 'picture' : 'status'}
    aria-label=${isPicture || !text ? what : `${what}: ${text}`}
    target="_blank"
    rel="nofollow noopener noreferrer"
    ${backdrop(item)}
  >
    <img src=${previewUrl ?? url ?? nothing} alt=${text} width=${width!} height=${height!} loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    ${isPicture ? nothing : html`<span class="play">${icon(play, 'icon-solid')}</span>`}
  </a>`;
}

/** Neither loaded nor shown before the reader asks (R114). It keeps the picture's shape and colours. */
function covered(item: MediaAttachment, n: number, of: number, { sensitive, host }: Status, { words }: PostContext) {
  const term = sensitive ? 'sensitive' : 'loadPicture';
  const [width, height] = shapeOf(item);
  return html`<button class="media-item media-covered" part="media-item" type="button" value="show-media" ${backdrop(item)}>
    <svg class="shape" viewBox="0 0 ${width!} ${height!}" width=${width!} height=${height!} aria-hidden="true"></svg>
    <span class="chip">${smallIcon(sensitive ? hide : image)}${words.say(of > 1 ? `${term}Of` : term, { n, host })}</span>
  </button>`;
}

/** What is no picture, or is not to be one: a line with a link. */
function file({ type, url, remoteUrl, description }: MediaAttachment, status: Status, { words }: PostContext) {
  const kind = type === 'image' ? 'picture' : type === 'unknown' ? 'file' : type;
  return html`<a
    class="media-file"
    part="media-item"
    href=${url ?? remoteUrl ?? status.url ?? nothing}
    data-open=${type === 'image' ? 'picture' : ''}
    target="_blank"
    rel="nofollow noopener noreferrer"
    >${smallIcon(image)}<span>${description || words.say(kind)}</span></a
  >`;
}

/** Pictures, and the still picture of a film: what can be drawn. */
const isDrawable = ({ type, url, previewUrl }: MediaAttachment) =>
  (type === 'image' && url) || (type !== 'audio' && type !== 'unknown' && previewUrl);

/** The attachments of a post: a gallery that keeps its shape before a byte of image has come, and links for the rest. */
export function media(status: Status, context: PostContext) {
  const all = status.media;
  const shown = context.media === 'none' ? [] : all.filter(isDrawable);
  const files = all.filter((item) => !shown.includes(item));
  const isHidden = (status.sensitive || context.media === 'click') && !context.mediaOpen;
  const [width, height] = shown.length === 1 ? shapeOf(shown[0]!) : [1, 0];
  const draw = (item: MediaAttachment, at: number) =>
    isHidden ? covered(item, at + 1, shown.length, status, context) : opened(item, at + 1, status, context);
  return [
    shown.length
      ? html`<div class="media media-${Math.min(shown.length, 6)} ${height! > width! ? 'media-portrait' : ''}" part="media">${shown.map(draw)}</div>`
      : nothing,
    files.length
      ? html`<div class="media-files" part="media">${files.map((item) => file(item, status, context))}</div>`
      : nothing,
  ];
}
