import { limitsOf, type Instance } from '../instance.js';
import { ApiError, unprocessable, validationFailed } from '../http/errors.js';
import type { Params } from '../http/params.js';
import type { AccountRow, MediaRow } from '../world/rows.js';
import { digest } from '../http/cache.js';

const imageLimit = 16_777_216;
const filmLimit = 103_809_024;
const matrixLimit = 33_177_600;

interface Seen {
  type: 'image' | 'video' | 'audio';
  mime: string;
  extension: string;
  width: number;
  height: number;
}

const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** The size in a JPEG's first frame header. */
function jpegSize(view: DataView): [number, number] {
  for (let at = 2; at + 9 < view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    }
    at += 2 + view.getUint16(at + 2);
  }
  return [0, 0];
}

function webpSize(bytes: Uint8Array, view: DataView): [number, number] {
  const kind = ascii(bytes, 12, 4);
  if (kind === 'VP8X') return [1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(27, true) & 0xffffff)];
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return [1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)];
  }
  return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
}

/** What a file is, by its first bytes and not by its name. Undefined for what Mastodon does not take. */
function look(bytes: Uint8Array, view: DataView): Seen | undefined {
  const image = (extension: string, [width, height]: [number, number]): Seen => {
    const mime = `image/${extension === 'jpg' ? 'jpeg' : extension}`;
    return { type: 'image', mime, extension, width, height };
  };
  if (bytes.length < 32) return undefined;
  if (ascii(bytes, 1, 3) === 'PNG') return image('png', [view.getUint32(16), view.getUint32(20)]);
  if (view.getUint16(0) === 0xffd8) return image('jpg', jpegSize(view));
  if (ascii(bytes, 0, 4) === 'GIF8') return image('gif', [view.getUint16(6, true), view.getUint16(8, true)]);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return image('webp', webpSize(bytes, view));
  const film = (mime: string, extension: string): Seen => ({ type: 'video', mime, extension, width: 640, height: 360 });
  const sound = (mime: string, extension: string): Seen => ({ type: 'audio', mime, extension, width: 0, height: 0 });
  // Mastodon makes a JPEG of it, whose size the sandbox does not know.
  if (ascii(bytes, 4, 4) === 'ftyp' && /^(?:hei[cfsx]|hevc|mif1|avif)$/.test(ascii(bytes, 8, 4)))
    return image('jpg', [0, 0]);
  if (ascii(bytes, 4, 4) === 'ftyp') return film('video/mp4', 'mp4');
  if (view.getUint32(0) === 0x1a45dfa3) return film('video/webm', 'webm');
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WAVE') return sound('audio/wav', 'wav');
  if (ascii(bytes, 0, 4) === 'OggS') return sound('audio/ogg', 'ogg');
  if (ascii(bytes, 0, 4) === 'fLaC') return sound('audio/flac', 'flac');
  if (ascii(bytes, 0, 3) === 'ID3' || (view.getUint16(0) & 0xffe0) === 0xffe0) return sound('audio/mpeg', 'mp3');
  return undefined;
}

function checkSize(seen: Seen, size: number): void {
  const image = seen.type === 'image';
  if (size > (image ? imageLimit : filmLimit)) {
    throw validationFailed(`File file size must be less than ${image ? '16 MB' : '99 MB'}`);
  }
  if (seen.width * seen.height > matrixLimit) {
    throw unprocessable(`${seen.width}x${seen.height} images are not supported`);
  }
}

/** What it says of a file that it could not work on. */
export const processingError = { error: 'Error processing thumbnail for uploaded media' };

/** `x,y`, each between −1 and 1; anything else is no focus. */
export function parseFocus(text: string | undefined): MediaRow['focus'] {
  const [x = NaN, y = NaN] = (text ?? '').split(',').map(Number);
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** The path of a stored file, cut into threes as Mastodon cuts ids. */
export const filePath = (id: string, size: 'original' | 'small', name: string) =>
  `/system/media_attachments/files/${id.padStart(18, '0').match(/\d{3}/g)!.join('/')}/${size}/${name}`;

/** Takes a file in. Throws 422 for none, for what is no medium, and for too large ones. */
export async function upload(instance: Instance, who: AccountRow, params: Params): Promise<MediaRow> {
  const file = params.file('file');
  if (!file) throw validationFailed("File can't be blank");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const seen = look(bytes, new DataView(bytes.buffer));
  if (!seen) throw unprocessable('File type of uploaded media could not be verified');
  checkSize(seen, bytes.length);
  const { description: most } = limitsOf(instance);
  const description = params.present('description') ?? null;
  if (description && [...description].length > most) {
    throw validationFailed(`Description is too long (maximum is ${most} characters)`);
  }
  return store(instance, who, seen, bytes, description, parseFocus(params.text('focus')));
}

function store(
  instance: Instance,
  who: AccountRow,
  seen: Seen,
  bytes: Uint8Array<ArrayBuffer>,
  description: string | null,
  focus: MediaRow['focus'],
): MediaRow {
  const { world, origin, settings } = instance;
  const workMs = settings.media[seen.type === 'image' ? 'pictures' : 'films'];
  if (settings.media.fails && !workMs) throw new ApiError(500, processingError);
  const id = world.ids.at(instance.now());
  const name = `${digest(id).slice(0, 16)}.${seen.extension}`;
  const [original, small] = [filePath(id, 'original', name), filePath(id, 'small', name)];
  for (const path of [original, small]) world.files.set(path, { type: seen.mime, body: bytes });
  const row: MediaRow = {
    id,
    accountId: who.id,
    statusId: null,
    type: seen.type,
    url: origin + original,
    previewUrl: origin + small,
    remoteUrl: null,
    description,
    // A grey one: pictures are not decoded here.
    blurhash: seen.type === 'image' ? 'L0Eyb[fQfQfQfQfQfQfQfQfQfQfQ' : null,
    width: seen.width,
    height: seen.height,
    duration: seen.type === 'image' ? null : 2,
    focus,
    readyAt: workMs && instance.now() + workMs,
    failed: settings.media.fails,
  };
  world.media.set(id, row);
  return row;
}
