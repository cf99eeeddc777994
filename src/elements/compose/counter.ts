import type { LitElement, ReactiveController } from 'lit';
import type { CountOptions } from '../../mastodon/count.js';

/** A text of this length is counted once typing pauses: at 100,000 it takes 150 ms. */
const long = 4000;

export interface Counted {
  readonly text: string;
  readonly warning: string;
  readonly perUrl: number;
}

type Count = (text: string, options: CountOptions) => number;

/** Counts what is written, as the server will. What it takes to count (all top-level domains there are) comes when something is. */
export class Counter implements ReactiveController {
  /** Undefined while it is not known. */
  value: number | undefined;
  #count: Count | undefined;
  #coming = false;
  #of = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly args: () => Counted,
  ) {
    host.addController(this);
  }

  /** At once, however long it is. */
  now(): number | undefined {
    const { text, warning, perUrl } = this.args();
    return text || warning ? this.#count?.(text, { spoiler: warning, perUrl }) : 0;
  }

  hostUpdate() {
    const { text, warning, perUrl } = this.args();
    const of = `${perUrl} ${warning}\0${text}`;
    if (of === this.#of) return;
    this.#of = of;
    clearTimeout(this.#timer);
    if (text.length < long) this.value = this.now();
    else this.#timer = setTimeout(() => this.#update(), 150);
    if ((text || warning) && !this.#count && !this.#coming) void this.#bring();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#of = '';
  }

  async #bring() {
    this.#coming = true;
    try {
      this.#count = (await import('../../mastodon/count.js')).countCharacters;
      this.#update();
    } catch {
      // The next letter tries again; until then the server counts.
    }
    this.#coming = false;
  }

  #update() {
    this.value = this.now();
    this.host.requestUpdate();
  }
}
