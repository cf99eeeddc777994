import type { LitElement, ReactiveController } from 'lit';
import type * as Counting from '../../mastodon/count.js';

/** A text of this length is counted once typing pauses: at 100,000 it takes 150 ms. */
const long = 4000;

export interface Counted {
  readonly text: string;
  readonly warning: string;
  readonly perUrl: number;
  /** It quotes another post. */
  readonly quoting: boolean;
  /** How many there may be; undefined while that is not known. */
  readonly most: number | undefined;
}

/** Counts what is written, as the server will. What it takes to count (all top-level domains there are) comes when something is. */
export class Counter implements ReactiveController {
  /** Undefined while it is not known. */
  value: number | undefined;
  /** Where in the text begins what is too much; undefined when nothing is. */
  beyond: number | undefined;
  #counting: typeof Counting | undefined;
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
    const { text, warning, perUrl, quoting, most = Infinity } = this.args();
    const options = { spoiler: warning, perUrl, quoting };
    const value = text || warning ? this.#counting?.countCharacters(text, options) : 0;
    this.beyond = (value ?? 0) > most ? this.#counting?.fitting(text, most, options) : undefined;
    return value;
  }

  hostUpdate() {
    const { text, warning, perUrl, quoting, most } = this.args();
    const of = `${perUrl} ${most} ${quoting} ${warning}\0${text}`;
    if (of === this.#of) return;
    this.#of = of;
    clearTimeout(this.#timer);
    if (text.length < long) this.value = this.now();
    else this.#timer = setTimeout(() => this.#update(), 150);
    if ((text || warning) && !this.#counting && !this.#coming) void this.#bring();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.#of = '';
  }

  async #bring() {
    this.#coming = true;
    try {
      this.#counting = await import('../../mastodon/count.js');
      this.#update();
    } catch {
      // The next letter tries again; until then the server counts.
    }
    this.#coming = false;
  }

  #update() {
    this.value = this.now();
    // Drawn in the next task: neither keeps the page waiting for long.
    this.#timer = setTimeout(() => this.host.requestUpdate());
  }
}
