import { body } from './bodies.mjs';
import { account, INSTANCE } from './people.mjs';
import { SHAPES } from './pictures.mjs';
import { below, pick, random, sentence } from './random.mjs';

/** Posts in every feed. Post 0 is the newest; one follows another by 97 s. */
export const TOTAL = 20000;
const NEWEST = Date.UTC(2026, 10, 20, 12, 0, 0);
const date = (i) => new Date(NEWEST - i * 97_000).toISOString();

const FIRST_ID = 115_500_000_000_000_000n;
const STEP = 1_310_720_007n;
export const idOf = (i) => String(FIRST_ID - BigInt(i) * STEP);
export const indexOf = (id) => Number((FIRST_ID - BigInt(id)) / STEP);

const HASHES = [
  'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
  'LGF5]+Yk^6#M@-5c,1J5@[or[Q6.',
  'L6PZfSi_.AyE_3t7t7R**0o#DgR4',
  'LKO2?U%2Tw=w]~RBVZRi};RPxuwH',
  'UeKUpFxuo~R%0nW;WCnhF6RjaJt757oJodS$',
];

function attachment(next, id) {
  const number = below(next, 24);
  const [width, height] = SHAPES[number % SHAPES.length];
  const size = (w, h) => ({ width: w, height: h, size: `${w}x${h}`, aspect: width / height });
  const url = `${INSTANCE}/media/image${number}.png`;
  return {
    id: String(id),
    type: 'image',
    url,
    preview_url: url,
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: { original: size(width * 4, height * 4), small: size(width, height), focus: { x: 0, y: 0 } },
    description: next() < 0.8 ? sentence(next, 14) : null,
    blurhash: HASHES[number % HASHES.length],
  };
}

function attachments(next, i) {
  if (next() >= 0.34) return [];
  const count = pick(next, [1, 1, 1, 1, 2, 2, 3, 4]);
  return Array.from({ length: count }, (_, k) => attachment(next, 9e6 + i * 4 + k));
}

const card = (next, url) => ({
  url,
  title: sentence(next, 8),
  description: sentence(next, 22),
  language: 'en',
  type: 'link',
  author_name: '',
  author_url: '',
  provider_name: 'Site Example',
  provider_url: '',
  html: '',
  width: 400,
  height: 225,
  image: `${INSTANCE}/media/image1.png`,
  image_description: '',
  embed_url: '',
  blurhash: HASHES[0],
  published_at: null,
  authors: [],
});

const poll = (next, i) => ({
  id: String(5e6 + i),
  expires_at: '2026-11-27T12:00:00.000Z',
  expired: next() < 0.3,
  multiple: false,
  votes_count: 100,
  voters_count: 100,
  options: Array.from({ length: 2 + below(next, 3) }, () => ({
    title: sentence(next, 3),
    votes_count: below(next, 50),
  })),
  emojis: [],
  voted: false,
  own_votes: [],
});

function post(i, next, author) {
  const id = idOf(i);
  const { content, link, mentions, tags, emojis } = body(next, i);
  const media = attachments(next, i);
  const linkCard = link && !media.length && next() < 0.8 ? card(next, link) : null;
  const question = !linkCard && !media.length && next() < 0.08 ? poll(next, i) : null;
  const warned = next() < 0.06;
  return {
    id,
    created_at: date(i),
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: warned,
    spoiler_text: warned ? sentence(next, 4) : '',
    visibility: 'public',
    language: 'en',
    uri: `${author.uri}/statuses/${id}`,
    url: `${author.url}/${id}`,
    replies_count: below(next, 12),
    reblogs_count: below(next, 80),
    favourites_count: below(next, 200),
    quotes_count: 0,
    edited_at: next() < 0.05 ? new Date(Date.parse(date(i)) + 60_000).toISOString() : null,
    favourited: false,
    reblogged: false,
    muted: false,
    bookmarked: false,
    pinned: false,
    content,
    filtered: [],
    reblog: null,
    quote: null,
    quote_approval: { automatic: [], manual: [], current_user: 'denied' },
    application: { name: 'Web', website: null },
    account: author,
    media_attachments: media,
    mentions,
    tags,
    emojis,
    card: linkCard,
    poll: question,
  };
}

/** As Mastodon sends a boost: the text of the original again, everything that hangs on it only in `reblog`. */
function boost(i, next, booster) {
  const original = post(i + 500_000, next, account(1 + below(next, 300)));
  const { content, sensitive, spoiler_text } = original;
  const bare = { media_attachments: [], mentions: [], tags: [], emojis: [], card: null, poll: null };
  return { ...post(i, random(i), booster), content, sensitive, spoiler_text, reblog: original, ...bare };
}

const made = new Map();

/**
 * Post `i` of a feed, a pure function of both: `author` is the timeline of account 0 (its own posts and boosts of
 * others), `public` has 300 authors. Every sixth is a boost.
 */
export function status(i, feed) {
  const key = `${feed}${i}`;
  if (!made.has(key)) {
    const next = random(i * 2654435761 + 17);
    const author = feed === 'author' ? account(0) : account(1 + below(next, 300));
    made.set(key, next() < 0.16 ? boost(i, next, author) : post(i, next, author));
  }
  return made.get(key);
}
