/**
 * What `mastodon/` needs of the browser, as a port: tests and Node put their own in its place.
 * Grows with what is built on it; only what is used stands here.
 */
export interface Browser {
  /** The platform's fetch. */
  fetch(input: string, init: RequestInit): Promise<Response>;
  /** False only when the browser is sure that there is no network. */
  online(): boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** True on a page whose own host is loopback: only there may a server be reached over http (R3 as corrected). */
  loopback(): boolean;
}

/** True for `localhost`, `*.localhost`, 127.0.0.0/8 and [::1]. */
export const isLoopback = (hostname: string) => /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);

function sleep(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The real one. `fetch` is looked up at each call, so that a page or a test may replace it. */
export const browser: Browser = {
  fetch: (input, init) => globalThis.fetch(input, init),
  online: () => globalThis.navigator?.onLine !== false,
  now: () => Date.now(),
  sleep,
  random: () => Math.random(),
  loopback: () => !!globalThis.location && isLoopback(globalThis.location.hostname),
};
