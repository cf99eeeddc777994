import type { Browser } from '../base/browser.js';

const minute = 60_000;
const longest = 15 * minute;
const spread = 10_000;

/**
 * One server's patience, shared by every tag of the page (R123). Dispatches `change` when the server has asked us to
 * wait; `pausedUntil` then says until when, so that elements can count down.
 */
export class Budget extends EventTarget {
  /** Milliseconds since 1970; in the past when nothing is paused. */
  pausedUntil = 0;
  #strikes = 0;

  /**
   * A read was answered with 429. `reset` is `X-RateLimit-Reset` (ISO 8601): at most 15 minutes are believed; without a
   * usable one it is a minute, doubled each time in a row. The pause never gets shorter.
   */
  refused(reset: string | null, now: number) {
    const until = Date.parse(reset ?? '');
    let wait = until - now;
    if (!(wait > 0)) {
      // Answers to requests that left together are one refusal.
      if (this.pausedUntil <= now) this.#strikes++;
      wait = minute * 2 ** Math.max(0, this.#strikes - 1);
    }
    this.pausedUntil = Math.max(this.pausedUntil, now + Math.min(wait, longest));
    this.dispatchEvent(new Event('change'));
  }

  /** Any other answer ends a row of refusals. */
  served() {
    this.#strikes = 0;
  }

  /** Resolves when a read may leave: at once, or up to 10 s after the pause, since every client wakes at the same moment. */
  async ready(browser: Browser, signal?: AbortSignal) {
    for (let wait; (wait = this.pausedUntil - browser.now()) > 0;)
      await browser.sleep(wait + browser.random() * spread, signal);
  }
}

const budgets = new Map<string, Budget>();

/** The budget of a host (with its port). The same object for everybody on the page. */
export function budget(host: string): Budget {
  let found = budgets.get(host);
  if (!found) budgets.set(host, (found = new Budget()));
  return found;
}
