/** Which addresses an app may be sent back to: the rules of Doorkeeper 5.9 (RFC 6749 section 3.1.2, RFC 8252 section 7.3). */

export const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

interface Parts {
  scheme: string;
  /** Null where there is no `//`. */
  authority: string | null;
  path: string;
  query: string | null;
  fragment: string | null;
}

/** The parts as they are written: `URL` would tidy the path first, and the comparison is of what was sent. */
function partsOf(uri: string): Parts | undefined {
  const found = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(uri);
  if (!found || /\s/.test(uri)) return undefined;
  const [, scheme = '', authority = null, path = '', query = null, fragment = null] = found;
  return { scheme: scheme.toLowerCase(), authority: authority?.toLowerCase() ?? null, path, query, fragment };
}

/** Why an address cannot be registered, as the message of the model ends; undefined for a good one. */
export function complaint(uri: string): string | undefined {
  if (uri === outOfBand) return undefined;
  const parts = partsOf(uri);
  if (parts && ['data', 'vbscript', 'javascript'].includes(parts.scheme)) return 'is forbidden by the server.';
  if (!parts) return /^[\w.~%/-]*$/.test(uri) ? 'must be an absolute URI.' : 'must be a valid URI.';
  if (parts.fragment !== null) return 'cannot contain a fragment.';
  return mayReturn(parts) ? undefined : 'must specify a scheme.';
}

function mayReturn({ scheme, authority, path, fragment }: Parts): boolean {
  const web = scheme === 'http' || scheme === 'https';
  return scheme !== 'localhost' && !(web && !authority) && fragment === null && (authority !== null || path[0] === '/');
}

const loopback = /^(?:.*@)?(?:127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

const ports: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

/** The authority, without a port that says nothing; among loopback addresses no port counts. */
function hostOf({ scheme, authority }: Parts, anyPort: boolean): string | null {
  if (authority === null) return null;
  if (anyPort) return authority.replace(/:\d+$/, '');
  const plain = ports[scheme];
  return plain && authority.endsWith(plain) ? authority.slice(0, -plain.length) : authority;
}

const sorted = (query: string) => query.split('&').sort().join('&');

/** True where an app registered for `registered` may be sent back to `asked`: the query may have more only where none was registered. */
export function fits(asked: string, registered: string): boolean {
  if (asked === registered) return complaint(asked) === undefined;
  const [a, b] = [partsOf(asked), partsOf(registered)];
  if (!a || !b || !mayReturn(a) || !mayReturn(b)) return false;
  const anyPort = loopback.test(a.authority ?? '') && loopback.test(b.authority ?? '');
  return (
    a.scheme === b.scheme &&
    hostOf(a, anyPort) === hostOf(b, anyPort) &&
    (a.path || '/') === (b.path || '/') &&
    (b.query === null || sorted(a.query ?? '') === sorted(b.query))
  );
}

/** The address with an answer in its query, or behind `#`. What is empty is left out. */
export function withAnswer(uri: string, answer: Readonly<Record<string, string | undefined>>, mode: string): string {
  const [base = '', query = ''] = uri.split('?');
  const pairs = new URLSearchParams(mode === 'fragment' ? '' : query);
  for (const [name, value] of Object.entries(answer)) if (value) pairs.set(name, value);
  return mode === 'fragment' ? `${uri}#${pairs.toString()}` : `${base}?${pairs.toString()}`;
}
