import { status } from '../data/statuses.mjs';

const ENTITIES = { '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The text of Mastodon's HTML, without its tags. */
export const plainText = (html) =>
  html
    .replace(/<br>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#39|quot|lt|gt|amp);/g, (entity) => ENTITIES[entity]);

function hashtagFacets(text) {
  return [...text.matchAll(/#(\w+)/g)].map((match) => {
    const byteStart = Buffer.byteLength(text.slice(0, match.index));
    return {
      index: { byteStart, byteEnd: byteStart + Buffer.byteLength(match[0]) },
      features: [{ $type: 'app.bsky.richtext.facet#tag', tag: match[1] }],
    };
  });
}

function embed({ media_attachments: media, card }) {
  if (media.length) {
    const images = media.map(({ preview_url, url, description, meta: { small } }) => ({
      thumb: preview_url,
      fullsize: url,
      alt: description ?? '',
      aspectRatio: { width: small.width, height: small.height },
    }));
    return { embed: { $type: 'app.bsky.embed.images#view', images } };
  }
  if (!card) return {};
  const { url: uri, title, description, image: thumb } = card;
  return { embed: { $type: 'app.bsky.embed.external#view', external: { uri, title, description, thumb } } };
}

function feedItem(i) {
  const outer = status(i, 'author');
  const { account, ...post } = outer.reblog ?? outer;
  const author = {
    did: `did:plc:${account.id}`,
    handle: `${account.username}.bsky.social`,
    displayName: account.display_name,
    avatar: account.avatar,
    labels: [],
    createdAt: account.created_at,
  };
  const text = plainText(post.content).slice(0, 300);
  const facets = hashtagFacets(text);
  const record = { $type: 'app.bsky.feed.post', text, createdAt: post.created_at, langs: ['en'], facets };
  return {
    post: {
      uri: `at://${author.did}/app.bsky.feed.post/${post.id}`,
      cid: 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a',
      author,
      record,
      ...embed(post),
      replyCount: post.replies_count,
      repostCount: post.reblogs_count,
      likeCount: post.favourites_count,
      indexedAt: post.created_at,
      labels: [],
    },
  };
}

/** The same posts as app.bsky.feed.getAuthorFeed would tell them: what bsky-embed reads. */
export function authorFeed(query) {
  const limit = Number(query.get('limit') ?? 20);
  const from = Number(query.get('cursor') ?? 0);
  const feed = Array.from({ length: limit }, (_, k) => feedItem(from + k));
  return { feed, cursor: String(from + limit) };
}
