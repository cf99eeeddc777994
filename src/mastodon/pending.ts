/** Sign-ins under way: what is needed to understand the answer, kept until it comes, used once (R16–R18, R46). */
import type { Page } from '../base/page.js';
import type { Client } from './clients.js';
import type { Server } from './server-metadata.js';
import { keysOf, prefix, readStored, removeStored, shelves, writeStored, type Place } from './stored.js';

/** How somebody is to be signed in. */
export interface Wishes {
  /** What the page's tags need; see `scopesFor`. */
  readonly scopes: readonly string[];
  /** What the page's author calls their site. Its host is always said beside it. */
  readonly clientName: string | undefined;
  /** The page that the server sends the reader back to, of this origin, without parameters of ours. */
  readonly redirectUri: string;
  /** In a window of its own; else by leaving this page. */
  readonly popup: boolean;
  /** Where the token is to be remembered. `memory` needs `popup`. */
  readonly keep: Place;
  /** The page to show afterwards; of another origin, `redirectUri` takes its place (table 1.1, 22). */
  readonly returnTo: string;
  /** For the server's pages: `de`. */
  readonly lang: string | undefined;
  /** `user@host`, when somebody is to sign in again. */
  readonly expected: string | undefined;
  /** As somebody else than who is signed in at the server (`force_login`). */
  readonly another: boolean;
}

export interface Pending {
  readonly v: 1;
  readonly state: string;
  readonly server: Server;
  readonly client: Pick<Client, 'id' | 'secret'>;
  /** Byte for byte as registered and asked. */
  readonly redirectUri: string;
  /** Of PKCE. */
  readonly verifier: string;
  /** Literally, of the server. */
  readonly asked: readonly string[];
  /** ms since 1970. */
  readonly created: number;
  readonly wishes: Wishes;
  /** The server had forgotten this site, so it is the second try (R13). */
  readonly again: boolean;
  /** It is in localStorage too: once it is gone from there, copies in tabs have been used. */
  readonly shared: boolean;
}

/** How long an answer is waited for. */
const longestMs = 10 * 60_000;

/** More at once nobody means. */
const most = 5;

const start = `${prefix}pending:`;

/** An age below 0 is a clock that was set back (R46). */
const isYoung = (created: unknown, now: number) =>
  typeof created === 'number' && now >= created && now - created <= longestMs;

const asPending = (found: unknown) => found as Pending | undefined;

/** Every record that can still be seen, too old ones as well, each once. */
export function allPending(page: Page): readonly Pending[] {
  const found = Object.values(shelves(page)).flatMap((shelf) =>
    keysOf(shelf, start).flatMap((key) => asPending(readStored(shelf, key)) ?? []),
  );
  return [...new Map(found.map((one) => [one.state, one])).values()];
}

/** The sign-ins whose answer may still come (R60: a page that is come back to without one has lost it). */
export const waiting = (page: Page): readonly Pending[] =>
  allPending(page).filter(({ created }) => isYoung(created, page.now()));

function forget(page: Page, state: string): void {
  for (const shelf of Object.values(shelves(page))) removeStored(shelf, start + state);
}

/** Removes what is too old, broken, or more than five. */
function purge(page: Page): void {
  const now = page.now();
  for (const shelf of Object.values(shelves(page)))
    for (const key of keysOf(shelf, start))
      if (!isYoung(readStored(shelf, key)?.['created'], now)) removeStored(shelf, key);
  const young = [...allPending(page)].sort((one, other) => other.created - one.created);
  for (const { state } of young.slice(most - 1)) forget(page, state);
}

/**
 * Keeps a record: for a way back in this tab, and in another one (an app that takes links over opens those). A popup's
 * answer comes to this page, which remembers it besides; with `memory` nowhere else.
 * @returns false when it is nowhere
 */
export function putPending(page: Page, record: Omit<Pending, 'v' | 'shared'>): boolean {
  purge(page);
  const { memory, session, local } = shelves(page);
  const key = start + record.state;
  const { popup, keep } = record.wishes;
  const full: Pending = { v: 1, ...record, shared: false };
  const unshared = keep === 'memory' && popup;
  const shared = !unshared && writeStored(local, key, { ...full, shared: true });
  const near = [popup && memory, !unshared && session].map(
    (shelf) => !!shelf && writeStored(shelf, key, { ...full, shared }),
  );
  return shared || near.includes(true);
}

/** The record of a state, which is gone from then on; undefined for none, a used one and one older than ten minutes. */
export function takePending(page: Page, state: string): Pending | undefined {
  const { memory, session, local } = shelves(page);
  const key = start + state;
  const common = asPending(readStored(local, key));
  const found = common ?? asPending(readStored(memory, key) ?? readStored(session, key));
  forget(page, state);
  // A duplicated tab has a copy of what the first one has used.
  if (!found || (found.shared && !common)) return undefined;
  return found.state === state && isYoung(found.created, page.now()) ? found : undefined;
}
