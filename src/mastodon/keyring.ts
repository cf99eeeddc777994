/** Who is signed in on this site, and where that is remembered. Small: it comes with every page that somebody signed in on. */
import type { Page } from '../base/page.js';
import { keysOf, prefix, readStored, readText, removeStored, shelves, writeStored, type Place } from './stored.js';

/** Somebody's key to their server. Under `masto:v1:<origin>:<id>`, and nowhere else. */
export interface Saved {
  readonly v: 1;
  /** `https://host[:port]` of the server; the token goes there alone (R52). */
  readonly origin: string;
  /** The account's id there. */
  readonly id: string;
  /** `user@host`. */
  readonly acct: string;
  readonly displayName: string;
  /** https, or empty. */
  readonly avatar: string;
  readonly token: string;
  /** What was granted, which may be less than was asked (R33). */
  readonly scopes: readonly string[];
  /** This site, as the server knows it. The secret proves nothing: every page has its own. */
  readonly client: { readonly id: string; readonly secret: string };
  readonly revocationEndpoint: string;
  /** ms since 1970: signed in. */
  readonly at: number;
  /** ms since 1970: last seen here, to the day. */
  readonly used: number;
  /** The last answer of `verify_credentials`, so that a page need not wait for the next one. */
  readonly credentials?: unknown;
}

/** `kept`: also after the browser is closed. */
export type Held = Saved & { readonly kept: boolean };

const day = 24 * 60 * 60_000;

/** Mastodon's tokens never expire; one that is kept and not used for so long is forgotten here. */
const longestIdle = 30 * day;

const currentKey = `${prefix}current`;

/** Who is in front on the whole site, and at their own server: a page may have a `<masto-auth>` for each. */
const frontKeys = (origin: string) => [currentKey, `${currentKey}:${origin}`];

const sharedOrigin =
  '[masto-elements] Other people have pages on this origin, and could read what is kept on it: sign-ins end with the tab.';

const keyOf = ({ origin, id }: Pick<Saved, 'origin' | 'id'>) => `${prefix}${origin}:${id}`;

const isText = (value: unknown) => typeof value === 'string' && !!value;

/** What this version wrote, whole. Anything else is left alone (R23). */
function asSaved(found: Readonly<Record<string, unknown>> | undefined): Saved | undefined {
  const saved = found as unknown as Saved | undefined;
  const whole =
    saved &&
    [saved.origin, saved.id, saved.acct, saved.token].every(isText) &&
    Array.isArray(saved.scopes) &&
    typeof saved.used === 'number' &&
    typeof saved.client === 'object';
  return whole ? saved : undefined;
}

/** Remembers people. Two of them on one page are the same one. */
export class Keyring {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Everybody, in the order they came. Who was kept but not seen here for thirty days is forgotten (table 1.1, 17). */
  all(): readonly Held[] {
    const found = new Map<string, Held>();
    for (const [place, shelf] of Object.entries(shelves(this.#page)))
      for (const key of keysOf(shelf, `${prefix}http`)) {
        const saved = asSaved(readStored(shelf, key));
        if (!saved || keyOf(saved) !== key || found.has(key)) continue;
        const kept = place === 'local';
        if (kept && this.#page.now() - saved.used > longestIdle) removeStored(shelf, key);
        else found.set(key, { ...saved, kept });
      }
    return [...found.values()].sort((one, other) => one.at - other.at);
  }

  /**
   * Who is in front: of this tab, else of this site, else whoever was here last.
   * @param instance An origin: only who is signed in there counts.
   */
  current(instance?: string): Held | undefined {
    const all = this.all().filter(({ origin }) => !instance || origin === instance);
    for (const shelf of Object.values(shelves(this.#page))) {
      const key = readText(shelf, instance ? `${currentKey}:${instance}` : currentKey);
      const front = all.find((one) => keyOf(one) === key);
      if (front) return front;
    }
    return all.reduce<Held | undefined>((last, one) => (last && last.used > one.used ? last : one), undefined);
  }

  /** Remembers somebody, in one place alone. Gives the place it came to: a nearer one where storage refuses (R28, R29). */
  save(saved: Saved, keep: Place): Place {
    if (keep === 'local' && this.#page.shared()) {
      console.warn(sharedOrigin);
      return this.save(saved, 'session');
    }
    const all = shelves(this.#page);
    const key = keyOf(saved);
    for (const shelf of Object.values(all)) removeStored(shelf, key);
    // `kept` says where it was found: it is not written.
    if (writeStored(all[keep], key, { ...saved, kept: undefined })) return keep;
    return this.save(saved, keep === 'local' ? 'session' : 'memory');
  }

  /** Brings somebody to the front: of all tabs when they are kept, else of this one (R22 as corrected). */
  use(saved: Pick<Saved, 'origin' | 'id'>): void {
    const found = this.#find(saved);
    if (!found) return;
    const [held, place] = found;
    const all = shelves(this.#page);
    const key = keyOf(held);
    for (const name of frontKeys(held.origin)) {
      for (const nearer of ['memory', 'session'] as const) removeStored(all[nearer], name);
      if (!writeStored(all[place], name, key)) writeStored(all.memory, name, key);
    }
    // Not at each visit: a write is an event in every other tab.
    const now = this.#page.now();
    if (Math.abs(now - held.used) > day) this.save({ ...held, used: now }, place);
  }

  /** Forgets somebody in this tab and on this site; other tabs have to do so themselves. */
  remove(saved: Pick<Saved, 'origin' | 'id'>): void {
    const key = keyOf(saved);
    for (const shelf of Object.values(shelves(this.#page))) {
      removeStored(shelf, key);
      for (const name of frontKeys(saved.origin)) if (readText(shelf, name) === key) removeStored(shelf, name);
    }
  }

  /** Whether somebody stays signed in after the browser is closed. */
  keep(saved: Pick<Saved, 'origin' | 'id'>, kept: boolean): void {
    const [held] = this.#find(saved) ?? [];
    if (!held || held.kept === kept) return;
    const front = this.current();
    this.save(held, kept ? 'local' : 'session');
    if (front && keyOf(front) === keyOf(held)) this.use(held);
  }

  /** R121: wipes all that this library wrote on this site, and gives who was signed in: their tokens want to be revoked. */
  forgetAll(): readonly Saved[] {
    const all = this.all();
    for (const shelf of Object.values(shelves(this.#page)))
      for (const key of keysOf(shelf, prefix)) removeStored(shelf, key);
    return all;
  }

  #find(saved: Pick<Saved, 'origin' | 'id'>): [Held, Place] | undefined {
    const key = keyOf(saved);
    const held = this.all().find((one) => keyOf(one) === key);
    const place = Object.entries(shelves(this.#page)).find(([, shelf]) => readText(shelf, key) !== undefined)?.[0];
    return held && place ? [held, place as Place] : undefined;
  }
}
