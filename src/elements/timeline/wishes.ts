import { warnAttribute } from '../../base/attributes.js';
import { MastoError } from '../../mastodon/errors.js';
import type { FeedArgs, FeedName } from '../../mastodon/feeds.js';
import { parseAcct } from '../../mastodon/instance-name.js';

/** What the attributes of a timeline say. */
export interface TimelineAttributes {
  readonly feed?: string | undefined;
  readonly account?: string | undefined;
  readonly accountId?: string | undefined;
  readonly tag?: string | undefined;
  readonly limit: number;
  readonly hideReplies: boolean;
  readonly hideBoosts: boolean;
  readonly onlyMedia: boolean;
  readonly more: string;
  readonly media: string;
  readonly load: string;
}

const allowed = {
  feed: ['home', 'local', 'public', 'bookmarks', 'favourites', 'trending'],
  more: ['button', 'scroll', 'none'],
  media: ['auto', 'click', 'none'],
  load: ['visible', 'eager', 'click'],
} as const;

/** What a timeline is to show, or the attribute that makes no sense. */
export type Wishes = FeedArgs | MastoError;

/** Reads the attributes. One that makes no sense is told to the page's author on the console, and to the reader by the failed state. */
export function wishesOf(tag: Element, attributes: TimelineAttributes): Wishes {
  const complaint = complain(attributes);
  if (complaint) {
    const [attribute, value, advice] = complaint;
    warnAttribute(tag, attribute, value, advice);
    return new MastoError('bad-attribute', { attribute, value });
  }
  const { accountId, limit, hideReplies, hideBoosts, onlyMedia } = attributes;
  return {
    name: nameOf(attributes),
    account: acctOf(attributes.account),
    accountId,
    tag: tagOf(attributes.tag),
    limit,
    hideReplies,
    hideBoosts,
    onlyMedia,
  };
}

function complain(attributes: TimelineAttributes): [string, string, string] | undefined {
  for (const [attribute, values] of Object.entries(allowed)) {
    const value = attributes[attribute as keyof typeof allowed];
    if (value !== undefined && !(values as readonly string[]).includes(value))
      return [attribute, value, `is none of ${values.join(', ')}`];
  }
  const { feed, account, accountId, tag, limit } = attributes;
  if (!Number.isInteger(limit) || limit < 1)
    return ['limit', String(limit), 'is no whole number from 1 on (a server gives at most 40 at once)'];
  if (account && !acctOf(account)) return ['account', account, 'is no address like @user@host'];
  if (tag !== undefined && !tagOf(tag)) return ['tag', tag, 'is no hashtag'];
  if (!feed && !account && !accountId && !tag)
    return [
      'feed',
      '',
      `names no feed: it may be ${allowed.feed.join(', ')}; or say account="@user@host" or tag="caturday"`,
    ];
  return undefined;
}

const nameOf = ({ feed, account, accountId, tag }: TimelineAttributes): FeedName =>
  account || accountId ? 'account' : tag ? 'tag' : (feed as FeedName);

/** `user` or `user@host`; undefined for what is no address. */
function acctOf(account: string | undefined): string | undefined {
  try {
    const { username, host } = (account && parseAcct(account)) || {};
    return username && (host ? `${username}@${host}` : username);
  } catch {
    return undefined;
  }
}

/** Letters, digits and what Mastodon lets join them. */
const tagOf = (tag: string | undefined) =>
  tag
    ?.trim()
    .replace(/^[#＃]/, '')
    .match(/^[\p{L}\p{M}\p{N}\p{Pc}·・\u200c]+$/u)?.[0];
