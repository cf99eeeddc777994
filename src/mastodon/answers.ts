/** What a server's answer means: nothing, a refusal, or somebody who is signed in. */
import type { Browser } from '../base/browser.js';
import type { Page } from '../base/page.js';
import { straight } from '../base/text.js';
import { dropClient, readClient, saveClient } from './clients.js';
import { MastoError, type Failure } from './errors.js';
import { asObject, errorText, type Raw } from './json.js';
import type { Saved } from './keyring.js';
import { limited, stepMs } from './limited.js';
import { normaliseAccount } from './normalise.js';
import { exchange, type Answer } from './oauth.js';
import type { Pending, Wishes } from './pending.js';
import { revoke } from './revocation.js';
import type { Place } from './stored.js';
import { Transport } from './transport.js';

export interface Asking {
  readonly browser: Browser;
  readonly signal: AbortSignal | undefined;
}

/** Somebody who has signed in. Nothing is remembered yet: see `commit`. */
export interface Granted {
  readonly saved: Saved;
  /** The answer of `verify_credentials`. */
  readonly credentials: unknown;
  readonly keep: Place;
  /** Of this origin. */
  readonly returnTo: string;
  readonly popup: boolean;
  /** Whom the page had expected (`user@host`), when it is somebody else: ask before they are signed in (R42). */
  readonly expected?: string;
}

/** Codes of RFC 6749, section 4.1.2.1, that have a meaning of their own (R44). */
const refusals: Readonly<Record<string, Failure>> = {
  access_denied: 'denied',
  invalid_scope: 'scope-refused',
  invalid_client: 'client-gone',
  unauthorized_client: 'client-gone',
  server_error: 'server',
  temporarily_unavailable: 'server',
};

/** What an answer without a code means; undefined for one with. Whatever it says is a stranger's text (R56). */
function refusalIn({ code, error, errorDescription }: Answer, host: string): MastoError | undefined {
  if (error === undefined) return code ? undefined : new MastoError('sign-in-refused', { host });
  const serverText = straight(errorText({ error: errorDescription || error }));
  return new MastoError((Object.hasOwn(refusals, error) && refusals[error]) || 'sign-in-refused', { host, serverText });
}

/** R19: the marker names the server that was asked, and so does `iss` where there is one. */
function isFromIssuer({ masto, iss }: Answer, { server }: Pending): boolean {
  if (masto !== new URL(server.origin).host) return false;
  return iss === undefined ? !server.issRequired : iss === server.issuer;
}

/** What is learnt about a registration from how it failed: the next click does better (R12, R13). */
export function learn({ failure }: MastoError, { server, redirectUri, client, asked }: Pending, page: Page): void {
  const known = readClient(page, server.origin, redirectUri);
  if (known?.id !== client.id) return;
  const coarse: readonly string[] = known.scopes.filter((scope) => /^(read|write)$/.test(scope));
  if (failure === 'scope-refused' && coarse.length && asked.some((scope) => !coarse.includes(scope)))
    saveClient(page, { ...known, scopes: coarse });
  else if (failure === 'client-gone' || failure === 'scope-refused') dropClient(page, known);
}

const named = 'id username acct display_name avatar avatar_static url uri emojis bot locked'.split(' ');
const set = ['privacy', 'language', 'sensitive'];

/** What a page needs of somebody before it asks anew: no more than that is written down. */
function essential(credentials: unknown) {
  const pick = (from: Raw | undefined, names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => from?.[name] !== undefined).map((name) => [name, from![name]]));
  const raw = asObject(credentials);
  return { ...pick(raw, named), source: pick(asObject(raw?.['source']), set) };
}

/** What a refusal means for a token that is a moment old. */
const unmet: Partial<Record<Failure, Failure>> = {
  'out-of-scope': 'scope-refused',
  'members-only': 'sign-in-refused',
  expired: 'sign-in-refused',
};

/** Who it is that the token is of. It is given back when that cannot be found out, for then nobody is signed in (R42). */
async function meet(pending: Pending, given: { token: string; scopes: readonly string[] }, page: Page, asking: Asking) {
  const { server, client, wishes } = pending;
  const { origin, revocationEndpoint } = server;
  const { host } = new URL(origin);
  const { token, scopes } = given;
  const { browser } = asking;
  const now = page.now();
  const bare = { v: 1, origin, token, scopes, client, revocationEndpoint, at: now, used: now } as const;
  const path = '/api/v1/accounts/verify_credentials';
  try {
    const transport = new Transport(origin, { browser, token: () => token });
    const read = (signal: AbortSignal) =>
      transport.get(path, {}, { signal, timeout: stepMs, init: { cache: 'no-store' } });
    const { data: credentials } = await limited(read, { ...asking, host });
    const { id, acct, displayName, avatar } = normaliseAccount(credentials, host);
    if (!id) throw new MastoError('wrong-shape', { host, method: 'GET', path });
    const saved: Saved = { ...bare, id, acct, displayName, avatar, credentials: essential(credentials) };
    const other = wishes.expected !== undefined && wishes.expected.toLowerCase() !== acct.toLowerCase();
    return { saved, credentials, ...(other && { expected: wishes.expected }) };
  } catch (error) {
    void revoke({ ...bare, id: '', acct: '', displayName: '', avatar: '' }, page, browser);
    throw error instanceof MastoError ? new MastoError(unmet[error.failure] ?? error.failure, error.facts) : error;
  }
}

/** The way back, of this origin whatever was written down (table 1.1, 22). */
export function safeReturn({ returnTo, redirectUri }: Wishes): string {
  const here = new URL(redirectUri);
  return URL.canParse(returnTo) && new URL(returnTo).origin === here.origin ? returnTo : here.href;
}

/** Checks whose answer it is, then exchanges its code and meets whoever it is about. */
export async function complete(answer: Answer, pending: Pending, page: Page, asking: Asking): Promise<Granted> {
  const { server, wishes } = pending;
  const { keep, popup } = wishes;
  const { host } = new URL(server.origin);
  if (!isFromIssuer(answer, pending)) throw new MastoError('wrong-issuer', { host });
  const refused = refusalIn(answer, host);
  if (refused) throw refused;
  const given = await exchange(pending, answer, asking);
  return { ...(await meet(pending, given, page, asking)), keep, popup, returnTo: safeReturn(wishes) };
}
