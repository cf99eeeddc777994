/** Posts that wait at the server for their time. */
import { quotePolicies, type DraftLink, type DraftMedia, type DraftPoll } from './draft-parts.js';
import type { Draft } from './drafts.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { instanceFacts } from './instance-facts.js';
import { asObject, type Raw } from './json.js';
import { normaliseMedia } from './normalise-parts.js';
import { asDate, asId, asName, asText, objects } from './read.js';
import { segment } from './transport.js';

const path = '/api/v1/scheduled_statuses';

/** A server posts nothing that is less ahead, in ms. */
export const soonest = 5 * 60_000;

const able = new WeakMap<HomeSession, Promise<boolean>>();

/** Mastodon says which of its interfaces it has, from 4.3 on; its list of what waits is older than that. */
const isMastodon = async (home: HomeSession) =>
  typeof asObject((await instanceFacts(home)).said?.['api_versions'])?.['mastodon'] === 'number';

/**
 * Whether the server keeps posts for later: some that do not would post them at once. Whoever may be none of Mastodon's is asked for
 * the list without a look at the scope: one that knows it refuses it, one that does not has none. One that does not answer is trusted.
 */
async function ask(home: HomeSession): Promise<boolean> {
  try {
    if (!(await isMastodon(home))) await home.transport.list(path, { limit: 1 }, { optional: true });
    return true;
  } catch (error) {
    if (error instanceof MastoError && (error.facts.status === 404 || error.facts.status === 410)) return false;
    able.delete(home); // asked again with the next one
    return true;
  }
}

/** As `ask`, once a session. */
export function canSchedule(home: HomeSession): Promise<boolean> {
  const known = able.get(home) ?? ask(home);
  able.set(home, known);
  return known;
}

/** A post that waits, as it would stand in a form. */
export interface Scheduled {
  readonly id: string;
  /** When it is due, ISO 8601. */
  readonly at: string;
  readonly draft: Draft;
}

const linkOf = (id: unknown): DraftLink | undefined => (asId(id) ? { id: asId(id), url: undefined } : undefined);

/** As the parameters were sent: numbers may be texts. */
function pollOf(value: unknown): DraftPoll | undefined {
  const raw = asObject(value);
  const options = Array.isArray(raw?.['options']) ? raw['options'].map(asName) : [];
  if (!raw || !options.length) return undefined;
  const expiresIn = Math.trunc(Number(raw['expires_in'])) || 0;
  return { options, expiresIn, multiple: isTrue(raw['multiple']), hideTotals: isTrue(raw['hide_totals']) };
}

const isTrue = (value: unknown) => value === true || value === 'true' || value === '1';

function mediaOf(raw: Raw): DraftMedia {
  const { id, type, previewUrl, description, focus } = normaliseMedia(raw);
  return { id, type, previewUrl, description, focus, name: '' };
}

/** Undefined for what has no id or no time. */
function read(json: unknown): Scheduled | undefined {
  const raw = asObject(json) ?? {};
  const [id, at] = [asId(raw['id']), asDate(raw['scheduled_at'])];
  if (!id || !at) return undefined;
  const { text, spoiler_text: warning, visibility, language, sensitive, ...params } = asObject(raw['params']) ?? {};
  const media = objects(raw['media_attachments']).map(mediaOf);
  const draft: Draft = {
    text: asText(text),
    // Whom it addresses stands in it.
    addressed: true,
    warning: asText(warning) || undefined,
    visibility: asName(visibility) || undefined,
    language: asName(language) || undefined,
    media: media.length ? media : undefined,
    poll: pollOf(params['poll']),
    sensitive: isTrue(sensitive) || undefined,
    quote: linkOf(params['quoted_status_id']),
    quotePolicy: quotePolicies.find((policy) => policy === params['quote_approval_policy']),
    replyTo: linkOf(params['in_reply_to_id']),
    scheduledAt: at,
  };
  return { id, at, draft };
}

/** A page of those that wait, and where the next one is. Rejects with MastoError. */
export async function listScheduled(home: HomeSession, next?: string) {
  const query = next ? undefined : { limit: 40 };
  // What was changed a moment ago must not come from a cache.
  const { data, links } = await home.transport.list(next ?? path, query, { headers: {}, init: { cache: 'no-store' } });
  return { items: data.map(read).filter((item) => item !== undefined), next: links.next };
}

/** Gives it another time. Rejects with MastoError. */
export async function postpone(home: HomeSession, id: string, at: string): Promise<Scheduled | undefined> {
  return read((await home.transport.send('PUT', `${path}/${segment(id)}`, { scheduled_at: at })).data);
}

/** It will not be posted. Rejects with MastoError: `not-found` where it is out already, or withdrawn elsewhere. */
export async function withdraw(home: HomeSession, id: string): Promise<void> {
  await home.transport.send('DELETE', `${path}/${segment(id)}`);
}
