/** A post of the reader's own that is taken up once more: to be changed, or to be written anew. */
import { registry } from '../base/registry.js';
import { quotePolicies, type DraftLink, type DraftMedia, type DraftPoll } from './draft-parts.js';
import type { Draft } from './drafts.js';
import type { Status, StatusKey } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { asObject, type Raw } from './json.js';
import { normaliseMedia, normalisePoll } from './normalise-parts.js';
import { isUnsure } from './posting.js';
import { asDate, asId, asName, objects } from './read.js';
import { buryEverywhere, lookAgain } from './reading.js';
import { localId } from './resolve.js';
import type { Session } from './session.js';
import { segment } from './transport.js';

const scope = 'read:statuses';

const pathOf = (id: string) => `/api/v1/statuses/${segment(id)}`;

/** A text as its author has typed it, letter by letter. */
const typed = (value: unknown) => (typeof value === 'string' ? value : undefined);

function linkOf(home: HomeSession, value: unknown): DraftLink | undefined {
  const id = asId(value);
  return id ? { id, url: home.statuses.get(home.statuses.keyOf(id) ?? '')?.url } : undefined;
}

function mediaOf(raw: Raw): DraftMedia {
  const { id, type, previewUrl, description, focus } = normaliseMedia(raw);
  return { id, type, previewUrl, description, focus, name: '', attached: true };
}

/** It stays open as long as it would have, from `since` on. Whether totals are hidden is told by those that are missing. */
function pollOf(json: unknown, since: number): DraftPoll | undefined {
  const { options = [], multiple = false, expiresAt = '', expired } = normalisePoll(json) ?? {};
  const left = Math.round((Date.parse(expiresAt) - since) / 60_000) * 60 || 86_400;
  const hideTotals = !expired && options.some(({ votesCount }) => votesCount === undefined);
  return options.length
    ? { options: options.map(({ title }) => title), multiple, hideTotals, expiresIn: Math.max(300, left) }
    : undefined;
}

/** Undefined where the server knows no quotes; nobody can choose for what few may see. */
function policyOf({ quote_approval: approval, visibility }: Raw) {
  const automatic = asObject(approval)?.['automatic'];
  if (!Array.isArray(automatic) || !/^(?:public|unlisted)$/.test(asName(visibility))) return undefined;
  return quotePolicies.find((policy) => automatic.includes(policy)) ?? 'nobody';
}

/** Mastodon says when a post was changed last; of a server that does not, a mark of its words tells versions apart (R181). */
function versionOf(raw: Raw, text: string): string | undefined {
  if ('edited_at' in raw) return asDate(raw['edited_at']);
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0;
  return `#${sum}`;
}

/** A post as it would stand in a form. @param text what its author has typed @param warning the same @param fresh its poll begins anew */
function draftOf(home: HomeSession, json: unknown, text: string, warning: string, fresh = false): Draft {
  const raw = asObject(json) ?? {};
  const since = fresh ? Date.parse(asDate(raw['created_at']) ?? '') : home.transport.browser.now();
  const quote = asObject(raw['quote']);
  const media = objects(raw['media_attachments']).map(mediaOf);
  const [key = ''] = home.harvest([json]);
  return {
    text,
    warning: warning || null,
    visibility: asName(raw['visibility']) || undefined,
    language: asName(raw['language']) || undefined,
    addressed: true,
    media: media.length ? media : undefined,
    poll: pollOf(raw['poll'], since),
    sensitive: raw['sensitive'] === true,
    quote: linkOf(home, asObject(quote?.['quoted_status'])?.['id'] ?? quote?.['quoted_status_id']),
    quotePolicy: policyOf(raw),
    replyTo: linkOf(home, raw['in_reply_to_id']),
    editing: { id: asId(raw['id']), url: home.statuses.get(key)?.url, editedAt: versionOf(raw, text + warning) },
  };
}

/**
 * A post of the reader's own as it stands at their server now, with the words that they had typed.
 * @param id what their server calls it @param fresh its poll is to begin anew
 * @throws MastoError
 */
export async function readEditable(
  home: HomeSession,
  id: string,
  signal?: AbortSignal,
  fresh?: boolean,
): Promise<Draft> {
  const path = pathOf(id);
  if (!home.may(scope)) throw new MastoError('out-of-scope', { host: home.host, path, scope });
  // Past what others read and what a cache has kept: it must be what stands there now.
  const options = { signal, headers: {}, init: { cache: 'no-store' } } as const;
  const [{ data }, source] = await Promise.all([
    home.transport.get(path, {}, options),
    home.transport.get(`${path}/source`, {}, options),
  ]);
  const { text, spoiler_text: warning } = asObject(source.data) ?? {};
  if (typed(text) === undefined) throw home.transport.strange(`${path}/source`);
  return draftOf(home, data, typed(text)!, typed(warning) ?? '', fresh);
}

/** As `readEditable`, of a post that may have been read elsewhere. */
export const readMine = async (home: HomeSession, status: Status): Promise<Draft> =>
  readEditable(home, await localId(home, status));

/** The reader's own server knows first what they have changed: whoever else on the page was told of that post, hears of it. */
export function tellPage(home: HomeSession, key: StatusKey): void {
  const now = home.statuses.get(key);
  if (!now) return;
  const { content, spoilerText, sensitive, language, media, poll, mentions, tags, emojis, card, editedAt = '' } = now;
  const said = { content, spoilerText, sensitive, language, media, poll, mentions, tags, emojis, card, editedAt };
  for (const { statuses } of registry.sessions.values() as Iterable<Session>) {
    const old = statuses.get(key);
    if (old && (old.editedAt ?? '') < editedAt) statuses.put([{ ...old, ...said }]);
  }
}

const bare = ({ attached, ...media }: DraftMedia): DraftMedia => media;

const lost: ReadonlySet<string> = new Set([
  'unreachable',
  'timeout',
  'offline',
  'server',
  'incomplete',
  'rate-limited',
]);

/** The same words and files as a new post. */
export const anew = ({ editing, ...draft }: Draft): Draft => ({ ...draft, media: draft.media?.map(bare) });

/** Of what may not be asked for, the words as they are shown. */
const shown = ({ spoilerText, visibility, language, sensitive }: Status, text: string): Draft => ({
  text,
  warning: spoilerText || null,
  visibility,
  language,
  sensitive,
  addressed: true,
});

/**
 * Deletes a post of the reader's own, so that it can be written anew.
 * @param plain its words as they are shown, should the server not give back what was typed
 * @param keep what it was is put away safely: before it is asked for, as far as it can be known, and before it leaves the page
 * @param drop nothing has been deleted
 * @throws MastoError
 */
export async function takeBack(
  home: HomeSession,
  status: Status,
  plain: string,
  { keep, drop }: { readonly keep: (id: string, draft: Draft) => void; readonly drop: (id: string) => void },
): Promise<string> {
  const id = await localId(home, status);
  const before = await readEditable(home, id, undefined, true).catch((error: MastoError) => {
    // Where a question gets no answer, an answer could be lost as well: nothing is deleted that is kept nowhere.
    if (lost.has(error.failure)) throw error;
  });
  keep(id, before ? anew(before) : shown(status, plain));
  let data: unknown;
  try {
    ({ data } = await home.transport.send('DELETE', pathOf(id)));
  } catch (error) {
    if (!isUnsure(error as MastoError)) drop(id);
    if ((error as MastoError).failure === 'not-found') void lookAgain(home, status.key);
    throw error;
  }
  const { id: given, text, spoiler_text: warning } = asObject(data) ?? {};
  const said = typed(text) ?? before?.text ?? plain;
  // Who has forgotten what it was says nothing against what was read before.
  const whole = given !== undefined || !before;
  const last = whole
    ? draftOf(home, data, said, typed(warning) ?? before?.warning ?? status.spoilerText, true)
    : { ...before, text: said };
  // No wider than it was, whatever is answered.
  keep(id, anew({ ...last, visibility: last.visibility ?? before?.visibility ?? status.visibility }));
  buryEverywhere(home, status.key);
  return id;
}
