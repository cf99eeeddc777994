/** What a server says of its own sign-in (RFC 8414), and what is taken for granted where it says nothing. */
import { asObject, type Raw } from './json.js';
import { showHost } from './shown-host.js';

/** A server that somebody can sign in at. */
export interface Server {
  /** `https://host[:port]`, where the API answers (R5). */
  readonly origin: string;
  /** As people read it; with the ASCII form beside it where its letters may deceive (R2). */
  readonly host: string;
  readonly warning?: 'mixed-script';
  /** As the server writes it, with Mastodon's slash at the end. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string;
  /** Mastodon's own way, not RFC 7591. */
  readonly registrationEndpoint: string;
  /** Undefined before 4.3. */
  readonly scopesSupported?: readonly string[];
  /** It promises to sign each answer with its name (RFC 9207). */
  readonly issRequired: boolean;
  /** These three only where its description had to be asked for. */
  readonly title?: string;
  readonly version?: string;
  readonly people?: number;
}

/** Where a Mastodon has always had these. */
export function plainServer(origin: string): Server {
  return {
    origin,
    ...showHost(new URL(origin).host),
    issuer: `${origin}/`,
    authorizationEndpoint: `${origin}/oauth/authorize`,
    tokenEndpoint: `${origin}/oauth/token`,
    revocationEndpoint: `${origin}/oauth/revoke`,
    registrationEndpoint: `${origin}/api/v1/apps`,
    issRequired: false,
  };
}

/** Over the issuer's own scheme, at its own host or below it (R7 as corrected). */
function mayServe(url: unknown, origin: string): url is string {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const [{ protocol, host, hostname, port, username, password, hash }, issuer] = [new URL(url), new URL(origin)];
  const below = !port && hostname.endsWith(`.${issuer.hostname}`);
  return protocol === issuer.protocol && (host === issuer.host || below) && !username && !password && !hash;
}

/** The origin that metadata is about; undefined when it is none, or of something below a path. */
export function issuerOf(metadata: unknown): string | undefined {
  const issuer = asObject(metadata)?.['issuer'];
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return undefined;
  const { origin } = new URL(issuer);
  return issuer === origin || issuer === `${origin}/` ? origin : undefined;
}

/** Other software has such metadata too: Mastodon's kind registers apps, or knows the scopes of its API. */
export function isMastodonMetadata(metadata: Raw): boolean {
  const scopes = metadata['scopes_supported'];
  return (
    typeof metadata['app_registration_endpoint'] === 'string' ||
    (Array.isArray(scopes) && scopes.includes('read') && scopes.includes('write'))
  );
}

/**
 * A server by its metadata. Endpoints elsewhere, or another issuer, make all of it worthless: then the plain server (R7).
 * @param origin Where the metadata came from
 */
export function serverBy(metadata: Raw | undefined, origin: string): Server {
  const plain = plainServer(origin);
  if (!metadata || issuerOf(metadata) !== origin) return plain;
  const found = {
    authorizationEndpoint: metadata['authorization_endpoint'],
    tokenEndpoint: metadata['token_endpoint'],
    revocationEndpoint: metadata['revocation_endpoint'] ?? plain.revocationEndpoint,
    registrationEndpoint: metadata['app_registration_endpoint'] ?? plain.registrationEndpoint,
  };
  if (!Object.values(found).every((url) => mayServe(url, origin))) return plain;
  const scopes = metadata['scopes_supported'];
  return {
    ...plain,
    ...(found as Record<keyof typeof found, string>),
    issuer: metadata['issuer'] as string,
    ...(Array.isArray(scopes) && { scopesSupported: scopes.filter((scope) => typeof scope === 'string') }),
    issRequired: metadata['authorization_response_iss_parameter_supported'] === true,
  };
}
