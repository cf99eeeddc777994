import type { NotificationGroup, Unread } from './entities-notifications.js';
import { MastoError } from './errors.js';
import { groupable } from './grouping.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';
import { normaliseAccount } from './normalise.js';
import { type Intake, isGrouped, type NotificationRow, readGroups, readRows } from './normalise-notifications.js';
import { asCount, asId, objects } from './read.js';
import type { Answer, Query } from './transport.js';

/** The kinds that have words of their own: of others a server (Mastodon 4.6) sends words along. */
const spoken =
  'mention status reblog follow follow_request favourite poll update quote quoted_update severed_relationships ' +
  'moderation_warning annual_report admin.sign_up admin.report added_to_collection collection_update';

/** Servers count no further unless they are asked to. */
const mostCounted = 100;

const grouped = '/api/v2/notifications';

/** Where single things are. */
export const single = '/api/v1/notifications';

/** One page as the server has it: of groups, or of single things. */
export interface NotificationPage {
  readonly groups: readonly NotificationGroup[] | undefined;
  readonly rows: readonly NotificationRow[];
  /** The opaque way to the next page; undefined at the end. */
  readonly next: string | undefined;
  readonly asked: number;
}

export interface Wanted {
  /** Empty for all. */
  readonly types: readonly string[];
  readonly limit: number;
}

/** Puts what an answer carries along into the session's stores. */
export const intakeOf = (home: HomeSession, asked: number): Intake => ({
  status: (json) => (asObject(json) ? home.harvest(json, asked)[0] : undefined),
  account: (json) => {
    const raw = asObject(json);
    if (!raw || !(asId(raw['id']) || raw['acct'] || raw['username'])) return undefined;
    const account = normaliseAccount(raw, home.host);
    // A face alone does not take the place of somebody who is known.
    if (!('display_name' in raw && 'note' in raw) && home.accounts.get(account.key)) return account.key;
    home.accounts.put([account]);
    return account.key;
  },
});

/** Not every server has groups: what it says then is no failure. */
const lacks = (error: unknown) =>
  error instanceof MastoError && [400, 404, 405, 410, 501].includes(error.facts.status ?? 0);

/** Asks the grouped API, and the other one where there is none. */
async function either(home: HomeSession, below: string, query: Query, more: Query, signal?: AbortSignal) {
  try {
    return await home.transport.get(grouped + below, { ...query, ...more }, { signal, optional: true });
  } catch (error) {
    if (!lacks(error)) throw error;
    return home.transport.get(single + below, query, { signal, optional: below !== '' });
  }
}

/** Without a `Link`, as snac has it, a full page has the next one behind its last id. */
function nextOf({ links, headers }: Answer, rows: readonly NotificationRow[], { types, limit }: Wanted) {
  if (links.next !== undefined || headers.has('link') || rows.length < limit) return links.next;
  const query = new URLSearchParams({ limit: `${limit}`, max_id: rows.at(-1)!.id });
  for (const type of types) query.append('types[]', type);
  return `${single}?${query.toString()}`;
}

/** Asks for the first page, or for the one that an earlier page's `next` names. Rejects with a `MastoError`, or the signal's reason. */
export async function readNotifications(
  home: HomeSession,
  wanted: Wanted,
  next: string | undefined,
  signal: AbortSignal,
): Promise<NotificationPage> {
  const { types, limit } = wanted;
  const query = { limit, types, supported_types: spoken.split(' ') };
  const answer = next
    ? await home.transport.get(next, undefined, { signal })
    : await either(home, '', query, { grouped_types: groupable }, signal);
  const { data, asked } = answer;
  const intake = intakeOf(home, asked);
  const fits = ({ type }: { readonly type: string }) => !types.length || types.includes(type);
  if (isGrouped(data)) {
    const groups = readGroups(data, intake);
    return { groups: groups.filter(fits), rows: [], next: groups.length ? answer.links.next : undefined, asked };
  }
  if (data !== undefined && !Array.isArray(data)) throw home.transport.strange(next ?? single, undefined);
  const rows = readRows(data, intake);
  return { groups: undefined, rows: rows.filter(fits), next: nextOf(answer, rows, wanted), asked };
}

/** How many are unread, as the server counts: groups, or single things. Undefined where it does not say; never rejects. */
export async function readUnread(
  home: HomeSession,
  types: readonly string[],
): Promise<(Unread & { readonly asked: number }) | undefined> {
  const query = { limit: mostCounted, types };
  try {
    const { data, asked } = await either(home, '/unread_count', query, { grouped_types: groupable });
    const count = asCount(asObject(data)?.['count']);
    return count === undefined ? undefined : { count, capped: count >= mostCounted, asked };
  } catch {
    return undefined;
  }
}

/** One notification anew, with the server's own words for a kind that this library does not know. Undefined where there are none. */
export async function readOne(home: HomeSession, id: string): Promise<NotificationRow | undefined> {
  try {
    const path = `${single}/${encodeURIComponent(id)}`;
    const { data, asked } = await home.transport.get(path, { supported_types: spoken.split(' ') });
    return readRows(objects([data]), intakeOf(home, asked))[0];
  } catch {
    return undefined;
  }
}

/** Whether this library has words for a kind. */
export const isSpoken = (type: string): boolean => spoken.split(' ').includes(type);
