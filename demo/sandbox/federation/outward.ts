import type { Instance } from '../instance.js';
import { linkerFor } from '../world/linker.js';
import type { AccountRow, EmojiRow, MediaRow, StatusRow } from '../world/rows.js';
import { toHtml } from '../world/text.js';
import { accountJson } from '../entities/account.js';
import { publicAddress, type Activity } from './json.js';

const emojiTag = ({ shortcode, url, staticUrl }: EmojiRow): Activity => ({
  type: 'Emoji',
  name: `:${shortcode}:`,
  icon: { type: 'Image', url, static: staticUrl },
});

const image = (url: string, summary: string) => (url ? { type: 'Image', url, summary } : undefined);

/** Somebody of this instance, as other instances read them. */
export function personJson(instance: Instance, account: AccountRow): Activity {
  const { world, origin } = instance;
  const linker = linkerFor(world, origin);
  const { followers_count, following_count, statuses_count, emojis } = accountJson(instance, account);
  const collection = (name: string, totalItems: unknown) => ({
    id: `${account.uri}/${name}`,
    type: 'Collection',
    totalItems,
  });
  return {
    id: account.uri,
    type: account.bot ? 'Service' : 'Person',
    preferredUsername: account.username,
    name: account.displayName,
    summary: toHtml(account.note, linker),
    url: account.url,
    inbox: `${account.uri}/inbox`,
    outbox: collection('outbox', statuses_count),
    followers: collection('followers', followers_count),
    following: collection('following', following_count),
    endpoints: { sharedInbox: `${origin}/inbox` },
    manuallyApprovesFollowers: account.locked,
    discoverable: account.discoverable,
    indexable: account.indexable,
    published: new Date(account.createdAt).toISOString(),
    icon: image(account.avatar, account.avatarDescription),
    image: image(account.header, account.headerDescription),
    attachment: account.fields.map(({ name, value }) => ({
      type: 'PropertyValue',
      name,
      value: toHtml(value, linker).replace(/^<p>|<\/p>$/g, ''),
    })),
    tag: world.emojis
      .filter(({ shortcode }) => (emojis as Activity[]).some((one) => one['shortcode'] === shortcode))
      .map(emojiTag),
  };
}

/** Whom a post is addressed to. */
export function addresses(instance: Instance, status: StatusRow): { to: string[]; cc: string[] } {
  const followers = `${instance.world.account(status.accountId).uri}/followers`;
  const named = status.mentions.map((id) => instance.world.account(id).uri);
  if (status.visibility === 'public') return { to: [publicAddress], cc: [followers, ...named] };
  if (status.visibility === 'unlisted') return { to: [followers], cc: [publicAddress, ...named] };
  return status.visibility === 'private' ? { to: [followers], cc: named } : { to: named, cc: [] };
}

const attachment = (media: MediaRow): Activity => ({
  type: 'Document',
  kind: media.type,
  url: media.url,
  name: media.description,
  blurhash: media.blurhash,
  width: media.width,
  height: media.height,
  duration: media.duration,
  focalPoint: media.focus ? [media.focus.x, media.focus.y] : null,
});

function tags(instance: Instance, status: StatusRow): Activity[] {
  const { world, origin } = instance;
  const mentions = status.mentions.map((id) => {
    const { uri, username, domain } = world.account(id);
    return { type: 'Mention', href: uri, name: `@${username}@${domain ?? instance.host}` };
  });
  const hashtags = status.tags.map((name) => ({
    type: 'Hashtag',
    href: `${origin}/tags/${encodeURIComponent(name)}`,
    name: `#${name}`,
  }));
  return [...mentions, ...hashtags, ...status.emojis.map(emojiTag)];
}

function question(instance: Instance, status: StatusRow): Activity {
  const poll = status.pollId === null ? undefined : instance.world.polls.get(status.pollId);
  if (!poll) return { type: 'Note' };
  const options = poll.options.map((name, at) => {
    const votes = poll.crowd[at]! + poll.votes.filter(({ choice }) => choice === at).length;
    return { type: 'Note', name, replies: { type: 'Collection', totalItems: votes } };
  });
  const voters = poll.crowdVoters + new Set(poll.votes.map(({ accountId }) => accountId)).size;
  return {
    type: 'Question',
    [poll.multiple ? 'anyOf' : 'oneOf']: options,
    endTime: poll.expiresAt === null ? undefined : new Date(poll.expiresAt).toISOString(),
    votersCount: voters,
    hideTotals: poll.hideTotals,
  };
}

function counted(instance: Instance, status: StatusRow): Activity {
  const { world } = instance;
  const boosts = world.ordered.filter(({ boostOf }) => boostOf === status.id).length;
  return {
    likes: { type: 'Collection', totalItems: world.favourites.on(status.id).length + status.crowd.favourites },
    shares: { type: 'Collection', totalItems: boosts + status.crowd.boosts },
  };
}

/** A post of this instance, as other instances read it. */
export function noteJson(instance: Instance, status: StatusRow): Activity {
  const { world } = instance;
  const parent = status.replyTo === null ? undefined : world.statuses.get(status.replyTo);
  const quoted = status.quote?.statusId ? world.statuses.get(status.quote.statusId) : undefined;
  return {
    id: status.uri,
    url: status.url,
    attributedTo: world.account(status.accountId).uri,
    ...addresses(instance, status),
    ...question(instance, status),
    content: status.content,
    language: status.language,
    summary: status.spoiler || null,
    sensitive: status.sensitive,
    published: new Date(status.createdAt).toISOString(),
    ...(status.editedAt !== null && { updated: new Date(status.editedAt).toISOString() }),
    ...(parent && { inReplyTo: parent.uri }),
    ...(quoted && { quote: quoted.uri }),
    quotePolicy: status.quotePolicy,
    attachment: status.mediaIds.map((id) => attachment(world.media.get(id)!)),
    tag: tags(instance, status),
    ...counted(instance, status),
  };
}

/** A boost of this instance. */
export function announceJson(instance: Instance, boost: StatusRow, status: StatusRow): Activity {
  return {
    id: boost.uri,
    type: 'Announce',
    actor: instance.world.account(boost.accountId).uri,
    object: status.uri,
    published: new Date(boost.createdAt).toISOString(),
    ...addresses(instance, boost),
  };
}
