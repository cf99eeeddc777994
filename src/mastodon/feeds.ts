import type { Status } from './entities.js';
import type { Session } from './session.js';
import { isPublic } from './stores.js';
import type { Answer, Query } from './transport.js';

/** The lists of posts that a server offers. */
export type FeedName =
  'home' | 'local' | 'public' | 'account' | 'tag' | 'trending' | 'list' | 'bookmarks' | 'favourites';

/** What a reader of a list wants. */
export interface FeedArgs {
  readonly name: FeedName;
  /** `user` or `user@host`, for `account`. */
  readonly account?: string | undefined;
  /** What the asked server calls the account: saves the look-up. */
  readonly accountId?: string | undefined;
  /** Without `#`. */
  readonly tag?: string | undefined;
  /** The server's id of one of the reader's lists. */
  readonly list?: string | undefined;
  /** How many posts a page holds; the server caps it at 40. */
  readonly limit: number;
  readonly hideReplies: boolean;
  readonly hideBoosts: boolean;
  readonly onlyMedia: boolean;
}

/** One feed: where it is asked for, and with what. */
interface Feed {
  path(args: FeedArgs, session: Session, signal: AbortSignal): string | Promise<string>;
  query?(args: FeedArgs): Query;
  /** A feed of the reader's own: there must be one. */
  readonly personal?: true;
}

/** `true` or left out: Mastodon takes the word `false` for true in some places. */
const flag = (value: boolean) => value || undefined;
const media = ({ onlyMedia }: FeedArgs) => ({ only_media: flag(onlyMedia) });

/** One row a feed. */
const feeds: Readonly<Record<FeedName, Feed>> = {
  home: { path: () => '/api/v1/timelines/home', personal: true },
  bookmarks: { path: () => '/api/v1/bookmarks', personal: true },
  favourites: { path: () => '/api/v1/favourites', personal: true },
  list: { path: ({ list = '' }) => `/api/v1/timelines/list/${encodeURIComponent(list)}`, personal: true },
  public: { path: () => '/api/v1/timelines/public', query: media },
  local: { path: () => '/api/v1/timelines/public', query: (args) => ({ local: true, ...media(args) }) },
  tag: { path: ({ tag = '' }) => `/api/v1/timelines/tag/${encodeURIComponent(tag)}`, query: media },
  trending: { path: () => '/api/v1/trends/statuses' },
  account: {
    path: async ({ account = '', accountId }, session, signal) =>
      `/api/v1/accounts/${encodeURIComponent(accountId || (await session.lookUp(account, signal)))}/statuses`,
    query: (args) => ({
      exclude_replies: flag(args.hideReplies),
      exclude_reblogs: flag(args.hideBoosts),
      ...media(args),
    }),
  },
};

/** One page of a feed: keys in the server's order, and the opaque ways to the next page and to what is newer. */
export interface Page {
  readonly keys: readonly string[];
  /** Undefined at the end. */
  readonly next: string | undefined;
  /** Undefined where there was nothing, or where the server does not say. */
  readonly prev: string | undefined;
}

/** True for feeds of the reader's own, which an anonymous session cannot ask for. */
export const isPersonal = (name: FeedName): boolean => !!feeds[name].personal;

/** Asks for the first page, or for the one that an earlier page names, and gives the answer as it came. */
export async function askFeed(
  session: Session,
  args: FeedArgs,
  link: string | undefined,
  signal: AbortSignal,
): Promise<Answer<readonly unknown[]>> {
  const feed = feeds[args.name];
  const path = link ?? (await feed.path(args, session, signal));
  const query = link ? undefined : { ...feed.query?.(args), limit: args.limit };
  return session.transport.list(path, query, { signal });
}

/** Asks for the first page, or for the one that an earlier page's `next` names. Rejects with a `MastoError`, or the signal's reason. */
export async function readFeed(
  session: Session,
  args: FeedArgs,
  next: string | undefined,
  signal: AbortSignal,
): Promise<Page> {
  const answer = await askFeed(session, args, next, signal);
  const keys = session.harvest(answer.data, answer.asked).filter((key) => wanted(session, key, args));
  // An empty page is the end; a short one is not: Mastodon filters after it has cut the page.
  const { links } = answer;
  return { keys, next: answer.data.length ? links.next : undefined, prev: links.prev };
}

/** What the server could not leave out for us. Own answers in a thread are no replies, as `exclude_replies` has it. */
export function wanted(
  { statuses, accounts, signedIn }: Session,
  key: string,
  { hideReplies, hideBoosts, onlyMedia }: FeedArgs,
): boolean {
  const status = statuses.get(key);
  const shown = statuses.proper(key);
  if (!status || !shown || (hideBoosts && status.boost) || (onlyMedia && !shown.media.length)) return false;
  if (hideReplies && isReply(status, accounts.get(status.account)?.id)) return false;
  // R117: whoever is not signed in is shown nothing but public posts, whatever a server lets slip.
  return signedIn || isPublic(shown);
}

const isReply = ({ inReplyToId, inReplyToAccountId }: Status, author: string | undefined) =>
  inReplyToId !== undefined && inReplyToAccountId !== author;
