import type { LitElement, ReactiveController } from 'lit';
import type { HomeSession } from '../../mastodon/home-session.js';
import { instanceFacts, standardFacts, type InstanceFacts } from '../../mastodon/instance-facts.js';
import { readLimits, standardLimits, type PostLimits } from '../../mastodon/post-limits.js';

export interface Limits extends PostLimits {
  /** The most characters, counted as `countCharacters` does. */
  readonly maxCharacters: number;
  /** What each URL counts, whatever its length. */
  readonly perUrl: number;
}

/** A stock Mastodon's. */
export const stock: Limits = { ...standardLimits, ...standardFacts };

/** What the reader's server lets a post be; undefined until it has said so. One that does not answer has Mastodon's limits (R168). */
export class LimitsController implements ReactiveController {
  value: Limits | undefined;
  #of: HomeSession | undefined;

  constructor(
    private readonly host: LitElement,
    /** Undefined until it may be asked. */
    private readonly home: () => HomeSession | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate() {
    const home = this.home();
    if (!home || home === this.#of) return;
    this.#of = home;
    this.value = undefined;
    const know = (facts: InstanceFacts) => {
      if (home !== this.#of) return;
      this.value = { ...facts, ...readLimits(facts.said) };
      this.host.requestUpdate();
    };
    instanceFacts(home).then(know, () => know(standardFacts));
  }
}
