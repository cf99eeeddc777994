import { liveBrowser } from '../base/live-browser.js';
import { budget } from './rate.js';
import type { Transport } from './transport.js';

const minute = 60_000;
const spread = 10_000;
const most = 3;

/** Asks once a minute while the page is in front, within what the server allows (R123); three failures in a row are the end (R156). */
export class Poller {
  state: 'polling' | 'waiting' | 'offline' | 'stopped' = 'polling';
  /** When it asks next, in ms since 1970. */
  retryAt: number | undefined;
  #last = 0;
  #failed = 0;
  #busy = false;
  #ended = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwake: (() => void) | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly work: () => unknown,
    private readonly changed: () => void,
  ) {}

  /** @param soon asks at once, not in a minute */
  start(soon: boolean): void {
    this.#last = soon ? 0 : this.transport.browser.now();
    this.#unwake = liveBrowser.wakes((wake) => {
      if (wake === 'online') this.#last = this.#failed = 0;
      this.#tick();
    });
    this.#tick();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#unwake?.();
  }

  #tick() {
    clearTimeout(this.#timer);
    if (this.#busy || this.#ended || this.#failed >= most) return;
    const { browser, host } = this.transport;
    const now = browser.now();
    if (!browser.online()) return this.#set('offline');
    const { pausedUntil } = budget(host);
    const paused = pausedUntil > now;
    const due = Math.max(this.#last + minute, paused ? pausedUntil + browser.random() * spread : 0);
    this.retryAt = due;
    this.#set(paused ? 'waiting' : 'polling');
    if (due > now) this.#timer = setTimeout(() => this.#tick(), due - now);
    // Else the page tells when it is in front again.
    else if (liveBrowser.visible()) void this.#run();
  }

  async #run() {
    this.#busy = true;
    try {
      await this.work();
      this.#failed = 0;
    } catch {
      this.#failed++;
    }
    this.#busy = false;
    this.#last = this.transport.browser.now();
    if (this.#failed >= most && !this.#ended) this.#set('stopped');
    else this.#tick();
  }

  #set(state: typeof this.state) {
    if (state === this.state) return;
    this.state = state;
    this.changed();
  }
}
