import { countCharacters } from '../../../src/mastodon/count.js';
import { limitsOf, type Instance, type Limits } from '../instance.js';
import { ApiError, parameterMissing, unprocessable, validationFailed } from '../http/errors.js';
import type { Params } from '../http/params.js';
import type { AccountRow, MediaRow, QuotePolicy, StatusRow, Visibility } from '../world/rows.js';
import { graphemes } from '../world/text.js';
import { mayShow, quoteAnswer } from '../world/visibility.js';

export interface PollDraft {
  options: string[];
  expiresIn: number;
  multiple: boolean;
  hideTotals: boolean;
}

/** What somebody wants to post, checked. */
export interface Draft {
  text: string;
  spoiler: string;
  sensitive: boolean;
  visibility: Visibility;
  language: string | null;
  replyTo: StatusRow | null;
  quoted: StatusRow | null;
  quotePolicy: QuotePolicy;
  media: MediaRow[];
  poll: PollDraft | null;
}

export const visibilities: readonly string[] = ['public', 'unlisted', 'private', 'direct'];

const quotePolicies: readonly string[] = ['public', 'followers', 'nobody'];

/** Throws as the server's validators do. */
export function checkText(limits: Limits, text: string, spoiler: string, mayBeEmpty: boolean, quoting: boolean): void {
  if (!text.trim() && !spoiler.trim() && !mayBeEmpty) throw validationFailed("Text can't be blank");
  if (countCharacters(text, { spoiler, perUrl: limits.perUrl, quoting }) > limits.characters) {
    throw validationFailed(`Text character limit of ${limits.characters} exceeded`);
  }
}

export function readPoll(limits: Limits, params: Params | undefined): PollDraft | null {
  const options = params?.list('options')?.map((option) => option.trim());
  if (!params || !options) return null;
  const expiresIn = params.whole('expires_in') ?? 0;
  const complaints: string[] = [];
  if (options.length < 2) complaints.push('Poll options must have more than one item');
  if (options.length > limits.pollOptions) {
    complaints.push(`Poll options can't contain more than ${limits.pollOptions} items`);
  }
  if (options.some((option) => graphemes(option) > limits.pollOption)) {
    complaints.push(`Poll options cannot be longer than ${limits.pollOption} characters each`);
  }
  if (new Set(options).size < options.length) complaints.push('Poll options contain duplicate items');
  if (expiresIn > limits.pollLongest) complaints.push('Poll expires at is too far into the future');
  if (expiresIn < limits.pollShortest) complaints.push('Poll expires at is too soon');
  if (complaints.length) throw validationFailed(...complaints);
  return {
    options,
    expiresIn,
    multiple: params.flag('multiple') ?? false,
    hideTotals: params.flag('hide_totals') ?? false,
  };
}

/** The media named, each still free (or of `of` already) and ready. */
export function readMedia(
  instance: Instance,
  author: AccountRow,
  ids: string[],
  hasPoll: boolean,
  of?: StatusRow,
): MediaRow[] {
  if (!ids.length) return [];
  const limits = limitsOf(instance);
  if (ids.length > limits.media || hasPoll) throw unprocessable(`Cannot attach more than ${limits.media} files`);
  const free = (row: MediaRow | undefined) =>
    row?.accountId === author.id && (row.statusId === null || row.statusId === of?.id) ? row : undefined;
  const missing = ids.filter((id) => !free(instance.world.media.get(id)));
  if (missing.length) {
    throw unprocessable(`Media ${missing.join(', ')} not found or already attached to another post`);
  }
  const media = ids.map((id) => instance.world.media.get(id)!);
  if (media.length > 1 && media.some(({ type }) => type === 'video' || type === 'audio')) {
    throw unprocessable('Cannot attach a video to a post that already contains images');
  }
  if (media.some(({ readyAt, failed }) => failed || readyAt > instance.now())) {
    throw unprocessable('Cannot attach files that have not finished processing. Try again in a moment!');
  }
  return media;
}

function readReplied(instance: Instance, author: AccountRow, params: Params): StatusRow | null {
  const id = params.present('in_reply_to_id');
  if (id === undefined) return null;
  const row = instance.world.statuses.get(id);
  if (row && mayShow(instance.world, author, row)) return original(instance, row);
  throw new ApiError(404, { error: 'The post you are trying to reply to does not appear to exist.' });
}

/** What is meant by a boost is what it boosts. */
const original = (instance: Instance, row: StatusRow) =>
  row.boostOf === null ? row : instance.world.statuses.get(row.boostOf)!;

function readQuoted(instance: Instance, author: AccountRow, params: Params): StatusRow | null {
  const id = params.present('quoted_status_id');
  if (id === undefined) return null;
  const named = instance.world.statuses.get(id);
  const row = named && original(instance, named);
  if (row && mayShow(instance.world, author, row) && quoteAnswer(instance.world, author, row) !== 'denied') return row;
  throw new ApiError(404, { error: 'The post you are trying to quote does not appear to exist.' });
}

/** Reads what a new post's parameters ask for. Throws 404 and 422 as Mastodon does. */
export function readDraft(instance: Instance, author: AccountRow, params: Params): Draft {
  const limits = limitsOf(instance);
  const defaults = instance.world.postingDefaults(author.id);
  const replyTo = readReplied(instance, author, params);
  const quoted = readQuoted(instance, author, params);
  const poll = readPoll(limits, params.group('poll'));
  const media = readMedia(instance, author, params.list('media_ids') ?? [], !!poll);
  let text = (params.text('status') ?? '').trim();
  let spoiler = (params.text('spoiler_text') ?? '').trim();
  checkText(limits, text, spoiler, media.length > 0 || !!quoted, !!quoted);
  const visibility = params.present('visibility') ?? defaults.privacy;
  if (!visibilities.includes(visibility)) throw unprocessable(`'${visibility}' is not a valid visibility`);
  const sensitive = (params.flag('sensitive') ?? defaults.sensitive) || !!spoiler;
  if (!text && spoiler && !quoted) [text, spoiler] = [spoiler, ''];
  const policy = params.present('quote_approval_policy') ?? author.quotePolicy;
  if (!quotePolicies.includes(policy)) throw parameterMissing('quote_approval_policy');
  const hidden = visibility === 'private' || visibility === 'direct';
  return {
    text,
    spoiler,
    sensitive,
    visibility: (quoted?.visibility === 'private' && !hidden ? 'private' : visibility) as Visibility,
    language: params.present('language') ?? author.language,
    replyTo,
    quoted,
    quotePolicy: hidden ? 'nobody' : (policy as QuotePolicy),
    media,
    poll,
  };
}
