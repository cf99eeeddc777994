import type { Failure } from './errors.js';

/** What decides what an answer means. */
export interface Reply {
  readonly status: number;
  readonly method: string;
  readonly contentType: string | undefined;
  /** The body was JSON. */
  readonly json: boolean;
  /** What the server said, empty for nothing. */
  readonly said: string;
  readonly signedIn: boolean;
  /** This server has answered with JSON before. */
  readonly known: boolean;
}

/**
 * Mastodon answers 422 for 401 where only a user is missing (R134), with a text that it never translates; snac does so
 * with an empty body. Nothing else makes a plain read 422.
 */
const needsUser = ({ status, method, said, signedIn }: Reply) =>
  status === 422 &&
  (said === 'This method requires an authenticated user' || (method === 'GET' && !(signedIn && said)));

/** What Mastodon says, in English always, to whoever is signed in and may not (R34, R50). */
const forbidden: readonly (readonly [RegExp, Failure])[] = [
  [/outside the authorized scopes/, 'out-of-scope'],
  [/^Your login is currently disabled/, 'login-disabled'],
  [/^Your login is currently pending/, 'login-pending'],
  [/^Your login is missing a confirmed/, 'login-unconfirmed'],
];

function forbiddenAs({ said, signedIn }: Reply): Failure {
  return (signedIn && forbidden.find(([words]) => words.test(said))?.[1]) || 'forbidden';
}

/**
 * Names what went wrong, by the status first: a body need not be what a Mastodon would send (R125–R140). Undefined when
 * nothing did.
 */
export function failureOf(reply: Reply): Failure | undefined {
  const { status, json } = reply;
  if (status < 300) return json ? undefined : /\bjson/.test(reply.contentType ?? '') ? 'incomplete' : 'not-mastodon';
  if (status === 401 || needsUser(reply)) return 'members-only';
  if (status === 403) return json ? forbiddenAs(reply) : 'blocked';
  if (status === 404) return json || reply.known ? 'not-found' : 'not-mastodon';
  if (status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 503 && reply.said === 'Remote data could not be fetched') return 'remote';
  return status < 500 ? 'refused' : 'server';
}
