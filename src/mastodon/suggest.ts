import { registry } from '../base/registry.js';
import type { Account } from './entities.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';
import { normaliseAccount } from './normalise.js';
import { asCount, asName, objects } from './read.js';
import type { Session } from './session.js';

const path = '/api/v2/search';

/** No more are asked for, and no more are shown. */
export const most = 8;

/** So many questions are remembered with their answers: who deletes a letter asks nobody. */
const remembered = 100;

/** A hashtag as the server knows it. */
export interface KnownTag {
  /** Without the sign. */
  readonly name: string;
  /** Posts of the last week that have it; undefined where the server does not say. */
  readonly uses: number | undefined;
}

/** What a hashtag may be made of. Anything else from a server would not be one once it is in a text. */
const tagName = /^[\p{L}\p{M}\p{N}_·]{1,100}$/u;

/** An address that stays one word in a text. */
const address = /^[\w.-]+@[^\s@/]+$/;

/** How well somebody fits what was written of them: 0 is their name in full; undefined is not at all. */
export function fit({ acct, username, displayName }: Account, query: string): number | undefined {
  const words = query.toLowerCase();
  const [short, full] = [username.toLowerCase(), acct.toLowerCase()];
  if (full === words || short === words) return 0;
  if (full.startsWith(words)) return 1;
  const parts = displayName.toLowerCase().split(/[\s,;:/()]+/);
  return parts.some((part) => part.startsWith(words)) ? 2 : undefined;
}

/** Whom the page has met, whichever server told of them: those that fit, the best first, never the reader. */
export function knownPeople(home: HomeSession | undefined, query: string, limit: number): readonly Account[] {
  const sessions = [...(home ? [home] : []), ...registry.sessions.values()] as Session[];
  const met = new Map<string, Account>();
  for (const { accounts } of sessions)
    for (const person of accounts.all)
      if (!met.has(person.key) && person.key !== home?.me.key && address.test(person.acct)) met.set(person.key, person);
  const ranked = [...met.values()].flatMap((person) => {
    const rank = fit(person, query);
    return rank === undefined ? [] : [{ person, rank }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ person }) => person);
}

/** How somebody is called in a text: those of the reader's own server by their short name. */
export function mentionOf({ acct }: Account, home: HomeSession | undefined): string {
  const own = home?.me.acct.replace(/^[^@]*/, '');
  return `@${own && acct.endsWith(own) ? acct.slice(0, -own.length) : acct}`;
}

const answers = new WeakMap<HomeSession, Map<string, unknown>>();

async function search<T>(
  home: HomeSession,
  type: 'accounts' | 'hashtags',
  q: string,
  read: (found: ReturnType<typeof objects>) => T,
  signal: AbortSignal,
): Promise<T> {
  const known = answers.get(home) ?? new Map<string, unknown>();
  answers.set(home, known);
  const question = `${type} ${q}`;
  if (known.has(question)) return known.get(question) as T;
  // As Mastodon's own form asks; what nobody there has looked at is not proposed to others.
  const query = { q, type, limit: most, resolve: false, exclude_unreviewed: type === 'hashtags' || undefined };
  const { data } = await home.transport.get(path, query, { signal });
  const answer = read(objects(asObject(data)?.[type]).slice(0, most));
  known.set(question, answer);
  if (known.size > remembered) known.delete(known.keys().next().value!);
  return answer;
}

/** Whether the reader's server may be asked by what was written. One Latin letter fits everybody. */
export const mayAsk = (home: HomeSession, query: string): boolean =>
  home.may('read:search') && (query.length > 1 || /\P{ASCII}/u.test(query));

/** People whose name begins so, as the reader's own server ranks them. */
export const people = (home: HomeSession, q: string, signal: AbortSignal): Promise<readonly Account[]> =>
  search(
    home,
    'accounts',
    q,
    (found) => {
      const accounts = found.map((raw) => normaliseAccount(raw, home.host)).filter(({ acct }) => address.test(acct));
      home.accounts.put(accounts);
      return accounts;
    },
    signal,
  );

/** Hashtags that begin so. */
export const hashtags = (home: HomeSession, q: string, signal: AbortSignal): Promise<readonly KnownTag[]> =>
  search(
    home,
    'hashtags',
    q,
    (found) =>
      found.flatMap(({ name, history }) => {
        const days = objects(history).map(({ uses }) => asCount(Number(uses)));
        const uses = days.length ? days.reduce<number>((sum, each) => sum + (each ?? 0), 0) : undefined;
        const plain = asName(name).replace(/^#/, '');
        return tagName.test(plain) ? [{ name: plain, uses }] : [];
      }),
    signal,
  );
