import type { Page } from '../base/page.js';
import { readParts, type DraftParts } from './draft-parts.js';
import { asObject, type Raw } from './json.js';
import { keysOf, prefix, readStored, removeStored, shelves, writeStored } from './stored.js';

/** A version of the draft that has left for the server. */
export interface Sent {
  /** Its Idempotency-Key: servers take what comes twice with one key once. */
  readonly key: string;
  /** The request's body, to know the version by. */
  readonly body: string;
  /** When, in ms since 1970. */
  readonly at: number;
  /** No answer has come that says what became of it. */
  readonly open: boolean;
}

/** What a reader has changed in a form. What is not there is as the form proposes it. */
export interface Draft extends DraftParts {
  readonly text?: string | undefined;
  /** Null: the proposed one was taken away. */
  readonly warning?: string | null | undefined;
  readonly visibility?: string | undefined;
  readonly language?: string | undefined;
  /** The people that a reply begins with have been put into the text. */
  readonly addressed?: boolean | undefined;
  readonly sent?: Sent | undefined;
}

/** Whose draft, and where it is written (R163). */
export interface Place {
  /** Path of the page, with what of its query is the page's own. */
  readonly page: string;
  /** What is answered, or which form of the page it is. */
  readonly thread: string;
  /** `user@host`; undefined while nobody is signed in. */
  readonly account: string | undefined;
}

/** A draft where it lies. */
export interface Shelved {
  readonly place: Place;
  readonly draft: Draft;
  /** When it was changed last, in ms since 1970. */
  readonly at: number;
  /** It stays on this device. */
  readonly kept: boolean;
}

/** They stand in SECURITY.md. */
const start = `${prefix}draft:`;

/** What was forgotten for so long is not found again: nobody's words should stay on a device for ever. */
const oldest = 30 * 86_400_000;

const keyOf = ({ account = 'anon', page, thread }: Place) => `${start}${account}:${page}:${thread}`;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function readSent(value: unknown): Sent | undefined {
  const { key, body, at, open } = asObject(value) ?? {};
  return typeof key === 'string' && typeof body === 'string' && typeof at === 'number'
    ? { key, body, at, open: open === true }
    : undefined;
}

const ageOf = (raw: Raw | undefined) => (typeof raw?.['at'] === 'number' ? raw['at'] : undefined);

/** Fields of a wrong type are left out, their neighbours stay. */
const readDraft = (raw: Raw): Draft => ({
  text: text(raw['text']),
  warning: raw['warning'] === null ? null : text(raw['warning']),
  visibility: text(raw['visibility']),
  language: text(raw['language']),
  addressed: raw['addressed'] === true,
  sent: readSent(raw['sent']),
  ...readParts(raw),
});

/** Keeps what is being written, by place and account. None of it throws. */
export class Drafts {
  constructor(private readonly page: Page) {
    for (const shelf of this.#shelves())
      for (const key of keysOf(shelf, start))
        if ((ageOf(readStored(shelf, key)) ?? Infinity) < page.now() - oldest) removeStored(shelf, key);
  }

  /**
   * The draft of this place. What somebody wrote before they signed in becomes theirs, unless they have written
   * something later themselves; what they had there goes on the shelf.
   * @param kept as for `write`
   */
  read(place: Place, kept = false): Draft | undefined {
    const own = this.#find(place);
    const nobodys = { ...place, account: undefined };
    const before = place.account ? this.#find(nobodys) : undefined;
    if (!before || (own && ageOf(own)! > ageOf(before)!)) return own && readDraft(own);
    const draft = readDraft(before);
    const thread = `~${crypto.randomUUID()}~${/^https?:/.test(place.thread) ? place.thread : ''}`;
    if (own && own['text'] !== before['text']) this.write({ ...place, thread }, readDraft(own), kept);
    this.write(place, draft, kept);
    this.remove(nobodys);
    return draft;
  }

  /** All of an account's, wherever they were begun, the latest first. */
  all(account: string): readonly Shelved[] {
    const { local, ...near } = shelves(this.page);
    const found = new Map<string, Shelved>();
    for (const shelf of [local, ...Object.values(near)])
      for (const key of keysOf(shelf, `${start}${account}:`)) {
        const raw = readStored(shelf, key);
        const place = { page: text(raw?.['page']) ?? '', thread: text(raw?.['thread']) ?? '', account };
        const at = ageOf(raw);
        // The account of another port begins with the same letters.
        if (!raw || at === undefined || keyOf(place) !== key || (found.get(key)?.at ?? 0) > at) continue;
        found.set(key, { place, draft: readDraft(raw), at, kept: shelf === local });
      }
    return [...found.values()].sort((a, b) => b.at - a.at);
  }

  /**
   * @param kept The account is kept on this device, and so are its drafts; nobody's never are.
   * @returns when it was written, in ms since 1970
   */
  write(place: Place, draft: Draft, kept = false): number {
    const all = shelves(this.page);
    const at = this.page.now();
    const stored = { v: 1, at, page: place.page, thread: place.thread, ...draft };
    // Where storage is denied or full, drafts live as long as the page.
    const order = [kept && place.account ? all.local : undefined, all.session, all.memory];
    const taken = order.find((shelf) => writeStored(shelf, keyOf(place), stored));
    for (const shelf of Object.values(all)) if (shelf !== taken) removeStored(shelf, keyOf(place));
    return at;
  }

  /** When the draft of this place was written, in whatever tab; undefined when there is none. */
  writtenAt(place: Place): number | undefined {
    return ageOf(this.#find(place));
  }

  /** Once it is posted, or nothing is left of it. */
  remove(place: Place): void {
    for (const shelf of this.#shelves()) removeStored(shelf, keyOf(place));
  }

  /** The latest, wherever it is: an account may be kept no longer, or not yet. Broken ones are ignored. */
  #find(place: Place): Raw | undefined {
    const found = this.#shelves().map((shelf) => readStored(shelf, keyOf(place)));
    return found.filter((raw) => ageOf(raw) !== undefined).sort((a, b) => ageOf(b)! - ageOf(a)!)[0];
  }

  #shelves() {
    return Object.values(shelves(this.page));
  }
}
