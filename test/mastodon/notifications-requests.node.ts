import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MastoError } from '../../src/mastodon/errors.js';
import type { Json } from '../sandbox/town.js';
import { more, so, told } from './notifications-world.js';

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof MastoError ? [error.failure, error.facts.scope] : error),
  );

/** Somebody who approves their followers, and two who want to be. */
async function asked(scopes?: string) {
  const at = await told({ person: 'layla', ...(scopes && { scopes }) });
  const id = await at.here.id('layla');
  for (const who of ['mirela', 'wren']) await at.does(who, `/api/v1/accounts/${id}/follow`);
  const groups = (await more(at.list)).filter(({ type }) => type === 'follow_request');
  const keyOf = (name: string) =>
    groups.flatMap(({ accounts }) => accounts).find((key) => at.home.accounts.get(key)?.username === name)!;
  return { ...at, groups, keyOf };
}

describe('requests to follow the reader', () => {
  it('are answered, and shown as answered at once', async () => {
    const at = await asked();
    assert.equal(at.groups.length, 2);
    const done = at.all.requests.answerFollow(at.keyOf('wren'), true);
    assert.equal(at.all.requests.answered(at.keyOf('wren')), 'accepted');
    await done;
    await at.all.requests.answerFollow(at.keyOf('mirela'), false);
    assert.equal(at.all.requests.answered(at.keyOf('mirela')), 'refused');
    const posts = at.asked().filter((each) => each.includes('/follow_requests/'));
    assert.deepEqual(
      posts.map((each) => each.split('/').at(-1)),
      ['authorize', 'reject'],
    );
    assert.equal(at.home.relationships.is(at.keyOf('wren'), 'followedBy'), true);
    assert.equal(at.home.relationships.is(at.keyOf('mirela'), 'followedBy'), false);
  });

  it('are open again when the server refuses, with a typed error that names the scope', async () => {
    const at = await asked();
    const body = { error: 'This action is outside the authorized scopes' };
    await at.breaks({ path: '*/authorize', status: 403, body });
    const done = failure(at.all.requests.answerFollow(at.keyOf('wren'), true));
    assert.equal(at.all.requests.answered(at.keyOf('wren')), 'accepted');
    assert.deepEqual(await done, ['out-of-scope', 'write:follows']);
    assert.equal(at.all.requests.answered(at.keyOf('wren')), undefined);
    await at.breaks();
    await at.all.requests.answerFollow(at.keyOf('wren'), false);
    assert.equal(at.all.requests.answered(at.keyOf('wren')), 'refused');
  });

  it('nothing is sent twice, and nothing is forgotten where the answer says nothing', async () => {
    const at = await asked();
    const key = at.keyOf('wren');
    await at.breaks({ path: '*/authorize', body: {} });
    await Promise.all([at.all.requests.answerFollow(key, true), at.all.requests.answerFollow(key, true)]);
    assert.equal(at.asked().filter((each) => each.endsWith('/authorize')).length, 1);
    assert.equal(at.home.relationships.knows(key), false);
  });
});

/** What a server says that holds back two people's notifications. */
async function heldBack() {
  const at = await told();
  const { id: status } = await at.does('kofi', '/api/v1/statuses', { status: '@noor held back' });
  const lastStatus = await at.here.get<Json>(`/api/v1/statuses/${String(status)}`);
  const at_ = '2026-11-24T10:00:00.000Z';
  const request = async (id: string, who: string, notifications_count: unknown) => ({
    id,
    created_at: at_,
    updated_at: at_,
    notifications_count,
    account: await at.here.get<Json>(`/api/v1/accounts/lookup?acct=${who}`),
    last_status: who === 'kofi' ? lastStatus : null,
  });
  const requests = [await request('11', 'kofi', '3'), await request('10', 'wren', 2)];
  const faults = (...more: Json[]): Json[] => [
    ...more,
    { path: '/api/v2/notifications/policy', body: { summary: { pending_requests_count: 2 } } },
    { path: '/api/v1/notifications/requests', body: requests },
    { path: '/api/v1/notifications/requests/merged', body: { merged: true } },
    { path: '/api/v1/notifications/requests/*', method: 'POST', body: {} },
  ];
  await at.breaks(...faults());
  await more(at.list);
  return { ...at, faults };
}

describe('people whose notifications are held back', () => {
  it('are counted with the first page, once, and read when they are wanted', async () => {
    const at = await heldBack();
    at.all.requests.look();
    at.all.requests.look();
    await so(() => at.all.requests.count === 2, 'not counted');
    assert.equal(at.all.requests.list, undefined);
    await Promise.all([at.all.requests.read(), at.all.requests.read()]);
    const { list = [] } = at.all.requests;
    assert.deepEqual(
      list.map(({ account, count, status }) => [at.home.accounts.get(account)?.username, count, !!status]),
      [
        ['kofi', 3, true],
        ['wren', 2, false],
      ],
    );
    assert.equal(at.asked().filter((each) => each.includes('/policy')).length, 1);
  });

  it('are let in, and what was held back is read when the server has moved it', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    await at.does('wren', '/api/v1/statuses', { status: '@noor let in' });
    const done = at.all.requests.answer(at.all.requests.list![1]!, true);
    assert.deepEqual([at.all.requests.list?.length, at.all.requests.count], [1, 1]);
    await done;
    assert.ok(at.asked().includes('POST /api/v1/notifications/requests/10/accept'));
    await so(() => at.list.groups.length === 2, 'nothing came');
  });

  it('stand in their place again when the server refuses', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    await at.breaks(...at.faults({ path: '*/dismiss', status: 404, body: { error: 'Record not found' } }));
    const done = failure(at.all.requests.answer(at.all.requests.list![0]!, false));
    assert.equal(at.all.requests.list?.length, 1);
    assert.deepEqual(await done, ['not-found', undefined]);
    assert.deepEqual(
      at.all.requests.list?.map(({ id }) => id),
      ['11', '10'],
    );
    assert.equal(at.all.requests.count, 2);
  });

  it('a server that has no such thing is asked once, and holds nobody back', async () => {
    const at = await told();
    await at.breaks({ path: '/api/v2/notifications/policy', status: 404, body: { error: 'Not Found' } });
    at.all.requests.look();
    await more(at.list);
    at.all.refresh();
    await so(() => !at.list.busy, 'busy');
    assert.equal(at.all.requests.count, 0);
    assert.equal(at.asked().filter((each) => each.includes('/policy')).length, 1);
  });
});
