import type { Instance } from '../instance.js';
import { saltOf } from '../world/ids.js';
import { emojisIn, linkerFor, readEntities } from '../world/linker.js';
import type { AppRow } from '../world/oauth-rows.js';
import type { AccountRow, PollRow, QuoteRow, StatusRow } from '../world/rows.js';
import { escapeHtml, toHtml } from '../world/text.js';
import type { Draft, PollDraft } from './draft.js';
import { hearOfPost } from './hear.js';

/** A post of this instance with everything at rest; the caller fills in what it has. */
export function blankStatus(instance: Instance, author: AccountRow, createdAt: number): StatusRow {
  const id = instance.world.ids.at(createdAt, author.domain === null ? 0 : saltOf(instance.host));
  return {
    id,
    uri: `${instance.origin}/ap/users/${author.id}/statuses/${id}`,
    url: `${instance.origin}/@${author.username}/${id}`,
    accountId: author.id,
    createdAt,
    editedAt: null,
    text: '',
    content: '',
    spoiler: '',
    sensitive: false,
    visibility: 'public',
    language: author.language,
    replyTo: null,
    replyToAccount: null,
    boostOf: null,
    quote: null,
    quotePolicy: author.quotePolicy,
    mediaIds: [],
    pollId: null,
    card: null,
    mentions: [],
    tags: [],
    emojis: [],
    application: null,
    edits: [],
    crowd: { replies: 0, boosts: 0, favourites: 0 },
  };
}

/** Makes a poll for a post. */
export function addPoll(instance: Instance, status: StatusRow, draft: PollDraft): PollRow {
  const poll: PollRow = {
    id: instance.world.serial('polls'),
    accountId: status.accountId,
    statusId: status.id,
    expiresAt: status.createdAt + draft.expiresIn * 1000,
    multiple: draft.multiple,
    hideTotals: draft.hideTotals,
    options: draft.options,
    crowd: draft.options.map(() => 0),
    crowdVoters: 0,
    votes: [],
    notified: false,
  };
  instance.world.polls.set(poll.id, poll);
  status.pollId = poll.id;
  return poll;
}

/** For servers that know no quotes: a line in front, unless the text has the link already. */
function quoteLine(quoted: StatusRow | null, text: string): string {
  if (!quoted || text.includes(quoted.url) || text.includes(quoted.uri)) return '';
  const shown = escapeHtml(quoted.url.replace(/^https?:\/\/(?:www\.)?/, ''));
  const prefix = escapeHtml(/^https?:\/\/(?:www\.)?/.exec(quoted.url)?.[0] ?? '');
  const link =
    `<a href="${escapeHtml(quoted.url)}" target="_blank" rel="nofollow noopener" translate="no">` +
    `<span class="invisible">${prefix}</span><span class="">${shown}</span><span class="invisible"></span></a>`;
  return `<p class="quote-inline">RE: ${link}</p>`;
}

/** Makes content, mentions, hashtags and emoji out of the text of a post. */
export function fillContent(instance: Instance, status: StatusRow): void {
  const { world, origin, host } = instance;
  const { mentions, tags } = readEntities(world, host, status.text);
  const options = status.pollId === null ? [] : world.polls.get(status.pollId)!.options;
  const quoted = status.quote?.statusId ? (world.statuses.get(status.quote.statusId) ?? null) : null;
  status.content = quoteLine(quoted, status.text) + toHtml(status.text, linkerFor(world, origin));
  status.mentions = mentions;
  status.tags = tags;
  status.emojis = emojisIn(world, status.text, status.spoiler, ...options);
}

/** A quote of a post of this instance is accepted at once; one of another instance waits for its word. */
const quoteOf = (instance: Instance, quoted: StatusRow, author: AccountRow): QuoteRow => ({
  state:
    instance.world.account(quoted.accountId).domain === null || quoted.accountId === author.id ? 'accepted' : 'pending',
  statusId: quoted.id,
});

/** Whoever goes on answering in their own words still answers the other one. */
export function answer(status: StatusRow, to: StatusRow): void {
  status.replyTo = to.id;
  const goesOn = to.accountId === status.accountId && to.replyToAccount !== null;
  status.replyToAccount = goesOn ? to.replyToAccount : to.accountId;
}

/** Publishes a checked draft. Telling other instances is the caller's. @param raw laid over what the API will answer */
export function publish(
  instance: Instance,
  author: AccountRow,
  draft: Draft,
  app?: AppRow,
  raw?: StatusRow['raw'],
): StatusRow {
  const status = blankStatus(instance, author, instance.now());
  const { text, spoiler, sensitive, visibility, language, quotePolicy, replyTo, quoted, media, poll } = draft;
  Object.assign(status, { text, spoiler, sensitive, visibility, language, quotePolicy });
  if (replyTo) answer(status, replyTo);
  status.quote = quoted && quoteOf(instance, quoted, author);
  status.mediaIds = media.map(({ id }) => id);
  for (const row of media) row.statusId = status.id;
  if (app) status.application = { name: app.name, website: app.website };
  if (poll) addPoll(instance, status, poll);
  if (raw) status.raw = { ...raw };
  fillContent(instance, status);
  instance.world.addStatus(status);
  hearOfPost(instance, status);
  return status;
}
