/** What must hold whatever happens. */
import assert from 'node:assert/strict';
import type { Saved } from '../../src/mastodon/keyring.js';
import { finish, prepare } from '../../src/mastodon/sign-in.js';
import type { Server } from '../../src/mastodon/server-metadata.js';
import { hostOf, people, sandboxOf, tokens, type Network } from './model-network.js';
import { answerIn, decide, wish, type Drawer, type FakePage } from './oauth-world.js';

/** Tokens lie under the keys of the keyring alone, each under its own server's, and no more than five sign-ins are under way. */
export function mustBeTidy({ all }: Drawer) {
  const entries = Object.entries(all);
  assert.ok(entries.filter(([key]) => key.startsWith('masto:v1:pending:')).length <= 5, 'six are under way');
  for (const { host, token } of tokens())
    for (const [key, text] of entries)
      assert.ok(!text.includes(token) || key.startsWith(`masto:v1:https://${host}:`), `a token under ${key}`);
}

/** Nobody is signed in who has not allowed it, and everybody with their own token. @param allowed `host person` */
export function mustBeThemselves({ origin, id, acct, token }: Saved, allowed: ReadonlySet<string>) {
  const host = hostOf(origin);
  assert.ok(allowed.has(`${host} ${acct.split('@')[0]}`), `${acct} has not allowed it`);
  const row = tokens().find((one) => one.token === token);
  if (row) assert.deepEqual([row.host, row.accountId], [host, id], 'somebody has the token of somebody else');
}

/** A plain sign-in brings somebody in. */
export async function mustStillWork(network: Network, server: Server, page: FakePage) {
  const host = hostOf(server.origin);
  const sandbox = sandboxOf(host);
  sandbox.instance.counters.clear();
  const browser = network.browserOf();
  const [person] = people[host];
  const ask = async () => {
    const { url } = await prepare(server, wish({ another: true }), page, undefined, browser);
    return decide(sandbox, url, person);
  };
  // R13: a server that has forgotten this site says so on a page of its own; the second click finds that out.
  const address = (await ask()) ?? (await ask());
  assert.ok(address, 'the second click works');
  network.codes.set(new URL(address).searchParams.get('code')!, host);
  const granted = await finish(answerIn(address), page, undefined, browser);
  assert.equal(granted.saved.acct, `${person}@${host}`);
}
