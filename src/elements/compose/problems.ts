import type { ComposeWords } from '../../i18n/compose.js';
import type { MastoError } from '../../mastodon/errors.js';
import { refusedField, type PostField } from '../../mastodon/posting.js';

/** What the button beside a problem does. */
export type WayOut = 'allow' | 'search' | 'read' | 'again' | 'now' | 'look' | 'alone' | 'find' | 'halt' | 'restore';

/** Why something was not posted, as the form says it. */
export interface Problem {
  readonly term: keyof ComposeWords;
  /** In the words of the piece that has found it, in the place of `term`. */
  readonly said?: string | undefined;
  readonly n?: number | undefined;
  /** What the server itself said. */
  readonly quote?: string | undefined;
  /** What of the form it is about. */
  readonly field?: PostField | undefined;
  readonly way?: WayOut | undefined;
  /** The buttons of the piece that has found it, in the place of `way`'s. */
  readonly ways?: unknown;
}

/** Minutes until the server takes more; one where it does not say (R123). */
function minutes({ headers }: MastoError['facts'], now: number) {
  const wait = Date.parse(headers?.get('x-ratelimit-reset') ?? '') - now;
  return wait > 0 ? Math.ceil(wait / 60_000) : 1;
}

/** What is answered is not there any more. */
export const goneProblem: Problem = { term: 'gone', way: 'alone' };

const known: Readonly<Record<string, Problem>> = {
  offline: { term: 'offline' },
  // The form's own button leads back.
  expired: { term: 'expired' },
  'members-only': { term: 'forbidden' },
  'out-of-scope': { term: 'out-of-scope', way: 'allow' },
  'login-disabled': { term: 'frozen' },
  'login-pending': { term: 'frozen' },
  'login-unconfirmed': { term: 'frozen' },
  'login-suspended': { term: 'frozen' },
  forbidden: { term: 'forbidden' },
  blocked: { term: 'forbidden' },
  'not-found': goneProblem,
  server: { term: 'server' },
  unreachable: { term: 'unreachable' },
  timeout: { term: 'unreachable' },
};

/** What a failure means for what has been written. @param about what else of it the server may not have found */
export function problemOf(
  { failure, facts }: MastoError,
  about: { readonly replying: boolean; readonly media: boolean },
  now: number,
): Problem {
  const { serverText: quote } = facts;
  if (failure === 'rate-limited') return { term: 'rate-limited', n: minutes(facts, now), quote };
  if (failure === 'refused') return { term: 'refused', quote, field: refusedField(facts) };
  // The post that is quoted can be what is not there, whatever is answered.
  if (failure === 'not-found' && /quot/i.test(quote ?? '')) return { term: 'refused', quote, field: 'quote' };
  if (failure === 'not-found' && !about.replying)
    return { term: 'refused', quote, field: about.media ? 'media' : undefined };
  return { term: 'refused', quote, ...known[failure] };
}

/** Why the post that is to be answered is not there: nothing can be sent then. */
export function parentProblem({ failure }: MastoError): Problem {
  if (failure === 'out-of-scope') return { term: 'cannotSearch', way: 'search' };
  const again = ['unreachable', 'timeout', 'server', 'offline', 'rate-limited'].includes(failure);
  return again ? { term: failure === 'offline' ? 'offline' : 'unreachable', way: 'find' } : { term: 'unresolved' };
}
