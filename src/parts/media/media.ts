import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MediaAttachment, Status } from '../../mastodon/entities.js';
import { hide, icon, image, play, smallIcon } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';
import { backdrop } from './backdrop.js';

/** The shape a picture is given when its server does not tell one. */
const unknownShape = { width: 600, height: 400 };

const shapeOf = ({ width, height }: MediaAttachment) => (width && height ? { width, height } : unknownShape);

/** The picture that stands in the post: the small one, but the whole one where it fills the width alone. */
function picture(item: MediaAttachment) {
  const { width, height } = shapeOf(item);
  return html`<img
    src=${ifDefined(item.previewUrl ?? item.url)}
    alt=${item.description}
    width=${width}
    height=${height}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
}

function opened(item: MediaAttachment, n: number, status: Status, { words }: PostContext) {
  const isPicture = item.type === 'image';
  const url = (isPicture ? item.url : status.url) ?? item.url ?? item.previewUrl;
  const label = isPicture
    ? item.description
      ? words.say('openPicture', { text: item.description })
      : words.say('openUndescribed', { n })
    : [words.say('playAt', { kind: words.say(item.type as 'video'), host: status.host }), item.description]
        .filter(Boolean)
        .join(': ');
  return html`<a class="media-item" part="media-item" href=${ifDefined(url)} data-open=${isPicture ? 'picture' : 'status'} aria-label=${label} target="_blank" rel="nofollow noopener noreferrer" ${backdrop(item)}
    >${picture(item)}${isPicture ? nothing : html`<span class="play">${icon(play, 'icon-solid')}</span>`}</a
  >`;
}

/** Neither loaded nor shown before the reader asks (R114). It keeps the picture's shape and colours. */
function covered(item: MediaAttachment, n: number, of: number, status: Status, { words, media }: PostContext) {
  const term = status.sensitive ? 'sensitive' : 'loadPicture';
  const label = words.say(of > 1 ? `${term}Of` : term, { n, host: status.host });
  const { width, height } = shapeOf(item);
  return html`<button class="media-item media-covered" part="media-item" type="button" value="show-media" ${backdrop(item)}>
    <svg class="shape" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true"></svg
    ><span class="chip">${smallIcon(media === 'click' && !status.sensitive ? image : hide)}${label}</span>
  </button>`;
}

/** What is no picture, or is not to be one: a line with a link. */
function file(item: MediaAttachment, status: Status, { words }: PostContext) {
  const kind = words.say(item.type === 'image' ? 'picture' : item.type === 'unknown' ? 'file' : item.type);
  const url = item.url ?? item.remoteUrl ?? status.url;
  return html`<li><a class="media-file" href=${ifDefined(url)} data-open=${item.type === 'image' ? 'picture' : nothing} target="_blank" rel="nofollow noopener noreferrer">${smallIcon(image)}<span>${item.description || kind}</span></a></li>`;
}

/** What can be drawn: pictures, and the still picture of a film. */
const drawable = ({ type, url, previewUrl }: MediaAttachment) =>
  (type === 'image' && (url ?? previewUrl)) || ((type === 'video' || type === 'gifv') && previewUrl);

/** The attachments of a post: a gallery that keeps its shape before a byte of image has come, and links for the rest. */
export function media(status: Status, context: PostContext) {
  const shown = context.media === 'none' ? [] : status.media.filter(drawable);
  const files = status.media.filter((item) => !shown.includes(item));
  const hidden = (status.sensitive || context.media === 'click') && !context.mediaOpen;
  const draw = (item: MediaAttachment, at: number): TemplateResult =>
    hidden ? covered(item, at + 1, shown.length, status, context) : opened(item, at + 1, status, context);
  return html`${
    shown.length
      ? html`<div class="media media-${Math.min(shown.length, 6)} ${shown.length === 1 ? orientation(shown[0]!) : ''}" part="media">${shown.map(draw)}</div>`
      : nothing
  }${files.length ? html`<ul class="media-files" part="media">${files.map((item) => file(item, status, context))}</ul>` : nothing}`;
}

const orientation = (item: MediaAttachment) =>
  shapeOf(item).height > shapeOf(item).width * 1.05 ? 'media-portrait' : '';
