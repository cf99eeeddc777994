import { browser } from '../base/browser.js';
import { budget } from '../mastodon/rate.js';

/** When a reader is shown that something is on its way, and when that it takes long (R144), in ms. */
const [slow, long] = [200, 10_000] as const;

/**
 * Tells how long one has been waiting for a server: once when it has not answered in the blink of an eye, and then every
 * second when it is late, or has asked for a pause (R123); then with when the pause ends, in ms since 1970, or the past.
 * @returns what ends it
 */
export function waiting(host: string, tell: (late?: number) => void): () => void {
  const patience = budget(host);
  const isLate = () => {
    clearTimeout(soon);
    clearTimeout(late);
    late = setTimeout(isLate, 1000);
    tell(patience.pausedUntil);
  };
  let late = setTimeout(isLate, long);
  const soon = setTimeout(tell, slow);
  patience.addEventListener('change', isLate);
  if (patience.pausedUntil > browser.now()) isLate();
  return () => {
    clearTimeout(soon);
    clearTimeout(late);
    patience.removeEventListener('change', isLate);
  };
}
