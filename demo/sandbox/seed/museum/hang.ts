import { addPoll } from '../../deeds/post.js';
import { filePath } from '../../deeds/upload.js';
import type { Instance } from '../../instance.js';
import { boatFilm, boatSeconds, boatStill } from '../../pictures/film.js';
import { pictures } from '../../pictures/pictures.js';
import { signs } from '../../pictures/signs.js';
import { birdSeconds, birdSong } from '../../pictures/sound.js';
import type { CardRow, MediaRow, PollRow, StatusRow } from '../../world/rows.js';
import type { StoredFile } from '../../world/world.js';
import { cardImagePath } from '../cards.js';
import { span } from '../script.js';
import type { Piece, Preview, Vote } from './exhibit.js';

const minuteMs = 60_000;

/** Long after anybody has looked. */
const never = Number.MAX_SAFE_INTEGER;

/** A picture, or what is shown of a file before it plays. */
function still({ type, picture }: Piece) {
  const known = picture === undefined ? undefined : pictures[picture];
  if (known) return known;
  if (picture !== undefined) {
    const svg = () => signs[picture as keyof typeof signs];
    return { svg, width: 48, height: 48, alt: '', blurhash: null, focus: undefined };
  }
  if (type !== 'video' && type !== 'gifv') return undefined;
  // The night that the boat is in.
  return { svg: boatStill, width: 640, height: 360, alt: '', blurhash: pictures['moon']!.blurhash, focus: undefined };
}

const films: Readonly<Record<string, StoredFile & { ending: string; seconds: number }>> = {
  video: { ending: 'webm', type: 'video/webm', body: boatFilm, seconds: boatSeconds },
  gifv: { ending: 'webm', type: 'video/webm', body: boatFilm, seconds: boatSeconds },
  audio: { ending: 'wav', type: 'audio/wav', body: birdSong, seconds: birdSeconds },
};

/** Puts a file under an address of this instance. */
function keep(instance: Instance, path: string, file: StoredFile): string {
  instance.world.files.set(path, file);
  return instance.origin + path;
}

function medium(instance: Instance, status: StatusRow, piece: Piece, id: string): MediaRow {
  const shown = still(piece);
  const film = piece.type && films[piece.type];
  const drawn = shown && ({ type: 'image/svg+xml', body: shown.svg } as const);
  const at = (size: 'original' | 'small', file: string, what: StoredFile) =>
    piece.broken ? instance.origin + filePath(id, size, 'gone.svg') : keep(instance, filePath(id, size, file), what);
  const url = film ? at('original', `a.${film.ending}`, film) : drawn ? at('original', 'a.svg', drawn) : null;
  const [width, height] = piece.bare || !shown ? [0, 0] : (piece.size ?? [shown.width, shown.height]);
  return {
    id,
    accountId: status.accountId,
    statusId: status.id,
    type: piece.type ?? 'image',
    url: url ?? '',
    previewUrl: drawn ? at('small', 'a.svg', drawn) : (url ?? ''),
    remoteUrl: piece.type === 'unknown' ? 'https://files.example.org/thing.xyz' : null,
    description: piece.alt === undefined ? (shown?.alt ?? null) : piece.alt,
    blurhash: piece.bare ? null : (shown?.blurhash ?? null),
    width,
    height,
    duration: film?.seconds ?? null,
    focus: piece.focus ?? (piece.bare ? null : (shown?.focus ?? null)),
    // What nobody knows is not kept here: without an address of its own, it never gets done.
    readyAt: piece.processing || piece.type === 'unknown' ? never : 0,
  };
}

/** Hangs files on a post. */
export function hang(instance: Instance, status: StatusRow, pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    const row = medium(instance, status, piece, instance.world.ids.at(status.createdAt));
    instance.world.media.set(row.id, row);
    status.mediaIds.push(row.id);
  }
}

/** Asks the public. @param visitor whose votes are those of the visitor */
export function ask(instance: Instance, status: StatusRow, vote: Vote, visitor: string): PollRow {
  const { options, votes, ends, multiple, hidden } = vote;
  const poll = addPoll(instance, status, {
    options: [...options],
    expiresIn: 0,
    multiple: !!multiple,
    hideTotals: !!hidden,
  });
  poll.expiresAt = ends === null ? null : instance.now() + span(ends) * minuteMs;
  poll.notified = true;
  poll.crowd = [...votes];
  const total = votes.reduce((sum, count) => sum + count, 0);
  poll.crowdVoters = multiple ? Math.ceil(total * 0.7) : total;
  for (const choice of vote.visitor ?? []) poll.votes.push({ accountId: visitor, choice });
  return poll;
}

/** Players live elsewhere than what they are shown in: under the other name of this machine, or of the instance. */
function playersAt({ origin }: Instance): string {
  const url = new URL(origin);
  url.hostname = url.hostname.endsWith('localhost') ? '127.0.0.1' : `players.${url.hostname}`;
  return url.origin;
}

/** What a crawler has found behind a link. */
export function preview(instance: Instance, { picture, authorId, embedUrl, ...card }: Preview): CardRow {
  const found = picture === undefined ? undefined : pictures[picture];
  const path = found && cardImagePath(picture!);
  if (found && path) keep(instance, path, { type: 'image/svg+xml', body: found.svg });
  const author = authorId ? instance.world.accountByName(authorId, null) : undefined;
  return {
    title: '',
    description: '',
    language: null,
    providerName: '',
    authorName: '',
    publishedAt: null,
    ...card,
    authorId: author?.id ?? null,
    ...(embedUrl && { embedUrl: embedUrl.replace('{players}', playersAt(instance)) }),
    image: found
      ? { path: path!, width: found.width, height: found.height, blurhash: found.blurhash, description: found.alt }
      : null,
  };
}
