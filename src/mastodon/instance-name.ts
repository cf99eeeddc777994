/** What people write for a server or a person becomes an origin or an address (R1, R3). */
import { browser as theBrowser, isLoopback, type Browser } from '../base/browser.js';
import { MastoError } from './errors.js';

type Where = Pick<Browser, 'loopback'>;

const longest = 2000;

/** Soft hyphen, zero-width, bidi controls, BOM: come along with what is copied from pages. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** One dot at least, and no number as the last label: that would be an IP address. */
const publicName = /^[a-z\d_-]+(?:\.[a-z\d_-]+)*\.[a-z\d-]*[a-z][a-z\d-]*$/;

/** Names that mean another machine in every network. */
const privateName = /\.(?:local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

interface Parts {
  readonly scheme: string | undefined;
  /** Without `@` in front. */
  readonly user: string | undefined;
  readonly host: string;
  /** From the slash, query or hash on. */
  readonly rest: string;
}

const bad = () => new MastoError('bad-instance');

/** Takes `scheme://@user@host/rest` apart, all but the host being optional. Throws where a password might stand. */
function split(text: string): Parts {
  if (text.length > longest) throw bad();
  const plain = text.normalize('NFKC').replace(invisible, '').trim();
  // A phone's keyboard puts a space after a full stop.
  const tight = plain.replace(/ ?([.@:/]) ?/g, '$1').replace(/^acct:/i, '');
  const [, scheme, authority = '', rest = ''] = /^(?:(https?):\/*)?([^/?#\\]*)(.*)$/is.exec(tight) ?? [];
  const names = authority.split('@');
  const host = names.pop() ?? '';
  const user = names.pop();
  // What stands before is nothing, or the @ of a handle: `user@` after a scheme would be a login.
  const handle = names.length ? names.length === 1 && !names[0] : !scheme || user === undefined;
  if (!handle || user?.includes(':')) throw bad();
  return { scheme: scheme?.toLowerCase(), user: user || undefined, host, rest };
}

/** The origin of `host[:port]`. http is for loopback alone, and only a page on loopback may go there (R3). */
function originOf({ host, scheme }: Parts, { loopback }: Where): string {
  let url: URL;
  try {
    url = new URL(`https://${host}`);
  } catch {
    throw bad();
  }
  const name = url.hostname.replace(/\.$/, '');
  // http's own port is not the one of https.
  const port = url.port && !(scheme === 'http' && url.port === '80') ? `:${url.port}` : '';
  if (isLoopback(name)) {
    if (!loopback()) throw new MastoError('insecure', { host: name + port });
    return `${scheme === 'https' ? 'https' : 'http'}://${name}${port}`;
  }
  if (name.length > 253 || !publicName.test(name) || privateName.test(name)) throw bad();
  return `https://${name}${port}`;
}

/**
 * The origin of the server that somebody means by `mastodon.social`, `@user@host`, `https://host/@user/1` … Whatever
 * scheme is written, a public server is asked over https (R3).
 * @throws MastoError `bad-instance` for what cannot be a server (a single word, an IP address, a private name, a
 * password), `insecure` for a loopback host on a page that is not on loopback
 */
export const parseInstance = (text: string, browser: Where = theBrowser): string => originOf(split(text), browser);

/** Somebody's address. Without a host it is for the reader's server to know. */
export interface Acct {
  readonly username: string;
  /** In ASCII and lower case, with the port if there is one. */
  readonly host?: string;
}

const username = /^[\p{L}\p{N}_~]+(?:[.-]+[\p{L}\p{N}_~]+)*$/u;

/** `/@user`, `/@user@host`, `/users/user`, with whatever follows. */
const profile = /^\/(?:web\/)?(?:@|users\/)([^/@?#]+)(?:@([^/?#]+))?/;

/**
 * The person that somebody means by `@user@host`, `user`, `acct:user@host` or a profile's URL; undefined when that is
 * nobody. The host is the account's, not always the one to ask (R5).
 * @throws MastoError as `parseInstance`, for the host
 */
export function parseAcct(text: string, browser: Where = theBrowser): Acct | undefined {
  const parts = split(text);
  const { rest, scheme, host } = parts;
  const [, page, elsewhere] = profile.exec(rest) ?? [];
  const user = page ?? parts.user;
  const named = (found: string | undefined) => (found && username.test(found) ? found : undefined);
  const origin = (name: string) => new URL(originOf({ ...parts, host: name }, browser)).host;
  if (user !== undefined) {
    const name = named(user);
    return name === undefined ? undefined : { username: name, host: origin(elsewhere ?? host) };
  }
  const alone = scheme || rest ? undefined : named(host);
  return alone === undefined ? undefined : { username: alone };
}

/**
 * Whom to ask, and about whom, when a tag names a server (or an address at one), an account, or both.
 * @throws MastoError as `parseInstance`, or `bad-attribute` for an account that is nobody; each holds what was written
 */
export function readPlace(named: string | undefined, account: string | undefined, browser: Where = theBrowser) {
  try {
    const acct = account ? parseAcct(account, browser) : undefined;
    if (account && !acct) throw new MastoError('bad-attribute', { attribute: 'account', value: account });
    const at = named || acct?.host;
    return {
      origin: at ? parseInstance(at, browser) : undefined,
      acct: acct?.host ? `${acct.username}@${acct.host}` : acct?.username,
    };
  } catch (error) {
    const { failure, facts } = error as MastoError;
    throw new MastoError(failure, { value: named || account, ...facts });
  }
}
