import { expect } from '@open-wc/testing';
import { browser } from '../../src/base/browser.js';
import { createClient } from '../../src/mastodon/client.js';
import type { MastoError } from '../../src/mastodon/errors.js';
import { harvestStatuses } from '../../src/mastodon/normalise.js';
import { budget } from '../../src/mastodon/rate.js';
import { Transport } from '../../src/mastodon/transport.js';
import { town, type Town } from '../elements/town.js';
import { failureOf } from '../mastodon/fake-browser.js';

/** The real browser against a real server: what a scripted fetch cannot show. */
const path = '/api/v1/timelines/public';

async function tokenOf(place: Town) {
  const people = await place.control<{ username: string }[]>('GET', 'people');
  const person = people[0]?.username;
  const { access_token } = await place.control<{ access_token: string }>('POST', 'tokens', { person });
  return access_token;
}

async function transportTo(place: Town, signedIn = false) {
  const token = signedIn ? await tokenOf(place) : undefined;
  await place.forget();
  return new Transport(place.origin, { browser, token: () => token });
}

const failed = async (promise: Promise<unknown>) => (await failureOf(promise)) as MastoError;

describe('the network', () => {
  it('R149 pages follow each other by Link, each post once, to the end', async () => {
    const place = await town();
    const transport = await transportTo(place);
    const ids: unknown[] = [];
    let next: string | undefined = `${path}?limit=40`;
    while (next) {
      const page: { data: readonly unknown[]; links: { next?: string } } = await transport.list(next);
      ids.push(...page.data.map((post) => (post as { id: string }).id));
      next = page.links.next;
    }
    expect(ids.length).to.be.greaterThan(80);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('R53 R107 R110 no request carries a cookie or says where the reader is', async () => {
    const place = await town();
    document.cookie = 'biscuit=1';
    await (await transportTo(place)).list(path);
    await (await transportTo(place, true)).get('/api/v1/accounts/verify_credentials');
    for (const entry of await place.asked()) {
      expect(entry).to.include({ referer: false, cookie: false });
    }
    document.cookie = 'biscuit=; max-age=0';
  });

  it('R51 R145 a redirect to another host is told, with its name', async () => {
    const place = await town();
    const transport = await transportTo(place);
    await place.breaks({ path, redirect: `${place.peer.origin}${path}` });
    const error = await failed(transport.list(path));
    expect(error.failure).to.equal('moved');
    expect(error.facts.movedTo).to.equal(place.peer.host);
  });

  it('R51 R52 R145 with a token nobody else is asked, by reads or writes', async () => {
    const place = await town();
    const transport = await transportTo(place, true);
    await place.peer.forget();
    await place.breaks(
      { path, redirect: place.peer.origin + path },
      { method: 'POST', redirect: `${place.peer.origin}/api/v1/statuses` },
    );
    expect((await failed(transport.list(path))).failure).to.equal('moved');
    expect((await failed(transport.send('POST', '/api/v1/statuses', { status: 'x' }))).failure).to.equal('unreachable');
    expect(await place.peer.asked()).to.deep.equal([]);
    expect((await place.asked()).map(({ method, authorization }) => [method, !!authorization])).to.deep.equal([
      ['GET', true],
      ['POST', true],
    ]);
  });

  it('R146 R148 lost CORS and a refused connection are unreachable', async () => {
    const place = await town();
    const transport = await transportTo(place);
    for (const fault of [{ cors: false }, { refuse: true }]) {
      await place.breaks({ path, ...fault });
      expect((await failed(transport.list(path))).failure, JSON.stringify(fault)).to.equal('unreachable');
    }
    await place.breaks({ path, cut: 40, broken: true });
    // WebKit does not say that the connection broke.
    expect((await failed(transport.list(path))).failure).to.be.oneOf(['unreachable', 'incomplete']);
    await place.heals();
    expect((await transport.list(path)).data).to.have.length(20);
  });

  it('R139 R140 R142 HTML, half a body and the wrong shape are told apart', async () => {
    const place = await town();
    const transport = await transportTo(place);
    for (const [fault, failure] of [
      [{ html: true }, 'not-mastodon'],
      [{ cut: 100 }, 'incomplete'],
      [{ wrongShape: true }, 'wrong-shape'],
      [{ status: 403 }, 'blocked'],
    ] as const) {
      await place.breaks({ path, ...fault });
      expect((await failed(transport.list(path))).failure, JSON.stringify(fault)).to.equal(failure);
    }
    await place.breaks({ path, empty: true });
    expect((await transport.list(path)).data).to.deep.equal([]);
  });

  it('R123 the reset may be read through CORS', async () => {
    const place = await town();
    const transport = await transportTo(place);
    await place.breaks({ path, rateLimit: 20 });
    const stop = new AbortController();
    const patience = budget(transport.host);
    const told = new Promise((resolve) => patience.addEventListener('change', resolve, { once: true }));
    const failure = failed(transport.list(path, {}, { signal: stop.signal }));
    await told;
    expect((patience.pausedUntil - Date.now()) / 1000).to.be.within(15, 21);
    stop.abort('enough');
    expect(await failure).to.equal('enough');
  });

  it('an aborted request ends at once', async () => {
    const place = await town();
    const transport = await transportTo(place);
    await place.breaks({ path, delay: 20_000 });
    const start = performance.now();
    const signal = AbortSignal.timeout(100);
    expect(await failureOf(transport.list(path, {}, { signal }))).to.equal(signal.reason);
    expect(performance.now() - start).to.be.lessThan(3000);
  });
});

describe('the client against a server', () => {
  it('posts, reads, favourites, uploads, deletes', async () => {
    const place = await town();
    const client = createClient(await transportTo(place, true));
    const me = await client.v1.accounts.verifyCredentials();
    const media = await client.v2.media.create({
      file: new Blob([pixel()], { type: 'image/png' }),
      description: 'A dot',
    });
    expect(media.description).to.equal('A dot');
    const status = await client.v1.statuses.create({ status: 'Pears', mediaIds: [media.id], language: 'en' });
    expect(status.account.id).to.equal(me.id);
    expect(status.mediaAttachments).to.have.length(1);
    expect((await client.v1.statuses.$select(status.id).favourite()).favourited).to.equal(true);
    const [newest] = await client.v1.accounts.$select(me.id).statuses.list({ limit: 1 });
    expect(newest?.id).to.equal(status.id);
    await client.v1.statuses.$select(status.id).remove();
    const gone = await failureOf(client.v1.statuses.$select(status.id).fetch());
    expect(gone).to.include({ statusCode: 404, failure: 'not-found' });
  });

  it('pages through a timeline, and stops when told', async () => {
    const place = await town();
    const client = createClient(await transportTo(place));
    const ids: string[] = [];
    for await (const page of client.v1.timelines.public.list({ limit: 10 })) {
      ids.push(...page.map(({ id }) => id));
      if (ids.length >= 30) break;
    }
    expect(new Set(ids).size).to.equal(30);
  });

  it('what the sandbox says is normalised whole', async () => {
    const place = await town();
    const { data } = await (await transportTo(place)).list(path, { limit: 40 });
    const { keys, statuses } = harvestStatuses(data, place.host);
    expect(keys).to.have.length(40);
    for (const post of statuses) expect(post.createdAt).to.match(/^20\d\d-.*Z$/);
  });
});

/** A PNG of one dot. */
function pixel() {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
