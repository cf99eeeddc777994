/** The time as an instance sees it: the real one, moved, or standing still. */
export class Clock {
  #shift = 0;
  #still: number | undefined;

  constructor(private readonly real: () => number) {}

  /** ms since 1970. */
  now(): number {
    return this.#still ?? this.real() + this.#shift;
  }

  /** Goes on from `time` (ms since 1970). */
  set(time: number): void {
    if (this.#still !== undefined) this.#still = time;
    else this.#shift = time - this.real();
  }

  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  /** Stands still until it is let go. */
  freeze(on: boolean): void {
    const time = this.now();
    this.#still = on ? time : undefined;
    if (!on) this.#shift = time - this.real();
  }

  reset(): void {
    this.#shift = 0;
    this.#still = undefined;
  }
}
