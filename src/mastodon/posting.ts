import type { DraftMedia, DraftPoll, QuotePolicy } from './draft-parts.js';
import type { Account, Status, StatusKey } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';
import { asDate } from './read.js';
import { segment } from './transport.js';

/** Who sees a post, the widest first. */
export const visibilities = ['public', 'unlisted', 'private', 'direct'] as const;

export type PostVisibility = (typeof visibilities)[number];

/** What this library does not know is no wider than followers (R204). */
const width = (visibility: string) => {
  const at = visibilities.indexOf(visibility as PostVisibility);
  return at < 0 ? 2 : at;
};

/** The narrower of two: an answer is never seen by more people than what it answers (R176). */
export const narrower = (one: string, other = 'public'): PostVisibility =>
  visibilities[Math.max(width(one), width(other))]!;

/** A language as servers take it, else undefined: they would refuse the post, or guess (R179). */
export const languageTag = (tag: string | null | undefined): string | undefined =>
  tag && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag) ? tag : undefined;

/**
 * How an answer begins, as on Mastodon's own pages: its author, then whoever is mentioned in it, never the reader
 * themselves. People of the reader's own server are called by their short name.
 */
export function addressees(status: Status, author: Account | undefined, me: Account): string {
  const home = me.acct.slice(me.acct.indexOf('@'));
  const names = [author?.acct, ...status.mentions.map(({ acct }) => acct)]
    .filter((acct) => acct !== undefined && !acct.startsWith('?'))
    .filter((acct) => acct!.toLowerCase() !== me.acct.toLowerCase())
    .map((acct) => `@${acct!.endsWith(home) ? acct!.slice(0, -home.length) : acct!} `);
  return [...new Set(names)].join('');
}

/** Whether somebody is named; what is for mentioned people alone would else be seen by nobody (R176). */
export const mentions = (text: string): boolean => /(?<![\w/=])@\w/.test(text);

/** A post as its writer has it. */
export interface Post {
  readonly text: string;
  /** Empty for none. */
  readonly warning: string;
  readonly visibility: PostVisibility;
  /** Undefined: the server takes the account's. */
  readonly language: string | undefined;
  /** What the reader's own server calls the post that is answered. */
  readonly replyTo: string | undefined;
  readonly media?: readonly DraftMedia[] | undefined;
  readonly sensitive?: boolean | undefined;
  readonly poll?: DraftPoll | undefined;
  /** What the reader's own server calls the post that is quoted. */
  readonly quote?: string | undefined;
  readonly quotePolicy?: QuotePolicy | undefined;
  /** When it is to be posted, ISO 8601; undefined for now. */
  readonly scheduledAt?: string | undefined;
  /** What the reader's own server calls the post that is changed; undefined for a new one. */
  readonly editing?: string | undefined;
}

const pollOf = ({ options, expiresIn, multiple, hideTotals }: DraftPoll) => ({
  options: options.map((option) => option.trim().toWellFormed()).filter(Boolean),
  expires_in: expiresIn,
  multiple,
  hide_totals: hideTotals,
});

const mediaAttributes = (media: readonly DraftMedia[]) =>
  media
    .filter(({ attached }) => attached)
    .map(({ id, description, focus }) => ({
      id,
      description: description.toWellFormed(),
      focus: `${focus.x},${focus.y}`,
    }));

/** Whom it is for, what it answers and quotes, and when it comes: nobody can change that later. */
const given = ({ visibility, replyTo, quote, scheduledAt }: Post) => ({
  visibility,
  in_reply_to_id: replyTo,
  quoted_status_id: quote,
  scheduled_at: scheduledAt,
});

/** The body of the request, in the server's names. The same post is the same text, so a version is known by it. */
export function bodyOf(post: Post): string {
  const { text, warning, language, media = [], sensitive, poll, quotePolicy, editing } = post;
  const attributes = editing === undefined ? [] : mediaAttributes(media);
  return JSON.stringify({
    status: text.toWellFormed(),
    // What is left out of an edit stays as it was.
    spoiler_text: warning.toWellFormed() || (editing === undefined ? undefined : ''),
    language,
    ...(editing === undefined ? given(post) : { id: editing }),
    media_ids: media.length || editing !== undefined ? media.map(({ id }) => id) : undefined,
    media_attributes: attributes.length ? attributes : undefined,
    sensitive,
    poll: poll && pollOf(poll),
    quote_approval_policy: quotePolicy,
  });
}

const path = '/api/v1/statuses';

/** Puts a post that the server gave back into the session's store. */
export function take(home: HomeSession, data: unknown): StatusKey {
  const [key] = home.harvest([data]);
  if (!key) throw new MastoError('wrong-shape', { host: home.host, method: 'POST', path });
  return key;
}

/** What has become of what was sent. */
export interface Posted {
  /** Its key in the session's store; undefined for one that waits for its time. */
  readonly key: StatusKey | undefined;
  /** When it will be posted, ISO 8601, as the server says. */
  readonly scheduledAt?: string | undefined;
}

/**
 * Posts, once, now or at its time; or changes a post. Mastodon answers the same key within an hour with the same post (R165).
 * Rejects with MastoError.
 */
export async function post(home: HomeSession, body: string, key: string): Promise<Posted> {
  const { id, ...sent } = JSON.parse(body) as { readonly id?: string };
  const [method, to] = id === undefined ? ['POST', path] : ['PUT', `${path}/${segment(id)}`];
  const headers = id === undefined ? { 'Idempotency-Key': key } : {};
  const { data } = await home.transport.send(method, to, sent, { headers });
  const scheduledAt = asObject(data)?.['scheduled_at'];
  // A time that is none is still no post: what was asked for is what it waits for.
  const due = asDate(scheduledAt) ?? (sent as { scheduled_at?: string }).scheduled_at;
  return typeof scheduledAt === 'string' ? { key: undefined, scheduledAt: due } : { key: take(home, data) };
}

/** Failures of a request that has left after which nobody knows whether the server has acted on it (R165). */
const unsure = new Set(['timeout', 'unreachable', 'offline', 'incomplete', 'wrong-shape', 'not-mastodon']);

/** Whether a post may be there though its request has failed. 500 and 503 are the server's own no. */
export const isUnsure = ({ failure, facts }: MastoError): boolean =>
  unsure.has(failure) || (failure === 'server' && facts.status !== 500 && facts.status !== 503);

/** What of a form a server can refuse. */
export type PostField = 'text' | 'warning' | 'visibility' | 'language' | 'media' | 'poll' | 'quote' | 'schedule';

const fields: readonly (readonly [RegExp, PostField])[] = [
  [/spoiler|content warning|inhaltswarnung/i, 'warning'],
  [/visibility|sichtbarkeit/i, 'visibility'],
  [/language|sprache/i, 'language'],
  [/poll|umfrage/i, 'poll'],
  [/medi[ae]|attach|anhang|file|datei|video|image/i, 'media'],
  [/quot|zitat|zitier/i, 'quote'],
  [/schedul|geplant/i, 'schedule'],
];

/** The field that a refusal (422) is about: by Mastodon's `details`, else by its words, which are English or the account's language; else the text. */
export function refusedField({ details, serverText = '' }: MastoError['facts']): PostField {
  const named = `${Object.keys(asObject(details) ?? {}).join(' ')} ${serverText}`;
  return fields.find(([pattern]) => pattern.test(named))?.[1] ?? 'text';
}
