/** What this site is called at the servers where it has registered (R9). Kept, for servers count registrations (5 in ten minutes). */
import type { Page } from '../base/page.js';
import type { Server } from './server-metadata.js';
import { keysOf, prefix, readStored, removeStored, shelves, writeStored } from './stored.js';

/** One registration: one server, one way back. */
export interface Client {
  readonly v: 1;
  readonly origin: string;
  readonly issuer: string;
  /** Byte for byte as it was registered (table 1.1, 7). */
  readonly redirectUri: string;
  readonly id: string;
  /** Needed at the token endpoint; proves nothing, since anybody may have one. Empty where a server gives none. */
  readonly secret: string;
  readonly scopes: readonly string[];
  /** What was tried to be registered, some of which the server may have refused. */
  readonly wanted: readonly string[];
  /** ms since 1970. */
  readonly at: number;
  /** ms since 1970; 0 for never. */
  readonly expires: number;
  readonly server: Server;
}

const start = `${prefix}client:`;

const keyOf = (client: Pick<Client, 'origin' | 'redirectUri'>) => `${start}${client.origin} ${client.redirectUri}`;

/** A server's word for itself is believed for so long. */
const fresh = 24 * 60 * 60_000;

const isLive = ({ id, secret, scopes, server, expires }: Client, now: number) =>
  !!id &&
  typeof secret === 'string' &&
  Array.isArray(scopes) &&
  !!server?.tokenEndpoint &&
  !(expires && expires <= now);

function read(page: Page, key: string): Client | undefined {
  for (const shelf of Object.values(shelves(page))) {
    const client = readStored(shelf, key) as unknown as Client | undefined;
    if (client && isLive(client, page.now())) return client;
  }
  return undefined;
}

/** The registration for a way back; undefined when there is none, or it has expired. */
export const readClient = (page: Page, origin: string, redirectUri: string): Client | undefined =>
  read(page, keyOf({ origin, redirectUri }));

export function saveClient(page: Page, client: Client): void {
  const { local, session, memory } = shelves(page);
  const key = keyOf(client);
  if (!writeStored(local, key, client) && !writeStored(session, key, client)) writeStored(memory, key, client);
}

export function dropClient(page: Page, client: Pick<Client, 'origin' | 'redirectUri'>): void {
  for (const shelf of Object.values(shelves(page))) removeStored(shelf, keyOf(client));
}

/** A server where this site has registered within a day, as it was found then. */
export function knownServer(page: Page, origin: string): Server | undefined {
  const keys = Object.values(shelves(page)).flatMap((shelf) => keysOf(shelf, `${start}${origin} `));
  const client = keys.map((key) => read(page, key)).find((one) => one && Math.abs(page.now() - one.at) < fresh);
  return client?.server;
}
