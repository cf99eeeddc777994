import type { LitElement, ReactiveController } from 'lit';
import type { Account, FilterContext, Status } from '../mastodon/entities.js';
import type { HomeSession } from '../mastodon/home-session.js';
import type { Stores } from '../mastodon/stores.js';

/** A post with everybody that is needed to draw it. */
export interface ShownStatus {
  /** The post itself; for a boost, what was boosted. */
  readonly status: Status;
  readonly author: Account | undefined;
  /** Who boosted it, where the status is a boost. */
  readonly booster: Account | undefined;
}

export type Facts = Pick<Stores, 'statuses' | 'accounts'>;

/** Where a post's facts are, and under which key. */
export interface StatusPlace {
  readonly facts: Facts;
  readonly key: string;
  /** Who reads it, when they are signed in. */
  readonly home?: HomeSession | undefined;
  /** What list it stands in, for the reader's filters; a post that stands alone is part of a thread. */
  readonly context?: FilterContext | undefined;
}

/** Gives its host a post from a store and keeps it there, and updates the host whenever the post changes. */
export class StatusController implements ReactiveController {
  #facts: Facts | undefined;
  #key: string | undefined;
  #shown: string | undefined;
  #release: (() => void)[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly args: () => StatusPlace | undefined,
  ) {
    host.addController(this);
  }

  get value(): ShownStatus | undefined {
    const { statuses, accounts } = this.#facts ?? {};
    const entry = statuses?.get(this.#key ?? '');
    const status = statuses?.proper(this.#key ?? '');
    if (!entry || !status) return undefined;
    return {
      status,
      author: accounts?.get(status.account),
      booster: entry === status ? undefined : accounts?.get(entry.account),
    };
  }

  /** The post was here, and is not any more. */
  get gone(): boolean {
    const { statuses } = this.#facts ?? {};
    return !!statuses && (statuses.isGone(this.#key) || statuses.isGone(statuses.get(this.#key ?? '')?.boost));
  }

  hostUpdate() {
    const { facts, key } = this.args() ?? {};
    if (facts === this.#facts && key === this.#key && this.value?.status.key === this.#shown) return;
    this.#let();
    this.#facts = facts;
    this.#key = key;
    const value = this.value;
    this.#shown = value?.status.key;
    if (!facts || key === undefined) return;
    this.#keep(facts.statuses, key);
    if (this.#shown !== undefined && this.#shown !== key) this.#keep(facts.statuses, this.#shown);
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

  #keep(store: Facts[keyof Facts], key: string) {
    this.#release.push(store.watch(key, this.#update));
  }

  #let() {
    for (const release of this.#release) release();
    this.#release = [];
  }
}
