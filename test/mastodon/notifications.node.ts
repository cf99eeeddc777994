import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MastoError } from '../../src/mastodon/errors.js';
import { lines, more, so, told, without } from './notifications-world.js';

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof MastoError ? [error.failure, error.facts.scope] : error),
  );

/** Eight posts of the reader's, each favourited by two people. */
async function favourited(at: Awaited<ReturnType<typeof told>>, posts = 8) {
  const ids: string[] = [];
  for (let n = 0; n < posts; n++) {
    const id = await at.mine();
    ids.unshift(id);
    for (const who of ['ines', 'kofi']) {
      at.here.later(1000);
      await at.does(who, `/api/v1/statuses/${id}/favourite`);
    }
  }
  return ids;
}

describe('notifications are read', () => {
  it('in groups, page by page, by the opaque link', async () => {
    const at = await told({ limit: 6 });
    await favourited(at, 6);
    const seen = new Set<string>();
    while (!at.list.begun || at.list.hasMore) for (const { key } of await more(at.list)) seen.add(key);
    assert.deepEqual(
      lines(at.home, at.list.groups),
      Array.from({ length: 6 }, () => 'favourite 2 kofi'),
    );
    assert.equal(seen.size, 6);
    assert.ok(at.asked().filter((each) => each.includes('/api/v2/notifications?')).length > 1);
  });

  it('one by one where the server has no groups, and grouped here; nobody asks for groups twice', async () => {
    const at = await told({ limit: 5 });
    await without(at.here);
    await favourited(at, 6);
    while (!at.list.begun || at.list.hasMore) await more(at.list);
    assert.deepEqual(
      lines(at.home, at.list.groups),
      Array.from({ length: 6 }, () => 'favourite 2 kofi'),
    );
    assert.equal(at.asked().filter((each) => each.startsWith('GET /api/v2/notifications?')).length, 1);
  });

  it('a list without a link goes on behind its last id, and ends', async () => {
    const at = await told({ limit: 4 });
    await favourited(at, 5);
    await without(at.here, [{ path: '/api/v1/notifications', headers: { Link: null } }]);
    while (!at.list.begun || at.list.hasMore) await more(at.list);
    assert.equal(
      at.list.groups.reduce((sum, { count }) => sum + count, 0),
      10,
    );
  });

  it('only of the kinds that are wanted, whatever the server sends', async () => {
    const at = await told({ types: ['mention'] });
    await favourited(at, 1);
    await at.does('ines', '/api/v1/statuses', { status: '@noor look' });
    const rows = await at.rows();
    await without(at.here, [{ path: '/api/v1/notifications', body: rows }]);
    assert.deepEqual(lines(at.home, await more(at.list)), ['mention 1 ines']);
    assert.match(at.asked().join('\n'), /types%5B%5D=mention/);
  });

  it('posts go into the home store: filters, and what the reader has done to them, hold', async () => {
    const at = await told();
    const { id } = await at.does('ines', '/api/v1/statuses', { status: '@noor look' });
    await at.does('noor', `/api/v1/statuses/${String(id)}/favourite`);
    const [group] = await more(at.list);
    assert.equal(at.home.mine.is(group!.status!, 'favourited'), true);
    assert.equal(at.home.statuses.get(group!.status!)?.id, id);
  });

  it('what the reader has filtered out of notifications is not listed', async () => {
    const at = await told();
    await at.does('noor', '/api/v2/filters', {
      title: 'no',
      context: ['notifications'],
      filter_action: 'hide',
      keywords_attributes: [{ keyword: 'marmalade', whole_word: true }],
    });
    await at.does('ines', '/api/v1/statuses', { status: '@noor marmalade' });
    await at.does('kofi', '/api/v1/statuses', { status: '@noor butter' });
    assert.deepEqual(lines(at.home, await more(at.list)), ['mention 1 kofi']);
  });

  it('what is about a post that is gone goes, too', async () => {
    const at = await told();
    const { id } = await at.does('ines', '/api/v1/statuses', { status: '@noor look' });
    await at.does('kofi', '/api/v1/statuses', { status: '@noor stay' });
    await more(at.list);
    at.home.statuses.bury(at.home.statuses.keyOf(id as string)!);
    assert.deepEqual(lines(at.home, at.list.groups), ['mention 1 kofi']);
  });

  it('R142 a failed page is said, and asked for again', async () => {
    const at = await told();
    await favourited(at, 1);
    await at.breaks({ path: '/api/v2/notifications', status: 403, body: { error: 'No' } });
    assert.deepEqual(await failure(more(at.list)), ['forbidden', undefined]);
    await at.breaks();
    assert.deepEqual(lines(at.home, await more(at.list)), ['favourite 2 kofi']);
  });

  it('tags with the same kinds share one list and one request; others share its groups', async () => {
    const at = await told();
    await favourited(at, 1);
    const same = at.all.join([], 40).list;
    const other = at.all.join(['favourite'], 40).list;
    assert.equal(same, at.list);
    await Promise.all([more(at.list), more(same), more(other)]);
    assert.equal(at.asked().filter((each) => each.startsWith('GET /api/v2/notifications?')).length, 2);
    assert.equal(other.groups[0], at.list.groups[0]);
  });
});

describe('what happens comes in', () => {
  it('into its group, which comes to the top; what is known counts once', async () => {
    const at = await told();
    const [first, second] = [await at.mine(), await at.mine()];
    await at.does('ines', `/api/v1/statuses/${first}/favourite`);
    at.here.later(1000);
    await at.does('ines', `/api/v1/statuses/${second}/reblog`);
    await more(at.list);
    assert.deepEqual(lines(at.home, at.list.groups), ['reblog 1 ines', 'favourite 1 ines']);
    at.here.later(1000);
    await at.does('kofi', `/api/v1/statuses/${first}/favourite`);
    const rows = await at.rows();
    for (const raw of [[rows[0]], rows, [...rows].reverse()]) at.all.arrive(raw);
    assert.deepEqual(lines(at.home, at.list.groups), ['favourite 2 kofi', 'reblog 1 ines']);
  });

  it('who does it again after they have undone it counts once', async () => {
    for (const single of [false, true]) {
      const at = await told();
      if (single) await without(at.here);
      const id = await at.mine();
      await at.does('ines', `/api/v1/statuses/${id}/favourite`);
      at.here.later(1000);
      await at.does('kofi', `/api/v1/statuses/${id}/favourite`);
      await more(at.list);
      await at.does('ines', `/api/v1/statuses/${id}/unfavourite`);
      at.here.later(1000);
      await at.does('ines', `/api/v1/statuses/${id}/favourite`);
      at.all.arrive((await at.rows()).slice(0, 1));
      assert.deepEqual(lines(at.home, at.list.groups), ['favourite 2 ines']);
    }
  });

  it('only into lists of its kind', async () => {
    const at = await told({ types: ['mention'] });
    await more(at.list);
    await favourited(at, 1);
    at.all.arrive(await at.rows());
    assert.deepEqual(at.list.groups, []);
  });

  it('while the first page is on its way it is not lost', async () => {
    const at = await told();
    const id = await at.mine();
    await at.does('ines', `/api/v1/statuses/${id}/favourite`);
    await at.breaks({ path: '/api/v2/notifications', delay: 60 });
    at.list.more();
    at.here.later(1000);
    await at.does('kofi', '/api/v1/statuses', { status: '@noor look' });
    at.all.arrive((await at.rows()).slice(0, 1));
    await more(at.list);
    assert.deepEqual(lines(at.home, at.list.groups), ['mention 1 kofi', 'favourite 1 ines']);
  });

  it('R154 what was missed is joined to what was there; what is no more goes', async () => {
    for (const single of [false, true]) {
      const at = await told({ limit: 4 });
      if (single) await without(at.here);
      const [first] = await favourited(at, 3);
      while (!at.list.begun || at.list.hasMore) await more(at.list);
      await at.does('kofi', `/api/v1/statuses/${first}/unfavourite`);
      at.here.later(1000);
      for (const who of ['saga', 'wren', 'jun', 'rosa', 'tomas'])
        await at.does(who, '/api/v1/statuses', { status: '@noor look' });
      at.all.refresh();
      await so(() => at.list.groups.length === 8, lines(at.home, at.list.groups).join(', '));
      const told5 = ['tomas', 'rosa', 'jun', 'wren', 'saga'].map((who) => `mention 1 ${who}`);
      assert.deepEqual(lines(at.home, at.list.groups), [
        ...told5,
        'favourite 1 ines',
        'favourite 2 kofi',
        'favourite 2 kofi',
      ]);
    }
  });

  it('R154 what cannot be joined is read anew, and nothing is missing when the reader goes on', async () => {
    const at = await told({ limit: 2 });
    await favourited(at, 2);
    while (!at.list.begun || at.list.hasMore) await more(at.list);
    for (let n = 0; n < 14; n++) await at.does('saga', '/api/v1/statuses', { status: '@noor look' });
    at.all.refresh();
    await so(() => at.list.groups[0]?.type === 'mention', 'nothing was read');
    while (at.list.hasMore) await more(at.list);
    assert.deepEqual(lines(at.home, at.list.groups), [
      ...Array.from({ length: 14 }, () => 'mention 1 saga'),
      'favourite 2 kofi',
      'favourite 2 kofi',
    ]);
  });
});

describe('taken away', () => {
  it('a line goes at once and for good, by one request for a group', async () => {
    const at = await told();
    await favourited(at, 2);
    const [group] = await more(at.list);
    const done = at.all.dismissals.dismiss(group!);
    assert.equal(at.list.groups.length, 1);
    await done;
    assert.equal(at.list.groups.length, 1);
    assert.equal((await at.rows()).length, 2);
    assert.equal(at.asked().filter((each) => each.endsWith('/dismiss')).length, 1);
  });

  it('a line of single things goes by one request for each', async () => {
    const at = await told();
    await without(at.here);
    await favourited(at, 2);
    const [group] = await more(at.list);
    await at.all.dismissals.dismiss(group!);
    assert.equal(at.list.groups.length, 1);
    assert.equal((await at.rows()).length, 2);
  });

  it('comes back to its place when the server refuses, with a typed error', async () => {
    const at = await told();
    await favourited(at, 3);
    await more(at.list);
    const before = at.list.groups.map(({ key }) => key);
    await at.breaks({
      path: '*/dismiss',
      status: 403,
      body: { error: 'This action is outside the authorized scopes' },
    });
    const done = failure(at.all.dismissals.dismiss(at.list.groups[1]!));
    assert.equal(at.list.groups.length, 2);
    assert.deepEqual(await done, ['out-of-scope', 'write:notifications']);
    assert.deepEqual(
      at.list.groups.map(({ key }) => key),
      before,
    );
  });

  it('all goes at once; a page that was asked for before does not bring it back', async () => {
    const at = await told({ limit: 4 });
    await favourited(at, 6);
    await more(at.list);
    await at.breaks({ path: '/api/v2/notifications', delay: 60 });
    at.list.more();
    at.here.later(1000);
    const done = at.all.dismissals.clear();
    assert.deepEqual(at.list.groups, []);
    assert.equal(at.list.hasMore, false);
    await done;
    await more(at.list);
    assert.deepEqual(at.list.groups, []);
    assert.deepEqual(await at.rows(), []);
  });

  it('all comes back when the server refuses', async () => {
    const at = await told();
    await favourited(at, 3);
    await more(at.list);
    await at.breaks({ path: '*/clear', status: 404, body: { error: 'Not Found' } });
    const done = failure(at.all.dismissals.clear());
    assert.deepEqual(at.list.groups, []);
    assert.deepEqual(await done, ['not-found', undefined]);
    assert.equal(at.list.groups.length, 3);
  });

  it('nothing is sent with a token that may not: it is said which scope is missing', async () => {
    const at = await told({ scopes: 'profile read:notifications' });
    await favourited(at, 1);
    const [group] = await more(at.list);
    const before = at.asked().length;
    assert.deepEqual(await failure(at.all.dismissals.dismiss(group!)), ['out-of-scope', 'write:notifications']);
    assert.deepEqual(await failure(at.all.dismissals.clear()), ['out-of-scope', 'write:notifications']);
    assert.deepEqual(await failure(at.all.requests.answerFollow(group!.accounts[0]!, true)), [
      'out-of-scope',
      'write:follows',
    ]);
    assert.equal(at.asked().length, before);
    assert.equal(at.list.groups.length, 1);
  });
});
