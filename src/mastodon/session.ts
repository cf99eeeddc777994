import { browser } from '../base/browser.js';
import { registry } from '../base/registry.js';
import { harvestStatuses, normaliseAccount } from './normalise.js';
import { Stores } from './stores.js';
import { Transport, type TransportOptions } from './transport.js';

/** One person, or nobody, at one server. Another account is another session, so nothing leaks from one to the next. */
export class Session {
  /** Nobody's session at a server (an origin). All tags of the page share it, and so share its stores. */
  static at(origin: string): Session {
    const { sessions } = registry;
    const session = (sessions.get(origin) as Session | undefined) ?? new Session(origin);
    sessions.set(origin, session);
    return session;
  }

  readonly transport: Transport;
  readonly #stores = new Stores();
  readonly #ids = new Map<string, string>();

  /** @param signed Nobody's session has neither token nor doubts. */
  protected constructor(origin: string, signed?: Omit<TransportOptions, 'browser'>) {
    this.transport = new Transport(origin, { browser, ...signed });
  }

  /** `https://host[:port]`. */
  get origin(): string {
    return this.transport.origin;
  }

  /** Host and port, as people say it. */
  get host(): string {
    return this.transport.host;
  }

  /** Whether somebody is signed in here. */
  get signedIn(): boolean {
    return false;
  }

  get statuses() {
    return this.#stores.statuses;
  }

  get accounts() {
    return this.#stores.accounts;
  }

  /** Takes posts of an answer in and returns their keys; broken ones are left out. `asked`: when the question left. */
  harvest(json: unknown, _asked?: number): readonly string[] {
    return this.#stores.put(harvestStatuses(json, this.host));
  }

  /** What this server calls an account (`user` or `user@host`). Asked once a page; nothing is kept on disk (R113). */
  async lookUp(acct: string, signal?: AbortSignal): Promise<string> {
    const known = this.#ids.get(acct);
    if (known) return known;
    const path = '/api/v1/accounts/lookup';
    const { data } = await this.transport.get(path, { acct }, { signal });
    const account = normaliseAccount(data, this.host);
    if (!account.id) throw this.transport.strange(path, { acct });
    this.accounts.put([account]);
    this.#ids.set(acct, account.id);
    return account.id;
  }
}
