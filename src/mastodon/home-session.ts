import { Actions } from './actions.js';
import type { Account } from './entities.js';
import type { Client } from './client.js';
import { normaliseAccount } from './normalise.js';
import { MastoError } from './errors.js';
import { asObject } from './json.js';
import { Mine } from './mine.js';
import type { Relating } from './relating.js';
import { Relationships } from './relationships.js';
import { Session } from './session.js';
import type { Stream } from './stream.js';
import type { Translations } from './translations.js';
import { Transport } from './transport.js';

/** What is known of somebody who has signed in. */
export interface Person {
  /** `https://host[:port]` of their server. */
  readonly origin: string;
  /** What the server granted, which may be less than was asked for (R33). */
  readonly scopes: readonly string[];
  /** The answer of `verify_credentials`. */
  readonly credentials: unknown;
}

/** What the reader has set at their server for new posts. */
export interface PostingDefaults {
  readonly visibility: string;
  readonly language: string | undefined;
  readonly sensitive: boolean;
  /** Who may quote them (Mastodon 4.5); undefined where nothing is said. */
  readonly quotePolicy: string | undefined;
}

/**
 * Somebody at their own server. Made when somebody signs in or comes back, so that pages without an account load none of
 * it. What depends on the reader is kept here, whatever server a post was read from.
 */
export class HomeSession extends Session {
  readonly me: Account;
  readonly defaults: PostingDefaults;
  /** The reader's own part of every post, whichever server it was read from. */
  readonly mine: Mine;
  readonly actions = new Actions(this);
  /** How the reader stands to people. */
  readonly relationships = new Relationships();
  readonly scopes: ReadonlySet<string>;
  /** What its server has translated for them; there once something may be. */
  translations?: Translations;
  /** The server no longer takes the token: what has been read stays (R49). */
  expired = false;
  readonly #token: () => string | undefined;
  #client: Promise<Client> | undefined;
  #relating: Promise<Relating> | undefined;
  #stream: Promise<Stream> | undefined;
  #verified: Promise<boolean> | undefined;

  /**
   * @param token Looked up at each request; undefined once it is given back.
   * @param onExpired Called once, when the server has said twice that the token is no good.
   */
  constructor(
    { origin, scopes, credentials }: Person,
    token: () => string | undefined,
    private readonly onExpired: () => void = () => undefined,
  ) {
    super(origin, { token, doubt: (error) => this.#doubt(error) });
    this.#token = token;
    this.me = normaliseAccount(credentials, this.host);
    this.accounts.put([this.me]);
    this.accounts.hold(this.me.key);
    this.mine = new Mine(this.me.key, this.host);
    this.scopes = new Set(scopes);
    const {
      privacy,
      language,
      sensitive,
      quote_policy: quotePolicy,
    } = asObject(asObject(credentials)?.['source']) ?? {};
    this.defaults = {
      visibility: typeof privacy === 'string' ? privacy : 'public',
      language: typeof language === 'string' && language ? language : undefined,
      sensitive: sensitive === true,
      quotePolicy: typeof quotePolicy === 'string' ? quotePolicy : undefined,
    };
  }

  override get signedIn(): boolean {
    return true;
  }

  override harvest(json: unknown, asked: number = this.transport.browser.now()): readonly string[] {
    const keys = super.harvest(json);
    this.mine.take(json, (id) => this.statuses.keyOf(id), asked);
    return keys;
  }

  /** As a visitor's, but that people whom this server has not met are looked for where they live. */
  override async lookUp(acct: string, signal?: AbortSignal): Promise<string> {
    try {
      return await super.lookUp(acct, signal);
    } catch (error) {
      if (!(error instanceof MastoError && error.failure === 'not-found' && acct.includes('@'))) throw error;
      const { localAccount } = await import('./resolve.js');
      return localAccount(this, acct, signal).catch(() => Promise.reject(error));
    }
  }

  /** Its token is given back: nothing is asked in its name any more. */
  get isOver(): boolean {
    return this.#token() === undefined;
  }

  /** Whether posts can be read with the token. A server refuses even public ones to a token that may not. */
  get reads(): boolean {
    return !this.expired && this.may('read:statuses');
  }

  /** Whether the server granted a scope, itself or by a wider one: `write` holds `write:statuses`. */
  may(scope: string): boolean {
    return this.scopes.has(scope) || this.scopes.has(scope.split(':')[0]!);
  }

  /** masto.js's client over this session's transport; loaded at the first wish. */
  client(): Promise<Client> {
    return (this.#client ??= import('./client.js').then(({ createClient }) => createClient(this.transport)));
  }

  /** What the reader does about people; loaded at the first wish. */
  relating(): Promise<Relating> {
    return (this.#relating ??= import('./relating.js').then(({ Relating }) => new Relating(this)));
  }

  /** What its server tells as it happens; loaded at the first wish. */
  stream(): Promise<Stream> {
    return (this.#stream ??= import('./stream.js').then(
      ({ Stream }) => new Stream(this, this.#token),
      (error: unknown) => {
        this.#stream = undefined; // asked for again with the next list
        throw error;
      },
    ));
  }

  /** One endpoint may be broken, or closed to this account: only a second opinion ends a session. */
  async #doubt(error: MastoError): Promise<MastoError> {
    if (error.failure !== 'members-only') return error;
    const good = !this.expired && (await (this.#verified ??= this.#verify()));
    this.#verified = undefined;
    if (good) return error;
    if (!this.expired) {
      this.expired = true;
      this.onExpired();
    }
    return new MastoError('expired', error.facts, { cause: error });
  }

  async #verify() {
    const plain = new Transport(this.origin, { browser: this.transport.browser, token: this.#token });
    try {
      await plain.get('/api/v1/accounts/verify_credentials', undefined, { init: { cache: 'no-store' } });
    } catch (error) {
      return !(error instanceof MastoError && error.failure === 'members-only');
    }
    return true;
  }
}
