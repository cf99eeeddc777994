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

const length = (seconds: number) => {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.00`;
};

function meta({ type, width, height, duration, focus }: MediaRow): Json {
  const focused = focus ? { focus } : {};
  if (type === 'audio') return { original: { duration, bitrate: 64_000 }, ...focused };
  if (type === 'unknown') return {};
  const moving = type === 'image' ? {} : { frame_rate: '25/1', duration, bitrate: 400_000 };
  const original = type === 'image' ? size(width, height) : { width, height, ...moving };
  const described =
    type === 'image' ? {} : { length: length(duration ?? 0), duration, fps: 25, ...size(width, height) };
  return { ...described, original, small: smallSize(width, height), ...focused };
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
    meta: ready ? meta(media) : {},
    description: media.description,
    blurhash: media.blurhash,
  };
}
