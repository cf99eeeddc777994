import type { Json } from '../entities/account.js';
import { me, type Call } from '../http/auth.js';
import { knownScopes } from '../http/scopes.js';
import type { Instance } from '../instance.js';

/** RFC 8414, as Mastodon has it since 4.3; `settings.oauth.metadata` may make it lie. */
export function metadata(instance: Instance): Json {
  const { origin, settings } = instance;
  const said: Json = {
    issuer: `${origin}/`,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    scopes_supported: knownScopes(instance),
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    service_documentation: 'https://docs.joinmastodon.org/',
    app_registration_endpoint: `${origin}/api/v1/apps`,
  };
  const all: Json = { ...said, ...settings.oauth.metadata };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** `GET /.well-known/oauth-authorization-server` */
export function showMetadata(c: Call) {
  c.header('Cache-Control', 'max-age=0, private, must-revalidate');
  return c.json(metadata(c.env));
}

/** `/oauth/userinfo` (since 4.4, scope `profile`). */
export function userinfo(c: Call) {
  const { uri, url, avatar, displayName, username } = me(c);
  c.header('Cache-Control', 'private, no-store');
  return c.json({
    iss: `${c.env.origin}/`,
    sub: uri,
    name: displayName || username,
    preferred_username: username,
    profile: url,
    picture: avatar || `${c.env.origin}/avatars/original/missing.png`,
  });
}
