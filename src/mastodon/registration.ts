/** How this site becomes known to a server: `POST /api/v1/apps`, once (R9–R13). */
import type { Browser } from '../base/browser.js';
import type { Page } from '../base/page.js';
import { cleanName } from '../base/text.js';
import { readClient, saveClient, type Client } from './clients.js';
import { MastoError } from './errors.js';
import { asObject } from './json.js';
import { limited, stepMs } from './limited.js';
import { everyScope, registrable } from './scopes.js';
import type { Server } from './server-metadata.js';
import { Transport } from './transport.js';

/** Mastodon's own limits. */
const longestName = 60;
const longestUri = 2000;

/** One way back for each server, so that an answer of one cannot pass for another's (table 1.1, 5). */
export function redirectFor(bare: string, { origin }: Pick<Server, 'origin'>): string {
  const [uri = ''] = bare.split('#');
  return `${uri}${uri.includes('?') ? '&' : '?'}masto=${encodeURIComponent(new URL(origin).host)}`;
}

/**
 * What the server's page calls this site: its host always, for the page shows nothing else that could not be made up
 * (R10). A host that is too long loses its beginning: who owns it stands at the end.
 * @param label What the page's author calls it
 */
export function clientNameOf(label: string | undefined, host: string): string {
  const shown = host.length > longestName ? `…${host.slice(1 - longestName)}` : host;
  const room = longestName - shown.length - ' ()'.length;
  const name = cleanName(label);
  if (!name || room < 2) return shown;
  const fits = name.length <= room ? name : `${name.slice(0, room - 1).toWellFormed()}…`;
  return `${fits} (${shown})`;
}

export interface RegistrationOptions {
  readonly redirectUri: string;
  readonly clientName: string | undefined;
  /** What is needed now: registered besides, if no tag of the library ever needs it. */
  readonly scopes: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly browser: Browser;
}

/** The lists to try, each at most once: all; those of every server since 2.4.3; the widest two (R12). */
function* attempts(wanted: readonly string[], supported: readonly string[] | undefined): Generator<readonly string[]> {
  const tried = new Set<string>();
  for (const scopes of [registrable(wanted, supported), registrable(everyScope, undefined), ['read', 'write']]) {
    const text = scopes.join(' ');
    if (scopes.length && !tried.has(text)) yield scopes;
    tried.add(text);
  }
}

/** What a refused registration means. */
function refusalOf({ failure, facts }: MastoError): MastoError {
  const { status, headers } = facts;
  const reset = Date.parse(headers?.get('x-ratelimit-reset') ?? '');
  if (failure === 'rate-limited') return new MastoError(failure, { ...facts, retryAt: reset || undefined });
  if (status === 404 || status === 405 || status === 501) return new MastoError('not-mastodon', facts);
  return new MastoError(failure === 'refused' ? 'sign-in-refused' : failure, facts);
}

const refusesScopes = (error: unknown) =>
  error instanceof MastoError && (error.facts.status === 400 || error.facts.status === 422);

/** One registration with one list. */
async function post(server: Server, scopes: readonly string[], options: RegistrationOptions) {
  const { redirectUri, clientName, signal, browser } = options;
  const { origin, host } = new URL(redirectUri);
  // A form needs no preflight; one address as a plain text is what every server understands (R11).
  const form = new URLSearchParams({
    client_name: clientNameOf(clientName, host),
    redirect_uris: redirectUri,
    scopes: scopes.join(' '),
    website: origin,
  });
  const { origin: at, pathname, search } = new URL(server.registrationEndpoint);
  const transport = new Transport(at, { browser });
  const init = { signal, timeout: stepMs, init: { cache: 'no-store' } } as const;
  const { data } = await transport.send('POST', pathname + search, form, init);
  return asObject(data) ?? {};
}

async function register(server: Server, page: Page, options: RegistrationOptions): Promise<Client> {
  const wanted = [...new Set([...everyScope, ...options.scopes])];
  let refused: unknown;
  for (const scopes of attempts(wanted, server.scopesSupported)) {
    try {
      const {
        client_id: id,
        client_secret: secret = '',
        client_secret_expires_at: end,
      } = await post(server, scopes, options);
      if (typeof id !== 'string' || !id || typeof secret !== 'string') {
        throw new MastoError('wrong-shape', { host: server.host, method: 'POST', path: '/api/v1/apps' });
      }
      const { origin, issuer } = server;
      const expires = typeof end === 'number' && end > 0 ? end * 1000 : 0;
      const { redirectUri } = options;
      return { v: 1, origin, issuer, redirectUri, id, secret, scopes, wanted, at: page.now(), expires, server };
    } catch (error) {
      if (!refusesScopes(error)) throw error instanceof MastoError ? refusalOf(error) : error;
      refused = error;
    }
  }
  throw refusalOf(refused as MastoError);
}

/**
 * This site as the server knows it: as it was registered before, or now. Two who ask at once register once.
 * @throws MastoError `rate-limited` (`retryAt`; five in ten minutes, for all who share an address) · `not-mastodon` ·
 * `sign-in-refused` (with `serverText`) · `bad-attribute` (the way back is too long) · whatever a request may fail with
 */
export function clientFor(server: Server, page: Page, options: RegistrationOptions): Promise<Client> {
  const { redirectUri, scopes, signal, browser } = options;
  const work = async (signal: AbortSignal) => {
    signal.throwIfAborted();
    const known = readClient(page, server.origin, redirectUri);
    if (known && scopes.every((scope) => known.wanted.includes(scope))) return known;
    if (redirectUri.length > longestUri) {
      const advice = 'Give the sign-in a short page of its own to come back to.';
      throw new MastoError('bad-attribute', { attribute: 'redirect-uri', value: redirectUri.slice(0, 100), advice });
    }
    const client = await register(server, page, { ...options, signal });
    saveClient(page, client);
    return client;
  };
  // Whoever waits for another tab's registration need not wait longer, either (R43).
  const locked = (signal: AbortSignal) => page.lock(`masto-client:${server.origin}`, () => work(signal));
  return limited(locked, { browser, signal, host: server.host });
}
