import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { MastoError, MastoStatus } from '../../src/index.js';
import { all, appears, inState, mount, pause, seen, until } from '../helpers.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

afterEach(forgetEverybody);

const write = async (here: Town, count: number, more = {}, person = 'ines') => {
  const written: Post[] = [];
  for (let n = 0; n < count; n++) written.push(await here.post(person, { status: `Number ${n}.`, ...more }));
  await here.forget();
  return written;
};
const somebodyOf = async (there: Town) => (await there.control<[{ username: string }]>('GET', 'people'))[0].username;
const tags = (posts: readonly Post[], attributes = 'load="eager"') =>
  mount(posts.map(({ url }) => `<masto-status ${attributes} src="${url}"></masto-status>`).join(''));
const eachOf = (box: Element) => [...box.querySelectorAll<MastoStatus>('masto-status')];
const arrived = async (box: Element) => {
  for (const tag of eachOf(box)) await inState(tag, undefined);
};
/** What was asked: how many ids each list named, 1 for a post alone. */
const questions = async (here: Town) =>
  (await here.asked(/^\/api\/v1\/statuses/)).map(({ query }) => new URLSearchParams(query).getAll('id[]').length || 1);
const failures = (box: HTMLElement) => {
  const told: string[] = [];
  box.addEventListener('masto-error', (event) => told.push((event.error as MastoError).failure));
  return told;
};

describe('a row of <masto-status>', () => {
  it('asks its server once, and each shows its own post', async () => {
    const here = await town();
    const written = await write(here, 5);
    const box = tags([...written, written[0]!]);
    await arrived(box);
    expect(await questions(here)).to.deep.equal([5]);
    expect(eachOf(box).map((tag) => /Number \d/.exec(seen(tag))?.[0])).to.deep.equal(
      [0, 1, 2, 3, 4, 0].map((n) => `Number ${n}`),
    );
  });

  it('of more than twenty asks for twenty at a time', async () => {
    const here = await town();
    const box = tags(await write(here, 23));
    await arrived(box);
    expect((await questions(here)).sort((a, b) => a - b)).to.deep.equal([3, 20]);
  });

  it('one alone is asked for by itself', async () => {
    const here = await town();
    await arrived(tags(await write(here, 1)));
    expect(await questions(here)).to.deep.equal([1]);
  });

  it('that names two servers asks each of them once', async () => {
    const here = await town();
    const away = here.peer;
    const [near, far] = [await write(here, 2), await write(away, 2, {}, await somebodyOf(away))];
    await away.forget();
    const box = tags([...near, ...far]);
    await arrived(box);
    expect(await questions(here)).to.deep.equal([2]);
    expect(await questions(away)).to.deep.equal([2]);
  });

  it('a post that is not there is left out by the server: its tag says so, its neighbours stand', async () => {
    const here = await town();
    const written = await write(here, 3);
    await here.control('DELETE', `posts/${written[1]!.id}`);
    const box = tags(written);
    const told = failures(box);
    const [one, gone, three] = eachOf(box);
    await inState(gone!, 'failed');
    await inState(one!, undefined);
    await inState(three!, undefined);
    await until(() => told.length);
    expect(told).to.deep.equal(['not-found']);
    expect(await questions(here)).to.deep.equal([3]);
  });

  it('R117 a visitor is not shown what is not public, whatever the server lets slip', async () => {
    const here = await town();
    const written = [
      ...(await write(here, 1)),
      await here.post('ines', { status: 'Psst', raw: { visibility: 'private' } }),
    ];
    const box = tags(written);
    await inState(eachOf(box)[1]!, 'failed');
    expect(seen(box)).to.not.contain('Psst');
  });

  for (const [name, fault] of Object.entries({
    'does not know such lists (404)': { status: 404, body: { error: 'Not Found' } },
    'does not know them either (405)': { status: 405, body: { error: 'x' } },
    'answers with a page': { html: true, status: 404 },
    'answers an empty list to whatever it is asked': { body: [] },
    'answers with other posts': { body: [{ id: 'x', uri: 'https://a.example/x' }] },
    'answers with no list': { body: { statuses: [] } },
  }))
    it(`of a server that ${name}: each is asked for alone`, async () => {
      const here = await town();
      const written = await write(here, 3);
      await here.breaks({ path: '/api/v1/statuses', ...fault });
      await arrived(tags(written));
      expect((await questions(here)).filter((count) => count === 1)).to.have.length(3);
    });

  it('R136 of an older Mastodon: that is tried once, and not again', async () => {
    const here = await town();
    await here.settings({ version: '4.2' });
    const written = await write(here, 2);
    await arrived(tags(written));
    await arrived(tags((await write(here, 2)).toReversed()));
    expect(await questions(here)).to.deep.equal([1, 1]);
  });

  it('R137 one that fails fails for all; “try again” asks anew', async () => {
    const here = await town();
    const written = await write(here, 2);
    await here.breaks({ path: '/api/v1/statuses', status: 403, body: { error: 'This action is not allowed' } });
    const box = tags(written);
    for (const tag of eachOf(box)) await inState(tag, 'failed');
    expect(await questions(here)).to.deep.equal([2]);
    await here.heals();
    for (const tag of eachOf(box)) all(tag, '[value=retry]')[0]!.click();
    await arrived(box);
    expect(await questions(here)).to.deep.equal([2, 2]);
  });

  it('a tag that goes in time is not asked for', async () => {
    const here = await town();
    const written = await write(here, 4);
    const box = tags(written, 'load="visible"');
    // The words and what reads a post are on their way when it goes.
    eachOf(box)[0]!.remove();
    await arrived(box);
    expect((await questions(here)).reduce((sum, count) => sum + count)).to.equal(3);
  });

  it('R210 a tag that goes while it is asked does not take the others along; when all have gone, the question ends', async () => {
    const here = await town();
    const written = await write(here, 3);
    await here.breaks({ path: '/api/v1/statuses', delay: 300 });
    const box = tags(written);
    await until(async () => (await questions(here)).length);
    eachOf(box)[0]!.remove();
    await arrived(box);
    expect(await questions(here)).to.deep.equal([3]);
    await here.breaks({ path: '/api/v1/statuses', delay: 1000 });
    const signals: AbortSignal[] = [];
    const fetching = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (init?.signal) signals.push(init.signal);
      return fetching(input, init);
    };
    try {
      const second = tags((await write(here, 2)).toReversed());
      await until(() => signals.length);
      for (const tag of eachOf(second)) tag.remove();
      await until(() => signals.every(({ aborted }) => aborted));
    } finally {
      globalThis.fetch = fetching;
    }
  });

  it('R113 of somebody who is signed in is asked with their token, that of a visitor without one', async () => {
    const here = await town();
    const written = await write(here, 2, { visibility: 'public' });
    const hidden = await here.post('noor', { status: 'Mine alone', visibility: 'direct' });
    const far = await write(here.peer, 2, {}, await somebodyOf(here.peer));
    await cameBefore(here, 'noor');
    await here.forget();
    await here.peer.forget();
    const addresses = [
      ...[...written, hidden].map(({ url, id }) => url || `${here.origin}/@noor/${id}`),
      ...far.map(({ url }) => url),
    ];
    const box = mount(
      `<masto-auth></masto-auth>${addresses.map((src) => `<masto-status load="eager" src="${src}"></masto-status>`).join('')}`,
    );
    await appears(box, 'Mine alone');
    await arrived(box);
    await pause(50);
    const tokens = async (at: Town) =>
      (await at.asked(/^\/api\/v1\/statuses/)).map(({ headers }) =>
        headers.some((name) => /^authorization$/i.test(name)),
      );
    expect([await tokens(here), await tokens(here.peer)]).to.deep.equal([[true], [false]]);
  });
});
