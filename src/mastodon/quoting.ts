/** Posts that are to be quoted, as far as the reader's own server lets them be. */
import type { DraftLink } from './draft-parts.js';
import type { Status } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { readStatus } from './reading.js';
import { localId, localStatus } from './resolve.js';
import { isPublic } from './stores.js';

/** Whether the reader may quote it at once, after its author has agreed, or not. */
export type Consent = 'automatic' | 'manual' | 'denied';

/** What the reader's server has said of it; undefined where it has not. */
export function consentOf({ mine }: HomeSession, key: string): Consent | undefined {
  const said = mine.get(key)?.quoting;
  return said === undefined || said === 'automatic' || said === 'manual' ? said : 'denied';
}

/** Whether it makes sense to offer it: allowed, or not known yet, of a post that was read elsewhere. */
export function mayQuote(home: HomeSession, status: Status): boolean {
  const consent = consentOf(home, status.key);
  if (consent) return consent !== 'denied';
  return home.defaults.quotePolicy !== undefined && isPublic(status) && !home.statuses.get(status.key);
}

/** A post that is to be quoted, found at the reader's own server. */
export interface Quotable extends DraftLink {
  readonly status: Status;
  readonly consent: Consent;
}

/** Asked for only where the server has not said yet whether it may be quoted. */
const known = async (home: HomeSession, status: Status, signal: AbortSignal | undefined) =>
  home.statuses.get(status.key) && consentOf(home, status.key)
    ? status.key
    : readStatus(home, await localId(home, status, signal), signal);

/**
 * Finds it, and what the server says of quoting it.
 * @param what its address, what the server calls it, or the post as another server has told it
 * @throws MastoError `remote` when that server cannot find it
 */
export async function findQuotable(
  home: HomeSession,
  what: { readonly url: string } | { readonly id: string } | Status,
  signal?: AbortSignal,
): Promise<Quotable> {
  const key =
    'key' in what
      ? await known(home, what, signal)
      : 'id' in what
        ? await readStatus(home, what.id, signal)
        : await localStatus(home, what.url, signal);
  const status = home.statuses.proper(key);
  if (!status) throw new MastoError('not-found', { host: home.host });
  const { id, url } = status;
  return { id, url, status, consent: consentOf(home, status.key) ?? 'denied' };
}
