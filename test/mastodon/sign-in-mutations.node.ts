import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findServer } from '../../src/mastodon/discovery.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { Keyring } from '../../src/mastodon/keyring.js';
import { commit, finish, prepare } from '../../src/mastodon/sign-in.js';
import { answerIn, decide, FakePage, wish, World } from './oauth-world.js';

/** What a field may be instead of what it is. */
const instead: readonly (readonly [what: string, value: unknown])[] = [
  ['null', null],
  ['absent', undefined],
  ['empty', ''],
  ['a number', 5],
  ['a list', [{}]],
  ['an object', { a: 1 }],
  ['very long', 'x'.repeat(20_000)],
];

const answers = [
  '/.well-known/oauth-authorization-server',
  '/api/v2/instance',
  '/api/v1/apps',
  '/oauth/token',
  '/api/v1/accounts/verify_credentials',
];

/** A town whose answers at one path have one field changed; which fields there are is noted. */
function town(old: boolean) {
  const world = new World();
  const sandbox = world.mastodon('harbour.example', { settings: { version: old ? '4.2' : '4.6' } });
  const change = { path: '', field: '', value: undefined as unknown };
  const fields = new Set<string>();
  world.servers.set('harbour.example', async (request) => {
    const response = await sandbox(request);
    if (!response.ok || new URL(request.url).pathname !== change.path) return response;
    const body = (await response.json()) as Record<string, unknown>;
    for (const name of Object.keys(body)) fields.add(name);
    return Response.json({ ...body, [change.field]: change.value }, { headers: response.headers });
  });
  return { world, sandbox, change, fields };
}

type Town = ReturnType<typeof town>;

/** One whole sign-in: who came in, or what it failed with. */
async function signIn({ world, sandbox }: Town): Promise<string> {
  sandbox.instance.counters.clear();
  const page = new FakePage(world);
  try {
    const server = await findServer('harbour.example', { browser: world });
    assert.equal(server.origin, 'https://harbour.example');
    const { url } = await prepare(server, wish({ popup: true }), page, undefined, world);
    assert.ok(url.startsWith('https://harbour.example/'));
    const address = await decide(sandbox, url);
    if (!address) return 'a page of the server';
    const granted = await finish(answerIn(address), page, undefined, world);
    commit(granted, page, world);
    const saved = new Keyring(page.reload()).all();
    assert.equal(saved.length, 1, 'what is saved can be read again');
    return saved[0]!.origin;
  } catch (error) {
    if (!(error instanceof MastoError)) throw error;
    return error.failure;
  }
}

describe('signing in at a server that is not quite one', () => {
  for (const path of answers)
    it(`R214 takes whatever stands in ${path}: somebody is signed in, or one of our errors says why not`, async () => {
      const place = town(path === '/api/v2/instance');
      place.change.path = path;
      place.change.field = 'unheard_of';
      assert.equal(await signIn(place), 'https://harbour.example');
      const fields = [...place.fields];
      assert.ok(fields.length >= 4, fields.join());
      const outcomes = new Map<string, number>();
      for (const field of fields)
        for (const [what, value] of instead) {
          Object.assign(place.change, { field, value });
          const outcome = await signIn(place).catch((error: unknown) => {
            throw new Error(`${field} ${what}`, { cause: error });
          });
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      const known = /^(https:\/\/harbour\.example|sign-in-refused|client-gone|wrong-shape|a page of the server)$/;
      for (const outcome of outcomes.keys()) assert.match(outcome, known);
      // Most of what a server says is not needed.
      const well = outcomes.get('https://harbour.example') ?? 0;
      assert.ok(well >= fields.length * 2, `${well} of ${fields.length * instead.length}`);
    });
});
