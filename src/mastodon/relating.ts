import type { Account, AccountKey } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asId, objects } from './read.js';
import type { Tie } from './relationships.js';
import { Session } from './session.js';
import { segment } from './transport.js';

/** What a reader can do about a person with one press, and undo with another. */
export type PersonVerb = 'follow' | 'mute' | 'block' | 'block-server';

/** What goes along with it: how long somebody is muted (s; 0 for good), and whether their notifications are, too. */
export interface Choices {
  readonly duration?: number;
  readonly notifications?: boolean;
}

interface Row {
  /** How the API calls it, and how its undoing. */
  readonly call: (on: boolean, id: string, account: Account) => readonly [method: string, path: string, body?: object];
  readonly scope: string;
  /** What is shown before the server has answered. */
  readonly guess: (on: boolean, account: Account) => Readonly<Partial<Record<Tie, boolean>>>;
}

const person =
  (done: string, undone: string): Row['call'] =>
  (on, id) => ['POST', `/api/v1/accounts/${segment(id)}/${on ? done : undone}`];

const hostOf = ({ acct }: Account) => acct.slice(acct.lastIndexOf('@') + 1);

/** One row a verb. */
const verbs: Readonly<Record<PersonVerb, Row>> = {
  follow: {
    call: person('follow', 'unfollow'),
    scope: 'write:follows',
    // Whoever approves their followers is asked first; people of other servers answer by themselves.
    guess: (on, { locked }) =>
      on ? { [locked ? 'requested' : 'following']: true } : { following: false, requested: false },
  },
  mute: {
    call: person('mute', 'unmute'),
    scope: 'write:mutes',
    guess: (muting) => ({ muting }),
  },
  block: {
    call: person('block', 'unblock'),
    scope: 'write:blocks',
    guess: (blocking) =>
      blocking ? { blocking, following: false, requested: false, followedBy: false } : { blocking },
  },
  'block-server': {
    call: (on, _id, account) => [
      on ? 'POST' : 'DELETE',
      `/api/v1/domain_blocks?domain=${encodeURIComponent(hostOf(account))}`,
    ],
    scope: 'write:blocks',
    guess: () => ({}),
  },
};

/** How many people a server is asked about at once. */
const most = 40;

/** What is known is not asked for again so soon, in ms. */
const fresh = 20_000;

/** What the reader does about people, always in their home session, whatever server a post of theirs was read from. */
export class Relating {
  readonly #last = new Map<string, Promise<void>>();
  readonly #wanted = new Map<AccountKey, Account>();
  #asking: Promise<void> | undefined;

  constructor(private readonly home: HomeSession) {}

  /**
   * Does it, or undoes it. It is shown at once, and taken back when it is refused. One request about a person and verb is
   * under way at a time; what is wished meanwhile follows it.
   * @throws MastoError `remote` when the reader's own server cannot find them
   */
  run(verb: PersonVerb, account: Account, on: boolean, choices: Choices = {}): Promise<void> {
    const { home } = this;
    const { scope, guess } = verbs[verb];
    if (home.expired) return Promise.reject(new MastoError('expired', { host: home.host }));
    if (!home.may(scope)) return Promise.reject(new MastoError('out-of-scope', { host: home.host, scope }));
    home.relationships.guess(account.key, guess(on, account));
    // All that a wish before this one may have guessed, too.
    const guessed = { ...guess(true, account), ...guess(false, account) };
    const name = `${verb} ${account.key}`;
    const before = this.#last.get(name)?.catch(() => undefined) ?? Promise.resolve();
    const done = before
      .then(() => this.#send(verb, account, on, choices))
      .finally(() => {
        if (this.#last.get(name) !== done) return; // something else is wished meanwhile
        this.#last.delete(name);
        home.relationships.end(account.key, Object.keys(guessed) as Tie[]);
      });
    this.#last.set(name, done);
    return done;
  }

  /**
   * Asks how the reader stands to people; those asked about in one turn share one request. Never rejects: who may not ask,
   * or is refused, knows nothing.
   */
  know(accounts: readonly Account[]): Promise<void> {
    const { home } = this;
    if (home.expired || !home.may('read:follows')) return Promise.resolve();
    const old = home.transport.browser.now() - fresh;
    for (const account of accounts)
      if (account.key !== home.me.key && home.relationships.of(account.key).asked < old)
        this.#wanted.set(account.key, account);
    if (!this.#wanted.size) return Promise.resolve();
    return (this.#asking ??= Promise.resolve().then(() => this.#ask()));
  }

  /**
   * Whom the reader's own server has told of is known by its id; nobody is looked for elsewhere before there is a wish. An
   * id that came along with somebody is not believed: a page may have it from anywhere.
   */
  #known({ key }: Account): string | undefined {
    const { home } = this;
    const told = home.accounts.get(key) ?? Session.at(home.origin).accounts.get(key) ?? home.relationships.get(key);
    return told?.id || undefined;
  }

  async #ask() {
    const { home } = this;
    const accounts = [...this.#wanted.values()].slice(0, most);
    for (const { key } of accounts) this.#wanted.delete(key);
    this.#asking = undefined;
    const ids = new Map<string, AccountKey>();
    try {
      for (const account of accounts) {
        const id = this.#known(account) ?? (await this.#lookUp(account));
        if (id) ids.set(id, account.key);
        else if (id === '') home.relationships.take(account.key, {}, home.transport.browser.now()); // a stranger to it
      }
      if (!ids.size) return;
      const { data, asked } = await home.transport.get('/api/v1/accounts/relationships', { id: [...ids.keys()] });
      for (const raw of objects(data)) {
        const key = ids.get(asId(raw['id']));
        if (key) home.relationships.take(key, raw, asked);
      }
    } catch {
      // What is not known is asked for again at the next wish.
    }
  }

  /** Empty for a stranger; undefined where the token may not look. */
  async #lookUp({ acct }: Account) {
    if (!this.home.may('read:accounts')) return undefined;
    try {
      const { data } = await this.home.transport.get('/api/v1/accounts/lookup', { acct });
      return asId((data as { id?: unknown } | undefined)?.id);
    } catch (error) {
      if (error instanceof MastoError && error.failure === 'not-found') return '';
      throw error;
    }
  }

  /** Most people are of the reader's own server, or known there: what finds the others is loaded for them. */
  async #localId(account: Account) {
    const known = this.#known(account);
    if (known) return known;
    const id = await (await import('./resolve.js')).localPerson(this.home, account);
    this.home.relationships.learn(account.key, id);
    return id;
  }

  async #send(verb: PersonVerb, account: Account, on: boolean, choices: Choices) {
    const { relationships, transport } = this.home;
    const { call, scope, guess } = verbs[verb];
    const { key } = account;
    const whole = verb === 'block-server';
    if (whole) relationships.hush(key, on, Infinity);
    try {
      const id = whole ? '' : await this.#localId(account);
      const [method, path] = call(on, id, account);
      const { data } = await transport.send(method, path, verb === 'mute' && on ? choices : undefined);
      // Newer than whatever was asked before it was done.
      const now = transport.browser.now();
      if (whole) relationships.hush(key, on, now);
      else relationships.settle(key, data, now, guess(on, account));
    } catch (error) {
      if (whole) relationships.hush(key, !on, 0);
      const scopeless = error instanceof MastoError && error.failure === 'out-of-scope' && !error.facts.scope;
      throw scopeless ? new MastoError('out-of-scope', { ...error.facts, scope }, { cause: error }) : error;
    }
  }
}
