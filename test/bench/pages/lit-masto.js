// lit-1root-walk, read through masto.js: the bytes and the time of the client library.
import { createRestAPIClient } from 'masto';
import { post } from './lit-post.js';
import { defineTimeline } from './lit-timeline.js';
import { walk } from './sanitize.js';

const emoji = ({ shortcode, staticUrl }) => ({ shortcode, static_url: staticUrl });

const account = ({ displayName, username, acct, url, avatarStatic, emojis }) => ({
  display_name: displayName,
  username,
  acct,
  url,
  avatar_static: avatarStatic,
  emojis: emojis.map(emoji),
});

const poll = ({ options }) => ({
  options: options.map(({ title, votesCount }) => ({ title, votes_count: votesCount })),
});

/** masto.js hands out camelCase keys; back go only the fields that the template reads. */
function snake(status) {
  if (!status) return status;
  return {
    reblog: snake(status.reblog),
    account: account(status.account),
    created_at: status.createdAt,
    url: status.url,
    content: status.content,
    spoiler_text: status.spoilerText,
    emojis: status.emojis.map(emoji),
    media_attachments: status.mediaAttachments.map((media) => ({ ...media, preview_url: media.previewUrl })),
    card: status.card,
    poll: status.poll && poll(status.poll),
    replies_count: status.repliesCount,
    reblogs_count: status.reblogsCount,
    favourites_count: status.favouritesCount,
  };
}

const read = ({ instance, id }) =>
  createRestAPIClient({ url: instance }).v1.accounts.$select(id).statuses.list({ limit: 20 });

defineTimeline((data, now) => post(snake(data), now, walk), { read });
