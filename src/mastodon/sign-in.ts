/** From a server to somebody who is signed in there, in two halves with a journey between them (R15–R21, R37–R47). */
import { browser as theBrowser, type Browser } from '../base/browser.js';
import type { Page } from '../base/page.js';
import { complete, learn, safeReturn, type Asking, type Granted } from './answers.js';
import { dropClient, readClient, type Client } from './clients.js';
import { MastoError } from './errors.js';
import { Keyring } from './keyring.js';
import { challengeOf, knowsClient, toText, type Answer } from './oauth.js';
import { allPending, putPending, takePending, type Pending, type Wishes } from './pending.js';
import { clientFor, redirectFor } from './registration.js';
import { revoke } from './revocation.js';
import { everyScope, fitScopes, registrable } from './scopes.js';
import type { Server } from './server-metadata.js';
import { shelves, type Place } from './stored.js';

export type { Granted } from './answers.js';
export type { Answer } from './oauth.js';
export type { Wishes } from './pending.js';
export { revoke };

/** What is asked of a server in the place of what is needed. */
export interface Asked {
  /** Literally, of the server. */
  readonly asked: readonly string[];
  /** Those of them that are wider than what is needed, because the server knows no finer: to be told (R12). */
  readonly wider: readonly string[];
}

/** Where to go, and what will be asked there. */
export interface Prepared extends Asked {
  readonly url: string;
  readonly state: string;
}

/** What keeps anybody from signing in on this page, known before a server is asked; undefined for nothing (R15, R28, R39, R40). */
export function obstacleTo(page: Page, popup: boolean): MastoError | undefined {
  const { session, local } = shelves(page);
  if (page.opaque()) return new MastoError('opaque-origin');
  if (!page.secure()) return new MastoError('no-secure-context');
  if (!popup && page.framed()) return new MastoError('framed');
  return popup || session || local ? undefined : new MastoError('no-storage');
}

function asks(needed: readonly string[], registered: readonly string[]): Asked {
  const asked = fitScopes(needed, registered);
  const fine = new Set([...needed, 'profile', 'read:accounts']);
  return { asked, wider: asked.filter((scope) => !fine.has(scope)) };
}

/** What a server will be asked for, as far as that is known without asking it. */
export function askedAt(server: Server, wishes: Pick<Wishes, 'scopes' | 'redirectUri'>, page: Page): Asked {
  const client = readClient(page, server.origin, redirectFor(wishes.redirectUri, server));
  return asks(wishes.scopes, client?.scopes ?? registrable([...everyScope, ...wishes.scopes], server.scopesSupported));
}

/** A registration that is still good: one that an answer never came for is asked about, for that may be why (R13). */
async function livingClient(server: Server, wishes: Wishes, page: Page, asking: Asking): Promise<Client> {
  const { scopes, clientName } = wishes;
  const redirectUri = redirectFor(wishes.redirectUri, server);
  const client = await clientFor(server, page, { ...asking, redirectUri, clientName, scopes });
  const left = allPending(page).some((one) => one.client.id === client.id);
  if (!left || (await knowsClient({ server, client, redirectUri }, asking))) return client;
  dropClient(page, client);
  return clientFor(server, page, { ...asking, redirectUri, clientName, scopes });
}

/** R47: without it the server would give back whoever is signed in there. */
const wantsForm = ({ another, expected }: Wishes, { origin }: Server, page: Page) =>
  another || (!expected && new Keyring(page).all().some((saved) => saved.origin === origin));

async function begin(server: Server, wishes: Wishes, page: Page, again: boolean, asking: Asking): Promise<Prepared> {
  const obstacle = obstacleTo(page, wishes.popup);
  if (obstacle) throw obstacle;
  const { id, secret, redirectUri, scopes } = await livingClient(server, wishes, page, asking);
  const { asked, wider } = asks(wishes.scopes, scopes);
  if (!asked.length) throw new MastoError('scope-refused', { host: server.host });
  const state = toText(page.random(32)) + (wishes.popup ? '.popup' : '');
  const verifier = toText(page.random(32));
  const challenge = await challengeOf(verifier);
  asking.signal?.throwIfAborted();
  const record = {
    state,
    server,
    client: { id, secret },
    redirectUri,
    verifier,
    asked,
    created: page.now(),
    wishes,
    again,
  };
  if (!putPending(page, record)) throw new MastoError('no-storage', { host: server.host });
  const url = new URL(server.authorizationEndpoint);
  const parameters = {
    response_type: 'code',
    client_id: id,
    redirect_uri: redirectUri,
    scope: asked.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(wantsForm(wishes, server, page) && { force_login: 'true' }),
    ...(wishes.lang && { lang: wishes.lang }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, state, asked, wider };
}

/**
 * Makes ready to leave for a server's page: registers this site, or uses its registration, and remembers what the answer
 * will be understood by. Ask for it on a click only (R9, R57).
 * @throws MastoError as `obstacleTo` and `clientFor`; `scope-refused` when the server knows nothing of what is needed
 */
export const prepare = (
  server: Server,
  wishes: Wishes,
  page: Page,
  signal?: AbortSignal,
  browser: Browser = theBrowser,
): Promise<Prepared> => begin(server, wishes, page, false, { signal, browser });

const never = <T>() => new Promise<T>(() => undefined);

async function conclude(answer: Answer, page: Page, asking: Asking): Promise<Granted> {
  // R17, R18: gone before anything else happens, so that no answer is used twice.
  const pending = takePending(page, answer.state);
  if (!pending) throw new MastoError('not-started-here');
  try {
    return await complete(answer, pending, page, asking).catch((error: unknown) =>
      onceMore(error, pending, page, asking),
    );
  } catch (error) {
    if (!(error instanceof MastoError)) throw error;
    throw new MastoError(error.failure, { ...error.facts, returnTo: safeReturn(pending.wishes) });
  }
}

/** R13: leaves once more when the server has forgotten this site, as the reader wished. A window opens by their click only. */
async function onceMore(error: unknown, pending: Pending, page: Page, asking: Asking): Promise<never> {
  const { server, wishes, again } = pending;
  if (error instanceof MastoError) learn(error, pending, page);
  const gone = error instanceof MastoError && error.failure === 'client-gone';
  if (!gone || again || wishes.popup) throw error;
  page.assign((await begin(server, wishes, page, true, asking)).url);
  return never();
}

/**
 * Understands what came back from a server. Works once: the record is gone whatever happens. With a server that has
 * forgotten this site it registers and leaves again, and then never settles (R13).
 * @throws MastoError, with `facts.returnTo` where the state is known: `not-started-here` · `wrong-issuer` · `denied` ·
 * `scope-refused` · `client-gone` · `sign-in-refused` (`serverText`) · whatever a request may fail with
 */
export const finish = (
  answer: Answer,
  page: Page,
  signal?: AbortSignal,
  browser: Browser = theBrowser,
): Promise<Granted> => page.lock(`masto-oauth:${answer.state}`, () => conclude(answer, page, { signal, browser }));

/**
 * Signs somebody in: remembers them, brings them to the front, and gives an older token of theirs back (R34).
 * @returns where the token is now: nearer than wished where storage refuses (R28, R29)
 */
export function commit({ saved, keep }: Granted, page: Page, browser: Browser = theBrowser): Place {
  const keyring = new Keyring(page);
  const old = keyring.all().find(({ origin, id }) => origin === saved.origin && id === saved.id);
  const place = keyring.save(saved, keep);
  keyring.use(saved);
  // The same token, given out again, is not given back.
  if (old) void revoke(old, page, browser);
  return place;
}
