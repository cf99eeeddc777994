import type { Json } from '../entities/account.js';
import { vapidKey } from '../entities/instance.js';
import type { Call } from '../http/auth.js';
import { validationFailed } from '../http/errors.js';
import type { Params } from '../http/params.js';
import { knownScopes, splitScopes } from '../http/scopes.js';
import type { Instance } from '../instance.js';
import type { AppRow } from '../world/oauth-rows.js';
import { complaint } from './redirect-uri.js';

/** 64 hex digits that nobody guesses. */
export const secret = () =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

type Given = Omit<AppRow, 'id' | 'clientId' | 'clientSecret'>;

/** What is wrong with an app, as Mastodon's model words it. */
function complaints(instance: Instance, given: Given): string[] {
  const found: string[] = [];
  if (!given.name) found.push("Application name can't be blank");
  if (given.name.length > 60) found.push('Application name is too long (maximum is 60 characters)');
  if (!given.redirectUris.length) found.push("Redirect URI can't be blank");
  if (given.redirectUris.join('\n').length > 2000) found.push('Redirect URI is too long (maximum is 2000 characters)');
  const reasons = given.redirectUris.map(complaint).filter((reason) => reason !== undefined);
  found.push(...new Set(reasons.map((reason) => `Redirect URI ${reason}`)));
  if (given.scopes.some((scope) => !knownScopes(instance).includes(scope))) {
    found.push("Scopes doesn't match configured on the server.");
  }
  if (given.website && !/^https?:\/\/[^\s/]+/.test(given.website)) found.push('Application website is invalid');
  if (given.website && given.website.length > 2000) {
    found.push('Application website is too long (maximum is 2000 characters)');
  }
  return found;
}

/** Makes an app out of what was sent; throws 422. */
function registerApp(instance: Instance, given: Given): AppRow {
  const found = complaints(instance, given);
  if (found.length) throw validationFailed(...found);
  return addApp(instance, given);
}

/** Makes an app, whatever it is. */
export function addApp(instance: Instance, given: Given): AppRow {
  const row = { ...given, id: instance.world.serial('apps'), clientId: secret(), clientSecret: secret() };
  instance.world.apps.push(row);
  return row;
}

const old = (instance: Instance) => instance.settings.version === '4.2';

/** An app as everybody may see it; before 4.3 with fewer fields. */
export function publicAppJson(instance: Instance, { id, name, website, scopes, redirectUris }: AppRow): Json {
  const shared = { id, name, website, vapid_key: vapidKey, redirect_uri: redirectUris.join('\n') };
  return old(instance) ? shared : { ...shared, scopes, redirect_uris: redirectUris };
}

/** Several addresses as a list came with 4.3; before that a list counts as none. */
function redirectUrisIn(instance: Instance, params: Params): string[] {
  const list = old(instance) ? undefined : params.list('redirect_uris');
  return list ?? (params.text('redirect_uris') ?? '').split(/\s+/).filter(Boolean);
}

/** `POST /api/v1/apps` */
export function register(c: Call) {
  const { params } = c.var;
  const row = registerApp(c.env, {
    name: (params.text('client_name') ?? '').trim(),
    website: params.present('website') ?? null,
    scopes: splitScopes(params.present('scopes')),
    redirectUris: redirectUrisIn(c.env, params),
  });
  const secrets = { client_id: row.clientId, client_secret: row.clientSecret };
  return c.json({ ...publicAppJson(c.env, row), ...secrets, ...(!old(c.env) && { client_secret_expires_at: 0 }) });
}

/** Forgets an app with all that hangs on it, as if the server had cleaned up. */
export function forgetApp({ world }: Instance, app: AppRow): void {
  for (const list of [world.tokens, world.grants] as { appId: string }[][]) {
    for (const row of list.filter(({ appId }) => appId === app.id)) list.splice(list.indexOf(row), 1);
  }
  world.apps.splice(world.apps.indexOf(app), 1);
}
