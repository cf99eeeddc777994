/** From what somebody typed to a server that they can sign in at (R1–R8). Nothing here runs before they ask for it. */
import { browser as theBrowser, isLoopback, type Browser } from '../base/browser.js';
import type { Page } from '../base/page.js';
import { MastoError, type Failure, type FailureFacts } from './errors.js';
import { Hunt } from './hunt.js';
import { parseAcct, parseInstance } from './instance-name.js';
import { nearHost } from './known-hosts.js';
import { knownServer } from './clients.js';
import type { Server } from './server-metadata.js';
import { showHost } from './shown-host.js';

export type { Server } from './server-metadata.js';

export interface FindOptions {
  /** Ends all requests; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly browser?: Browser;
  /** The page's author has named the server, so it is not looked for elsewhere (R8). */
  readonly fixed?: boolean;
  /** Where this site is registered already, the server is not asked again. */
  readonly page?: Page;
}

/** Nobody reads more of a wrong address than this. */
const longest = 200;

/** Without what may be a password. */
const shown = (text: string) =>
  text
    .trim()
    .replace(/:[^@/:]+@/, ':…@')
    .slice(0, longest)
    .toWellFormed();

const failed = (text: string, failure: Failure, facts: FailureFacts) =>
  new MastoError(failure, { value: shown(text), ...facts });

/** The origin that is meant, or why it can be none. */
function read(text: string, browser: Browser, fixed: boolean): string {
  try {
    return parseInstance(text, browser);
  } catch (error) {
    const { failure, facts } = error as MastoError;
    const word = text.trim().replace(/^@/, '');
    throw failed(text, failure, { ...facts, advice: fixed ? undefined : nearHost(word) });
  }
}

/** The `user@host` in it, for whom a server may be asked where they really live. */
function handleIn(text: string, browser: Browser): string | undefined {
  const acct = parseAcct(text, browser);
  return acct?.host && `${acct.username}@${acct.host}`;
}

/** What is wrong, worded by what the host itself did (R6): silence and a foreign answer are not the same. */
function failureFrom(
  { answered, movedTo, downgraded, late, status }: Hunt,
  typedHttp: boolean,
  online: boolean,
): Failure {
  if (downgraded) return 'insecure';
  if (movedTo) return 'moved';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server';
  if (answered) return 'not-mastodon';
  if (!online) return 'offline';
  // R3: https is the only way; whoever wrote http learns why it does not do.
  if (typedHttp) return 'insecure';
  return late ? 'timeout' : 'unreachable';
}

/**
 * The server that somebody means by a host, a URL, `@user@host` …, wherever its API lives. Each request has 5 s, all
 * together 12 s (R4).
 * @throws MastoError with `facts.value` (what was written), `host`, `advice` (a known host that is written nearly so):
 * `bad-instance` · `insecure` (loopback from elsewhere, or a server without https) · `offline` · `unreachable` (no answer
 * that a browser may read: down, or no CORS) · `timeout` · `not-mastodon` (it answered something else) · `moved`
 * (`movedTo`: its address leads to a host that is no Mastodon, or, with `fixed`, to any other) · `server` · `rate-limited`
 */
export async function findServer(text: string, options: FindOptions = {}): Promise<Server> {
  const { signal, browser = theBrowser, fixed = false, page } = options;
  signal?.throwIfAborted();
  const origin = read(text, browser, fixed);
  const known = page && knownServer(page, origin);
  if (known) return known;
  const hunt = new Hunt(origin, browser, signal);
  const { host, hostname } = new URL(origin);
  try {
    const found = await hunt.find(fixed ? undefined : handleIn(text, browser), !fixed);
    if (found) return found;
  } finally {
    hunt.end();
  }
  const typedHttp = !isLoopback(hostname) && /^\s*http:/i.test(text);
  if (!fixed && hunt.movedTo === `www.${host}`) hunt.movedTo = undefined;
  throw failed(text, failureFrom(hunt, typedHttp, browser.online()), {
    host: showHost(host).host,
    movedTo: hunt.movedTo,
    status: hunt.status || undefined,
    advice: fixed ? undefined : nearHost(host),
  });
}
