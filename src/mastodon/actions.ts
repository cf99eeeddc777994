import type { Deed, Status } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';
import { segment } from './transport.js';

/** What a reader can do to a post with one press, and undo with another. */
export type Verb = 'favourite' | 'boost' | 'bookmark' | 'pin' | 'mute-conversation';

interface Row {
  /** The part of `Mine` that it changes. */
  readonly deed: Deed;
  /** How the API calls it, and how its undoing. */
  readonly paths: readonly [done: string, undone: string];
  readonly scope: string;
  /** Where the answer says what is so now. */
  readonly field: string;
}

/** One row a verb. */
const verbs: Readonly<Record<Verb, Row>> = {
  favourite: {
    deed: 'favourited',
    paths: ['favourite', 'unfavourite'],
    scope: 'write:favourites',
    field: 'favourited',
  },
  boost: { deed: 'boosted', paths: ['reblog', 'unreblog'], scope: 'write:statuses', field: 'reblogged' },
  bookmark: { deed: 'bookmarked', paths: ['bookmark', 'unbookmark'], scope: 'write:bookmarks', field: 'bookmarked' },
  pin: { deed: 'pinned', paths: ['pin', 'unpin'], scope: 'write:accounts', field: 'pinned' },
  'mute-conversation': { deed: 'muted', paths: ['mute', 'unmute'], scope: 'write:mutes', field: 'muted' },
};

/** True for a verb of this table. */
export const isVerb = (name: string): name is Verb => Object.hasOwn(verbs, name);

interface Wish {
  on: boolean;
  done?: Promise<void>;
}

/** What the reader does, always in their home session, whatever server a post was read from. */
export class Actions {
  readonly #wishes = new Map<string, Wish>();

  constructor(private readonly home: HomeSession) {}

  /**
   * Does it, or undoes it. It is shown at once, and taken back when it is refused. One request a post and verb is under
   * way at a time: who presses again meanwhile changes the wish, and the last one counts.
   * @param on Default: the other of what is shown
   * @throws MastoError
   */
  run(verb: Verb, status: Status, on = !this.home.mine.is(status.key, verbs[verb].deed)): Promise<void> {
    const { deed, scope } = verbs[verb];
    const { home } = this;
    if (home.expired) return Promise.reject(new MastoError('expired', { host: home.host }));
    if (!home.may(scope)) return Promise.reject(new MastoError('out-of-scope', { host: home.host, scope }));
    home.mine.guess(status, deed, on);
    const name = `${deed} ${status.key}`;
    const wish = this.#wishes.get(name) ?? { on };
    wish.on = on;
    this.#wishes.set(name, wish);
    return (wish.done ??= this.#carryOut(verb, status, wish, () => this.#wishes.delete(name)));
  }

  /** @param end Called in the same turn in which the last wish is found fulfilled, or refused. */
  async #carryOut(verb: Verb, status: Status, wish: Wish, end: () => void) {
    const { home } = this;
    const { deed, scope } = verbs[verb];
    const known = home.mine.said(status.key, deed);
    const first = wish.on;
    try {
      const id = await this.#localId(status);
      // Taken back before anything was sent; or the server has only now been asked, and it is so already.
      if (wish.on !== first || (known === undefined && home.mine.said(status.key, deed) === wish.on)) return;
      for (let on; on !== wish.on;) await this.#send(verb, status, id, (on = wish.on));
    } catch (error) {
      if (error instanceof MastoError && error.failure === 'not-found') void this.#lookAgain(status);
      const scopeless = error instanceof MastoError && error.failure === 'out-of-scope' && !error.facts.scope;
      throw scopeless ? new MastoError('out-of-scope', { ...error.facts, scope }, { cause: error }) : error;
    } finally {
      end();
      home.mine.end(status.key, deed);
    }
  }

  /** A post that is gone is shown as that, wherever it is shown (R129). */
  async #lookAgain({ key }: Status) {
    const reading = await import('./reading.js').catch(() => undefined);
    await reading?.lookAgain(this.home, key);
  }

  /** Most posts come from the reader's own server: what finds the others is loaded for them. */
  async #localId({ ...status }: Status) {
    const known = this.home.statuses.get(status.key)?.id;
    return known || (await import('./resolve.js')).localId(this.home, status);
  }

  async #send(verb: Verb, { key }: Status, id: string, on: boolean) {
    const { home } = this;
    const { deed, paths, field } = verbs[verb];
    const path = `/api/v1/statuses/${segment(id)}/${paths[on ? 0 : 1]}`;
    const { data, asked } = await home.transport.send('POST', path);
    // A boost answers with the boost, and the post in it.
    const raw = asObject(data);
    const said = (asObject(raw?.['reblog']) ?? raw)?.[field];
    home.mine.settle(key, deed, typeof said === 'boolean' ? said : on, home.transport.browser.now());
    if (raw) home.harvest(raw, asked);
  }
}
