import type { Context, MiddlewareHandler } from 'hono';
import type { Instance } from '../instance.js';
import type { TokenRow } from '../world/oauth-rows.js';
import type { AccountRow } from '../world/rows.js';
import { invalidToken, loginHindered, outsideScopes, revokedToken, userRequired } from './errors.js';
import type { Family } from './limits.js';
import type { Params } from './params.js';

/** What a route finds at `c.env` and `c.var`. */
export interface Env {
  Bindings: Instance;
  Variables: {
    params: Params;
    token: TokenRow | undefined;
    /** The person a token speaks for. */
    viewer: AccountRow | undefined;
    /** Anonymous answers may be kept this long, in seconds. */
    cacheFor: number | undefined;
    /** The answer is the same with or without a token. */
    cacheAlways: boolean;
    vary: string | undefined;
    family: Family | undefined;
  };
}

export type Call = Context<Env>;

/** The token as it was sent, by header or by parameter. */
export function sentToken(request: Request, params: Params): string | undefined {
  const [, bearer] = /^Bearer\s+(.+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  return bearer ?? params.present('access_token') ?? params.present('bearer_token');
}

/** Throws unless the token is good and has one of the scopes, literally: routes name the wider ones too. */
function check(c: Call, scopes: readonly string[]): TokenRow {
  const { token } = c.var;
  if (!token) throw invalidToken();
  if (token.revoked) throw revokedToken();
  if (scopes.length && !scopes.some((scope) => token.scopes.includes(scope))) throw outsideScopes(scopes);
  return token;
}

/** For routes that somebody signed in must ask: 401 without a good token, 403 without a scope or for somebody hindered, 422 for an app alone. */
export const user =
  (...scopes: string[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    check(c, scopes);
    if (!c.var.viewer) throw userRequired(422);
    const why = c.env.world.hindrances.get(c.var.viewer.id);
    if (why) throw loginHindered(why);
    await next();
  };

/** For routes open to visitors: a token, once sent, must be good all the same. */
export const visitor =
  (...scopes: string[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.var.token || sentToken(c.req.raw, c.var.params)) check(c, scopes);
    await next();
  };

/** As `visitor`; what visitors get may be kept by caches for a short while. */
export const cached =
  (...scopes: string[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.var.token || sentToken(c.req.raw, c.var.params)) check(c, scopes);
    c.set('cacheFor', 15);
    await next();
  };

/** For routes that any good token may ask, also one of an app alone. */
export const anyToken: MiddlewareHandler<Env> = async (c, next) => {
  check(c, []);
  await next();
};

/** The same for everybody, kept for five minutes: instance, rules, emoji. */
export const shared: MiddlewareHandler<Env> = async (c, next) => {
  c.set('cacheFor', 300);
  c.set('cacheAlways', true);
  c.set('vary', 'Accept');
  await next();
};

/** The person who asks; only behind `user`. */
export const me = (c: Call): AccountRow => c.var.viewer!;
