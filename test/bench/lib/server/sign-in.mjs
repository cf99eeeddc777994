import { INSTANCE } from '../data/people.mjs';

/** The one person who can sign in, and who need not be asked: what a page needs to be at home here. */
const ROUTES = {
  'POST /api/v1/apps': () => ({ json: { id: '1', name: 'b', client_id: 'bench', client_secret: 'bench' } }),
  'POST /oauth/token': () => ({
    json: { access_token: 'bench', token_type: 'Bearer', scope: 'read write profile', created_at: 1 },
  }),
  'GET /oauth/authorize': (query) => {
    const back = new URL(query.get('redirect_uri'));
    back.searchParams.set('code', 'bench');
    back.searchParams.set('state', query.get('state'));
    return { location: back.href };
  },
};

/** `{ json }` or `{ location }`; undefined for all that has nothing to do with signing in. */
export function signIn(method, path) {
  const url = new URL(path, INSTANCE);
  return ROUTES[`${method} ${url.pathname}`]?.(url.searchParams);
}
