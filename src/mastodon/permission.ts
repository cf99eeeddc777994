import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';

/** Why the reader's token cannot be used for something; undefined when it may. */
export function refusal(home: HomeSession, scope: string): MastoError | undefined {
  if (home.expired || home.isOver) return new MastoError('expired', { host: home.host });
  return home.may(scope) ? undefined : new MastoError('out-of-scope', { host: home.host, scope });
}

/** The same error; where the server says no more than that a scope is missing, with which. */
export function named(error: unknown, scope: string): unknown {
  const scopeless = error instanceof MastoError && error.failure === 'out-of-scope' && !error.facts.scope;
  return scopeless ? new MastoError('out-of-scope', { ...error.facts, scope }, { cause: error }) : error;
}
