import { pageUrl } from '../base/url.js';
import type { Status, StatusEdit } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject, type Raw } from './json.js';
import { normaliseAccount } from './normalise.js';
import { normaliseEmojis, normaliseMedia } from './normalise-parts.js';
import { asDate, asHtml, asText, objects } from './read.js';
import { Session } from './session.js';
import { segment } from './transport.js';

/** Versions that are kept of one post, the latest ones. */
const most = 200;

function normaliseEdit(raw: Raw, host: string): StatusEdit {
  const choices = objects(asObject(raw['poll'])?.['options']).map((option) => asText(option['title']));
  const { displayName, acct, emojis } = normaliseAccount(raw['account'], host);
  return {
    createdAt: asDate(raw['created_at']),
    content: asHtml(raw['content']),
    spoilerText: asText(raw['spoiler_text']).trim(),
    sensitive: raw['sensitive'] === true,
    media: objects(raw['media_attachments']).map(normaliseMedia),
    choices: choices.length ? choices : undefined,
    emojis: normaliseEmojis(raw['emojis']),
    author: { displayName, acct, emojis },
  };
}

/** The latest first, by their dates; where one has none, the server's order is believed, which is the other way round. */
function newestFirst(versions: readonly StatusEdit[]): readonly StatusEdit[] {
  const reversed = versions.toReversed();
  if (versions.some(({ createdAt }) => createdAt === undefined)) return reversed;
  return reversed.sort((a, b) => (a.createdAt! < b.createdAt! ? 1 : a.createdAt! > b.createdAt! ? -1 : 0));
}

/** Who is asked, and by which id. */
interface Way {
  readonly session: Session;
  readonly id: string;
}

/** Where a page has handed a post over, its id may be any server's: its address says whose it is. */
function originOf({ url, uri }: Status): Way | undefined {
  const page = pageUrl(url) ?? pageUrl(uri);
  const { origin, pathname } = page ? new URL(page) : {};
  const id = pathname?.split('/').filter(Boolean).at(-1);
  return origin && id ? { session: Session.at(origin), id } : undefined;
}

async function atHome(home: HomeSession, status: Status, signal: AbortSignal): Promise<Way> {
  const { localId } = await import('./resolve.js');
  return { session: home, id: await localId(home, status, signal) };
}

async function ask({ session, id }: Way, signal: AbortSignal): Promise<readonly StatusEdit[]> {
  const path = `/api/v1/statuses/${segment(id)}/history`;
  const { data } = await session.transport.list(path, {}, { signal });
  return newestFirst(objects(data).map((raw) => normaliseEdit(raw, session.host))).slice(0, most);
}

/**
 * All known versions of a post, the latest first. Asked is the server that it was read from; where that lets nobody in or
 * keeps none, the reader's own.
 * @param from The session that the post was read by; undefined where a page has handed it over.
 * @throws MastoError Why the first one that was asked did not say.
 */
export async function readHistory(
  status: Status,
  from: Session | undefined,
  home: HomeSession | undefined,
  signal: AbortSignal,
): Promise<readonly StatusEdit[]> {
  const way = from ? { session: from, id: status.id } : originOf(status);
  const other = home && home !== from && !home.expired ? home : undefined;
  let why: unknown = new MastoError('not-found', { host: status.host });
  try {
    if (way?.id) return await ask(way, signal);
  } catch (error) {
    if (!other || !(error instanceof MastoError) || error.failure === 'offline') throw error;
    why = error;
  }
  if (!other) throw why;
  return await atHome(other, status, signal)
    .then((local) => ask(local, signal))
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw way ? why : error;
    });
}
