import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { MastoError } from '../../src/mastodon/errors.js';
import type { Json } from '../sandbox/town.js';
import { lines, more, so, type Told, told, without } from './notifications-world.js';

const mention = async (at: Told, ...people: string[]) => {
  for (const who of people) {
    at.here.later(1000);
    await at.does(who, '/api/v1/statuses', { status: '@noor look' });
  }
};

const shown = (at: Told) => lines(at.home, at.list.groups).join(', ');

const markerOf = async (at: Told) =>
  (
    await at.here.get<{ notifications?: { last_read_id: string } }>('/api/v1/markers?timeline[]=notifications', {
      token: await at.here.token('noor'),
    })
  ).notifications?.last_read_id;

const setMarker = (at: Told, id: unknown) =>
  at.does('noor', '/api/v1/markers', { notifications: { last_read_id: id } });

/** Somebody follows the reader, as they have not before. */
async function follow(at: Told) {
  const id = await at.here.id('noor');
  await at.does('kofi', `/api/v1/accounts/${id}/unfollow`);
  await at.does('kofi', `/api/v1/accounts/${id}/follow`);
}

/** How often it was asked for. */
const times = (at: Told, beginning: string) => at.asked().filter((each) => each.startsWith(beginning)).length;

/** The first page as it is now: what a server says that is late. */
const page = async (at: Told) =>
  at.here.get<Json>('/api/v2/notifications?limit=5', { token: await at.here.token('noor') });

describe('notifications in a race', () => {
  it('what the stream and the first page both say stands in its order', async () => {
    const at = await told();
    await mention(at, 'ines', 'kofi', 'jun');
    const rows = await at.rows();
    await at.breaks({ path: '/api/v2/notifications', delay: 60 });
    at.list.more();
    at.all.arrive([rows[2]]);
    await more(at.list);
    assert.equal(shown(at), 'mention 1 jun, mention 1 kofi, mention 1 ines');
  });

  it('what comes late stands where its time is', async () => {
    const at = await told();
    await mention(at, 'ines');
    await more(at.list);
    await mention(at, 'kofi', 'jun');
    const [jun, kofi] = await at.rows();
    at.all.arrive([jun]);
    at.all.arrive([kofi]);
    assert.equal(shown(at), 'mention 1 jun, mention 1 kofi, mention 1 ines');
  });

  it('a group that has grown before its own page was read counts all of it', async () => {
    const at = await told({ limit: 2 });
    const id = await at.mine();
    for (const who of ['ines', 'wren']) await at.does(who, `/api/v1/statuses/${id}/favourite`);
    await mention(at, 'saga', 'jun');
    await more(at.list);
    assert.equal(shown(at), 'mention 1 jun, mention 1 saga');
    at.here.later(1000);
    // The stream says it, and the page that is asked for later knows the group as it was.
    const before = await page(at);
    await at.does('kofi', `/api/v1/statuses/${id}/favourite`);
    at.all.arrive((await at.rows()).slice(0, 1));
    assert.equal(at.list.groups[0]?.count, 1);
    await at.breaks({ path: '/api/v2/notifications', body: before });
    await more(at.list);
    assert.equal(shown(at), 'favourite 3 kofi, mention 1 jun, mention 1 saga');
  });

  it('what is missed while the list is read again is read after it', async () => {
    const at = await told();
    await mention(at, 'ines');
    await more(at.list);
    await at.breaks({ path: '/api/v2/notifications', delay: 60, body: await page(at) });
    at.all.refresh();
    await pause(30);
    await at.breaks();
    await mention(at, 'kofi');
    at.all.refresh();
    at.all.refresh();
    await so(() => shown(at) === 'mention 1 kofi, mention 1 ines', shown(at));
    assert.ok(times(at, 'GET /api/v2/notifications?') <= 4);
  });

  it('an answer that is no notification at all is a failure, not asked for again and again', async () => {
    const at = await told();
    const take = () => {
      throw new TypeError('what nobody has thought of');
    };
    Object.assign(at.all, { take });
    await assert.rejects(more(at.list), (error) => error instanceof MastoError && error.failure === 'wrong-shape');
    Reflect.deleteProperty(at.all, 'take');
    await more(at.list);
    assert.equal(at.list.error, undefined);
  });

  it('a line that is dismissed while the list is read again stays away', async () => {
    const at = await told();
    await mention(at, 'ines', 'kofi');
    await more(at.list);
    await at.breaks({ path: '/api/v2/notifications', delay: 60, body: await page(at) });
    at.all.refresh();
    await pause(20);
    await at.all.dismissals.dismiss(at.list.groups[0]!);
    await pause(150);
    assert.equal(shown(at), 'mention 1 ines');
  });

  it('what was taken away does not come back because a stream says it again', async () => {
    const at = await told();
    await mention(at, 'ines', 'kofi', 'jun');
    await more(at.list);
    const rows = await at.rows();
    await at.all.dismissals.dismiss(at.list.groups[0]!);
    at.all.arrive(rows);
    assert.equal(shown(at), 'mention 1 kofi, mention 1 ines');
    await at.all.dismissals.clear();
    at.all.arrive(rows);
    assert.equal(shown(at), '');
    await mention(at, 'wren');
    at.all.arrive((await at.rows()).slice(0, 1));
    assert.equal(shown(at), 'mention 1 wren');
  });

  it('what comes while all is cleared is looked for, and nothing is lost', async () => {
    const at = await told();
    const id = await at.mine();
    await at.does('ines', `/api/v1/statuses/${id}/favourite`);
    await more(at.list);
    await at.breaks({ path: '*/clear', delay: 40 });
    const done = at.all.dismissals.clear();
    const [old] = await at.rows();
    at.here.later(1000);
    const event = {
      ...old,
      id: `${BigInt(old!['id'] as string) + 5_000_000n}`,
      created_at: '2027-01-01T00:00:00.000Z',
    };
    await pause(5);
    at.all.arrive([event]);
    const before = times(at, 'GET /api/v2/notifications?');
    await done;
    await so(() => times(at, 'GET /api/v2/notifications?') > before, 'not read again');
  });

  it('after all is cleared nothing is unread, also where nobody knows the mark', async () => {
    const at = await told({ scopes: 'profile read:notifications write:notifications' });
    await mention(at, 'ines', 'kofi');
    await at.list.unread.ask();
    assert.equal(at.list.unread.value?.count, 2);
    await at.all.dismissals.clear();
    assert.equal(at.list.unread.value?.count ?? 0, 0);
  });

  it('a page that stays open is read anew from its top, and does not grow for ever', async () => {
    const at = await told({ limit: 10 });
    await mention(at, 'ines');
    await more(at.list);
    const [raw] = await at.rows();
    const events = Array.from({ length: 450 }, (_, n) => ({
      ...raw,
      id: `${BigInt(raw!['id'] as string) + BigInt(n + 1)}`,
      group_key: `ungrouped-${n}`,
    }));
    await mention(at, 'kofi');
    await pause(2);
    for (let n = 0; n < 401; n += 40) at.all.arrive(events.slice(n, Math.min(401, n + 40)));
    await so(() => at.list.keys.length < 20, `${at.list.keys.length}`);
    assert.ok(shown(at).includes('mention 1 kofi'));
  });
});

describe('the read mark', () => {
  it('does not go back, whoever moves it', async () => {
    const at = await told();
    await mention(at, 'ines', 'kofi');
    const [newer, older] = await more(at.list);
    at.all.mark.move(newer!);
    at.all.mark.move(older!);
    assert.equal(at.all.mark.value?.id, newer!.id);
    await at.all.mark.flush();
    assert.equal(await markerOf(at), newer!.id);
  });

  it('goes no further than what was shown', async () => {
    const at = await told();
    await mention(at, 'ines');
    await setMarker(at, '1');
    const before = await more(at.list);
    await mention(at, 'kofi');
    const [event] = await at.rows();
    at.all.arrive([event]);
    at.all.seen(at.list, before);
    assert.deepEqual(at.list.unread.value, { count: 1, capped: false });
    assert.equal(at.all.mark.value?.id, before[0]!.id);
    at.all.seen(at.list);
    assert.equal(at.list.unread.value?.count, 0);
  });

  it('passes what the reader has filtered out: it would stay unread for ever', async () => {
    const at = await told();
    await setMarker(at, '1');
    await at.does('noor', '/api/v2/filters', {
      title: 'no',
      context: ['notifications'],
      filter_action: 'hide',
      keywords_attributes: [{ keyword: 'marmalade', whole_word: true }],
    });
    await mention(at, 'ines');
    at.here.later(1000);
    await at.does('kofi', '/api/v1/statuses', { status: '@noor marmalade' });
    await more(at.list);
    at.all.seen(at.list);
    await at.all.mark.flush();
    assert.equal(await markerOf(at), (await at.rows())[0]!['id']);
  });

  it('is not written by a page that is left before it knows how far another device is', async () => {
    const at = await told({ types: ['follow'] });
    await follow(at);
    await mention(at, 'ines');
    const [newest] = await at.rows();
    await setMarker(at, newest!['id']);
    await at.breaks({ path: '/api/v1/markers', method: 'GET', delay: 3000 });
    await more(at.list);
    at.all.seen(at.list);
    await at.all.mark.flush(true);
    await at.breaks();
    assert.equal(await markerOf(at), newest!['id']);
  });

  it('is not written by a token that may not read it', async () => {
    const at = await told({ scopes: 'profile read:notifications write:statuses' });
    await mention(at, 'ines');
    await more(at.list);
    at.all.seen(at.list);
    await at.all.mark.flush();
    assert.equal(times(at, 'POST /api/v1/markers'), 0);
  });

  it('is written while one thing happens after the other, not only when they stop', async () => {
    const at = await told();
    await mention(at, 'ines');
    await setMarker(at, '1');
    await more(at.list);
    const [raw] = await at.rows();
    const writes = times(at, 'POST /api/v1/markers');
    for (let n = 0; n < 26 && times(at, 'POST /api/v1/markers') === writes; n++) {
      const id = `${BigInt(raw!['id'] as string) + BigInt(n)}`;
      at.all.arrive([{ ...raw, id, group_key: `ungrouped-${id}` }]);
      at.all.seen(at.list);
      await pause(100);
    }
    assert.equal(times(at, 'POST /api/v1/markers'), writes + 1);
  });

  it('is written when the page is left, though writing it has failed before', async () => {
    const at = await told();
    await mention(at, 'ines');
    await more(at.list);
    await at.breaks({ path: '/api/v1/markers', method: 'POST', status: 500, body: {} });
    at.all.seen(at.list);
    await at.all.mark.flush();
    await at.breaks();
    await at.all.mark.flush(true);
    assert.equal(await markerOf(at), (await at.rows())[0]!['id']);
  });

  it('what is read of some kinds is not read of all', async () => {
    const at = await told({ types: ['follow'] });
    const bell = at.all.join([], 40).list;
    await setMarker(at, '1');
    await follow(at);
    await mention(at, 'ines', 'jun');
    await bell.unread.ask();
    assert.equal(bell.unread.value?.count, 3);
    await more(at.list);
    at.all.seen(at.list);
    assert.ok(bell.unread.value.count >= 2);
    assert.equal(at.list.unread.value?.count, 0);
  });

  it('does not move by a list of some kinds where ids tell no order, and its time is not known', async () => {
    const at = await told({ types: ['mention'] });
    await mention(at, 'ines', 'kofi');
    const rows = (await at.rows()).map((row) => ({ ...row, id: `${String(row['created_at'])}/mention/a` }));
    const last_read_id = '2026-12-24T10:00:00.000Z/follow/b';
    await without(at.here, [
      { path: '/api/v1/notifications', body: rows },
      { path: '/api/v1/markers', method: 'GET', body: { notifications: { last_read_id } } },
    ]);
    await more(at.list);
    at.all.seen(at.list);
    assert.equal(at.all.mark.value?.id, last_read_id);
  });
});

describe('the count of what is unread', () => {
  it('stays when the server does not answer', async () => {
    const at = await told();
    await mention(at, 'ines');
    await at.list.unread.ask();
    await at.breaks({ path: '*/unread_count', status: 403, body: {} });
    await at.list.unread.ask();
    assert.deepEqual(at.list.unread.value, { count: 1, capped: false });
  });

  it('is not what the server said before the reader has read all', async () => {
    const at = await told();
    await mention(at, 'ines', 'kofi');
    const other = at.all.join(['mention'], 40).list;
    await more(at.list);
    await at.breaks({ path: '*/unread_count', delay: 60 });
    const asked = other.unread.ask();
    await pause(20);
    at.all.seen(at.list);
    await asked;
    assert.equal(other.unread.value?.count ?? 0, 0);
  });

  it('is less by a line that is dismissed', async () => {
    const at = await told({ limit: 2 });
    await mention(at, 'ines', 'kofi', 'jun', 'wren');
    await setMarker(at, '1');
    await more(at.list);
    await so(() => at.list.unread.value?.count === 4, JSON.stringify(at.list.unread.value));
    await at.all.dismissals.dismiss(at.list.groups[0]!);
    assert.equal(at.list.unread.value?.count, 3);
  });
});

describe('after signing out', () => {
  it('nothing is asked or written, whatever was still to be done', async () => {
    const at = await told();
    await mention(at, 'ines');
    const { all, list } = at;
    const [group] = await more(list);
    all.seen(list);
    await pause(50); // what was asked before has been answered
    at.signOut();
    const before = at.asked().length;
    all.refresh();
    await all.mark.flush();
    await all.mark.flush(true);
    await assert.rejects(all.dismissals.dismiss(group!), (error) => error instanceof MastoError);
    await assert.rejects(all.dismissals.clear(), (error) => error instanceof MastoError);
    await pause(30);
    assert.deepEqual(at.asked().slice(before), []);
    assert.equal(at.home.expired, false);
  });
});
