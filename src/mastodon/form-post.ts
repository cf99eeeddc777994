import type { Browser } from '../base/browser.js';

/** How a request that carries a secret or a token is sent (R53): alone, not followed anywhere, never cached. */
export const secretly = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'error',
  cache: 'no-store',
} as const satisfies RequestInit;

/** Posts a form. Rejects as `fetch` does. */
export const postForm = (
  browser: Browser,
  url: string,
  fields: Readonly<Record<string, string>>,
  init: Pick<RequestInit, 'signal' | 'keepalive'>,
): Promise<Response> => browser.fetch(url, { ...init, ...secretly, method: 'POST', body: new URLSearchParams(fields) });
