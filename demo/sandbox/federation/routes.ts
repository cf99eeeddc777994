import type { Hono } from 'hono';
import type { Call, Env } from '../http/auth.js';
import { missingPage } from '../api/pages.js';
import { accountDomain } from '../entities/instance.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { activityResponse, group, wantsActivity } from './json.js';
import { receive } from './inbox.js';
import { announceJson, noteJson, personJson } from './outward.js';

function webfinger(c: Call) {
  const resource = c.req.query('resource') ?? '';
  if (!resource) return c.body(null, 400);
  const [, username = '', host = ''] = /^(?:acct:)?@?([^@]+)@(.+)$/.exec(resource) ?? [];
  const byUrl = [...c.env.world.accounts.values()].find(
    ({ url, uri, domain }) => !domain && [url, uri].includes(resource),
  );
  const ours = [c.env.host, accountDomain(c.env)].includes(host.toLowerCase());
  const account = ours ? c.env.world.accountByName(username, null) : byUrl;
  if (!account) return c.body(null, 404);
  const links = [
    { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: account.url },
    { rel: 'self', type: 'application/activity+json', href: account.uri },
    { rel: 'http://ostatus.org/schema/1.0/subscribe', template: `${c.env.origin}/authorize_interaction?uri={uri}` },
  ];
  const body = {
    subject: `acct:${account.username}@${accountDomain(c.env)}`,
    aliases: [account.url, account.uri],
    links,
  };
  const headers = { 'Content-Type': 'application/jrd+json; charset=utf-8', 'Cache-Control': 'max-age=259200, public' };
  return new Response(JSON.stringify(body), { headers });
}

/** Where webfinger is (RFC 6415), for who does not know. */
function hostMeta(c: Call) {
  const template = `${c.env.origin}/.well-known/webfinger?resource={uri}`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="${template}"/>
</XRD>
`;
  const headers = { 'Content-Type': 'application/xrd+xml; charset=utf-8', 'Cache-Control': 'max-age=259200, public' };
  return new Response(body, { headers });
}

const isListed = ({ visibility }: StatusRow) => visibility === 'public' || visibility === 'unlisted';

function outbox(c: Call, account: AccountRow) {
  const { world } = c.env;
  const rows = world.statusesOf(account.id).filter(isListed).slice(0, 20);
  const orderedItems = rows.map((row) =>
    row.boostOf === null
      ? { type: 'Create', actor: account.uri, object: noteJson(c.env, row) }
      : announceJson(c.env, row, world.statuses.get(row.boostOf)!),
  );
  return activityResponse({ id: `${account.uri}/outbox?page=true`, type: 'OrderedCollectionPage', orderedItems });
}

/** Somebody of this instance by id or name, or the page they have. */
const person = (find: (c: Call) => AccountRow | undefined) => (c: Call) => {
  const account = find(c);
  if (!account || account.domain !== null) return missingPage();
  return wantsActivity(c.req.raw) ? activityResponse(personJson(c.env, account)) : c.redirect(account.url);
};

/** A post of this instance, or the page it has. Those not for everybody are not given to who does not say who asks. */
function note(c: Call) {
  const status = c.env.world.statuses.get(c.req.param('id') ?? '');
  const ours = status && c.env.world.account(status.accountId).domain === null;
  if (!ours || !isListed(status) || status.boostOf !== null) return missingPage();
  return wantsActivity(c.req.raw) ? activityResponse(noteJson(c.env, status)) : c.redirect(status.url);
}

export function federationRoutes(app: Hono<Env>): void {
  const byId = (c: Call) => c.env.world.accounts.get(c.req.param('user') ?? '');
  const byName = (c: Call) => c.env.world.accountByName((c.req.param('name') ?? '').replace(/^@/, ''), null);
  app.get('/.well-known/webfinger', webfinger);
  app.get('/.well-known/host-meta', hostMeta);
  app.get('/ap/users/:user', person(byId));
  app.get('/ap/users/:user/outbox', (c) => {
    const account = byId(c);
    return account?.domain === null ? outbox(c, account) : missingPage();
  });
  app.get('/ap/users/:user/statuses/:id', note);
  app.get('/users/:name', person(byName));
  app.get('/:name{@[^/]+}', person(byName));
  app.get('/:name{@[^/]+}/:id', note);
  app.post('/inbox', async (c) => {
    await receive(c.env, group(await c.req.json()));
    return c.body(null, 202);
  });
}
