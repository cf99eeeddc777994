import type { Browser } from '../base/browser.js';

/** Waits before each look at a file that the server is processing, in ms; the last one repeats (R170). */
const waits = [1000, 2000, 4000];

/** Milliseconds after which a file is given up. */
const longest = 5 * 60_000;

/**
 * Looks until `look` brings something, with growing waits; undefined after five minutes. Rejects with the signal's
 * reason, and with what `look` throws.
 */
export async function untilProcessed<T>(
  look: () => Promise<T | undefined>,
  browser: Pick<Browser, 'now' | 'sleep'>,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const end = browser.now() + longest;
  for (let n = 0; browser.now() < end; n++) {
    await browser.sleep(waits[Math.min(n, waits.length - 1)] as number, signal);
    const found = await look();
    if (found) return found;
  }
  return undefined;
}
