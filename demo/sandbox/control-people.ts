import type { Context, Hono } from 'hono';
import { visibilities } from './deeds/draft.js';
import { acctOf } from './entities/account.js';
import { accountDomain } from './entities/instance.js';
import { recordNotFound, unprocessable } from './http/errors.js';
import { Params, readParams } from './http/params.js';
import { allScopes, splitScopes } from './http/scopes.js';
import type { Instance } from './instance.js';
import { addApp, forgetApp } from './oauth/apps.js';
import { addressOf, allow, deny, isAsked, readRequest } from './oauth/request.js';
import { issueToken, tokenJson } from './oauth/tokens.js';
import type { AppRow, Hindrance, TokenRow } from './world/oauth-rows.js';
import type { AccountRow, Visibility } from './world/rows.js';

/** The part of the control path that knows people, their apps and their tokens. */

export type Call = Context<{ Bindings: Instance }>;

const sandboxApp = 'Sandbox';

/** Somebody of this instance, by name or id; throws 422. */
export function personNamed(instance: Instance, name: string | undefined): AccountRow {
  const account =
    name && (instance.world.accountByName(name.replace(/^@/, ''), null) ?? instance.world.accounts.get(name));
  if (!account || account.domain !== null) throw unprocessable(`No such person: ${name}`);
  return account;
}

const personJson = ({ env }: Call, { id, username, displayName, url, bot, locked, language }: AccountRow) => ({
  id,
  username,
  acct: `${username}@${accountDomain(env)}`,
  display_name: displayName,
  url,
  bot,
  locked,
  language,
  posts: env.world.statusesOf(id).length,
  login: env.world.hindrances.get(id) ?? 'fine',
  ...env.world.postingDefaults(id),
});

const logins: readonly string[] = ['unconfirmed', 'pending', 'disabled', 'suspended'] satisfies Hindrance[];

/** What keeps somebody from using their account; `fine` for nothing. */
function setLogin({ world, streams }: Instance, person: AccountRow, login: string): void {
  if (login === 'fine') world.hindrances.delete(person.id);
  else if (logins.includes(login)) world.hindrances.set(person.id, login as Hindrance);
  else throw unprocessable(`No such login: ${login}`);
  streams.hangUp();
}

/** How somebody posts when they do not say. */
function setDefaults({ world }: Instance, person: AccountRow, params: Params): void {
  const known = world.postingDefaults(person.id);
  const privacy = params.text('privacy') ?? known.privacy;
  if (!visibilities.includes(privacy)) throw unprocessable(`No such privacy: ${privacy}`);
  const sensitive = params.flag('sensitive') ?? known.sensitive;
  world.defaults.set(person.id, { privacy: privacy as Visibility, sensitive });
}

async function change(c: Call) {
  const params = await readParams(c.req.raw);
  const person = personNamed(c.env, c.req.param('person'));
  const login = params.text('login');
  if (login !== undefined) setLogin(c.env, person, login);
  setDefaults(c.env, person, params);
  person.language = params.present('language') ?? person.language;
  person.locked = params.flag('locked') ?? person.locked;
  return c.json(personJson(c, person));
}

/** The app in whose name control tokens are given out. */
function controlApp(instance: Instance): AppRow {
  const known = instance.world.apps.find(({ name }) => name === sandboxApp);
  const redirectUris = ['urn:ietf:wg:oauth:2.0:oob'];
  return known ?? addApp(instance, { name: sandboxApp, website: null, scopes: [...allScopes], redirectUris });
}

async function giveToken(c: Call) {
  const params = await readParams(c.req.raw);
  const scopes = params.list('scopes') ?? splitScopes(params.present('scopes') ?? 'read write follow push');
  const unknown = scopes.find((scope) => !allScopes.includes(scope));
  if (unknown !== undefined) throw unprocessable(`No such scope: ${unknown}`);
  const app = controlApp(c.env);
  const person = params.flag('app') ? null : personNamed(c.env, params.text('person'));
  const row = issueToken(c.env, app, person?.id ?? null, scopes);
  const { clientId: client_id, clientSecret: client_secret } = app;
  return c.json({
    ...tokenJson(row),
    account_id: person?.id ?? null,
    acct: person && acctOf(person),
    client_id,
    client_secret,
  });
}

/** The tokens of `person`, of `client_id`, or the one named `token`; without any of these, all. */
function tokensMeant(c: Call): TokenRow[] {
  const { world } = c.env;
  const [name, clientId, token] = ['person', 'client_id', 'token'].map((key) => c.req.query(key));
  const person = name === undefined ? undefined : personNamed(c.env, name);
  const app = world.apps.find((row) => row.clientId === clientId);
  return world.tokens.filter(
    (row) =>
      (!person || row.accountId === person.id) &&
      (clientId === undefined || row.appId === app?.id) &&
      (token === undefined || row.token === token),
  );
}

function listedToken(c: Call, row: TokenRow) {
  const { world } = c.env;
  const app = world.apps.find(({ id }) => id === row.appId);
  const person = row.accountId === null ? null : world.account(row.accountId).username;
  return { ...tokenJson(row), person, app: app?.name, client_id: app?.clientId, revoked: row.revoked };
}

/** Revokes; with `forget` the server knows nothing of them any more. */
function endTokens(c: Call) {
  const { tokens } = c.env.world;
  const meant = tokensMeant(c);
  for (const row of meant) {
    row.revoked = true;
    if (c.req.query('forget') !== undefined) tokens.splice(tokens.indexOf(row), 1);
  }
  c.env.streams.hangUp();
  return c.json(meant.map((row) => listedToken(c, row)));
}

const appJson = ({ id, name, website, scopes, redirectUris, clientId }: AppRow) => ({
  id,
  name,
  website,
  scopes,
  redirect_uris: redirectUris,
  client_id: clientId,
});

const foreignApps = ({ env }: Call) => env.world.apps.filter(({ name }) => name !== sandboxApp);

function removeApps(c: Call) {
  const clientId = c.req.param('id');
  const meant = foreignApps(c).filter((row) => clientId === undefined || row.clientId === clientId);
  if (clientId !== undefined && !meant.length) throw recordNotFound();
  for (const row of meant) forgetApp(c.env, row);
  c.env.streams.hangUp();
  return c.json(meant.map(appJson));
}

/**
 * What somebody would do on the pages of `/oauth/authorize`, for who has no browser to press buttons in: where they are
 * sent (`redirect`), or why nowhere.
 */
async function authorize(c: Call) {
  const params = await readParams(c.req.raw);
  const person = personNamed(c.env, params.text('person'));
  const url = new URL(params.text('url') ?? '', c.env.origin);
  const read = readRequest(c.env, new Params(Object.fromEntries(url.searchParams)));
  const outcome = !isAsked(read) ? read : params.flag('deny') ? deny(c.env, read) : allow(c.env, read, person);
  return c.json({ redirect: addressOf(outcome) ?? null, status: outcome.status, ...outcome.body });
}

export function peopleRoutes(app: Hono<{ Bindings: Instance }>): void {
  app.get('/people', (c) => c.json(c.env.world.localAccounts().map((row) => personJson(c, row))));
  app.patch('/people/:person', change);
  app.get('/tokens', (c) => c.json(tokensMeant(c).map((row) => listedToken(c, row))));
  app.post('/tokens', giveToken);
  app.delete('/tokens', endTokens);
  app.get('/apps', (c) => c.json(foreignApps(c).map(appJson)));
  app.delete('/apps', removeApps);
  app.delete('/apps/:id', removeApps);
  app.post('/authorize', authorize);
}
