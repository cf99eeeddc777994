import { limitsOf, type Instance } from '../instance.js';
import type { Params } from '../http/params.js';
import type { AccountRow, EditRow, PollRow, QuotePolicy, StatusRow } from '../world/rows.js';
import { checkText, readMedia, readPoll, type PollDraft } from './draft.js';
import { unprocessable } from '../http/errors.js';
import { notify } from './notify.js';
import { hearOfEdit } from './hear.js';
import { addPoll, fillContent } from './post.js';
import { parseFocus } from './upload.js';

/** A version of a post for its history. */
export function snapshot(instance: Instance, status: StatusRow, createdAt: number): EditRow {
  const { content, text, spoiler, sensitive, mediaIds, pollId } = status;
  const pollOptions = pollId === null ? null : [...instance.world.polls.get(pollId)!.options];
  const mediaDescriptions = mediaIds.map((id) => instance.world.media.get(id)?.description ?? null);
  return { content, text, spoiler, sensitive, createdAt, mediaIds: [...mediaIds], mediaDescriptions, pollOptions };
}

function sameOptions(poll: PollRow, draft: PollDraft): boolean {
  return poll.multiple === draft.multiple && poll.options.join('\n') === draft.options.join('\n');
}

/** Other options mean other votes: the old ones are dropped. True when anything changed. */
function editPoll(instance: Instance, status: StatusRow, draft: PollDraft | null): boolean {
  const { polls } = instance.world;
  const poll = status.pollId === null ? undefined : polls.get(status.pollId);
  if (!draft) {
    if (poll) polls.delete(poll.id);
    status.pollId = null;
    return !!poll;
  }
  if (!poll) {
    addPoll(instance, status, draft).expiresAt = instance.now() + draft.expiresIn * 1000;
    return true;
  }
  const changed = !sameOptions(poll, draft);
  if (changed) Object.assign(poll, { votes: [], crowd: draft.options.map(() => 0), crowdVoters: 0 });
  const { options, multiple, hideTotals } = draft;
  Object.assign(poll, { options, multiple, hideTotals, expiresAt: instance.now() + draft.expiresIn * 1000 });
  return changed;
}

/** Descriptions and focus points of pictures the post has already. */
function editMedia(instance: Instance, status: StatusRow, attributes: readonly Params[]): boolean {
  let changed = false;
  for (const params of attributes) {
    const row = instance.world.media.get(params.text('id') ?? '');
    if (!row || !status.mediaIds.includes(row.id)) continue;
    if (params.has('description')) row.description = params.present('description') ?? null;
    if (params.has('focus')) row.focus = parseFocus(params.text('focus'));
    changed = true;
  }
  return changed;
}

interface Changes {
  text: string;
  spoiler: string;
  sensitive: boolean;
  language: string | null;
  mediaIds: string[];
}

function readChanges(instance: Instance, author: AccountRow, status: StatusRow, params: Params): Changes {
  const limits = limitsOf(instance);
  const ids = params.list('media_ids');
  const hasPoll = !!params.group('poll')?.list('options');
  const media = ids ? readMedia(instance, author, ids, hasPoll, status).map(({ id }) => id) : status.mediaIds;
  if (hasPoll && media.length) throw unprocessable(`Cannot attach more than ${limits.media} files`);
  let text = params.has('status') ? (params.text('status') ?? '').trim() : status.text;
  let spoiler = params.has('spoiler_text') ? (params.text('spoiler_text') ?? '').trim() : status.spoiler;
  checkText(limits, text, spoiler, media.length > 0 || !!status.quote, !!status.quote);
  const named = params.has('sensitive') || params.has('spoiler_text');
  const sensitive = named ? (params.flag('sensitive') ?? false) || !!spoiler : status.sensitive;
  if (!text && spoiler && !status.quote) [text, spoiler] = [spoiler, ''];
  return { text, spoiler, sensitive, language: params.present('language') ?? status.language, mediaIds: media };
}

function isChange(status: StatusRow, { text, spoiler, sensitive, language, mediaIds }: Changes): boolean {
  return (
    text !== status.text ||
    spoiler !== status.spoiler ||
    sensitive !== status.sensitive ||
    language !== status.language ||
    mediaIds.join() !== status.mediaIds.join()
  );
}

/** Replaces what a post says. Without a real change nothing happens, and false is returned. */
export function edit(instance: Instance, author: AccountRow, status: StatusRow, params: Params): boolean {
  const changes = readChanges(instance, author, status, params);
  const poll = readPoll(limitsOf(instance), params.group('poll'));
  const before = snapshot(instance, status, status.createdAt);
  const policy = params.present('quote_approval_policy') as QuotePolicy | undefined;
  if (policy && status.visibility !== 'private' && status.visibility !== 'direct') status.quotePolicy = policy;
  const pollChanged = (params.has('poll') || params.has('media_ids')) && editPoll(instance, status, poll);
  const mediaChanged = editMedia(instance, status, params.groups('media_attributes'));
  if (!isChange(status, changes) && !pollChanged && !mediaChanged) return false;
  if (changes.text !== status.text) status.card = null;
  if (!status.edits.length) status.edits.push(before);
  Object.assign(status, changes);
  for (const id of changes.mediaIds) instance.world.media.get(id)!.statusId = status.id;
  const known = new Set(status.mentions);
  fillContent(instance, status);
  status.editedAt = instance.now();
  status.edits.push(snapshot(instance, status, status.editedAt));
  for (const id of status.mentions) if (!known.has(id)) notify(instance, 'mention', id, status.accountId, status);
  hearOfEdit(instance, status);
  return true;
}
