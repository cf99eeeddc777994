/** The same as in Node, in few strokes, where CORS, cookies, storages, locks and cryptography are the browser's own. */
import { expect } from '@open-wc/testing';
import { page } from '../../src/base/page.js';
import { findServer } from '../../src/mastodon/discovery.js';
import { Keyring } from '../../src/mastodon/keyring.js';
import { revoke } from '../../src/mastodon/revocation.js';
import { commit, finish, prepare, type Answer } from '../../src/mastodon/sign-in.js';
import { town, type Town } from '../elements/town.js';

const wishes = {
  scopes: ['profile', 'read:statuses', 'write:statuses'],
  clientName: 'Cats',
  redirectUri: `${location.origin}/callback.html`,
  popup: false,
  keep: 'session',
  returnTo: `${location.origin}/post#end`,
  lang: undefined,
  expected: undefined,
  another: false,
} as const;

async function allow(place: Town, url: string, person = 'ines'): Promise<Answer> {
  const { redirect } = await place.control<{ redirect: string }>('POST', 'authorize', { person, url });
  const { searchParams } = new URL(redirect);
  const [masto = '', state = '', code = ''] = ['masto', 'state', 'code'].map((name) => searchParams.get(name) ?? '');
  return { masto, state, code };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error as { failure?: string }).failure ?? String(error),
  );

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('signing in, in a browser', () => {
  it('R4 R9 R18 R22 R42 R48 finds a server, leaves, comes back once, is remembered, and gives the token back', async () => {
    const place = await town();
    const server = await findServer(`@ines@${place.host}`);
    expect(server.origin).to.equal(place.origin);
    const { url, state } = await prepare(server, wishes, page);
    expect((await place.asks(/^\/(api|oauth|\.well-known)/)).sort()).to.deep.equal([
      '/.well-known/oauth-authorization-server',
      '/api/v1/apps',
    ]);
    expect([sessionStorage, localStorage].map((box) => !!box.getItem(`masto:v1:pending:${state}`))).to.deep.equal([
      true,
      true,
    ]);
    const answer = await allow(place, url);
    const [granted, twice] = await Promise.allSettled([finish(answer, page), finish(answer, page)]);
    if (granted.status !== 'fulfilled') throw granted.reason;
    expect((twice as PromiseRejectedResult).reason).to.have.property('failure', 'not-started-here');
    const { saved, returnTo } = granted.value;
    expect([saved.acct, saved.origin, returnTo]).to.deep.equal([`ines@${place.host}`, place.origin, wishes.returnTo]);
    expect(commit(granted.value, page)).to.equal('session');
    const keyring = new Keyring(page);
    expect(keyring.current(place.origin)?.token).to.equal(saved.token);
    expect(
      Object.keys(sessionStorage).filter((key) => sessionStorage.getItem(key)?.includes(saved.token)),
    ).to.deep.equal([`masto:v1:${place.origin}:${saved.id}`]);
    expect(JSON.stringify({ ...localStorage })).not.to.include(saved.token);
    keyring.remove(saved);
    expect(await revoke(saved, page)).to.equal(true);
    expect(await place.control('GET', 'tokens?person=ines')).not.to.include(saved.token);
    const log = await place.asked(/^\/(api|oauth|\.well-known)/);
    expect(log.filter(({ cookie }) => cookie)).to.deep.equal([]);
    expect(log.filter(({ referer }) => referer)).to.deep.equal([]);
    expect(log.filter(({ authorization }) => authorization).map(({ path }) => path)).to.deep.equal([
      '/api/v1/accounts/verify_credentials',
    ]);
  });

  it('R54 works with a server from before 4.3', async () => {
    const place = await town();
    await place.settings({ version: '4.2' });
    const server = await findServer(place.host);
    const { url, asked } = await prepare(server, wishes, page);
    expect(asked).to.deep.equal(['read:accounts', 'read:statuses', 'write:statuses']);
    const { saved } = await finish(await allow(place, url), page);
    expect(saved.scopes).to.deep.equal(['read:accounts', 'read:statuses', 'write:statuses']);
  });

  it('R13 R53 reads a refusal through CORS, and follows no redirect with a code', async () => {
    const place = await town();
    const server = await findServer(place.host);
    const popup = { ...wishes, popup: true };
    const gone = await allow(place, (await prepare(server, popup, page)).url);
    await place.control('DELETE', 'apps');
    expect(await failure(finish(gone, page))).to.equal('client-gone');
    const moved = await allow(place, (await prepare(server, popup, page)).url);
    await place.breaks({ path: '/oauth/token', redirect: `${place.peer.origin}/oauth/token` });
    expect(await failure(finish(moved, page))).to.equal('unreachable');
    expect(await place.peer.asks(/oauth/)).to.deep.equal([]);
  });

  it('R6 tells a server that sends no CORS, one that is down and one that is none', async () => {
    const place = await town();
    await place.breaks({ cors: false });
    expect(await failure(findServer(place.host))).to.equal('unreachable');
    await place.breaks({ refuse: true });
    expect(await failure(findServer(place.host))).to.equal('unreachable');
    await place.breaks({ html: true });
    expect(await failure(findServer(place.host))).to.equal('not-mastodon');
    await place.heals();
    expect((await findServer(place.host)).origin).to.equal(place.origin);
  });
});
