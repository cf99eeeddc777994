import { instance } from '../data/instance.mjs';
import { account, EMOJIS, INSTANCE, me } from '../data/people.mjs';
import { indexOf, status, TOTAL } from '../data/statuses.mjs';
import { authorFeed } from './bluesky.mjs';

/** The span of posts that Mastodon's cursors ask for: [from, to). */
function span(query, limit) {
  if (query.get('min_id')) {
    const end = indexOf(query.get('min_id'));
    return [Math.max(0, end - limit), end];
  }
  const from = query.get('max_id') ? indexOf(query.get('max_id')) + 1 : 0;
  const to = Math.min(TOTAL, from + limit);
  return [from, query.get('since_id') ? Math.min(indexOf(query.get('since_id')), to) : to];
}

function timeline(feed, path, query) {
  const limit = Math.min(40, Math.max(1, Number(query.get('limit')) || 20)); // 40 is the API's own most
  const [from, to] = span(query, limit);
  const whole = [];
  for (let i = from; i < to; i++) whole.push(status(i, feed));
  const kept = query.get('exclude_reblogs') === 'true' ? whole.filter(({ reblog }) => !reblog) : whole;
  const link = (cursor, id, rel) => {
    const next = new URLSearchParams(query);
    for (const name of ['max_id', 'min_id', 'since_id']) next.delete(name);
    next.set(cursor, id);
    return `<${INSTANCE}${path}?${next}>; rel="${rel}"`;
  };
  if (!whole.length) return { json: [] };
  const links = [link('max_id', whole.at(-1).id, 'next'), link('min_id', whole[0].id, 'prev')];
  return { json: kept, link: links.join(', ') };
}

const preferences = {
  'posting:default:visibility': 'public',
  'posting:default:sensitive': false,
  'posting:default:language': null,
  'reading:expand:media': 'default',
  'reading:expand:spoilers': false,
};
const software = {
  version: '2.0',
  software: { name: 'mastodon', version: '4.5.0' },
  protocols: ['activitypub'],
  usage: { users: {} },
  openRegistrations: false,
  metadata: {},
};
const softwareLinks = {
  links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `${INSTANCE}/nodeinfo/2.0` }],
};

const LISTS = /relationships|lists|filters|follow|notifications|announcements|conversations|trends|familiar|featured/;

/** [path, answer]: the first that matches answers. What only a full client asks for comes after the feeds. */
const ROUTES = [
  [/^\/api\/v1\/accounts\/lookup$/, () => ({ json: account(0) })],
  [/^\/api\/v1\/accounts\/verify_credentials$/, () => ({ json: me() })],
  [
    /^\/api\/v1\/accounts\/\d+\/statuses$/,
    ([path], query) => (query.get('pinned') === 'true' ? { json: [] } : timeline('author', path, query)),
  ],
  [/^\/api\/v1\/accounts\/(\d+)$/, ([, id]) => ({ json: account(Number(id) - 1000) })],
  [/^\/api\/v1\/timelines\/(?:public$|home$|tag\/).*/, ([path], query) => timeline('public', path, query)],
  [/^\/api\/v1\/statuses\/(\d+)$/, ([, id]) => ({ json: status(indexOf(id), 'author') })],
  [/^\/api\/v1\/statuses\/\d+\/context$/, () => ({ json: { ancestors: [], descendants: [] } })],
  [/^\/api\/v[12]\/instance$/, () => ({ json: instance })],
  [/^\/api\/v1\/custom_emojis$/, () => ({ json: EMOJIS })],
  [/^\/api\/v1\/markers$/, () => ({ json: {} })],
  [/^\/api\/v1\/preferences$/, () => ({ json: preferences })],
  [/^\/\.well-known\/nodeinfo$/, () => ({ json: softwareLinks })],
  [/^\/nodeinfo\/2\.0$/, () => ({ json: software })],
  [/^\/xrpc\/app\.bsky\.feed\.getAuthorFeed$/, (match, query) => ({ json: authorFeed(query) })],
  [/^\/api\/v[12]\//, (match) => ({ json: LISTS.test(match.input) ? [] : {} })],
];

/** What the instance answers to a GET: `{ json, link }`, `link` being the header of a page; null where it has nothing. */
export function answer(path, query) {
  for (const [pattern, respond] of ROUTES) {
    const match = pattern.exec(path);
    if (match) return respond(match, query);
  }
  return null;
}
