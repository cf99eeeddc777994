/** Somebody of a sandbox town, signed in, in Node: the library asks the town's function in the place of the network. */
import { afterEach } from 'node:test';
import { HomeSession } from '../../src/mastodon/home-session.js';
import { noon, town, type Json, type Town } from '../sandbox/town.js';

const { fetch } = globalThis;
let hosts = 0;

afterEach(() => {
  globalThis.fetch = fetch;
});

export interface AtHome {
  readonly here: Town;
  readonly home: HomeSession;
  /** Methods and paths that were asked. */
  readonly asked: () => readonly string[];
  readonly breaks: (...faults: Json[]) => Promise<void>;
  /** The token is given back. */
  readonly signOut: () => void;
}

/** @param person who lives in every town @param scopes as the server grants them */
export async function atHome(person = 'noor', scopes = 'read write'): Promise<AtHome> {
  // A host of its own: how patient a server is, is remembered by host.
  const here = town({ origin: `https://t${hosts++}.example`, now: () => noon });
  globalThis.fetch = (url, init) => here.sandbox(new Request(url, init));
  let token: string | undefined = await here.token(person, scopes);
  const credentials = await here.get('/api/v1/accounts/verify_credentials', { token: await here.token(person) });
  const home = new HomeSession({ origin: here.sandbox.origin, scopes: scopes.split(' '), credentials }, () => token);
  await here.ask('/__sandbox/log', { method: 'DELETE' });
  return {
    here,
    home,
    asked: () => here.instance.log.map(({ method, path, query }) => `${method} ${path}${query}`),
    signOut: () => (token = undefined),
    breaks: async (...faults) => void (await here.ask('/__sandbox/faults', { method: 'PUT', json: faults })),
  };
}
