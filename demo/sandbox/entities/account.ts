import type { Instance } from '../instance.js';
import { emojisIn, linkerFor } from '../world/linker.js';
import type { AccountRow, EmojiRow } from '../world/rows.js';
import { escapeHtml, toHtml } from '../world/text.js';

export type Json = Record<string, unknown>;

export const iso = (time: number) => new Date(time).toISOString();

/** The name within this instance: without host for our own people. */
export const acctOf = ({ username, domain }: AccountRow) => (domain === null ? username : `${username}@${domain}`);

export const emojiJson = ({ shortcode, url, staticUrl, visibleInPicker, category }: EmojiRow): Json => ({
  shortcode,
  url,
  static_url: staticUrl,
  visible_in_picker: visibleInPicker,
  ...(category && { category }),
});

function fieldsJson(instance: Instance, account: AccountRow): Json[] {
  const linker = linkerFor(instance.world, instance.origin);
  return account.fields.map(({ name, value, verifiedAt }) => ({
    name,
    value: account.domain === null ? fieldHtml(value, linker) : value,
    verified_at: verifiedAt === null ? null : iso(verifiedAt),
  }));
}

/** A field that is an address says `me` in its link; all others are text in one line. */
function fieldHtml(value: string, linker: Parameters<typeof toHtml>[1]): string {
  const html = toHtml(value, linker).replace(/^<p>|<\/p>$/g, '');
  return html.replace('rel="nofollow noopener"', 'rel="nofollow noopener me"');
}

function counts(instance: Instance, account: AccountRow): Json {
  const { world } = instance;
  const own = world.statusesOf(account.id);
  const listed = own.filter(({ visibility }) => visibility !== 'direct');
  return {
    followers_count: account.crowd.followers + world.follows.filter(({ to }) => to === account.id).length,
    following_count: account.crowd.following + world.follows.filter(({ from }) => from === account.id).length,
    statuses_count: account.crowd.statuses + listed.length,
    last_status_at: own[0] ? iso(own[0].createdAt).slice(0, 10) : null,
  };
}

/** Which of an account's own emoji the texts of its profile use. */
function profileEmojis(instance: Instance, account: AccountRow): EmojiRow[] {
  if (account.domain !== null) return account.emojis;
  const fields = account.fields.flatMap(({ name, value }) => [name, value]);
  return emojisIn(instance.world, account.displayName, account.note, ...fields);
}

/** An account as everybody sees it. */
export function accountJson(instance: Instance, account: AccountRow): Json {
  const { origin, world } = instance;
  const missing = (kind: string) => `${origin}/${kind}/original/missing.png`;
  const local = account.domain === null;
  const open = account.discoverable === true;
  return {
    id: account.id,
    username: account.username,
    acct: acctOf(account),
    display_name: account.displayName,
    locked: account.locked,
    bot: account.bot,
    discoverable: account.discoverable,
    indexable: account.indexable,
    group: false,
    // Mastodon tells the day only.
    created_at: `${iso(account.createdAt).slice(0, 10)}T00:00:00.000Z`,
    note: local ? toHtml(account.note, linkerFor(world, origin)) : account.note,
    url: account.url,
    uri: account.uri,
    avatar: account.avatar || missing('avatars'),
    avatar_static: account.avatarStatic || missing('avatars'),
    avatar_description: account.avatarDescription,
    header: account.header || missing('headers'),
    header_static: account.header || missing('headers'),
    header_description: account.headerDescription,
    ...counts(instance, account),
    hide_collections: account.hideCollections,
    show_media: true,
    show_media_replies: true,
    show_featured: true,
    ...(local && { noindex: !account.indexable }),
    feature_approval: { automatic: open ? ['public'] : [], manual: [], current_user: open ? 'automatic' : 'denied' },
    emojis: profileEmojis(instance, account).map(emojiJson),
    ...(local && { roles: [] }),
    fields: fieldsJson(instance, account),
  };
}

/** As much of an account as a face in a row of faces needs. */
export function partialAccountJson(instance: Instance, account: AccountRow): Json {
  const { id, acct, locked, bot, url, avatar, avatar_static, avatar_description } = accountJson(instance, account);
  return { id, acct, locked, bot, url, avatar, avatar_static, avatar_description };
}

/** An account as its owner sees it. */
export function credentialJson(instance: Instance, account: AccountRow): Json {
  const { discoverable, indexable, hideCollections, quotePolicy, language } = account;
  const fields = account.fields.map(({ name, value, verifiedAt }) => ({
    name,
    value,
    verified_at: verifiedAt === null ? null : iso(verifiedAt),
  }));
  return {
    ...accountJson(instance, account),
    source: {
      ...instance.world.postingDefaults(account.id),
      language,
      note: account.note,
      fields,
      follow_requests_count: instance.world.requests.filter(({ to }) => to === account.id).length,
      hide_collections: hideCollections,
      discoverable,
      indexable,
      attribution_domains: [],
      ...(instance.settings.version !== '4.2' && { quote_policy: quotePolicy }),
    },
    role: { id: '-99', name: '', permissions: '65536', color: '', highlighted: false, collection_limit: 10 },
  };
}

/** How somebody stands to somebody else. */
export function relationshipJson(instance: Instance, who: AccountRow, whom: AccountRow): Json {
  const { world } = instance;
  const standing = world.follow(who.id, whom.id);
  const asked = world.request(who.id, whom.id);
  const follow = standing ?? asked;
  const mute = world.mute(who.id, whom.id);
  const muting = !!mute && (mute.expiresAt === null || mute.expiresAt > instance.now());
  return {
    id: whom.id,
    following: !!standing,
    showing_reblogs: follow?.showReblogs ?? false,
    notifying: follow?.notify ?? false,
    languages: follow?.languages ?? null,
    followed_by: !!world.follow(whom.id, who.id),
    blocking: world.blocks.has(who.id, whom.id),
    blocked_by: world.blocks.has(whom.id, who.id),
    muting,
    muting_notifications: muting && mute.notifications,
    muting_expires_at: muting && mute.expiresAt !== null ? iso(mute.expiresAt) : null,
    requested: !!asked,
    requested_by: !!world.request(whom.id, who.id),
    domain_blocking: whom.domain !== null && world.domainBlocks.has(who.id, whom.domain),
    endorsed: world.endorsements.has(who.id, whom.id),
    note: world.notes.get(`${who.id} ${whom.id}`) ?? '',
  };
}

/** An account as a mention names it. */
export const mentionJson = (account: AccountRow): Json => ({
  id: account.id,
  username: account.username,
  url: account.url,
  acct: acctOf(account),
});

/** An account as a page of names wants it. */
export const nameOf = (account: AccountRow) => escapeHtml(account.displayName || account.username);
