/** Somebody who is signed in at a town, by a token of its control path. */
import { page } from '../../src/base/page.js';
import { HomeSession } from '../../src/mastodon/home-session.js';
import { Keyring, type Saved } from '../../src/mastodon/keyring.js';
import type { Town } from './town.js';

const realFetch = globalThis.fetch.bind(globalThis);

export interface Visitor {
  readonly token: string;
  readonly scopes: readonly string[];
  /** What `verify_credentials` says. */
  readonly credentials: Readonly<Record<string, unknown>> & { readonly id: string; readonly acct: string };
}

const everything = 'read write follow push';

/** A token of a person who lives there. @param scopes with spaces between */
export async function visitor(here: Town, person: string, scopes = everything): Promise<Visitor> {
  const body = { person, scopes: scopes.split(' ') };
  const { access_token: token } = await here.control<{ access_token: string }>('POST', 'tokens', body);
  // Whoever may do next to nothing is still somebody.
  const full = await here.control<{ access_token: string }>('POST', 'tokens', { person, scopes: ['read'] });
  const answer = await realFetch(`${here.origin}/api/v1/accounts/verify_credentials`, {
    headers: { Authorization: `Bearer ${full.access_token}` },
  });
  return { token, scopes: body.scopes, credentials: (await answer.json()) as Visitor['credentials'] };
}

/** As the API answers this person. */
export async function asked<T>(here: Town, { token }: Visitor, path: string, method = 'GET'): Promise<T> {
  const headers = { Authorization: `Bearer ${token}` };
  return (await (await realFetch(here.origin + path, { method, headers, cache: 'no-store' })).json()) as T;
}

/** Their session, as `<masto-auth>` makes it. */
export const homeOf = (here: Town, { token, scopes, credentials }: Visitor): HomeSession =>
  new HomeSession({ origin: here.origin, scopes, credentials }, () => token);

/** Puts somebody where a sign-in would have put them, before a `<masto-auth>` looks. @returns the record, with its token */
export async function cameBefore(here: Town, person: string, keep: 'session' | 'local' = 'session', scopes?: string) {
  const { token, credentials, ...rest } = await visitor(here, person, scopes);
  const now = Date.now();
  const saved: Saved = {
    v: 1,
    origin: here.origin,
    id: credentials.id,
    acct: `${person}@${here.host}`,
    displayName: String(credentials['display_name']),
    avatar: '',
    token,
    scopes: rest.scopes,
    client: { id: 'x', secret: 'y' },
    revocationEndpoint: `${here.origin}/oauth/revoke`,
    at: now,
    used: now,
    credentials,
  };
  const keyring = new Keyring(page);
  keyring.save(saved, keep);
  keyring.use(saved);
  return saved;
}

/** Nobody has ever been here. */
export function forgetEverybody(): void {
  new Keyring(page).forgetAll();
}
