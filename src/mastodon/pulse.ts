const minute = 60_000;
/** How long an answer may take. */
const patience = 20_000;

/** Sees whether a socket is dead (R155): a page is not told of the server's pings. */
export class Pulse {
  /** When something was heard last, in ms since 1970. */
  heard = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #probing = false;
  /** Whether a probe was ever answered; how many were not. */
  #answers = false;
  #unanswered = 0;

  constructor(
    private readonly now: () => number,
    private readonly send: (frame: object) => void,
    private readonly dead: () => void,
  ) {}

  /** A server that neither opens nor refuses is not there. */
  await(): void {
    this.#after(patience, this.dead);
  }

  /** Who has been quiet for a minute is asked. */
  watch(wait = minute): void {
    this.#after(wait, () => {
      const quiet = this.now() - this.heard;
      if (quiet < minute) this.watch(minute - quiet);
      else this.probe();
    });
  }

  /** Asks for what does not exist: that it is refused is a pulse. */
  probe(wait = patience): void {
    // Some servers never answer that: they are not left for it again.
    if (this.#unanswered > 1 && !this.#answers) return this.watch();
    const since = this.now();
    this.#probing = true;
    this.send({ type: 'subscribe', stream: 'pulse' });
    this.#after(wait, () => {
      this.#probing = false;
      if (this.heard >= since) return this.watch();
      this.#unanswered++;
      this.dead();
    });
  }

  /** The server has refused something. Whether that was what it should. */
  refused(): boolean {
    this.#answers ||= this.#probing;
    return this.#probing;
  }

  stop(): void {
    this.#probing = false;
    clearTimeout(this.#timer);
  }

  #after(wait: number, work: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, wait);
  }
}
