import type { AccountKey } from './entities.js';
import { asObject, type Raw } from './json.js';
import { asDate, asId, asText } from './read.js';
import { Store } from './store.js';

/** How the API calls what a reader may be to somebody. */
const fields = {
  following: 'following',
  requested: 'requested',
  followedBy: 'followed_by',
  muting: 'muting',
  mutingNotifications: 'muting_notifications',
  blocking: 'blocking',
  blockedBy: 'blocked_by',
  domainBlocking: 'domain_blocking',
} as const;

export type Tie = keyof typeof fields;

const each = Object.keys(fields) as Tie[];

type Ties = Readonly<Partial<Record<Tie, boolean>>>;

/** How the reader stands to somebody: as their server says it, and as it has been guessed meanwhile. */
export interface Relationship {
  readonly key: AccountKey;
  /** What the reader's own server calls them; empty while that is not known. */
  readonly id: string;
  readonly said: Ties;
  /** What has been pressed and not been answered yet. */
  readonly guessed: Ties;
  /** ISO 8601: when the reader hears them again; undefined for never (Mastodon 4.6 says it). */
  readonly mutingExpiresAt: string | undefined;
  /** The reader's private words about them. */
  readonly note: string;
  /** When it was last asked for, ms since 1970; 0 for never. */
  readonly asked: number;
  /** What was asked before this moment does not undo what a press has done; ms since 1970. */
  readonly settled: number;
}

const none: Omit<Relationship, 'key'> = {
  id: '',
  said: {},
  guessed: {},
  mutingExpiresAt: undefined,
  note: '',
  asked: 0,
  settled: 0,
};

/** Some of it is done in the background: for so long a server may still say the old, in ms. */
const afterglow = 3000;

const hostOf = (key: AccountKey) => key.slice(key.lastIndexOf('@'));

/**
 * How the reader stands to people, in their home session and under the people's keys, whichever server a post of theirs
 * was read from. Dispatches an event named after the key whenever that changes, and one named `@host` when all people of a
 * server come or go.
 */
export class Relationships extends Store<Relationship> {
  /** Servers, as `@host`: whether the reader wants to hear nobody of them, and since when that is so. */
  readonly #hosts = new Map<string, { readonly on: boolean; readonly settled: number }>();

  /** What is so, or guessed to be; false for what is not known. */
  is(key: AccountKey, tie: Tie): boolean {
    const { said, guessed } = this.of(key);
    if (tie === 'domainBlocking') return this.#hosts.get(hostOf(key))?.on ?? said[tie] ?? false;
    return guessed[tie] ?? said[tie] ?? false;
  }

  /** Whether the reader's server has said anything of it. */
  knows(key: AccountKey): boolean {
    return !!this.get(key)?.asked;
  }

  /** Whether the reader wants to see nothing of somebody now: muted, blocked, or their whole server is. */
  isHushed(key: AccountKey, now: number): boolean {
    const { mutingExpiresAt } = this.of(key);
    const over = mutingExpiresAt !== undefined && Date.parse(mutingExpiresAt) <= now;
    return (this.is(key, 'muting') && !over) || this.is(key, 'blocking') || this.is(key, 'domainBlocking');
  }

  of(key: AccountKey): Relationship {
    return this.get(key) ?? { key, ...none };
  }

  /** Tells a listener as well when all people of that server come or go. */
  override watch(key: AccountKey, listener: () => void): () => void {
    const end = super.watch(key, listener);
    this.addEventListener(hostOf(key), listener);
    return () => {
      this.removeEventListener(hostOf(key), listener);
      end();
    };
  }

  /** Takes in an answer of the reader's own server about somebody. @param asked when the question left, ms since 1970 */
  take(key: AccountKey, json: unknown, asked: number): void {
    const raw = asObject(json);
    if (!raw) return;
    const old = this.of(key);
    const id = asId(raw['id']) || old.id;
    const whole = this.#hosts.get(hostOf(key));
    const said = raw['domain_blocking'];
    // Where nothing is said of it, as of strangers, it stays.
    if (whole && typeof said === 'boolean' && whole.on !== said && asked >= whole.settled) this.hush(key, said, asked);
    if (asked < old.settled) return this.#set({ ...old, id, asked });
    const mutingExpiresAt = asDate(raw['muting_expires_at']);
    this.#set({ ...old, id, said: ties(raw), mutingExpiresAt, note: asText(raw['note']), asked });
  }

  /**
   * The server has done what was wished, and says how it is now: nothing that was asked before undoes it.
   * @param wished what is so where it does not say
   */
  settle(key: AccountKey, json: unknown, now: number, wished: Ties): void {
    this.#set({ ...this.of(key), settled: 0 });
    this.take(key, json, now);
    const { said } = this.of(key);
    this.#set({
      ...this.of(key),
      said: { ...said, ...wished, ...ties(asObject(json) ?? {}) },
      settled: now + afterglow,
    });
  }

  /** Shows a wish before the server knows of it. */
  guess(key: AccountKey, ties: Ties): void {
    const old = this.of(key);
    this.#set({ ...old, guessed: { ...old.guessed, ...ties } });
  }

  /** Ends guesses about somebody; what the server has said meanwhile stays, or comes to light. */
  end(key: AccountKey, ties: readonly Tie[]): void {
    const old = this.of(key);
    const left = Object.entries(old.guessed).filter(([tie]) => !ties.includes(tie as Tie));
    this.#set({ ...old, guessed: Object.fromEntries(left) });
  }

  /** Remembers what the reader's own server calls somebody. */
  learn(key: AccountKey, id: string): void {
    this.#set({ ...this.of(key), id });
  }

  /** Everybody of somebody's server is wanted no more, or again. @param settled what was asked before does not undo it */
  hush(key: AccountKey, on: boolean, settled: number): void {
    this.#hosts.set(hostOf(key), { on, settled });
    this.dispatchEvent(new Event(hostOf(key)));
  }

  #set(thing: Relationship) {
    const fresh = !this.get(thing.key);
    this.put([thing]);
    if (fresh) this.dispatchEvent(new Event(thing.key));
  }
}

function ties(raw: Raw): Ties {
  const known = each.filter((tie) => typeof raw[fields[tie]] === 'boolean');
  return Object.fromEntries(known.map((tie) => [tie, raw[fields[tie]]]));
}
