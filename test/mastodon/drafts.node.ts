import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '../../src/base/page.js';
import { Drafts, type Draft, type Place } from '../../src/mastodon/drafts.js';

/** A browser's storage, as far as drafts need it. */
class Box implements Storage {
  [name: string]: unknown;
  readonly #kept = new Map<string, string>();
  readonly #full: boolean;

  constructor(full = false) {
    this.#full = full;
  }

  get length() {
    return this.#kept.size;
  }

  get keys() {
    return [...this.#kept.keys()];
  }

  key = (index: number) => this.keys[index] ?? null;
  getItem = (key: string) => this.#kept.get(key) ?? null;
  removeItem = (key: string) => void this.#kept.delete(key);
  clear = () => this.#kept.clear();
  setItem = (key: string, value: string) => {
    if (this.#full) throw new DOMException('full', 'QuotaExceededError');
    this.#kept.set(key, value);
  };
}

/** A page's doors; drafts know two of them. */
function device(session: Box | undefined = new Box(), local: Box | undefined = new Box()) {
  const here = {
    session,
    local,
    time: 1000,
    storage: (kind: 'session' | 'local') => here[kind],
    now: () => here.time,
  };
  return here as typeof here & Page;
}

const denying = () => {
  const here = device();
  here.storage = () => undefined as unknown as Box;
  return here;
};

let pages = 0;
const place = (more: Partial<Place> = {}): Place => ({
  page: `/page-${pages}`,
  thread: '0',
  account: undefined,
  ...more,
});
const fresh = () => void pages++;

const noor = { account: 'noor@harbour.example' };
const whole: Draft = {
  text: 'Fog again 👩‍👩‍👧',
  warning: 'weather',
  visibility: 'private',
  language: 'de',
  addressed: true,
  sent: { key: 'k', body: '{}', at: 5, open: true },
};

describe('drafts', () => {
  it('R163 R165 come back with content warning, visibility, language and key, on another visit of the page', () => {
    fresh();
    const here = device();
    new Drafts(here).write(place(noor), whole);
    assert.deepEqual(new Drafts(here).read(place(noor)), whole);
    new Drafts(here).write(place(noor), { ...whole, warning: null });
    assert.equal(new Drafts(here).read(place(noor))?.warning, null);
  });

  it('R163 one for each page, thread and account', () => {
    fresh();
    const drafts = new Drafts(device());
    const places = [
      place(),
      place({ page: '/other' }),
      place({ thread: 'https://a.example/1' }),
      place({ thread: '1', account: 'odd@harbour.example' }),
      place({ thread: '1', account: 'odd@hills.example' }),
    ];
    places.forEach((where, at) => drafts.write(where, { text: `Text ${at}` }));
    places.forEach((where, at) => assert.equal(drafts.read(where)?.text, `Text ${at}`));
  });

  it('R163 stay in the tab, but for an account that is kept on this device', () => {
    fresh();
    const here = device();
    const drafts = new Drafts(here);
    drafts.write(place(), { text: 'nobody' });
    drafts.write(place(noor), { text: 'noor' }, false);
    drafts.write(place(), { text: 'nobody is kept' }, true);
    assert.equal(here.local.length, 0);
    drafts.write(place(noor), { text: 'kept' }, true);
    assert.equal(here.local.length, 1);
    // The tab is closed: another has another session.
    const later = device(new Box(), here.local);
    assert.equal(new Drafts(later).read(place(noor))?.text, 'kept');
    assert.equal(new Drafts(later).read(place()), undefined);
    // No longer kept: what is written then leaves the device.
    new Drafts(later).write(place(noor), { text: 'kept no more' }, false);
    assert.equal(here.local.length, 0);
  });

  it('R163 what was written before signing in belongs to whoever signs in, once', () => {
    fresh();
    const here = device();
    const drafts = new Drafts(here);
    drafts.write(place(), { text: 'Before I signed in' });
    assert.equal(drafts.read(place(noor))?.text, 'Before I signed in');
    assert.equal(drafts.read(place()), undefined);
    assert.equal(drafts.read(place({ account: 'odd@harbour.example' })), undefined);
    here.time++;
    assert.equal(new Drafts(here).read(place(noor))?.text, 'Before I signed in');
  });

  it('R163 of the reader’s own draft and one from before, the later one counts', () => {
    fresh();
    const here = device();
    const drafts = new Drafts(here);
    drafts.write(place(), { text: 'earlier' });
    here.time++;
    drafts.write(place(noor), { text: 'later' });
    assert.equal(drafts.read(place(noor))?.text, 'later');
    here.time++;
    drafts.write(place(), { text: 'latest' });
    assert.equal(drafts.read(place(noor))?.text, 'latest');
  });

  it('R163 broken ones are ignored', () => {
    for (const broken of [
      '{',
      'null',
      '[]',
      '"x"',
      '{"v":2,"at":1,"text":"x"}',
      '{"v":1,"text":"x"}',
      '{"v":1,"at":"x"}',
    ]) {
      fresh();
      const here = device();
      new Drafts(here).write(place(), { text: 'x' });
      const [key] = here.session.keys;
      here.session.setItem(key!, broken);
      assert.equal(new Drafts(here).read(place()), undefined, broken);
    }
  });

  it('R163 fields of a wrong type are left out, their neighbours stay', () => {
    fresh();
    const here = device();
    new Drafts(here).write(place(), { text: 'x' });
    const [key] = here.session.keys;
    const sent = { key: 7, body: '', at: 1 };
    here.session.setItem(
      key!,
      JSON.stringify({ v: 1, at: 1, text: 'x', warning: 3, visibility: [], language: {}, sent }),
    );
    const { text, warning, visibility, language, sent: left } = new Drafts(here).read(place())!;
    assert.deepEqual([text, warning, visibility, language, left], ['x', undefined, undefined, undefined, undefined]);
  });

  it('R163 are gone once they are removed, wherever they were', () => {
    fresh();
    const here = device();
    const drafts = new Drafts(here);
    drafts.write(place(noor), { text: 'x' }, true);
    drafts.remove(place(noor));
    assert.equal(drafts.read(place(noor)), undefined);
    assert.equal(here.local.length + here.session.length, 0);
  });

  it('are forgotten after thirty days, and nothing else is', () => {
    fresh();
    const here = device();
    new Drafts(here).write(place(noor), { text: 'old' }, true);
    here.local.setItem('masto:v1:https://a.example:1', '{"v":1,"at":1}');
    here.local.setItem('theirs', '{"v":1,"at":1}');
    here.time += 29 * 86_400_000;
    assert.equal(new Drafts(here).read(place(noor))?.text, 'old');
    here.time += 2 * 86_400_000;
    assert.equal(new Drafts(here).read(place(noor)), undefined);
    assert.deepEqual(here.local.keys, ['masto:v1:https://a.example:1', 'theirs']);
  });

  const denied: Readonly<Record<string, () => Page>> = {
    denied: denying,
    full: () => device(new Box(true), new Box(true)),
  };
  for (const [what, make] of Object.entries(denied))
    it(`R163 R211 live as long as the page where storage is ${what}`, () => {
      fresh();
      const here = make();
      new Drafts(here).write(place(noor), { text: 'still here' }, true);
      assert.equal(new Drafts(here).read(place(noor))?.text, 'still here');
      new Drafts(here).remove(place(noor));
      assert.equal(new Drafts(here).read(place(noor)), undefined);
    });

  it('R163 a full localStorage leaves it to the tab', () => {
    fresh();
    const here = device(new Box(), new Box(true));
    new Drafts(here).write(place(noor), { text: 'x' }, true);
    assert.equal(here.session.length, 1);
  });
});
