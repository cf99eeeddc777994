/** The protocol: authorization code, PKCE with S256, state, client secret in the body. The one file that loads oauth4webapi. */
import * as oauth from 'oauth4webapi';
import type { Browser } from '../base/browser.js';
import { MastoError } from './errors.js';
import { postForm, secretly } from './form-post.js';
import { asObject, errorText } from './json.js';
import { limited } from './limited.js';
import type { Pending } from './pending.js';

/** What a server's answer brings back in the address. */
export interface Answer {
  /** The host that our own marker in the address names. */
  readonly masto: string;
  readonly state: string;
  readonly code?: string | undefined;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
  readonly errorDescription?: string | undefined;
}

/** S256 of a verifier (RFC 7636, section 4.2). */
export const challengeOf = (verifier: string): Promise<string> => oauth.calculatePKCECodeChallenge(verifier);

/** Bytes as text that is safe in an address; 32 of them are 43 letters. */
export const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');

interface Asking {
  readonly browser: Browser;
  readonly signal: AbortSignal | undefined;
}

/** What the token endpoint said instead of a token. Its texts are translated; its codes are not. */
async function refusalOf(response: Response, host: string): Promise<MastoError> {
  const { status } = response;
  const body = asObject(await response.json().catch(() => undefined));
  const facts = {
    host,
    status,
    method: 'POST',
    path: '/oauth/token',
    serverText: errorText({ error: body?.['error_description'] ?? body?.['error'] }),
  };
  if (body?.['error'] === 'invalid_client') return new MastoError('client-gone', facts);
  if (status === 429) return new MastoError('rate-limited', facts);
  return new MastoError(status >= 500 ? 'server' : 'sign-in-refused', facts);
}

/**
 * The token for a code: one request, to the server that the record names and nobody else.
 * @throws MastoError `client-gone` · `sign-in-refused` · `server` · `rate-limited` · `timeout` · `unreachable` · `offline`
 */
export function exchange(pending: Pending, answer: Answer, { browser, signal }: Asking) {
  const { server, client, redirectUri, verifier, asked, state } = pending;
  const as: oauth.AuthorizationServer = {
    issuer: server.issuer,
    token_endpoint: server.tokenEndpoint,
    authorization_response_iss_parameter_supported: server.issRequired,
  };
  const app = { client_id: client.id };
  const { host, protocol } = new URL(server.origin);
  const parameters = new URLSearchParams({ code: answer.code ?? '', state: answer.state });
  if (answer.iss !== undefined) parameters.set('iss', answer.iss);
  const refused = () => new MastoError('sign-in-refused', { host });
  return limited(
    async (signal) => {
      const options = {
        signal,
        [oauth.allowInsecureRequests]: protocol === 'http:',
        [oauth.customFetch]: (url: string, init: object) => browser.fetch(url, { ...init, ...secretly }),
      };
      const auth = client.secret ? oauth.ClientSecretPost(client.secret) : oauth.None();
      let response: Response;
      try {
        const params = oauth.validateAuthResponse(as, app, parameters, state);
        response = await oauth.authorizationCodeGrantRequest(as, app, auth, params, redirectUri, verifier, options);
      } catch (error) {
        if (!(error instanceof TypeError)) throw refused();
        throw new MastoError(browser.online() ? 'unreachable' : 'offline', { host });
      }
      if (!response.ok) throw await refusalOf(response, host);
      // What it cannot read may hold a token: nothing of its errors goes on.
      const given = await oauth.processGenericTokenEndpointResponse(as, app, response).catch(() => {
        throw refused();
      });
      // RFC 6749, section 5.1: no scope means those asked for.
      const scopes = given.scope?.split(/\s+/).filter(Boolean) ?? asked;
      return { token: given.access_token, scopes };
    },
    { browser, signal, host },
  );
}

/**
 * Whether a server still knows this site: one that does not shows a page of its own, so that no answer ever comes (R13).
 * Asked of the token endpoint with a code that nobody gave out; true when that cannot be found out.
 */
export async function knowsClient(
  { server, client, redirectUri }: Pick<Pending, 'server' | 'client' | 'redirectUri'>,
  { browser, signal }: Asking,
): Promise<boolean> {
  const fields = {
    grant_type: 'authorization_code',
    code: 'none',
    redirect_uri: redirectUri,
    client_id: client.id,
    client_secret: client.secret,
  };
  const { host } = new URL(server.origin);
  try {
    const work = async (signal: AbortSignal) => {
      const response = await postForm(browser, server.tokenEndpoint, fields, { signal });
      return asObject(await response.json())?.['error'] !== 'invalid_client';
    };
    return await limited(work, { browser, signal, host });
  } catch {
    signal?.throwIfAborted();
    return true;
  }
}
