import type { Failure } from './errors.js';

/** What decides what a refusal means. */
export interface Refusal {
  readonly status: number;
  readonly method: string;
  /** The body was JSON. */
  readonly json: boolean;
  readonly text: string | undefined;
  readonly signedIn: boolean;
  /** This server has answered with JSON before. */
  readonly known: boolean;
}

/** The two texts that Mastodon never translates. */
const needsUser = 'This method requires an authenticated user';
const remoteFailed = 'Remote data could not be fetched';

/** Mastodon answers 422 for 401 where only a user is missing (R134); snac does so with an empty body. */
function means401({ method, text, signedIn }: Refusal) {
  return text === needsUser || (method === 'GET' && (!signedIn || !text));
}

/** Names a refusal by its status first; a body need not be what a Mastodon would send (R125–R139). */
export function failureOf(refusal: Refusal): Failure {
  const { status, json, known, text } = refusal;
  if (status === 401 || (status === 422 && means401(refusal))) return 'members-only';
  if (status === 403) return json ? 'forbidden' : 'blocked';
  if (status === 404 && !json && !known) return 'not-mastodon';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 503 && text === remoteFailed) return 'remote';
  return status >= 500 ? 'server' : 'refused';
}
