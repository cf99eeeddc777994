import { findServer } from './discovery.js';
import type { Failure, MastoError } from './errors.js';

/** How a host fails that is no Mastodon: it speaks otherwise, leads elsewhere, or lets no page read its refusal. */
const foreign: readonly Failure[] = ['not-mastodon', 'moved', 'unreachable'];

/**
 * The origin of an account's server, when the host in its address has been asked in vain: a domain may have its Mastodon
 * elsewhere (R4). Undefined when that host is one. Rejects when it does not say where.
 * @param acct `user@host`
 */
export const accountServer = async (acct: string, { failure }: MastoError, signal: AbortSignal) =>
  foreign.includes(failure) ? (await findServer(acct, { signal })).origin : undefined;
