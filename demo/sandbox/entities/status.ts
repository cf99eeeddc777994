import type { Instance } from '../instance.js';
import type { AccountRow, CardRow, EditRow, PollRow, StatusRow } from '../world/rows.js';
import { rootOf } from '../world/threads.js';
import { escapeHtml } from '../world/text.js';
import { mayShow, quoteAnswer, unwanted } from '../world/visibility.js';
import { isOver } from '../deeds/react.js';
import { accountJson, emojiJson, iso, mentionJson, type Json } from './account.js';
import { filteredJson } from './filter.js';
import { mediaJson } from './media.js';

type Viewer = AccountRow | undefined;

/** A poll as somebody sees it: totals may be hidden until the end. */
export function pollJson(instance: Instance, viewer: Viewer, poll: PollRow): Json {
  const over = isOver(poll, instance.now());
  const own = poll.votes.filter(({ accountId }) => accountId === viewer?.id).map(({ choice }) => choice);
  const totals = poll.options.map((_, at) => poll.crowd[at]! + poll.votes.filter(({ choice }) => choice === at).length);
  const voters = poll.crowdVoters + new Set(poll.votes.map(({ accountId }) => accountId)).size;
  const hidden = poll.hideTotals && !over;
  return {
    id: poll.id,
    expires_at: poll.expiresAt === null ? null : iso(poll.expiresAt),
    expired: over,
    multiple: poll.multiple,
    votes_count: totals.reduce((sum, count) => sum + count, 0),
    voters_count: voters,
    ...(viewer && { voted: own.length > 0 || poll.accountId === viewer.id, own_votes: own }),
    options: poll.options.map((title, at) => ({ title, votes_count: hidden ? null : totals[at] })),
    emojis: instance.world.emojis
      .filter(({ shortcode }) => poll.options.some((text) => text.includes(`:${shortcode}:`)))
      .map(emojiJson),
  };
}

/** The frame around a page's player; a card of one names it nowhere else. */
function frameOf({ embedUrl, title }: CardRow): string {
  if (embedUrl === undefined) return '';
  return `<iframe src="${escapeHtml(embedUrl)}" width="640" height="360" title="${escapeHtml(title)}" allowfullscreen="true" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"></iframe>`;
}

/** A link's preview. */
export function cardJson(instance: Instance, card: CardRow): Json {
  const author = card.authorId === null ? undefined : instance.world.accounts.get(card.authorId);
  const name = card.authorName;
  const url = author?.url ?? '';
  const account = author ? accountJson(instance, author) : null;
  return {
    url: card.url,
    title: card.title,
    description: card.description,
    language: card.language,
    type: card.type ?? 'link',
    author_name: name,
    author_url: url,
    provider_name: card.providerName,
    provider_url: '',
    html: frameOf(card),
    width: card.image?.width ?? 0,
    height: card.image?.height ?? 0,
    image: card.image && instance.origin + card.image.path,
    image_description: card.image?.description ?? '',
    embed_url: card.type === 'photo' && card.image ? instance.origin + card.image.path : '',
    blurhash: card.image?.blurhash ?? null,
    published_at: card.publishedAt === null ? null : iso(card.publishedAt),
    missing_attribution: false,
    authors: [
      ...(name || account ? [{ name, url, account }] : []),
      ...(card.others ?? []).map((other) => ({ ...other, account: null })),
    ],
  };
}

function quoteJson(instance: Instance, viewer: Viewer, status: StatusRow, deep: boolean, whole: boolean): Json | null {
  const { quote } = status;
  if (!quote) return null;
  const { world } = instance;
  const quoted = quote.statusId === null ? undefined : world.statuses.get(quote.statusId);
  let state: string = quoted ? quote.state : quote.state === 'accepted' ? 'deleted' : quote.state;
  if (quoted && state === 'accepted' && !mayShow(world, viewer, quoted)) state = 'unauthorized';
  else if (quoted && viewer && state === 'accepted' && unwanted(world, viewer, quoted.accountId, instance.now())) {
    state = world.blocks.has(viewer.id, quoted.accountId) ? 'blocked_account' : 'muted_account';
  }
  const shown =
    quoted && (whole || ['accepted', 'blocked_account', 'blocked_domain', 'muted_account'].includes(state))
      ? quoted
      : null;
  if (deep) return { state, quoted_status_id: shown?.id ?? null };
  return { state, quoted_status: shown && statusJson(instance, viewer, shown, { source: whole, deep: true }) };
}

/** Who may quote it. Followers are named together with the public. */
function quoteApproval(instance: Instance, viewer: Viewer, status: StatusRow): Json {
  const policies = { public: ['public'], followers: ['followers'], nobody: [] };
  return {
    automatic: status.visibility === 'direct' ? [] : policies[status.quotePolicy],
    manual: [],
    current_user: quoteAnswer(instance.world, viewer, status),
  };
}

function viewerFacts(instance: Instance, viewer: Viewer, status: StatusRow): Json {
  if (!viewer) return {};
  const { world } = instance;
  const target = status.boostOf ?? status.id;
  const boosted = world.statusesOf(viewer.id).some(({ boostOf }) => boostOf === target);
  const pinnable = status.accountId === viewer.id && status.boostOf === null && status.visibility !== 'direct';
  return {
    favourited: world.favourites.has(viewer.id, target),
    reblogged: boosted,
    muted: world.mutedThreads.has(viewer.id, rootOf(world, status)),
    bookmarked: world.bookmarks.has(viewer.id, target),
    ...(pinnable && { pinned: world.pins.has(viewer.id, status.id) }),
  };
}

function counts(instance: Instance, status: StatusRow): Json {
  const { statuses, favourites } = instance.world;
  let [replies, boosts, quotes] = [0, 0, 0];
  for (const row of statuses.values()) {
    if (row.replyTo === status.id) replies++;
    if (row.boostOf === status.id) boosts++;
    if (row.quote?.statusId === status.id && row.quote.state === 'accepted') quotes++;
  }
  return {
    replies_count: replies + status.crowd.replies,
    reblogs_count: boosts + status.crowd.boosts,
    favourites_count: favourites.on(status.id).length + status.crowd.favourites,
    quotes_count: quotes,
  };
}

const boostCounts = { replies_count: 0, reblogs_count: 0, favourites_count: 0, quotes_count: 0 };

export interface StatusShape {
  /** `text` instead of `content`, as the answer to a deletion has it. */
  source?: boolean;
  /** Inside a quote: a further quote is named by its id only. */
  deep?: boolean;
}

/** Links are read in the background: a preview comes a moment after its post. */
const crawlMs = 1000;

/** A post as somebody sees it; the caller has made sure that they may. */
export function statusJson(instance: Instance, viewer: Viewer, status: StatusRow, shape: StatusShape = {}): Json {
  const { world, origin } = instance;
  const boosted = status.boostOf === null ? undefined : world.statuses.get(status.boostOf);
  const poll = status.pollId === null ? undefined : world.polls.get(status.pollId);
  const mentions = status.mentions.map((id) => world.account(id));
  return {
    id: status.id,
    created_at: iso(status.createdAt),
    in_reply_to_id: status.replyTo,
    in_reply_to_account_id: status.replyToAccount,
    sensitive: status.sensitive,
    spoiler_text: status.spoiler,
    visibility: status.visibility,
    language: status.language,
    uri: status.uri,
    url: status.url,
    ...(boosted ? boostCounts : counts(instance, status)),
    edited_at: status.editedAt === null ? null : iso(status.editedAt),
    ...viewerFacts(instance, viewer, status),
    ...(shape.source ? { text: status.text } : { content: status.content }),
    ...(viewer && { filtered: filteredJson(instance, viewer, status) }),
    reblog: boosted ? statusJson(instance, viewer, boosted, shape) : null,
    application: boosted ? null : status.application,
    account: accountJson(instance, world.account(status.accountId)),
    media_attachments: status.mediaIds.map((id) => mediaJson(instance, world.media.get(id)!)),
    mentions: mentions.map(mentionJson),
    tags: status.tags.map((name) => ({ name, url: `${origin}/tags/${encodeURIComponent(name)}` })),
    emojis: status.emojis.map(emojiJson),
    tagged_collections: [],
    quote: quoteJson(instance, viewer, status, !!shape.deep, !!shape.source),
    card: status.card && instance.now() > status.createdAt + crawlMs ? cardJson(instance, status.card) : null,
    poll: poll ? pollJson(instance, viewer, poll) : null,
    quote_approval: quoteApproval(instance, viewer, status),
    ...status.raw,
  };
}

/** One version of a post. */
export function editJson(instance: Instance, status: StatusRow, version: EditRow): Json {
  const { world } = instance;
  return {
    content: version.content,
    spoiler_text: version.spoiler,
    sensitive: version.sensitive,
    created_at: iso(version.createdAt),
    account: accountJson(instance, world.account(status.accountId)),
    ...(version.pollOptions && { poll: { options: version.pollOptions.map((title) => ({ title })) } }),
    media_attachments: version.mediaIds.flatMap((id, at) => {
      const media = world.media.get(id);
      return media ? [{ ...mediaJson(instance, media), description: version.mediaDescriptions[at] ?? null }] : [];
    }),
    emojis: status.emojis.map(emojiJson),
    ...(status.quote && { quote: quoteJson(instance, undefined, status, true, false) }),
  };
}
