import { pageUrl } from '../base/url.js';
import type { Account, Status, StatusKey } from './entities.js';
import { type Failure, MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';
import { normaliseAccount } from './normalise.js';
import { asId, objects } from './read.js';
import { Session } from './session.js';

const path = '/api/v2/search';
const scope = 'read:search';

/** Asks the reader's own server for what lives at an address, and lets it fetch that from there. */
async function search(home: HomeSession, q: string, type: 'statuses' | 'accounts', signal?: AbortSignal) {
  if (!home.may(scope)) throw new MastoError('out-of-scope', { host: home.host, path, scope });
  const { data, asked } = await home.transport.get(path, { q, type, resolve: true, limit: 1 }, { signal });
  return { found: objects(asObject(data)?.[type]), asked };
}

/** What a server answers, or a browser says, where visitors may not read: no server is asked again for these. */
const doors: readonly Failure[] = ['members-only', 'forbidden', 'blocked', 'unreachable', 'not-mastodon'];

/** Whether a server's door is closed to visitors, as far as one can tell from outside (no CORS looks like no answer). */
export const isClosed = (error: unknown): boolean => error instanceof MastoError && doors.includes(error.failure);

/** The server has looked, and has nothing: it may not know the other one, or may not want to. */
const unresolved = ({ host }: HomeSession) => new MastoError('remote', { host, method: 'GET', path });

/**
 * A post by its address, read through the reader's own server; gives its key in the home stores.
 * @throws MastoError `remote` when that server cannot find it
 */
export async function localStatus(home: HomeSession, url: string, signal?: AbortSignal): Promise<StatusKey> {
  const { found, asked } = await search(home, url, 'statuses', signal);
  // A server of another make may search for the words of an address instead.
  const keys = home.harvest(found, asked);
  const key = keys.find((each) => {
    const { uri, url: page } = home.statuses.get(each)!;
    return uri === url || page === url;
  });
  if (key === undefined) throw unresolved(home);
  return key;
}

/**
 * What the reader's own server calls a post. An id that came with a post is its server's word alone: only one that the
 * home server has given is believed. Asked once a post.
 * @throws MastoError `remote` when that server cannot find it
 */
export async function localId(home: HomeSession, status: Status, signal?: AbortSignal): Promise<string> {
  const { key, uri, url } = status;
  // Read as nobody from the same server, it has the same id.
  const known = (home.statuses.get(key) ?? Session.at(home.origin).statuses.get(key) ?? home.mine.get(key))?.id;
  if (known) return known;
  const address = pageUrl(uri) ?? url;
  if (!address) throw unresolved(home);
  const { id } = home.statuses.get(await localStatus(home, address, signal))!;
  home.mine.learn(key, id);
  return id;
}

/**
 * What the reader's own server calls somebody it has not met yet.
 * @param acct `user@host`
 * @throws MastoError `remote` when that server cannot find them
 */
export async function localAccount(home: HomeSession, acct: string, signal?: AbortSignal): Promise<string> {
  const { found } = await search(home, `@${acct}`, 'accounts', signal);
  const id = asId(found[0]?.['id']);
  if (!id) throw unresolved(home);
  return id;
}

/**
 * What the reader's own server calls somebody whom another server has told of.
 * @throws MastoError `remote` when that server cannot find them
 */
export async function localPerson(home: HomeSession, { key, acct, url }: Account): Promise<string> {
  const { found } = await search(home, `@${acct}`, 'accounts');
  // A server of another make may search for the words of an address instead; and somebody's address may be another there.
  const people = found.map((raw) => normaliseAccount(raw, home.host));
  const person = people.find((each) => each.key === key || (url !== undefined && each.url === url));
  if (!person?.id) throw unresolved(home);
  return person.id;
}
