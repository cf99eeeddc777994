/**
 * Why a request brought nothing. The words for each stand in `i18n/`; here is only what happened.
 *
 * `bad-attribute`: an attribute makes no sense · `no-instance`: nothing says which server to ask · `nothing-named`:
 * nothing says which posts · `cancelled`: the reader
 * stopped waiting · `bad-instance`: the name cannot be a server · `insecure`: http from a page that is not on loopback ·
 * `offline`: the browser has no network · `unreachable`: no answer that a browser may read (the host does not exist, is
 * down, sends no CORS, or something on this side blocked it: fetch cannot tell these apart) · `timeout`: 30 s without an
 * end · `moved`: another host answered · `not-mastodon`: an answer, but no Mastodon API · `incomplete`: JSON that breaks
 * off · `wrong-shape`: JSON of another form · `members-only`: 401, or 422 where it means the same · `forbidden`: 403 by
 * the server · `blocked`: 403 in HTML, from something before the server · `not-found`: 404 or 410 · `rate-limited`: 429 ·
 * `remote`: the server could not fetch from another one · `server`: 5xx · `refused`: any other 4xx.
 *
 * Of signing in: `denied`: the reader said no at the server (R44) · `not-started-here`: an answer to no question of ours,
 * or to one older than ten minutes (R17) · `wrong-issuer`: the answer is another server's than the one asked (R19) ·
 * `no-secure-context`: the page came over http, so there is no cryptography (R15) · `opaque-origin`: a file or a
 * sandboxed frame (R40) · `framed`: a page in a page cannot be led to the server (R39) · `answer-lost`: the way back lost
 * its query (R60) · `client-gone`: the server has forgotten this site, twice (R13) · `scope-refused`: it grants none of
 * what was asked (R12) · `sign-in-refused`: any other answer of its sign-in pages · `other-account`: somebody else than expected
 * came back (R42) · `expired`: the token is no longer good (R49) · `login-disabled` (suspended, too), `login-pending`,
 * `login-unconfirmed`: 403 for a whole account (R50) · `out-of-scope`: 403 for want of a scope (R34) · `no-storage`: nothing would remember the
 * sign-in until the answer comes (R28) · `popup-blocked`: no window could
 * be opened, and there is no other way · `popup-closed`: nothing came from the window ·
 * `not-revoked`: signed out here, but the server could not be told (R48).
 */
export type ReadFailure =
  | 'bad-attribute'
  | 'no-instance'
  | 'nothing-named'
  | 'cancelled'
  | 'bad-instance'
  | 'insecure'
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'moved'
  | 'not-mastodon'
  | 'incomplete'
  | 'wrong-shape'
  | 'members-only'
  | 'forbidden'
  | 'blocked'
  | 'not-found'
  | 'rate-limited'
  | 'remote'
  | 'server'
  | 'refused'
  | 'expired'
  | 'login-disabled'
  | 'login-pending'
  | 'login-unconfirmed'
  | 'out-of-scope';

/** What can go wrong on the way to a server's sign-in pages and back. */
export type SignInFailure =
  | 'denied'
  | 'not-started-here'
  | 'wrong-issuer'
  | 'no-secure-context'
  | 'opaque-origin'
  | 'framed'
  | 'answer-lost'
  | 'client-gone'
  | 'scope-refused'
  | 'sign-in-refused'
  | 'other-account'
  | 'no-storage'
  | 'popup-blocked'
  | 'popup-closed'
  | 'not-revoked';

export type Failure = ReadFailure | SignInFailure;

/** What is known about a failed request. Never holds a token, nor a URL with a query. */
export interface FailureFacts {
  readonly host?: string | undefined;
  /** The scope that is missing (`out-of-scope`). */
  readonly scope?: string | undefined;
  /** The attribute that makes no sense, and what it says. */
  readonly attribute?: string | undefined;
  readonly value?: string | undefined;
  /** What would make sense, for the page's author. */
  readonly advice?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** The HTTP status, when there was an answer, whatever its body was. */
  readonly status?: number | undefined;
  readonly contentType?: string | undefined;
  /** What the server said, plain text of at most 300 characters: show it as a quotation, never decide by it. */
  readonly serverText?: string | undefined;
  /** Field → reasons, from Mastodon's `details`. */
  readonly details?: unknown;
  /** The refusal's JSON as it came, the token taken out. */
  readonly body?: unknown;
  /** What a browser may read of the refusal's headers (rate limits, request id). */
  readonly headers?: Headers | undefined;
  /** The host that answered instead (`moved`), when it can be known. */
  readonly movedTo?: string | undefined;
  /** The page that a sign-in began on, where one has failed; of this origin. */
  readonly returnTo?: string | undefined;
  /** When the server will answer again, in ms since 1970 (429). */
  readonly retryAt?: number | undefined;
}

/** A request that was refused or failed. An aborted one is not an error of ours: it rejects with the signal's reason. */
export class MastoError extends Error {
  override readonly name = 'MastoError';

  /** Two copies of the library on a page share sessions, and so each other's errors (R209). */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return (value as Error | undefined)?.name === 'MastoError';
  }

  constructor(
    readonly failure: Failure,
    readonly facts: FailureFacts = {},
    options?: ErrorOptions,
  ) {
    super(
      [failure, facts.status, facts.method, facts.host && facts.host + (facts.path ?? '')].filter(Boolean).join(' '),
      options,
    );
  }
}
