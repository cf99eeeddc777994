import { isLoopback } from '../base/browser.js';

/**
 * Where a server streams, if the token may go there: to its issuer's own host or below it, encrypted but on loopback
 * (R52 as corrected).
 * @param said what the server says of its streams; where it says nothing, they are at its own host
 */
export function streamUrl(origin: string, said = origin): URL | undefined {
  const issuer = new URL(origin);
  const address = said.replace(/^http/, 'ws');
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, hostname, port, username } = new URL(address);
  const local = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
  const near = hostname === issuer.hostname || hostname.endsWith(`.${issuer.hostname}`);
  const safe = protocol === 'wss:' || (local && protocol === 'ws:');
  const usual = local || !port || host === issuer.host;
  return near && safe && usual && !username ? new URL('/api/v1/streaming', address) : undefined;
}
