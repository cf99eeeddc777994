import type { StreamFault } from '../http/faults.js';
import type { Instance } from '../instance.js';
import type { TokenRow } from '../world/oauth-rows.js';
import { Line, litter, type Wire } from './line.js';

/** What is said to who may not listen. */
export class NotAdmitted extends Error {
  constructor(
    readonly status: 401 | 404,
    message: string,
  ) {
    super(message);
  }
}

/** The token of who wants to listen: by header, by parameter, or in the place of a sub-protocol. */
export function listenerToken(instance: Instance, request: Request, protocols: readonly string[] = []): TokenRow {
  const { world, settings } = instance;
  const [, bearer] = /^Bearer\s+(.+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const offered = settings.streaming.subprotocol ? protocols.join(', ') : '';
  const sent = bearer ?? (new URL(request.url).searchParams.get('access_token') || offered);
  if (!sent) throw new NotAdmitted(401, 'Missing access token');
  const row = world.tokens.find(({ token }) => token === sent);
  const why = world.hindrances.get(row?.accountId ?? '');
  if (!row || row.revoked || row.accountId === null || why === 'disabled' || why === 'suspended') {
    throw new NotAdmitted(401, 'Invalid access token');
  }
  return row;
}

/** Puts somebody on the line, with what goes wrong there. */
export function open(
  instance: Instance,
  kind: Line['kind'],
  token: TokenRow,
  wire: Wire,
  fault: StreamFault = {},
): Line {
  const line = new Line(instance, kind, token, wire, fault);
  instance.streams.lines.add(line);
  const { garbage, drop } = fault;
  for (const text of garbage === true ? litter : (garbage ?? [])) line.frame(text);
  if (drop !== undefined) setTimeout(() => line.end('cut'), drop);
  return line;
}

/** What becomes of a wish for a socket. */
export type Admission =
  { readonly refusal: Response } | { readonly protocol: string; begin: (carrier: SocketCarrier) => Line };

/** What carries frames. */
export interface SocketCarrier {
  readonly send: (frame: string) => void;
  readonly end: Wire['end'];
}

/** Judges a wish for a socket. What is refused has no body, and a page does not even learn the status. */
export function admit(
  instance: Instance,
  request: Request,
  protocols: readonly string[],
  fault: StreamFault | undefined,
): Admission {
  const { pathname, searchParams: query } = new URL(request.url);
  try {
    if (!instance.settings.streaming.on || !/^\/api\/v1\/streaming\/?$/.test(pathname)) {
      throw new NotAdmitted(404, 'Not found');
    }
    const token = listenerToken(instance, request, protocols);
    const begin = ({ send, end }: SocketCarrier) => {
      const event: Wire['event'] = (stream, name, payload) => send(JSON.stringify({ stream, event: name, payload }));
      const line = open(instance, 'socket', token, { event, raw: send, end }, fault);
      const [stream, tag, list] = ['stream', 'tag', 'list'].map((name) => query.get(name) ?? undefined);
      if (stream) line.ask('subscribe', stream, tag, list);
      return line;
    };
    return { protocol: protocols[0] ?? '', begin };
  } catch (error) {
    if (!(error instanceof NotAdmitted)) throw error;
    const { status, message } = error;
    return { refusal: new Response(null, { status, headers: { 'X-Error-Message': message } }) };
  }
}
