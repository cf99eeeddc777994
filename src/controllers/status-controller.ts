import type { LitElement, ReactiveController } from 'lit';
import type { Account, MyView, Status } from '../mastodon/entities.js';
import type { HomeSession } from '../mastodon/home-session.js';
import type { Stores } from '../mastodon/stores.js';

/** A post with everybody that is needed to draw it. */
export interface ShownStatus {
  /** Where its facts are. */
  readonly facts: Facts;
  /** The post itself; for a boost, what was boosted. */
  readonly status: Status;
  readonly author: Account | undefined;
  /** Who boosted it, where the status is a boost. */
  readonly booster: Account | undefined;
  /** The reader's own session, and what of the post is theirs; undefined while nobody is signed in. */
  readonly home?: HomeSession | undefined;
  readonly mine?: MyView;
}

export type Facts = Pick<Stores, 'statuses' | 'accounts'>;

/** Where a post's facts are, under which key, and who reads it. */
export interface StatusPlace {
  readonly facts: Facts;
  readonly key: string;
  readonly home?: HomeSession | undefined;
}

/**
 * Gives its host a post: the facts of the server that was asked, joined with what is the reader's. Keeps both in their
 * stores, and updates the host whenever one of them changes.
 */
export class StatusController implements ReactiveController {
  #facts: Facts | undefined;
  #key: string | undefined;
  #home: HomeSession | undefined;
  #shown: string | undefined;
  #release: (() => void)[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly args: () => StatusPlace | undefined,
  ) {
    host.addController(this);
  }

  get value(): ShownStatus | undefined {
    const facts = this.#facts;
    const entry = facts?.statuses.get(this.#key ?? '');
    const status = entry?.boost ? facts?.statuses.get(entry.boost) : entry;
    if (!facts || !entry || !status) return undefined;
    return {
      facts,
      ...(this.#home?.mine.join(status) ?? { status }),
      home: this.#home,
      author: facts.accounts.get(status.account),
      booster: entry === status ? undefined : facts.accounts.get(entry.account),
    };
  }

  hostUpdate() {
    const { facts, key, home } = this.args() ?? {};
    const same = facts === this.#facts && key === this.#key && home === this.#home;
    if (same && this.value?.status.key === this.#shown) return;
    this.#let();
    this.#facts = facts;
    this.#key = key;
    this.#home = home;
    const value = this.value;
    this.#shown = value?.status.key;
    if (!facts || key === undefined) return;
    this.#keep(facts.statuses, key);
    if (this.#shown !== undefined && this.#shown !== key) this.#keep(facts.statuses, this.#shown);
    if (home && this.#shown !== undefined) this.#keep(home.mine, this.#shown);
    if (value?.author) this.#keep(facts.accounts, value.author.key);
    if (value?.booster) this.#keep(facts.accounts, value.booster.key);
  }

  hostConnected() {
    this.host.requestUpdate();
  }

  hostDisconnected() {
    this.#let();
    this.#facts = undefined;
  }

  readonly #update = () => this.host.requestUpdate();

  #keep(store: Facts[keyof Facts] | HomeSession['mine'], key: string) {
    store.addEventListener(key, this.#update);
    const release = store.hold(key);
    this.#release.push(() => {
      store.removeEventListener(key, this.#update);
      release();
    });
  }

  #let() {
    for (const release of this.#release) release();
    this.#release = [];
  }
}
