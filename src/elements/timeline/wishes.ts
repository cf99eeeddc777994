import { MastoError } from '../../mastodon/errors.js';
import type { FeedArgs, FeedName } from '../../mastodon/feeds.js';

/** What the attributes of a timeline say. */
export interface TimelineAttributes {
  readonly feed?: string | undefined;
  readonly account?: string | undefined;
  readonly accountId?: string | undefined;
  readonly tag?: string | undefined;
  readonly list?: string | undefined;
  readonly limit: number;
  readonly hideReplies: boolean;
  readonly hideBoosts: boolean;
  readonly onlyMedia: boolean;
  readonly more: string;
  readonly media: string;
  readonly load: string;
  getAttribute(name: string): string | null;
}

const allowed = {
  feed: 'home local public bookmarks favourites trending',
  more: 'button scroll none',
  media: 'auto click none',
  load: 'visible eager click',
} as const;

const complaint = (attribute: string, value: unknown, advice: string) =>
  new MastoError('bad-attribute', { attribute, value: String(value), advice });

/** What a timeline is to show, but for the account's name; or the attribute that makes no sense (the page's author is told on the console, the reader by the failed state). */
export function wishesOf(attributes: TimelineAttributes): FeedArgs | MastoError {
  for (const [attribute, words] of Object.entries(allowed)) {
    const value = attributes[attribute as keyof typeof allowed];
    if (value !== undefined && !words.split(' ').includes(value))
      return complaint(attribute, value, `is none of ${words}`);
  }
  const { feed, account, accountId, tag, list, limit, hideReplies, hideBoosts, onlyMedia } = attributes;
  const name = account || accountId ? 'account' : tag ? 'tag' : list ? 'list' : (feed as FeedName | undefined);
  if (!name) return new MastoError('nothing-named', { attribute: 'feed' });
  if (!(limit >= 1)) return complaint('limit', attributes.getAttribute('limit') ?? limit, 'is no number from 1 to 40');
  // Letters, digits and what Mastodon lets join them. Looked up in Unicode's tables only where there is a tag: that takes time.
  const bare = tag && /^[#＃]?([\p{L}\p{M}\p{N}\p{Pc}·・\u200c]+)$/u.exec(tag.trim())?.[1];
  if (tag && !bare) return complaint('tag', tag, 'is no hashtag');
  return { name, accountId, tag: bare, list, limit, hideReplies, hideBoosts, onlyMedia };
}
