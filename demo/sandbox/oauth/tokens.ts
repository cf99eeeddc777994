import type { Json } from '../entities/account.js';
import type { Call } from '../http/auth.js';
import { ApiError } from '../http/errors.js';
import { splitScopes } from '../http/scopes.js';
import type { Instance } from '../instance.js';
import type { AppRow, GrantRow, TokenRow } from '../world/oauth-rows.js';
import { secret } from './apps.js';
import { missing, oauthError, sentences } from './errors.js';
import { fits } from './redirect-uri.js';

/** A code is good for so long. */
const codeMs = 10 * 60_000;

const sorted = (scopes: readonly string[]) => [...new Set(scopes)].sort().join(' ');

/** The live token of a person (or of the app alone) with exactly these scopes. */
export function matchingToken(instance: Instance, app: AppRow, accountId: string | null, scopes: readonly string[]) {
  return instance.world.tokens.find(
    (row) =>
      !row.revoked && row.appId === app.id && row.accountId === accountId && sorted(row.scopes) === sorted(scopes),
  );
}

/** One token a person, app and set of scopes: asked again, the same comes back, as on a real server. */
export function issueToken(instance: Instance, app: AppRow, accountId: string | null, scopes: string[]): TokenRow {
  const known = matchingToken(instance, app, accountId, scopes);
  if (known) return known;
  const row = { token: secret(), appId: app.id, accountId, scopes, createdAt: instance.now(), revoked: false };
  instance.world.tokens.push(row);
  return row;
}

export const tokenJson = ({ token, scopes, createdAt }: TokenRow): Json => ({
  access_token: token,
  token_type: 'Bearer',
  scope: scopes.join(' '),
  created_at: Math.floor(createdAt / 1000),
});

/** Id and secret by Basic, else out of the body; a body that names another client than Basic does counts as neither. */
function credentials(c: Call): [id?: string, password?: string] {
  const { params } = c.var;
  const [, basic] = /^Basic\s+(.+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  const named = params.present('client_id');
  if (!basic) return [named ?? '', params.text('client_secret') ?? ''];
  const [, id, password] = /^([^:]*):(.*)$/s.exec(decode(basic)) ?? [];
  return named && named !== id ? [] : [id ?? '', password ?? ''];
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

function clientOf(c: Call): AppRow | undefined {
  const [id, password] = credentials(c);
  return c.env.world.apps.find(({ clientId, clientSecret }) => clientId === id && clientSecret === password);
}

/** What S256 makes of a verifier (RFC 7636 section 4.2). */
async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** True where the verifier belongs to the challenge, and where there is neither. */
async function verified(grant: GrantRow, verifier: string | undefined): Promise<boolean> {
  if (grant.challenge === null || verifier === undefined) return grant.challenge === null && verifier === undefined;
  return grant.challenge === (await challengeOf(verifier));
}

/** A code is good once. Whoever proves that it is theirs and uses it again loses the token it gave (RFC 6749 section 4.1.2). */
async function exchange(c: Call, app: AppRow | undefined): Promise<TokenRow> {
  const { params, env } = { params: c.var.params, env: c.env };
  const code = params.present('code');
  if (code === undefined) throw oauthError('invalid_request', missing('code'));
  const grant = env.world.grants.find((row) => row.code === code);
  const verifier = env.settings.version === '4.2' ? undefined : params.present('code_verifier');
  if (grant && grant.challenge !== null && verifier === undefined) {
    throw oauthError('invalid_request', missing('code_verifier'));
  }
  const redirectUri = params.present('redirect_uri');
  if (redirectUri === undefined) throw oauthError('invalid_request', missing('redirect_uri'));
  if (!app) throw oauthError('invalid_client');
  if (!grant || grant.appId !== app.id || env.now() >= grant.createdAt + codeMs) throw oauthError('invalid_grant');
  if (!fits(redirectUri, grant.redirectUri) || !(await verified(grant, verifier))) throw oauthError('invalid_grant');
  if (grant.token !== null) {
    const given = env.world.tokens.find(({ token }) => token === grant.token);
    if (given) given.revoked = true;
    env.streams.hangUp();
    throw oauthError('invalid_grant');
  }
  const row = issueToken(env, app, grant.accountId, grant.scopes);
  grant.token = row.token;
  return row;
}

function appToken(c: Call, app: AppRow | undefined): TokenRow {
  if (!app) throw oauthError('invalid_client');
  const scopes = splitScopes(c.var.params.present('scope'));
  if (scopes.some((scope) => !app.scopes.includes(scope))) throw oauthError('invalid_scope');
  return issueToken(c.env, app, null, scopes);
}

/** `POST /oauth/token`. Throws in the order in which Doorkeeper looks. */
export async function token(c: Call) {
  const kind = c.var.params.present('grant_type');
  if (kind === undefined) throw oauthError('invalid_request', missing('grant_type'));
  const flow = { authorization_code: exchange, client_credentials: appToken }[kind];
  if (!flow) throw oauthError('unsupported_grant_type');
  const row = await flow(c, clientOf(c));
  c.header('Cache-Control', 'no-store, no-cache');
  return c.json(tokenJson(row));
}

/** `POST /oauth/revoke`: unknown tokens are no error; tokens of others are. */
export function revoke(c: Call) {
  const app = clientOf(c);
  const row = c.env.world.tokens.find((known) => known.token === c.var.params.text('token'));
  if (!app || (row && row.appId !== app.id)) {
    const error = 'unauthorized_client';
    throw new ApiError(403, { error, error_description: sentences[error] });
  }
  if (row) row.revoked = true;
  c.env.streams.hangUp();
  return c.json({});
}
