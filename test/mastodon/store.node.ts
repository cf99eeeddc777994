import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Statuses } from '../../src/mastodon/statuses.js';
import { Store } from '../../src/mastodon/store.js';
import { harvestStatuses } from '../../src/mastodon/normalise.js';

interface Thing {
  readonly key: string;
  readonly id: string;
  readonly says?: string;
}

const minute = 60_000;
const { timers } = mock;
const ten = () => timers.tick(10 * minute + 2000);

beforeEach(() => timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse('2026-01-01T00:00:00Z') }));
afterEach(() => timers.reset());

describe('Store', () => {
  it('gives what it was given, by key, and the key by id', () => {
    const store = new Store<Thing>();
    store.put([{ key: 'a', id: '1', says: 'x' }]);
    assert.equal(store.get('a')?.says, 'x');
    assert.equal(store.keyOf('1'), 'a');
    assert.equal(store.get('b'), undefined);
    assert.equal(store.keyOf('2'), undefined);
    assert.equal(store.size, 1);
  });

  it('tells of a change, by the key, and of that thing alone; the first time is no change', () => {
    const store = new Store<Thing>();
    const heard: string[] = [];
    for (const key of ['a', 'b']) store.addEventListener(key, () => heard.push(`${key} ${store.get(key)?.says}`));
    store.put([{ key: 'a', id: '1', says: 'one' }]);
    assert.deepEqual(heard, []);
    store.put([
      { key: 'a', id: '1', says: 'two' },
      { key: 'b', id: '2', says: 'x' },
    ]);
    assert.deepEqual(heard, ['a two']);
  });

  it('forgets what nobody holds after ten minutes, id and all, and not before', () => {
    const store = new Store<Thing>();
    store.put([{ key: 'a', id: '1' }]);
    timers.tick(9 * minute);
    assert.equal(store.size, 1);
    ten();
    assert.deepEqual([store.size, store.get('a'), store.keyOf('1')], [0, undefined, undefined]);
  });

  it('keeps what somebody holds, however long, and forgets it ten minutes after the last one let go', () => {
    const store = new Store<Thing>();
    store.put([{ key: 'a', id: '1' }]);
    const [one, two] = [store.hold('a'), store.hold('a')];
    for (let hours = 0; hours < 12; hours++) ten();
    assert.equal(store.size, 1);
    one();
    one();
    ten();
    ten();
    assert.equal(store.size, 1, 'let go twice by one is not let go by both');
    two();
    timers.tick(9 * minute);
    assert.equal(store.size, 1);
    ten();
    ten();
    assert.equal(store.size, 0);
  });

  it('what is held again in time stays', () => {
    const store = new Store<Thing>();
    store.put([{ key: 'a', id: '1' }]);
    store.hold('a')();
    timers.tick(9 * minute);
    const release = store.hold('a');
    ten();
    ten();
    assert.equal(store.size, 1);
    release();
    ten();
    ten();
    assert.equal(store.size, 0);
  });

  it('what is held before it is there is not forgotten when it comes', () => {
    const store = new Store<Thing>();
    store.hold('a');
    store.put([{ key: 'a', id: '1' }]);
    ten();
    ten();
    assert.equal(store.size, 1);
  });

  it('of many, each has its own ten minutes', () => {
    const store = new Store<Thing>();
    for (let n = 0; n < 20; n++) {
      store.put([{ key: `k${n}`, id: String(n) }]);
      timers.tick(minute);
    }
    assert.ok(store.size <= 20 && store.size >= 10, String(store.size));
    assert.ok(store.get('k19'));
    assert.equal(store.get('k0'), undefined);
    for (let n = 0; n < 3; n++) ten();
    assert.equal(store.size, 0);
  });
});

describe('Statuses', () => {
  const version = (content: string, edited: string | null) =>
    harvestStatuses(
      { id: '1', uri: 'https://a.example/1', account: { id: '1', acct: 'ada' }, content, edited_at: edited },
      'a.example',
    ).statuses;
  const key = 'https://a.example/1';

  it('R160 an older edit never replaces a newer one, and is no change', () => {
    const statuses = new Statuses();
    let changes = 0;
    statuses.addEventListener(key, () => changes++);
    statuses.put(version('second', '2026-01-01T12:00:00Z'));
    statuses.put(version('first', '2026-01-01T11:00:00Z'));
    statuses.put(version('never edited', null));
    assert.equal(statuses.get(key)?.content, 'second');
    assert.equal(changes, 0);
    statuses.put(version('third', '2026-01-01T13:00:00Z'));
    assert.equal(statuses.get(key)?.content, 'third');
    assert.equal(changes, 1);
  });

  it('of the same edit, what came last counts: its counts are newer', () => {
    const statuses = new Statuses();
    statuses.put(version('one', null));
    statuses.put(version('two', null));
    assert.equal(statuses.get(key)?.content, 'two');
  });
});
