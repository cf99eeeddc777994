import type { AccountKey } from './entities.js';
import type { NotificationRequest } from './entities-notifications.js';
import { asObject } from './json.js';
import { readRequests } from './normalise-notifications.js';
import { intakeOf } from './notification-pages.js';
import type { Notifications } from './notifications.js';
import { named, refusal } from './permission.js';
import { asCount, asId } from './read.js';
import { segment } from './transport.js';

/** What has become of a request to follow the reader, answered on this page. */
export type Answered = 'accepted' | 'refused';

/** How many are held back is asked again after so long, in ms. */
const fresh = 300_000;

/** How often it is asked whether what was let in has come, and after how long at first, in ms; each time twice as long. */
const [mostLooks, firstLook] = [6, 1000] as const;

const at = '/api/v1/notifications/requests';

/** Answers to those who want something of the reader: to follow them, or to be heard (filtered notifications). */
export class Requests {
  /** How many people's notifications are held back. */
  count = 0;
  /** Those people, as far as they have been read; undefined before. */
  list: readonly NotificationRequest[] | undefined;
  #next: string | undefined;
  #asked = -Infinity;
  #reading: Promise<void> | undefined;
  #looking = false;
  readonly #holds = new Map<string, () => void>();
  readonly #answers = new Map<AccountKey, Answered>();

  constructor(private readonly all: Notifications) {}

  get hasMore(): boolean {
    return !this.list || this.#next !== undefined;
  }

  answered(account: AccountKey): Answered | undefined {
    return this.#answers.get(account);
  }

  /** Somebody asks to follow the reader again: what was answered was another request. */
  askedAnew(account: AccountKey): void {
    this.#answers.delete(account);
  }

  /** Asks how many are held back, where the server has such a thing. Never rejects. */
  look(): void {
    const { home } = this.all;
    const now = home.transport.browser.now();
    if (now - this.#asked < fresh) return;
    this.#asked = now;
    home.transport.get('/api/v2/notifications/policy', {}, { optional: true }).then(
      ({ data }) => {
        this.count = asCount(asObject(asObject(data)?.['summary'])?.['pending_requests_count']) ?? 0;
        this.all.changed();
      },
      () => undefined,
    );
  }

  /** The first ones, then more with each call. Rejects with a `MastoError`. */
  read(): Promise<void> {
    if (!this.hasMore) return Promise.resolve();
    return (this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
      this.all.changed();
    }));
  }

  /** Lets somebody's notifications in, or puts them away. Shown at once, and taken back when it is refused. */
  async answer(request: NotificationRequest, accept: boolean): Promise<void> {
    const scope = 'write:notifications';
    const { home } = this.all;
    const refused = refusal(home, scope);
    if (refused) throw refused;
    const { list } = this;
    const place = list?.findIndex(({ id }) => id === request.id) ?? -1;
    if (place < 0) return; // it is answered already
    this.list = list?.filter(({ id }) => id !== request.id);
    this.count = Math.max(0, this.count - 1);
    this.all.changed();
    try {
      await home.transport.send('POST', `${at}/${segment(request.id)}/${accept ? 'accept' : 'dismiss'}`);
      this.#holds.get(request.id)?.();
      this.#holds.delete(request.id);
    } catch (error) {
      this.list = this.list && [...this.list.slice(0, place), request, ...this.list.slice(place)];
      this.count++;
      this.all.changed();
      throw named(error, scope);
    }
    if (accept) void this.#await();
  }

  /** Lets somebody follow the reader, or not. Shown at once, and taken back when it is refused. */
  async answerFollow(account: AccountKey, accept: boolean): Promise<void> {
    const scope = 'write:follows';
    const { home } = this.all;
    const refused = refusal(home, scope);
    if (refused) throw refused;
    if (this.#answers.has(account)) return;
    const id = home.accounts.get(account)?.id ?? '';
    this.#answers.set(account, accept ? 'accepted' : 'refused');
    this.all.changed();
    try {
      const path = `/api/v1/follow_requests/${segment(id)}/${accept ? 'authorize' : 'reject'}`;
      const { data } = await home.transport.send('POST', path);
      if (asId(asObject(data)?.['id']) === id) home.relationships.take(account, data, home.transport.browser.now());
    } catch (error) {
      this.#answers.delete(account);
      throw named(error, scope);
    } finally {
      this.all.changed();
    }
  }

  async #read() {
    const { home } = this.all;
    const { data, links, asked } = await home.transport.list(this.#next ?? at, this.#next ? undefined : { limit: 40 });
    const known = new Set(this.list?.map(({ id }) => id));
    const found = readRequests(data, intakeOf(home, asked)).filter(({ id }) => !known.has(id));
    for (const { id, account, status } of found) {
      const ends = [home.accounts.hold(account), ...(status === undefined ? [] : [home.statuses.hold(status)])];
      this.#holds.set(id, () => ends.forEach((end) => end()));
    }
    this.list = [...(this.list ?? []), ...found];
    this.#next = data.length ? links.next : undefined;
    if (this.#next === undefined) this.count = this.list.length;
  }

  /** What was let in comes when the server has moved it; a stream may say so earlier. */
  async #await() {
    const { transport } = this.all.home;
    if (this.#looking) return;
    this.#looking = true;
    try {
      for (let n = 0; n < mostLooks; n++) {
        await transport.browser.sleep(firstLook * 2 ** n);
        if (!this.all.isShown) return;
        const { data } = await transport.get(`${at}/merged`, {}, { init: { cache: 'no-store' } });
        if (asObject(data)?.['merged'] === true) break;
      }
    } catch {
      // An older server does not say; it has had its second.
    } finally {
      this.#looking = false;
      this.all.refresh(true);
    }
  }
}
