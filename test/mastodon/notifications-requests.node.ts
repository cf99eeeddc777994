import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { MastoError } from '../../src/mastodon/errors.js';
import type { Json } from '../sandbox/town.js';
import { lines, more, so, type Told, told } from './notifications-world.js';

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
  it('who asks again is to be answered again', async () => {
    const at = await asked();
    await at.all.requests.answerFollow(at.keyOf('wren'), false);
    at.here.later(1000);
    await at.does('wren', `/api/v1/accounts/${await at.here.id('layla')}/follow`);
    at.all.arrive((await at.rows()).slice(0, 1));
    assert.equal(at.all.requests.answered(at.keyOf('wren')), undefined);
  });

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

const policy = '/api/v2/notifications/policy';

/** Somebody whose server holds back what people say to them whom they do not follow: kofi has said three things, wren two. */
async function heldBack() {
  const at = await told();
  const token = await at.here.token('noor');
  for (const who of ['kofi', 'wren']) await at.does('noor', `/api/v1/accounts/${await at.here.id(who)}/unfollow`);
  await at.here.get(policy, { method: 'PATCH', token, json: { for_not_following: 'filter' } });
  for (const who of ['wren', 'kofi', 'kofi', 'wren', 'kofi']) {
    at.here.later(1000);
    await at.does(who, '/api/v1/statuses', { status: `@noor held back, ${who}` });
  }
  await at.here.ask('/__sandbox/log', { method: 'DELETE' });
  assert.deepEqual(await more(at.list), []);
  return at;
}

const names = (at: Told) =>
  at.all.requests.list?.map(({ account, count }) => `${at.home.accounts.get(account)?.username} ${count}`).join(', ');

const requestOf = (at: Told, who: string) =>
  at.all.requests.list!.find(({ account }) => at.home.accounts.get(account)?.username === who)!;

describe('people whose notifications are held back', () => {
  it('are counted with the first page, once, and read when they are wanted', async () => {
    const at = await heldBack();
    at.all.requests.look();
    at.all.requests.look();
    await so(() => at.all.requests.count === 2, 'not counted');
    assert.equal(at.all.requests.list, undefined);
    await Promise.all([at.all.requests.read(), at.all.requests.read()]);
    assert.equal(names(at), 'kofi 3, wren 2');
    const { status } = requestOf(at, 'kofi');
    assert.match(at.home.statuses.get(status!)?.content ?? '', /held back, kofi/);
    assert.equal(at.asked().filter((each) => each.includes('/policy')).length, 1);
    assert.equal(at.asked().filter((each) => each.includes('/requests')).length, 1);
    assert.equal(at.all.requests.hasMore, false);
  });

  it('are let in, and what was held back is read when the server has moved it', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    const done = at.all.requests.answer(requestOf(at, 'kofi'), true);
    assert.deepEqual([names(at), at.all.requests.count], ['wren 2', 1]);
    await done;
    await so(() => at.list.groups.length === 3, 'nothing came');
    assert.deepEqual(
      lines(at.home, at.list.groups),
      Array.from({ length: 3 }, () => 'mention 1 kofi'),
    );
  });

  it('are put away, and nothing comes', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    await at.all.requests.answer(requestOf(at, 'wren'), false);
    assert.equal(names(at), 'kofi 3');
    at.all.refresh();
    await so(() => !at.list.busy, 'busy');
    const token = await at.here.token('noor');
    const { summary } = await at.here.get<{ summary: Json }>(policy, { token });
    assert.deepEqual(summary, { pending_requests_count: 1, pending_notifications_count: 3 });
    assert.deepEqual(at.list.groups, []);
  });

  it('are answered once, however often it is pressed', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    const request = requestOf(at, 'wren');
    await Promise.all([at.all.requests.answer(request, false), at.all.requests.answer(request, false)]);
    assert.deepEqual([names(at), at.all.requests.count], ['kofi 3', 1]);
    assert.equal(at.asked().filter((each) => each.endsWith('/dismiss')).length, 1);
  });

  it('stand in their place again when the server refuses', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    await at.breaks({ path: '*/dismiss', status: 404, body: { error: 'Record not found' } });
    const done = failure(at.all.requests.answer(requestOf(at, 'kofi'), false));
    assert.equal(names(at), 'wren 2');
    assert.deepEqual(await done, ['not-found', undefined]);
    assert.deepEqual([names(at), at.all.requests.count], ['kofi 3, wren 2', 2]);
  });

  it('nobody waits for what was let in once nobody shows it', async () => {
    const at = await heldBack();
    await at.all.requests.read();
    await at.all.requests.answer(requestOf(at, 'kofi'), true);
    at.signOut();
    const before = at.asked().length;
    await pause(1200);
    assert.equal(at.asked().length, before);
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
