/** Giving a token back. Apart from signing in, for signing out must not load that. */
import { browser as theBrowser, type Browser } from '../base/browser.js';
import type { Page } from '../base/page.js';
import { postForm } from './form-post.js';
import { Keyring, type Saved } from './keyring.js';
import { limited } from './limited.js';

/**
 * Tells the server that a token is no longer used (RFC 7009), also while the page is being left. To be called once it is
 * erased here: nothing is told while somebody else on this site has the same token, which Mastodon gives out again for
 * the same person, app and scopes.
 * @returns false when the server could not be told, or its answer not read (before 4.3 it sends no CORS): the token may
 * still be good (R48). Never rejects.
 */
export async function revoke(saved: Saved, page: Page, browser: Browser = theBrowser): Promise<boolean> {
  const { token, origin, client, revocationEndpoint } = saved;
  if (new Keyring(page).all().some((one) => one.origin === origin && one.token === token)) return true;
  const fields = { client_id: client.id, ...(client.secret && { client_secret: client.secret }), token };
  try {
    const work = (signal: AbortSignal) => postForm(browser, revocationEndpoint, fields, { signal, keepalive: true });
    return (await limited(work, { browser, signal: undefined, host: new URL(origin).host })).ok;
  } catch {
    return false;
  }
}
