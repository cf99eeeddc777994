import type { Status } from '../../src/mastodon/entities.js';
import { harvestStatuses } from '../../src/mastodon/normalise.js';

/** Answers as a Mastodon 4.6 gives them, by invented people. */
export type Json = Record<string, unknown>;

export const account = (more: Json = {}): Json => ({
  id: '7',
  username: 'mira',
  acct: 'mira',
  display_name: 'Mira :sun:',
  locked: false,
  bot: false,
  group: false,
  created_at: '2026-08-01T00:00:00.000Z',
  note: '<p>Paints</p>',
  url: 'https://a.example/@mira',
  uri: 'https://a.example/users/mira',
  avatar: 'https://a.example/system/avatar.png',
  avatar_static: 'https://a.example/system/avatar-static.png',
  header: 'https://a.example/system/header.png',
  header_static: 'https://a.example/system/header-static.png',
  followers_count: 12,
  following_count: 3,
  statuses_count: 99,
  emojis: [{ shortcode: 'sun', url: 'https://a.example/sun.png', static_url: 'https://a.example/sun-static.png' }],
  fields: [
    { name: 'Web', value: '<a href="https://mira.example">mira.example</a>', verified_at: '2026-08-02T10:00:00.000Z' },
  ],
  ...more,
});

export const media = (more: Json = {}): Json => ({
  id: '31',
  type: 'image',
  url: 'https://a.example/media/1.png',
  preview_url: 'https://a.example/media/1-small.png',
  remote_url: 'https://b.example/1.png',
  meta: { original: { width: 1200, height: 800 }, small: { width: 480, height: 320 }, focus: { x: -0.5, y: 0.25 } },
  description: 'A pear',
  blurhash: 'UGC~-#M{0JfkNFofR%M{IURj%Mt7E0oM%MR*',
  ...more,
});

export const poll = (more: Json = {}): Json => ({
  id: '2',
  expires_at: '2026-11-30T13:58:07.715Z',
  expired: false,
  multiple: true,
  votes_count: 3,
  voters_count: 2,
  options: [
    { title: 'pears', votes_count: 1 },
    { title: 'plums :sun:', votes_count: 2 },
  ],
  emojis: [],
  ...more,
});

export const card = (more: Json = {}): Json => ({
  url: 'https://news.example/pears',
  title: 'Pears',
  description: 'All about them',
  type: 'link',
  author_name: 'A',
  authors: [{ name: 'Ada', url: '', account: null }],
  provider_name: 'News',
  image: 'https://a.example/cards/1.png',
  image_description: 'A tree',
  width: 400,
  height: 300,
  blurhash: 'UGC~-#M{0JfkNFofR%M{IURj%Mt7E0oM%MR*',
  ...more,
});

export const status = (more: Json = {}): Json => ({
  id: '100',
  uri: 'https://a.example/users/mira/statuses/100',
  url: 'https://a.example/@mira/100',
  created_at: '2026-11-01T13:49:42.878Z',
  edited_at: '2026-11-02T13:49:42.878Z',
  account: account(),
  visibility: 'public',
  language: 'de',
  content: '<p>Hallo</p>',
  spoiler_text: 'Obst',
  sensitive: true,
  media_attachments: [media()],
  mentions: [{ id: '8', username: 'ben', acct: 'ben@b.example', url: 'https://b.example/@ben' }],
  tags: [{ name: 'obst', url: 'https://a.example/tags/obst' }],
  emojis: [],
  poll: poll(),
  card: card(),
  reblog: null,
  quote: {
    state: 'accepted',
    quoted_status: {
      id: '50',
      uri: 'https://b.example/p/50',
      account: account({ id: '9', acct: 'ben@b.example' }),
      content: '<p>Q</p>',
      visibility: 'public',
    },
  },
  in_reply_to_id: '99',
  in_reply_to_account_id: '8',
  replies_count: 1,
  reblogs_count: 2,
  favourites_count: 3,
  quotes_count: 0,
  favourited: true,
  reblogged: false,
  filtered: [],
  ...more,
});

/** The server that the samples come from. */
export const host = 'a.example';

/** The post asked for, normalised. Throws when there is none. */
export function read(json: unknown): Status {
  const { keys, statuses } = harvestStatuses(json, host);
  const found = statuses.find(({ key }) => key === keys[0]);
  if (!found) throw new Error('no status');
  return found;
}
