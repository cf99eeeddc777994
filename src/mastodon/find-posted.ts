/** What has become of what was sent and never answered for (R165): the server's own lists tell. All reject with MastoError when that cannot be known. */
import type { HomeSession } from './home-session.js';
import { asObject, type Raw } from './json.js';
import { take, type Posted } from './posting.js';
import { objects } from './read.js';
import { segment } from './transport.js';

/** Clocks differ; and the same words, said an hour earlier, are another post. */
const early = 5 * 60_000;

/** Not by the way of reads that others share: this answer must be later than the failure. */
const fresh = { headers: {}, init: { cache: 'no-store' } } as const;

/** As the server keeps a text. */
const kept = (text: unknown) => (typeof text === 'string' ? text : '').replaceAll('\r\n', '\n').trim();

const idsOf = (media: unknown) =>
  (Array.isArray(media) ? (media as unknown[]) : []).map((each) => String(asObject(each)?.['id'] ?? each)).sort();

/** Without a text the server makes one of the warning. */
function wordsOf({ status, spoiler_text: warning, quoted_status_id: quote }: Raw) {
  const [text, title] = [kept(status), kept(warning)];
  return text || quote ? [text, title] : [title, ''];
}

function sameFiles(sent: Raw, media: unknown) {
  const [ours, theirs] = [idsOf(sent['media_ids']), idsOf(media)];
  // With words it is known by those; servers may give files other names.
  return kept(sent['status']) ? ours.length === theirs.length : String(ours) === String(theirs);
}

async function sameWords(home: HomeSession, sent: Raw, id: unknown) {
  const { data } = await home.transport.get(`/api/v1/statuses/${segment(String(id))}/source`, undefined, fresh);
  const { text, spoiler_text: warning } = asObject(data) ?? {};
  return String([kept(text), kept(warning)]) === String(wordsOf(sent));
}

async function findChanged(home: HomeSession, sent: Raw): Promise<Posted | undefined> {
  const { data } = await home.transport.get(`/api/v1/statuses/${segment(String(sent['id']))}`, undefined, fresh);
  const same = sameFiles(sent, asObject(data)?.['media_attachments']) && (await sameWords(home, sent, sent['id']));
  return same ? { key: take(home, data) } : undefined;
}

/** Servers do not know a scheduled post by its key: only its words, its files and its minute tell. */
async function findWaiting(home: HomeSession, sent: Raw): Promise<Posted | undefined> {
  const due = Date.parse(String(sent['scheduled_at']));
  const { data } = await home.transport.list('/api/v1/scheduled_statuses', { limit: 40 }, fresh);
  for (const item of objects(data)) {
    const { text: status, ...more } = asObject(item['params']) ?? {};
    const scheduledAt = String(item['scheduled_at']);
    if (Math.abs(Date.parse(scheduledAt) - due) >= 60_000 || !sameFiles(sent, item['media_attachments'])) continue;
    if (String(wordsOf({ ...more, status })) === String(wordsOf(sent))) return { key: undefined, scheduledAt };
  }
  return undefined;
}

async function findNew(home: HomeSession, sent: Raw, since: number): Promise<Posted | undefined> {
  const own = `/api/v1/accounts/${segment(home.me.id)}/statuses`;
  const { data } = await home.transport.list(own, { limit: 20, exclude_reblogs: true }, fresh);
  for (const status of objects(data)) {
    if (!(Date.parse(String(status['created_at'])) >= since - early)) continue;
    const reply = status['in_reply_to_id'] ?? undefined;
    if (reply !== sent['in_reply_to_id'] || status['visibility'] !== sent['visibility']) continue;
    if (!sameFiles(sent, status['media_attachments']) || !!status['poll'] !== !!sent['poll']) continue;
    if (await sameWords(home, sent, status['id'])) return { key: take(home, status) };
  }
  return undefined;
}

/**
 * Looks for a post that was sent and never answered for: among the reader's own last ones, among those that wait for their
 * time, or, for a change, at the post itself.
 * @param body of the request, as `bodyOf` made it
 * @param since when it left, in ms since 1970
 * @returns undefined when it is not there
 */
export async function findPosted(home: HomeSession, body: string, since: number): Promise<Posted | undefined> {
  const sent = asObject(JSON.parse(body)) ?? {};
  const { id, scheduled_at: time } = sent;
  if (id !== undefined) return findChanged(home, sent);
  if (typeof time !== 'string') return findNew(home, sent, since);
  const waiting = await findWaiting(home, sent);
  // Its time has come meanwhile.
  const due = Date.parse(time);
  return waiting ?? (due < home.transport.browser.now() ? findNew(home, sent, due) : undefined);
}
