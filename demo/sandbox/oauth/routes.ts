import type { Hono, MiddlewareHandler } from 'hono';
import { anyToken, user, type Call, type Env } from '../http/auth.js';
import { notFound } from '../http/errors.js';
import { publicAppJson, register } from './apps.js';
import { decide, showCode, showConsent } from './authorize.js';
import { showMetadata, userinfo } from './metadata.js';
import { sheet } from './pages.js';
import { removeApp, showApps, showSignIn, signIn, signOut } from './sign-in.js';
import { revoke, token } from './tokens.js';

/** Where an older server has nothing. */
const since43: MiddlewareHandler<Env> = async (c, next) => {
  if (c.env.settings.version === '4.2') throw notFound();
  await next();
};

/** The app that a token was given to. */
function whichApp(c: Call) {
  const row = c.env.world.apps.find(({ id }) => id === c.var.token!.appId)!;
  return c.json(publicAppJson(c.env, row));
}

export function oauthRoutes(app: Hono<Env>): void {
  app.post('/api/v1/apps', register);
  app.get('/api/v1/apps/verify_credentials', anyToken, whichApp);
  app.get('/oauth/authorize', showConsent);
  app.on(['POST', 'DELETE'], '/oauth/authorize', decide);
  app.get('/oauth/authorize/native', showCode);
  app.get('/oauth/authorized_applications', showApps);
  app.on(['POST', 'DELETE'], '/oauth/authorized_applications/:id', removeApp);
  app.post('/oauth/token', token);
  app.post('/oauth/revoke', revoke);
  app.on(['GET', 'POST'], '/oauth/userinfo', since43, user('profile'), userinfo);
  app.get('/auth/sign_in', showSignIn);
  app.post('/auth/sign_in', signIn);
  app.on(['POST', 'DELETE'], '/auth/sign_out', signOut);
  app.get('/packs/sign-in.css', sheet);
  app.get('/.well-known/oauth-authorization-server', since43, showMetadata);
}
