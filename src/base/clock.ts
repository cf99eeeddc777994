/** One timer for all the times on a page: it ticks while somebody listens and the page is visible. */
class Clock {
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Calls back about every 30 s, and when the page becomes visible again; returns what ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (this.#listeners.delete(listener) && !this.#listeners.size) this.#stop();
    };
  }

  readonly #tick = () => {
    if (document.visibilityState === 'visible') for (const listener of [...this.#listeners]) listener();
  };

  #start() {
    this.#timer = setInterval(this.#tick, 30_000);
    document.addEventListener('visibilitychange', this.#tick);
  }

  #stop() {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#tick);
  }
}

/** The page's clock. */
export const clock = new Clock();
