/**
 * The edge: JSON of any server and any age becomes the entities of this library (R185–R205). Nothing here throws; what
 * is broken is left out and its neighbours stay (R142). What depends on the reader (favourited, filtered …) is not read.
 */
import { clean } from '../base/text.js';
import { mediaUrl, pageUrl } from '../base/url.js';
import type { Account, Harvest, Quote, Status, StatusKey, Visibility } from './entities.js';
import { asObject, type Raw } from './json.js';
import {
  asLanguage,
  normaliseApplication,
  normaliseCard,
  normaliseEmojis,
  normaliseMedia,
  normalisePoll,
} from './normalise-parts.js';
import { asCount, asDate, asHtml, asId, asName, asText, objects } from './read.js';

/** A quote in a boost is the deepest that a server sends; a hostile one would nest a thousand. */
const deepest = 3;

const hostOf = (url: string | undefined) => url?.split('/', 3)[2];

/** A host may come in Unicode in `acct` and in ASCII in a URL; keys use ASCII. */
const ascii = (host: string) => (/[^\w.:-]/.test(host) && hostOf(pageUrl(`https://${host}`))) || host;

interface Names {
  readonly username: string;
  readonly acct: string;
  readonly key: string;
  readonly url: string | undefined;
}

/**
 * Who somebody is: `user@host` from `acct`. One without a host is local: it belongs to the asked server's account domain
 * if that is known (R5), else to the host of the profile's page, else to the asked host (R201; `alice@` is one too).
 */
function namesOf(raw: Raw, host: string, domain: string | undefined): Names {
  const [username, at] = (asName(raw['acct']) || asName(raw['username'])).split('@');
  const url = pageUrl(raw['url']) ?? pageUrl(raw['uri']);
  if (!username) return { username: '?', acct: `?@${host}`, key: `?@${host}/${asId(raw['id'])}`, url };
  const home = at || domain || hostOf(url) || host;
  return { username, acct: `${username}@${home}`, key: `${username}@${ascii(home)}`.toLowerCase(), url };
}

/**
 * One account. What is no account (null, `{}` for a deleted one) becomes a nameless placeholder (R187).
 * @param host the asked server · @param domain its account domain, where known
 */
export function normaliseAccount(json: unknown, host: string, domain?: string): Account {
  const raw = asObject(json) ?? {};
  const names = namesOf(raw, host, domain);
  const avatarStatic = mediaUrl(raw['avatar_static']);
  const avatar = mediaUrl(raw['avatar']) ?? avatarStatic ?? '';
  const headerStatic = mediaUrl(raw['header_static']);
  const header = mediaUrl(raw['header']) ?? headerStatic ?? '';
  return {
    ...names,
    id: asId(raw['id']),
    host,
    displayName: asName(raw['display_name']) || names.username,
    avatar,
    avatarStatic: avatarStatic ?? avatar,
    header,
    headerStatic: headerStatic ?? header,
    note: asHtml(raw['note']),
    fields: objects(raw['fields']).map((field) => ({
      name: asName(field['name']),
      value: asHtml(field['value']),
      verifiedAt: asDate(field['verified_at']),
    })),
    emojis: normaliseEmojis(raw['emojis']),
    bot: raw['bot'] === true,
    group: raw['group'] === true,
    locked: raw['locked'] === true,
    createdAt: asDate(raw['created_at']),
    followersCount: asCount(raw['followers_count']),
    followingCount: asCount(raw['following_count']),
    statusesCount: asCount(raw['statuses_count']),
  };
}

const matching = (pattern: RegExp, value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

const visibility = /^(public|unlisted|private|direct)$/;
const quoteState = /^(pending|accepted|rejected|revoked|deleted|blocked_account|blocked_domain|muted_account)$/;

/** Any text without white space may name a post: `https:`, `tag:` … */
const asUri = (value: unknown) => clean(matching(/^\S{1,4096}$/, value));

/** Gathers what one answer brings, each account and post once. */
class Gatherer {
  readonly statuses = new Map<StatusKey, Status>();
  readonly accounts = new Map<string, Account>();

  constructor(
    readonly host: string,
    readonly domain: string | undefined,
  ) {}

  /** Takes a post in and gives its key; undefined for what is none. */
  status(json: unknown, depth = 0): StatusKey | undefined {
    const raw = asObject(json);
    if (!raw || depth > deepest) return undefined;
    const id = asId(raw['id']);
    const uri = asUri(raw['uri']);
    const url = pageUrl(raw['url']) ?? pageUrl(uri);
    const own = id && `${this.host}/${id}`;
    let key = uri || url || own;
    if (!key) return undefined;
    const boost = this.status(raw['reblog'], depth + 1);
    const quote = this.#quote(raw, depth + 1);
    // Pleroma names a boost like the post it boosts.
    if (key === boost) key = own || `${key}#boost`;
    const status: Status = {
      key,
      id,
      host: this.host,
      uri,
      url,
      account: this.#account(raw['account']),
      boost,
      quote: quote?.status === key ? undefined : quote,
      ...this.#body(raw),
    };
    this.statuses.set(key, status);
    return key;
  }

  /** Twenty posts of one person carry that person twenty times: read once. */
  #account(json: unknown) {
    const id = asId(asObject(json)?.['id']);
    const known = id && this.accounts.get(id);
    if (known) return known.key;
    const account = normaliseAccount(json, this.host, this.domain);
    this.accounts.set(id || account.key, account);
    return account.key;
  }

  /** Mastodon's `{state, quoted_status}`, or `{state, quoted_status_id}`; others put the post itself there, or name it. */
  #quote(around: Raw, depth: number): Quote | undefined {
    const pleroma = asObject(around['pleroma']);
    const raw = asObject(around['quote']) ?? asObject(pleroma?.['quote']);
    const ownState = matching(quoteState, raw?.['state']);
    const id = asId(raw ? raw['quoted_status_id'] : (around['quote_id'] ?? pleroma?.['quote_id']));
    const url = pageUrl(pleroma?.['quote_url']);
    if ((!raw && !id && !url) || (id && id === asId(around['id']))) return undefined;
    const whole = !!raw && Object.hasOwn(raw, 'content');
    const state = whole || (!raw && pleroma?.['quote_visible'] !== false) ? 'accepted' : (ownState ?? 'unauthorized');
    const status = this.status(whole ? raw : raw?.['quoted_status'], depth);
    return { state, status, ...(id && { id }), ...(url && { url }) };
  }

  #body(raw: Raw) {
    return {
      createdAt: asDate(raw['created_at']),
      editedAt: asDate(raw['edited_at']),
      visibility: (matching(visibility, raw['visibility']) as Visibility | undefined) ?? 'unknown',
      language: asLanguage(raw['language']),
      content: asHtml(raw['content']),
      spoilerText: asText(raw['spoiler_text']).trim(),
      sensitive: raw['sensitive'] === true,
      media: objects(raw['media_attachments']).map(normaliseMedia),
      mentions: objects(raw['mentions']).map((mention) => {
        const { username, acct, url } = namesOf(mention, this.host, this.domain);
        return { id: asId(mention['id']), username, acct, url };
      }),
      tags: objects(raw['tags']).flatMap((tag) => {
        const name = asName(tag['name']).replace('#', '');
        return name ? [{ name, url: pageUrl(tag['url']) }] : [];
      }),
      emojis: normaliseEmojis(raw['emojis']),
      poll: normalisePoll(raw['poll']),
      card: normaliseCard(raw['card'], (account) => this.#account(account)),
      inReplyToId: asId(raw['in_reply_to_id']) || undefined,
      inReplyToAccountId: asId(raw['in_reply_to_account_id']) || undefined,
      repliesCount: asCount(raw['replies_count']),
      boostsCount: asCount(raw['reblogs_count']),
      favouritesCount: asCount(raw['favourites_count']),
      quotesCount: asCount(raw['quotes_count']),
      application: normaliseApplication(raw['application']),
    } as const;
  }
}

/**
 * Posts out of an answer: a list of them, or one. Anything else is an empty harvest.
 * @param host the asked server · @param domain its account domain, where known
 */
export function harvestStatuses(json: unknown, host: string, domain?: string): Harvest {
  const all = new Gatherer(host, domain);
  const keys = [json].flat().map((item) => all.status(item));
  return {
    keys: [...new Set(keys)].filter((key) => key !== undefined),
    statuses: [...all.statuses.values()],
    accounts: [...all.accounts.values()],
  };
}
