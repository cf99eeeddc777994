import { Hono, type MiddlewareHandler, type Next } from 'hono';
import { endPolls } from '../deeds/react.js';
import { publishDue } from '../federation/due.js';
import { federationRoutes } from '../federation/routes.js';
import { sentToken, type Call, type Env } from '../http/auth.js';
import { addCaching, digest } from '../http/cache.js';
import { ApiError, loginHindered, tooMany, userRequired } from '../http/errors.js';
import { countRequest, familyAllowance, setRateHeaders, type Allowance } from '../http/limits.js';
import { readParams } from '../http/params.js';
import type { Instance } from '../instance.js';
import { oauthRoutes } from '../oauth/routes.js';
import { accountRoutes } from './accounts.js';
import { domainBlockRoutes } from './domain-blocks.js';
import { fileRoutes } from './files.js';
import { filterRoutes } from './filters.js';
import { instanceRoutes } from './instance.js';
import { mediaRoutes } from './media.js';
import { notificationRequestRoutes } from './notification-requests.js';
import { notificationRoutes } from './notifications.js';
import { insecurePage, missingPage, pageRoutes } from './pages.js';
import { playerRoutes } from './player.js';
import { postingRoutes } from './posting.js';
import { reactionRoutes } from './reactions.js';
import { relationRoutes } from './relations.js';
import { reportRoutes } from './reports.js';
import { scheduleRoutes } from './schedule.js';
import { searchRoutes } from './search.js';
import { settingRoutes } from './settings.js';
import { statusRoutes } from './statuses.js';
import { timelineRoutes } from './timelines.js';
import { translationRoutes } from './translations.js';
import { trendRoutes } from './trends.js';

/** Rails raises on `Origin: null` (`file:`, sandboxed frames) before anything else is looked at; Doorkeeper's own routes do not. */
const named: MiddlewareHandler<Env> = async (c, next) => {
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
  if (!writes || c.req.header('Origin') !== 'null') return next();
  const json = c.req.header('Accept')?.includes('application/json');
  return json ? c.json({ error: 'Unprocessable Content' }, 422) : insecurePage();
};

/** Reads parameters and token once, for all that follows. */
const prepare: MiddlewareHandler<Env> = async (c, next) => {
  try {
    c.set('params', await readParams(c.req.raw));
  } catch {
    throw new ApiError(400, { error: 'There was a problem in the JSON you submitted' });
  }
  const sent = sentToken(c.req.raw, c.var.params);
  const token = sent === undefined ? undefined : c.env.world.tokens.find((row) => row.token === sent);
  c.set('token', token);
  if (token?.accountId && !token.revoked) c.set('viewer', c.env.world.account(token.accountId));
  endPolls(c.env);
  await publishDue(c.env);
  await next();
};

/** The tighter of the throttles and of the family the route counts in. */
function allowanceFor(c: Call, general: Allowance | undefined): Allowance | undefined {
  const { family, viewer } = c.var;
  if (!family || !viewer) return general;
  const own = familyAllowance(c.env.counters, family, viewer.id, c.env.now());
  return general && own.remaining > general.remaining ? general : own;
}

/** Counts, refuses, and says what is left. */
const limit: MiddlewareHandler<Env> = async (c, next) => {
  const asker = { token: c.var.token?.token, accountId: c.var.viewer?.id };
  const { allowance, refused } = countRequest(c.env.counters, c.req.raw, asker, c.env.now());
  if (refused) c.res = refuse(tooMany());
  else await next();
  const shown = refused ? allowance : allowanceFor(c, allowance);
  if (shown && c.req.path.startsWith('/api')) setRateHeaders(c.res.headers, shown);
};

const refuse = ({ status, body, headers }: ApiError) => Response.json(body, { status, headers });

/** Closed servers (DISALLOW_UNAUTHENTICATED_API_ACCESS, limited federation) refuse visitors whatever they ask. */
const closed: MiddlewareHandler<Env> = async (c, next) => {
  const { requireAuth } = c.env.settings;
  const exempt = /^\/api\/(?:v1\/apps|v2\/instance|v1\/instance|v1\/custom_emojis)$/;
  const open =
    requireAuth === 'no' || (requireAuth === 'api' && exempt.test(c.req.path)) || c.req.path === '/api/v1/apps';
  if (!open && !c.var.viewer) throw userRequired(401);
  // Who is suspended is refused even where visitors may read.
  if (c.var.viewer && c.env.world.hindrances.get(c.var.viewer.id) === 'suspended') throw loginHindered('suspended');
  await next();
};

/** Rails names the charset of JSON. */
const inUtf8 = async (c: Call, next: Next): Promise<void> => {
  await next();
  if (c.res.headers.get('Content-Type') !== 'application/json') return;
  c.res.headers.set('Content-Type', 'application/json; charset=utf-8');
};

/** Caching headers, and what every API answer carries. */
const finish: MiddlewareHandler<Env> = async (c, next) => {
  await inUtf8(c, next);
  c.res = await addCaching(c, c.res);
  c.res.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; form-action 'none'");
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  c.res.headers.set('X-Request-Id', requestId(c));
};

const requestId = (c: Call) =>
  digest(`${c.env.now()} ${c.env.log.length} ${c.req.url}`).replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  );

/** Routes under `/api` know the trailing slash too. */
const app = new Hono<Env>({ strict: false });

app.use('/api/*', finish, prepare, limit, named, closed);
app.use('/oauth/*', inUtf8, prepare, limit);
app.use('/auth/*', prepare);
app.use('/.well-known/*', prepare);
instanceRoutes(app);
// Before the accounts by id: `familiar_followers` is no id.
relationRoutes(app);
domainBlockRoutes(app);
accountRoutes(app);
statusRoutes(app);
postingRoutes(app);
scheduleRoutes(app);
reactionRoutes(app);
reportRoutes(app);
timelineRoutes(app);
trendRoutes(app);
translationRoutes(app);
searchRoutes(app);
mediaRoutes(app);
// Before the groups by key: `requests` and `policy` are none.
notificationRequestRoutes(app);
notificationRoutes(app);
settingRoutes(app);
filterRoutes(app);
oauthRoutes(app);
fileRoutes(app);
playerRoutes(app);
pageRoutes(app);
federationRoutes(app);

app.notFound((c) => {
  const json = c.req.header('Accept')?.includes('application/json');
  return json ? c.json({ error: 'Not Found' }, 404) : missingPage();
});

app.onError((error) => {
  if (error instanceof ApiError) return refuse(error);
  console.error(error);
  return Response.json({ error: "We're sorry, but something went wrong on our end." }, { status: 500 });
});

/** The instance itself: API, pages, files, and what other instances ask. */
export const answerApi = async (instance: Instance, request: Request): Promise<Response> =>
  app.fetch(request, instance);
