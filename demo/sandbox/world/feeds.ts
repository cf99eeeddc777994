import type { AccountRow, ListRow, StatusRow } from './rows.js';
import { mayShow, unwanted } from './visibility.js';
import type { World } from './world.js';

type Viewer = AccountRow | undefined;

export interface FeedOptions {
  local?: boolean | undefined;
  remote?: boolean | undefined;
  onlyMedia?: boolean | undefined;
}

const isLocal = (world: World, status: StatusRow) => world.account(status.accountId).domain === null;

/** A reply to oneself is no reply here. */
const isReply = (status: StatusRow) =>
  (status.replyTo !== null || status.replyToAccount !== null) && status.replyToAccount !== status.accountId;

function inPublic(world: World, viewer: Viewer, status: StatusRow, options: FeedOptions, now: number): boolean {
  if (status.visibility !== 'public' || status.boostOf !== null) return false;
  if (options.local && !isLocal(world, status)) return false;
  if (options.remote && isLocal(world, status)) return false;
  if (options.onlyMedia && !status.mediaIds.length) return false;
  return mayShow(world, viewer, status) && !unwanted(world, viewer, status.accountId, now);
}

/** Whether a post stands in the feed of everybody's posts. */
export const inPublicFeed = (world: World, viewer: Viewer, status: StatusRow, options: FeedOptions, now: number) =>
  inPublic(world, viewer, status, options, now) && !isReply(status);

/** Public posts that are neither boosts nor replies to others, the youngest first. */
export const publicFeed = (world: World, viewer: Viewer, options: FeedOptions, now: number): StatusRow[] =>
  world.ordered.filter((status) => inPublicFeed(world, viewer, status, options, now));

export interface TagOptions extends FeedOptions {
  any: readonly string[];
  all: readonly string[];
  none: readonly string[];
}

const perMode = 4;

const lower = (names: readonly string[]) => names.slice(0, perMode).map((name) => name.toLowerCase().replace(/^#/, ''));

/** Whether a post stands in the feed of a hashtag. */
export function inTagFeed(
  world: World,
  viewer: Viewer,
  tag: string,
  status: StatusRow,
  options: TagOptions,
  now: number,
): boolean {
  return (
    [tag.toLowerCase(), ...lower(options.any)].some((name) => status.tags.includes(name)) &&
    lower(options.all).every((name) => status.tags.includes(name)) &&
    !lower(options.none).some((name) => status.tags.includes(name)) &&
    inPublic(world, viewer, status, options, now)
  );
}

/** Public posts with a hashtag, replies too. */
export const tagFeed = (world: World, viewer: Viewer, tag: string, options: TagOptions, now: number): StatusRow[] =>
  world.ordered.filter((status) => inTagFeed(world, viewer, tag, status, options, now));

/** A reply to somebody the reader does not follow is left out, unless it is to the reader. */
function strangeReply(world: World, reader: AccountRow, status: StatusRow): boolean {
  if (status.replyTo === null && status.replyToAccount === null) return false;
  const to = status.replyToAccount;
  if (status.replyTo === null || to === null) return true;
  return to !== reader.id && to !== status.accountId && !world.follow(reader.id, to);
}

function concerned(world: World, status: StatusRow): string[] {
  const original = status.boostOf === null ? undefined : world.statuses.get(status.boostOf);
  return [status.accountId, ...status.mentions, ...(original ? [original.accountId, ...original.mentions] : [])];
}

function atHome(world: World, reader: AccountRow, status: StatusRow, now: number): boolean {
  if (!mayShow(world, reader, status)) return false;
  if (status.accountId === reader.id) return true;
  const follow = world.follow(reader.id, status.accountId);
  if (!follow || (status.visibility === 'direct' && !status.mentions.includes(reader.id))) return false;
  if (concerned(world, status).some((id) => id !== reader.id && unwanted(world, reader, id, now))) return false;
  if (status.boostOf !== null && !follow.showReblogs) return false;
  if (follow.languages?.length && status.language && !follow.languages.includes(status.language)) return false;
  return !strangeReply(world, reader, status);
}

/** How far back a post must lie before a boost brings it up again. */
const boostDistance = 40;

const feedLength = 400;

/** Leaves out boosts of what stands a few posts below already. */
function withoutEchoes(youngestFirst: readonly StatusRow[]): StatusRow[] {
  const feed: StatusRow[] = [];
  for (const status of [...youngestFirst].reverse()) {
    const recent = feed.slice(-boostDistance);
    const seen = status.boostOf !== null && recent.some(({ id, boostOf }) => [id, boostOf].includes(status.boostOf));
    if (!seen) feed.push(status);
  }
  return feed.reverse().slice(0, feedLength);
}

/** Whether a post is for somebody's home: of who they follow, and not kept apart in an exclusive list. */
export function inHome(world: World, reader: AccountRow, status: StatusRow, now: number): boolean {
  const elsewhere = world.lists.some(
    ({ accountId, exclusive, memberIds }) =>
      accountId === reader.id && exclusive && memberIds.includes(status.accountId),
  );
  return !elsewhere && atHome(world, reader, status, now);
}

/** What the people somebody follows post and boost; without those of exclusive lists. */
export const homeFeed = (world: World, reader: AccountRow, now: number): StatusRow[] =>
  withoutEchoes(world.ordered.filter((status) => inHome(world, reader, status, now)));

function isListed(reader: AccountRow, list: ListRow, status: StatusRow): boolean {
  if (!list.memberIds.includes(status.accountId)) return false;
  if (!isReply(status) || status.replyToAccount === reader.id) return true;
  if (list.repliesPolicy === 'none') return false;
  return list.repliesPolicy === 'followed' || list.memberIds.includes(status.replyToAccount ?? '');
}

/** Whether a post is for a list. */
export const inList = (world: World, reader: AccountRow, list: ListRow, status: StatusRow, now: number): boolean =>
  isListed(reader, list, status) && atHome(world, reader, status, now);

export const listFeed = (world: World, reader: AccountRow, list: ListRow, now: number): StatusRow[] =>
  withoutEchoes(world.ordered.filter((status) => inList(world, reader, list, status, now)));

export interface ProfileOptions {
  pinned?: boolean | undefined;
  onlyMedia?: boolean | undefined;
  excludeReplies?: boolean | undefined;
  excludeReblogs?: boolean | undefined;
  excludeDirect?: boolean | undefined;
  tagged?: string | undefined;
}

function onProfile(world: World, viewer: Viewer, status: StatusRow, options: ProfileOptions): boolean {
  const listed = status.visibility === 'public' || status.visibility === 'unlisted';
  if (!viewer && !listed) return false;
  if (!mayShow(world, viewer, status)) return false;
  if (options.onlyMedia && !status.mediaIds.length) return false;
  if (options.excludeReplies && isReply(status)) return false;
  if (options.excludeReblogs && status.boostOf !== null) return false;
  if (options.excludeDirect && status.visibility === 'direct') return false;
  return !options.tagged || status.tags.includes(options.tagged.toLowerCase());
}

/** One person's posts as somebody may see them, the youngest first. */
export function profileFeed(world: World, viewer: Viewer, accountId: string, options: ProfileOptions): StatusRow[] {
  if (viewer && world.blocks.has(accountId, viewer.id)) return [];
  const pinned = new Set(options.pinned ? world.pins.by(accountId).map(({ targetId }) => targetId) : []);
  return world
    .statusesOf(accountId)
    .filter((status) => onProfile(world, viewer, status, options) && (!options.pinned || pinned.has(status.id)));
}
