import { registry } from '../base/registry.js';
import { type Ballot, ballotIn, noBallot } from './ballot.js';
import type { AccountKey, Deed, FilterHit, MyView, Status, StatusKey } from './entities.js';
import { readFiltered } from './filtered.js';
import { asObject, type Raw } from './json.js';
import { asCount, asId } from './read.js';
import type { Session } from './session.js';
import { Store } from './store.js';

/** Each deed: how the API calls it, and which count holds it. Some are nobody else's business. */
const deeds = {
  favourited: ['favourited', 'favourites_count', 'favouritesCount'],
  boosted: ['reblogged', 'reblogs_count', 'boostsCount'],
  bookmarked: ['bookmarked', undefined, undefined],
  pinned: ['pinned', undefined, undefined],
  muted: ['muted', undefined, undefined],
} as const;

const each = Object.keys(deeds) as Deed[];

/** The reader's own part of a post, as their server says it and as it has been guessed meanwhile. */
export interface MyPart {
  readonly key: StatusKey;
  /** What the reader's own server calls the post; empty while that is not known. */
  readonly id: string;
  readonly said: Readonly<Partial<Record<Deed, boolean>>>;
  /** What has been pressed and not been answered yet. */
  readonly guessed: Readonly<Partial<Record<Deed, boolean>>>;
  /** What was asked before this moment does not undo what a press has done; ms since 1970. */
  readonly settled: Readonly<Partial<Record<Deed, number>>>;
  /** Counts as servers gave them (see `named`) → whether the reader is in them; the last few. */
  readonly counted: ReadonlyMap<string, boolean>;
  /** What the reader has chosen in its poll; undefined while nothing is known of that. */
  readonly ballot?: Ballot | undefined;
  /** The reader's filters that it meets, anywhere; undefined where their server has not looked. */
  readonly filtered?: readonly FilterHit[] | undefined;
  /** Whether they may quote it: `automatic`, `manual`, `denied` …; undefined where their server has not said. */
  readonly quoting?: string | undefined;
}

/** Some deeds are undone in the background: for so long a server may still say the old, in ms. */
const afterglow = 3000;

/** A post that is on the page for hours is counted many times. */
const most = 16;

/** A quote in a boost is the deepest that a server sends. */
const deepest = 3;

const none: Omit<MyPart, 'key'> = { id: '', said: {}, guessed: {}, settled: {}, counted: new Map() };

const isOn = ({ said, guessed }: MyPart, deed: Deed) => guessed[deed] ?? said[deed] ?? false;

const without = <T extends object>(record: T, deed: Deed): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== deed)) as T;

/** A deed's count as one server gave it. One that has moved since is another, and is taken as it is. */
const named = (host: string, deed: Deed, count: number) => `${host} ${deed} ${count}`;

/**
 * The reader's own part of every post they have met, in their home session and under the post's key, whichever server
 * the post was read from. Dispatches an event named after the key whenever that part changes.
 */
export class Mine extends Store<MyPart> {
  /** @param me Whose own posts are their own. @param host The reader's own server. */
  constructor(
    private readonly me: AccountKey,
    private readonly host: string,
  ) {
    super();
  }

  /** Whether a deed is done, or guessed to be. */
  is(key: StatusKey, deed: Deed): boolean {
    return isOn(this.#part(key), deed);
  }

  /** What the reader's server said of a deed last, whatever is guessed; undefined while it has said nothing. */
  said(key: StatusKey, deed: Deed): boolean | undefined {
    return this.#part(key).said[deed];
  }

  /** The reader's filters that a post meets, whatever list they are for; undefined where their server has not looked. */
  filteredBy(key: StatusKey): readonly FilterHit[] | undefined {
    return this.get(key)?.filtered;
  }

  /** A post as this reader is shown it: counts hold them exactly once. */
  join(facts: Status): { readonly status: Status; readonly mine: MyView } {
    const part = this.#part(facts.key);
    const { visibility, account } = facts;
    const done = Object.fromEntries(each.map((deed) => [deed, isOn(part, deed)])) as Record<Deed, boolean>;
    const status = {
      ...facts,
      favouritesCount: joined(part, 'favourited', facts),
      boostsCount: joined(part, 'boosted', facts),
    };
    const open = visibility === 'public' || visibility === 'unlisted';
    const boostable = open || (visibility === 'private' && account === this.me);
    const busy = each.filter((deed) => deed in part.guessed);
    return { status, mine: { ...done, boostable, busy } };
  }

  /**
   * Reads what an answer of the reader's own server says of them.
   * @param keyOf the key of what the server calls an id · @param asked when the question left, ms since 1970: what was
   * asked before a press was answered does not undo it
   */
  take(json: unknown, keyOf: (id: string) => StatusKey | undefined, asked: number, depth = 0): void {
    for (const item of [json].flat()) {
      const raw = asObject(item);
      if (!raw || depth > deepest) continue;
      // Others than Mastodon put the post itself there, or keep it in a corner of their own.
      const quoted = asObject(raw['quote']) ?? asObject(asObject(raw['pleroma'])?.['quote']);
      // Deeds belong to the post itself, not to the act of boosting it.
      this.take([raw['reblog'], quoted?.['quoted_status'] ?? quoted], keyOf, asked, depth + 1);
      const id = asId(raw['id']);
      const key = !asObject(raw['reblog']) && id ? keyOf(id) : undefined;
      if (key !== undefined) this.#takeOne(raw, key, id, asked);
    }
  }

  /** Shows a wish before the server knows of it. */
  guess(status: Status, deed: Deed, on: boolean): void {
    const part = this.#part(status.key);
    const elsewhere = [...(registry.sessions.values() as Iterable<Session>)];
    const seen = [status, ...elsewhere.map((at) => at.statuses.get(status.key))];
    // What is known of a count already is known better.
    const names = seen.flatMap((facts) => countIn(facts, deed)).filter((name) => !part.counted.has(name));
    const counted = lately(part.counted, new Map(names.map((name) => [name, isOn(part, deed)])));
    this.#set({ ...part, counted, guessed: { ...part.guessed, [deed]: on } });
  }

  /** The server has done what was wished; a guess stays, for the reader may wish something else by now. */
  settle(key: StatusKey, deed: Deed, on: boolean, now: number): void {
    const part = this.#part(key);
    const settled = { ...part.settled, [deed]: now + afterglow };
    this.#set({ ...part, settled, said: { ...part.said, [deed]: on } });
  }

  /** Ends a guess; what the server has said meanwhile stays, or comes to light. */
  end(key: StatusKey, deed: Deed): void {
    const part = this.#part(key);
    this.#set({ ...part, guessed: without(part.guessed, deed) });
  }

  /** Remembers what the reader's own server calls a post. */
  learn(key: StatusKey, id: string): void {
    this.#set({ ...this.#part(key), id });
  }

  /** What the reader has chosen in the post's poll. */
  ballot(key: StatusKey): Ballot {
    return this.#part(key).ballot ?? noBallot;
  }

  /** Shows a choice, or what has become of it. */
  cast(key: StatusKey, ballot: Ballot): void {
    this.#set({ ...this.#part(key), ballot });
  }

  /** Reads what an answer about the poll alone says of the reader. */
  takePoll(key: StatusKey, json: unknown, asked: number): void {
    this.cast(key, ballotIn(json, this.ballot(key), asked)!);
  }

  #part(key: StatusKey): MyPart {
    return this.get(key) ?? { key, ...none };
  }

  #takeOne(raw: Raw, key: StatusKey, id: string, asked: number) {
    const part = this.#part(key);
    const said = { ...part.said };
    const known = new Map(part.counted);
    const fresh = new Map<string, boolean>();
    for (const deed of each) {
      const value = raw[deeds[deed][0]];
      if (typeof value !== 'boolean') continue;
      // Who had done it before this page knew was in every count from the start.
      if (part.said[deed] === undefined)
        for (const name of known.keys()) if (name.includes(` ${deed} `)) known.set(name, value);
      const count = asCount(raw[`${deeds[deed][1]}`]);
      if (count !== undefined) fresh.set(named(this.host, deed, count), value);
      if (!(asked < (part.settled[deed] ?? 0))) said[deed] = value;
    }
    const filtered = Array.isArray(raw['filtered']) ? readFiltered(raw['filtered']) : part.filtered;
    const ballot = ballotIn(raw['poll'], part.ballot, asked);
    // What is sent to everybody speaks of nobody: it says `denied`.
    const approval = 'favourited' in raw ? asObject(raw['quote_approval'])?.['current_user'] : undefined;
    const quoting = typeof approval === 'string' ? approval : part.quoting;
    this.#set({ ...part, id, said, counted: lately(known, fresh), ballot, filtered, quoting });
  }

  #set(part: MyPart) {
    const fresh = !this.get(part.key);
    this.put([part]);
    // A post may be on the page long before anything of it is known to be the reader's.
    if (fresh) this.dispatchEvent(new Event(part.key));
  }
}

/** What a server counts of a deed, by name; nothing where it does not. */
function countIn(status: Status | undefined, deed: Deed): string[] {
  const field = deeds[deed][2];
  const count = field && status?.[field];
  return count === undefined ? [] : [named(status!.host, deed, count)];
}

/** Adds the reader to a count that does not hold them yet, or takes them out of one that still does. */
function joined(part: MyPart, deed: 'favourited' | 'boosted', status: Status): number | undefined {
  const count = status[deeds[deed][2]];
  const held = count !== undefined && part.counted.get(named(status.host, deed, count));
  return typeof held === 'boolean' && count !== undefined
    ? Math.max(0, count + Number(isOn(part, deed)) - Number(held))
    : count;
}

/** The last ones of both; the second ones count more, and stay longer. */
function lately(old: MyPart['counted'], fresh: MyPart['counted']): MyPart['counted'] {
  const kept = [...old].filter(([name]) => !fresh.has(name));
  return new Map([...kept, ...fresh].slice(-most));
}
