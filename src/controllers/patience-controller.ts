import type { LitElement, ReactiveController } from 'lit';
import { browser } from '../base/browser.js';
import { budget } from '../mastodon/rate.js';

/** When a reader is told that the server is slow, in ms (R144). */
const slow = 10_000;

/** While its host waits for a server: whether that takes long, and for how long the server has asked us to stay away (R123). */
export class PatienceController implements ReactiveController {
  /** The server has not answered for ten seconds. */
  slow = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #watched: ReturnType<typeof budget> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly waitsFor: () => string | undefined,
  ) {
    host.addController(this);
  }

  /** Seconds until the server answers again; 0 when it has not asked us to wait. */
  get pausedFor(): number {
    return Math.max(0, Math.ceil(((this.#watched?.pausedUntil ?? 0) - browser.now()) / 1000));
  }

  hostUpdate() {
    const server = this.waitsFor();
    if (server === undefined) return this.#stop();
    if (this.#watched) return;
    this.#watched = budget(server);
    this.#watched.addEventListener('change', this.#count);
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, slow);
    if (this.pausedFor) this.#count();
  }

  hostDisconnected() {
    this.#stop();
  }

  readonly #count = () => {
    this.#ticker ??= setInterval(() => this.host.requestUpdate(), 1000);
    this.host.requestUpdate();
  };

  #stop() {
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
    this.#watched?.removeEventListener('change', this.#count);
    this.slow = false;
    this.#ticker = this.#watched = undefined;
  }
}
