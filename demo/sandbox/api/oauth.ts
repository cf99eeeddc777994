import type { Hono } from 'hono';
import type { Json } from '../entities/account.js';
import { vapidKey } from '../entities/instance.js';
import { anyToken, type Call, type Env } from '../http/auth.js';
import { ApiError, validationFailed } from '../http/errors.js';
import { allScopes, splitScopes } from '../http/scopes.js';
import type { Instance } from '../instance.js';
import type { AppRow, TokenRow } from '../world/rows.js';

// The pages of signing in (`/oauth/authorize`, codes, `/oauth/userinfo`) belong here.

const secret = () =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** One token a person, app and set of scopes: asked again, the same comes back, as on a real server. */
export function issueToken(instance: Instance, app: AppRow, accountId: string | null, scopes: string[]): TokenRow {
  const { tokens } = instance.world;
  const wanted = [...scopes].sort().join(' ');
  const known = tokens.find(
    (row) =>
      !row.revoked &&
      row.appId === app.id &&
      row.accountId === accountId &&
      [...row.scopes].sort().join(' ') === wanted,
  );
  if (known) return known;
  const row = { token: secret(), appId: app.id, accountId, scopes, createdAt: instance.now(), revoked: false };
  tokens.push(row);
  return row;
}

export const tokenJson = ({ token, scopes, createdAt }: TokenRow): Json => ({
  access_token: token,
  token_type: 'Bearer',
  scope: scopes.join(' '),
  created_at: Math.floor(createdAt / 1000),
});

/** Why an address cannot be returned to; undefined for a good one. */
function complaint(uri: string): string | undefined {
  if (uri === 'urn:ietf:wg:oauth:2.0:oob') return undefined;
  if (!URL.canParse(uri)) return 'Redirect URI must be an absolute URI.';
  const { protocol, hash } = new URL(uri);
  if (hash || uri.endsWith('#')) return 'Redirect URI cannot contain a fragment.';
  if (['data:', 'vbscript:', 'javascript:'].includes(protocol)) return 'Redirect URI is forbidden by the server.';
  return protocol === 'localhost:' ? 'Redirect URI must be an absolute URI.' : undefined;
}

/** Makes an app out of what was sent; throws 422. */
export function registerApp(instance: Instance, given: Omit<AppRow, 'id' | 'clientId' | 'clientSecret'>): AppRow {
  const complaints: string[] = [];
  if (!given.name) complaints.push("Name can't be blank");
  if (given.name.length > 60) complaints.push('Application name is too long (maximum is 60 characters)');
  if (!given.redirectUris.length) complaints.push("Redirect URI can't be blank");
  if (given.redirectUris.join('\n').length > 2000) {
    complaints.push('Redirect URI is too long (maximum is 2000 characters)');
  }
  for (const uri of given.redirectUris) {
    const reason = complaint(uri);
    if (reason && !complaints.includes(reason)) complaints.push(reason);
  }
  if (given.scopes.some((scope) => !allScopes.includes(scope))) {
    complaints.push("Scopes doesn't match configured on the server.");
  }
  if (given.website && !/^https?:\/\/./.test(given.website)) complaints.push('Website must be a valid URL');
  if (complaints.length) throw validationFailed(...complaints);
  const row = { ...given, id: instance.world.serial('apps'), clientId: secret(), clientSecret: secret() };
  instance.world.apps.push(row);
  return row;
}

const publicAppJson = ({ id, name, website, scopes, redirectUris }: AppRow): Json => ({
  id,
  name,
  website,
  scopes,
  redirect_uris: redirectUris,
  vapid_key: vapidKey,
  redirect_uri: redirectUris.join('\n'),
});

function register(c: Call) {
  const { params } = c.var;
  const row = registerApp(c.env, {
    name: (params.text('client_name') ?? '').trim(),
    website: params.present('website') ?? null,
    scopes: splitScopes(params.present('scopes')),
    redirectUris: params.list('redirect_uris') ?? (params.text('redirect_uris') ?? '').split(/\s+/).filter(Boolean),
  });
  const secrets = { client_id: row.clientId, client_secret: row.clientSecret, client_secret_expires_at: 0 };
  return c.json({ ...publicAppJson(row), ...secrets });
}

/** The app that a client's credentials, in the body or by Basic, belong to. */
function clientOf(c: Call): AppRow | undefined {
  const [, basic = ''] = /^Basic\s+(.+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  const [id, password] = basic
    ? atob(basic).split(':')
    : [c.var.params.text('client_id'), c.var.params.text('client_secret')];
  return c.env.world.apps.find(({ clientId, clientSecret }) => clientId === id && clientSecret === password);
}

function oauthError(status: 400 | 401 | 403, error: string, text: string) {
  const challenge = `Bearer realm="Doorkeeper", error="${error}", error_description="${text}"`;
  return new ApiError(status, { error, error_description: text }, { 'WWW-Authenticate': challenge });
}

function token(c: Call) {
  const app = clientOf(c);
  c.header('Cache-Control', 'no-store');
  const { params } = c.var;
  if (!params.present('grant_type'))
    throw oauthError(400, 'invalid_request', 'Missing required parameter: grant_type.');
  if (!app) {
    const text =
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.';
    throw oauthError(401, 'invalid_client', text);
  }
  if (params.text('grant_type') === 'authorization_code') {
    const text =
      'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.';
    throw oauthError(400, 'invalid_grant', text);
  }
  if (params.text('grant_type') !== 'client_credentials') {
    throw oauthError(
      400,
      'unsupported_grant_type',
      'The authorization grant type is not supported by the authorization server.',
    );
  }
  const scopes = splitScopes(params.present('scope'));
  if (scopes.some((scope) => !app.scopes.includes(scope))) {
    throw oauthError(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed.');
  }
  return c.json(tokenJson(issueToken(c.env, app, null, scopes)));
}

/** Unknown tokens are no error; tokens of others are. */
function revoke(c: Call) {
  const app = clientOf(c);
  const row = c.env.world.tokens.find((known) => known.token === c.var.params.text('token'));
  if (!app || (row && row.appId !== app.id)) {
    throw oauthError(403, 'unauthorized_client', 'You are not authorized to revoke this token');
  }
  if (row) row.revoked = true;
  return c.json({});
}

const metadata = ({ origin }: Instance): Json => ({
  issuer: `${origin}/`,
  authorization_endpoint: `${origin}/oauth/authorize`,
  token_endpoint: `${origin}/oauth/token`,
  revocation_endpoint: `${origin}/oauth/revoke`,
  userinfo_endpoint: `${origin}/oauth/userinfo`,
  scopes_supported: allScopes,
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  grant_types_supported: ['authorization_code', 'client_credentials'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  service_documentation: 'https://docs.joinmastodon.org/',
  app_registration_endpoint: `${origin}/api/v1/apps`,
});

export function oauthRoutes(app: Hono<Env>): void {
  app.post('/api/v1/apps', register);
  app.get('/api/v1/apps/verify_credentials', anyToken, (c) => {
    const row = c.env.world.apps.find(({ id }) => id === c.var.token!.appId)!;
    return c.json(publicAppJson(row));
  });
  app.post('/oauth/token', token);
  app.post('/oauth/revoke', revoke);
  app.get('/.well-known/oauth-authorization-server', (c) => {
    c.header('Cache-Control', 'max-age=0, private, must-revalidate');
    return c.json(metadata(c.env));
  });
}
