import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

/** The four states a tag can be in instead of showing what it is for; undefined is that fifth, good one. */
export type TagState = 'loading' | 'empty' | 'failed' | 'signed-out';

/** When a tag asks its server. */
export type Load = 'visible' | 'eager' | 'click';

/**
 * What every tag has: three attributes, and the knowledge of which state it is in. All else is a controller or a part.
 *
 * @attr lang - Language of what the tag itself says; inherited from the closest `lang` of the page, through shadow roots.
 */
export abstract class MastoElement extends LitElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The server to read from: `mastodon.social`, a URL, also with path or `@user@`. Wins over the session around the tag. */
  @property() instance?: string;

  /** `visible`: nothing is asked before the tag comes near the screen · `eager` · `click`: nothing leaves the browser before the reader agrees. */
  @property() load: Load = 'visible';

  #internals?: ElementInternals;
  #shown: TagState | undefined;

  /** Which state the tag is in, for its own `render` and for `:state(…)` in style sheets. */
  protected abstract get state(): TagState | undefined;

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'lang') this.requestUpdate();
    else super.attributeChangedCallback(name, old, value);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.state === this.#shown) return;
    this.#internals ??= this.attachInternals();
    if (this.#shown) this.#internals.states.delete(this.#shown);
    this.#shown = this.state;
    if (this.#shown) this.#internals.states.add(this.#shown);
  }
}
