import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'node:test';
import type { Json } from '../sandbox/town.js';
import { more, so, told, without } from './notifications-world.js';

type At = Awaited<ReturnType<typeof told>>;

const mentioned = async (at: At, times: number, who = 'ines') => {
  for (let n = 0; n < times; n++) {
    at.here.later(1000);
    await at.does(who, '/api/v1/statuses', { status: `@noor ${n}` });
  }
};

const marker = (at: At, id: unknown) => at.does('noor', '/api/v1/markers', { notifications: { last_read_id: id } });

const markerOf = async (at: At) =>
  (
    await at.here.get<{ notifications?: { last_read_id: string } }>('/api/v1/markers?timeline[]=notifications', {
      token: await at.here.token('noor'),
    })
  ).notifications?.last_read_id;

const counts = (at: At) => at.asked().filter((each) => each.includes('unread_count')).length;

describe('how far has been read', () => {
  it('is what the server remembers, number by number, and counted here where the list reaches it', async () => {
    const at = await told();
    await mentioned(at, 12);
    const rows = await at.rows();
    await marker(at, rows[3]!['id']);
    const groups = await more(at.list);
    assert.deepEqual(
      groups.map((group) => at.all.mark.isBefore(group)),
      groups.map((_, n) => n < 3),
    );
    assert.deepEqual(at.list.unread.value, { count: 3, capped: false });
    assert.equal(counts(at), 0);
  });

  it('where the list does not reach it, the server counts', async () => {
    for (const single of [false, true]) {
      const at = await told({ limit: 4 });
      if (single) await without(at.here);
      await mentioned(at, 12);
      await marker(at, (await at.rows())[9]!['id']);
      await more(at.list);
      await so(() => at.list.unread.value?.count === 9, JSON.stringify(at.list.unread.value));
      assert.deepEqual(at.list.unread.value, { count: 9, capped: false });
    }
  });

  it('a closed bell asks for the count, and no list; what happens is counted on', async () => {
    const at = await told();
    await mentioned(at, 2);
    await marker(at, (await at.rows())[1]!['id']);
    await at.list.unread.ask();
    assert.deepEqual(at.list.unread.value, { count: 1, capped: false });
    await mentioned(at, 1);
    const [event] = await at.rows();
    at.all.arrive([event]);
    at.all.arrive([event]);
    assert.deepEqual(at.list.unread.value, { count: 2, capped: false });
    assert.deepEqual(
      at.asked().filter((each) => /notifications\?/.test(each) && each.includes('limit=40')),
      [],
    );
  });

  it('a server that counts no further says so', async () => {
    const at = await told();
    await at.breaks({ path: '*/unread_count', body: { count: 100 } });
    await at.list.unread.ask();
    assert.deepEqual(at.list.unread.value, { count: 100, capped: true });
  });

  it('where the mark itself may not be read, the count says which are unread', async () => {
    const at = await told({ scopes: 'profile read:notifications' });
    await mentioned(at, 5);
    await marker(at, (await at.rows())[2]!['id']);
    const groups = await more(at.list);
    await so(() => at.all.mark.known, 'no mark');
    assert.deepEqual(
      groups.map((group) => at.all.mark.isBefore(group)),
      [true, true, false, false, false],
    );
    assert.equal(at.asked().filter((each) => each.startsWith('GET /api/v1/markers')).length, 0);
  });

  it('what has been seen is read at once here, and a little later at the server, once', async () => {
    const at = await told();
    await mentioned(at, 3);
    await marker(at, (await at.rows())[2]!['id']);
    await more(at.list);
    at.all.seen(at.list);
    at.all.seen(at.list);
    assert.deepEqual(at.list.unread.value, { count: 0, capped: false });
    const writes = () => at.asked().filter((each) => each === 'POST /api/v1/markers').length;
    const before = writes();
    await pause(300);
    assert.equal(writes(), before);
    await so(() => writes() > before, 'nothing was written');
    await pause(50);
    assert.equal(writes(), before + 1);
    assert.equal(await markerOf(at), (await at.rows())[0]!['id']);
  });

  it('it never goes back, though an older list is seen', async () => {
    const at = await told({ types: ['follow'] });
    const id = await at.here.id('noor');
    for (const deed of ['unfollow', 'follow']) await at.does('kofi', `/api/v1/accounts/${id}/${deed}`);
    await mentioned(at, 2);
    const [newest] = await at.rows();
    await marker(at, newest!['id']);
    assert.equal((await more(at.list)).length, 1);
    at.all.seen(at.list);
    await at.all.mark.flush();
    assert.equal(await markerOf(at), newest!['id']);
  });

  it('a token that may not write remembers it on this page alone', async () => {
    const at = await told({ scopes: 'profile read:notifications read:statuses' });
    await mentioned(at, 2);
    await more(at.list);
    at.all.seen(at.list);
    await at.all.mark.flush();
    assert.equal(at.list.unread.value?.count, 0);
    assert.equal(at.asked().filter((each) => each === 'POST /api/v1/markers').length, 0);
    await mentioned(at, 1);
    at.all.arrive((await at.rows()).slice(0, 1));
    assert.deepEqual(at.list.unread.value, { count: 1, capped: false });
  });

  it('ids that are no numbers are compared by time', async () => {
    const at = await told();
    await mentioned(at, 4);
    const hollo = (row: Json) => ({ ...row, id: `${String(row['created_at'])}/mention/a`, group_key: undefined });
    const rows = (await at.rows()).map(hollo);
    await without(at.here, [
      { path: '/api/v1/notifications', body: rows },
      { path: '/api/v1/markers', method: 'GET', body: { notifications: { last_read_id: rows[1]!.id } } },
    ]);
    const groups = await more(at.list);
    assert.deepEqual(
      groups.map((group) => at.all.mark.isBefore(group)),
      [true, false, false, false],
    );
    assert.deepEqual(at.list.unread.value, { count: 1, capped: false });
  });

  it('what another device has read is read here after the next look', async () => {
    const at = await told();
    await mentioned(at, 3);
    await marker(at, (await at.rows())[2]!['id']);
    await more(at.list);
    assert.equal(at.list.unread.value?.count, 2);
    await marker(at, (await at.rows())[0]!['id']);
    at.all.refresh();
    await so(() => at.list.unread.value?.count === 0, JSON.stringify(at.list.unread.value));
  });
});
