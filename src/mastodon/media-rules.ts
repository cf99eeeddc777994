/** What of files a server will not take, told before a byte is sent (R169). */
import type { MediaLimits } from './post-limits.js';

export type MediaKind = 'image' | 'gif' | 'film' | 'sound' | 'other';

/** Why a file is not sent. */
export interface Unfit {
  readonly why: 'empty' | 'heic' | 'type' | 'most' | 'alone' | 'poll' | 'size';
  /** Files, or bytes. */
  readonly limit?: number;
}

/** What stands in the post already. */
export interface Beside {
  readonly kinds: readonly MediaKind[];
  readonly poll: boolean;
}

const byName: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heif: 'image/heif',
  avif: 'image/avif',
  mov: 'video/quicktime',
  m4a: 'audio/mp4',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
};

/** Names that mean the same. */
const same: Readonly<Record<string, string>> = { 'image/jpg': 'image/jpeg', 'audio/mp3': 'audio/mpeg' };

/** A file's type; some browsers know none for what they cannot show. Empty for what nobody knows. */
export function typeOf({ type, name }: Pick<File, 'type' | 'name'>): string {
  const plain = type.split(';')[0]!.trim().toLowerCase();
  const end = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return same[plain] ?? (plain || (byName[end] ?? ''));
}

export function kindOf(type: string): MediaKind {
  if (type === 'image/gif') return 'gif';
  if (type.startsWith('image/')) return 'image';
  return type.startsWith('video/') ? 'film' : type.startsWith('audio/') ? 'sound' : 'other';
}

const isAlone = (kind: MediaKind) => kind === 'film' || kind === 'sound';

/** Why this file cannot go with these; undefined when nothing speaks against it. A picture that is only too large can be made smaller. */
export function unfit(
  file: Pick<File, 'type' | 'name' | 'size'>,
  limits: MediaLimits,
  { kinds, poll }: Beside,
): Unfit | undefined {
  const type = typeOf(file);
  const kind = kindOf(type);
  if (!file.size) return { why: 'empty' };
  if (limits.types && !limits.types.some((each) => each.toLowerCase() === type))
    return { why: /hei[cf]/.test(type) ? 'heic' : 'type' };
  if (poll) return { why: 'poll' };
  if (kinds.length >= limits.most) return { why: 'most', limit: limits.most };
  if (kinds.length && [kind, ...kinds].some(isAlone)) return { why: 'alone' };
  const limit = isAlone(kind) ? limits.filmSize : limits.imageSize;
  return file.size > limit && kind !== 'other' ? { why: 'size', limit } : undefined;
}

/** Characters of an alternative text, as servers count them. */
export const lengthOf = (description: string): number => [...description].length;
