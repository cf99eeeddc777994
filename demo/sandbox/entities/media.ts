import type { Instance } from '../instance.js';
import type { MediaRow } from '../world/rows.js';
import type { Json } from './account.js';

/** Mastodon's small version has about this many pixels. */
const smallPixels = 230_400;

function size(width: number, height: number): Json {
  return { width, height, size: `${width}x${height}`, aspect: width / height };
}

function smallSize(width: number, height: number): Json {
  const factor = Math.min(1, Math.sqrt(smallPixels / (width * height)));
  return size(Math.round(width * factor), Math.round(height * factor));
}

/** What Mastodon reads out of the first picture of a film. */
const colors = { background: '#d9e3e6', foreground: '#12181b', accent: '#2b5c66' };

function meta({ type, width, height, duration, focus }: MediaRow): Json {
  const focused = focus ? { focus } : {};
  if (type === 'audio') return { ...focused, original: { duration, bitrate: 64_000 } };
  if (type === 'unknown') return {};
  if (type === 'image' && !width) return focused;
  if (type === 'image') return { original: size(width, height), small: smallSize(width, height), ...focused };
  const original = { width, height, frame_rate: '25/1', duration, bitrate: 400_000 };
  return { colors, original, small: smallSize(width, height), ...focused };
}

/** A picture, film or sound. While it is being processed it has no address. */
export function mediaJson(instance: Instance, media: MediaRow): Json {
  const ready = media.readyAt <= instance.now();
  return {
    id: media.id,
    type: media.type,
    url: ready ? media.url : null,
    preview_url: media.previewUrl,
    remote_url: media.remoteUrl,
    preview_remote_url: null,
    text_url: null,
    meta: meta(media),
    description: media.description,
    blurhash: media.blurhash,
  };
}
