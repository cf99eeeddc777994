import type { Browser } from '../base/browser.js';
import { MastoError } from './errors.js';

/** The longest that a step of signing in may take (R43). */
export const stepMs = 15_000;

/**
 * Does work that ends, with all its requests, after 15 s.
 * @throws MastoError `timeout`, or the reason of `signal`
 */
export async function limited<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { browser, signal, host }: { browser: Browser; signal: AbortSignal | undefined; host: string },
): Promise<T> {
  signal?.throwIfAborted();
  const end = new AbortController();
  const either = signal ? AbortSignal.any([signal, end.signal]) : end.signal;
  const late = browser.sleep(stepMs, either).then(() => {
    throw new MastoError('timeout', { host });
  });
  try {
    return await Promise.race([work(either), late]);
  } catch (error) {
    either.throwIfAborted();
    throw error;
  } finally {
    end.abort();
  }
}
