import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ago, full, left, short } from '../../src/i18n/figures.js';
import { postWords } from '../../src/i18n/post.js';

const english = postWords.speaker('en')!;
const german = await postWords.load('de');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-11-01T09:30:00Z');

interface Told {
  readonly ago: string;
  readonly left: string;
  readonly moment: string;
}

/** In a process of its own: a zone is chosen when a process starts. */
const inZone = (zone: string, dates: readonly string[], at: number): Told[] => {
  const file = join(import.meta.dirname, 'zones.ts');
  const args = ['--import', './scripts/ts-hook.mjs', file, JSON.stringify([dates, at])];
  return JSON.parse(
    execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
  ) as Told[];
};

const invalid = [
  '',
  'null',
  'yesterday',
  '57171-08-04T00:00:00.000Z',
  '2026-13-01T00:00:00Z',
  '2026-02-30T25:00:00Z',
  'NaN',
];

/** Dates, and what they say in each of four zones: UTC, New York, Kathmandu (+5:45), Kiritimati (+14). */
const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'];
const dates: Readonly<Record<string, readonly [string, string, string, string]>> = {
  '2026-11-01T09:29:58Z': ['now', 'now', 'now', 'now'],
  '2026-11-01T09:30:40Z': ['now', 'now', 'now', 'now'],
  '2026-11-01T05:30:00Z': ['4 h', '4 h', '4 h', '4 h'],
  '2026-11-01T05:29:59.999Z': ['4 h', '4 h', '4 h', '4 h'],
  '2026-11-01T05:30:00-04:00': ['now', 'now', 'now', 'now'],
  '2026-10-25T01:30:00Z': ['25 Oct', '24 Oct', '25 Oct', '25 Oct'],
  '2026-03-08T06:59:00Z': ['8 Mar', '8 Mar', '8 Mar', '8 Mar'],
  '2026-03-08T07:01:00Z': ['8 Mar', '8 Mar', '8 Mar', '8 Mar'],
  '2026-01-01T00:00:00Z': ['1 Jan', '31 Dec 2025', '1 Jan', '1 Jan'],
  '2025-12-31T12:00:00Z': ['31 Dec 2025', '31 Dec 2025', '31 Dec 2025', '1 Jan'],
  '1970-01-01T00:00:00Z': ['1 Jan 1970', '31 Dec 1969', '1 Jan 1970', '31 Dec 1969'],
  '1969-12-31T23:59:59Z': ['31 Dec 1969', '31 Dec 1969', '1 Jan 1970', '31 Dec 1969'],
  '2029-02-28T23:00:00Z': ['28 Feb 2029', '28 Feb 2029', '1 Mar 2029', '1 Mar 2029'],
  ...Object.fromEntries(
    invalid.map((date) => [date, ['unknown date', 'unknown date', 'unknown date', 'unknown date'] as const]),
  ),
};

describe('dates', () => {
  for (const [at, zone] of zones.entries())
    it(`R205 ${Object.keys(dates).length} of them in ${zone}: none throws, each is said as that place says it`, () => {
      const told = inZone(zone, Object.keys(dates), now);
      const said = Object.keys(dates).map((date, n) => [date, told[n]!.ago]);
      assert.deepEqual(
        said,
        Object.entries(dates).map(([date, texts]) => [date, texts[at]]),
      );
      for (const [n, { moment, left }] of told.entries()) {
        assert.equal(moment === '', invalid.includes(Object.keys(dates)[n]!));
        assert.doesNotMatch(moment + left, /Invalid|NaN|undefined|null/);
      }
    });

  it('R205 the whole date names its zone', () => {
    const [winter, summer] = inZone('America/New_York', ['2026-01-10T12:00:00Z', '2026-07-10T12:00:00Z'], now);
    assert.match(winter!.moment, /January 10, 2026.*7:00:00.AM EST/);
    assert.match(summer!.moment, /July 10, 2026.*8:00:00.AM EDT/);
  });

  it('R205 an hour that comes twice is as long ago as it is', () => {
    // New York, 1 Nov 2026: 01:30 EDT is 05:30 UTC, 01:30 EST is 06:30 UTC.
    const told = inZone('America/New_York', ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'], now);
    assert.deepEqual(
      told.map(({ ago }) => ago),
      ['4 h', '3 h'],
    );
  });

  const steps: readonly (readonly [ms: number, english: string, german: string])[] = [
    [0, 'now', 'jetzt'],
    [4_999, 'now', 'jetzt'],
    [5_000, '5 s', '5 s'],
    [minute - 1, '59 s', '59 s'],
    [minute, '1 min', '1 min'],
    [hour - 1, '59 min', '59 min'],
    [hour, '1 h', '1 Std.'],
    [day - 1, '23 h', '23 Std.'],
    [day, '1 d', '1 Tag'],
    [7 * day - 1, '6 d', '6 Tage'],
  ];
  it('each step of how long ago', () => {
    for (const [ms, inEnglish, inGerman] of steps) {
      const then = new Date(now - ms).toISOString();
      assert.deepEqual([ago(then, now, english), ago(then, now, german)], [inEnglish, inGerman]);
    }
  });

  it('a clock that is a little wrong is no future; more than a minute ahead is a date', () => {
    assert.equal(ago(new Date(now + minute).toISOString(), now, english), 'now');
    assert.match(ago(new Date(now + 2 * minute).toISOString(), now, english), /^\d+ \w{3}$/);
  });

  it('no date is an unknown one', () => {
    assert.equal(ago(undefined, now, english), 'unknown date');
    assert.equal(ago(undefined, now, german), 'unbekanntes Datum');
  });
});

describe('left', () => {
  const rests: readonly (readonly [ms: number, text: string])[] = [
    [1, '1 minute left'],
    [minute, '1 minute left'],
    [minute + 1, '2 minutes left'],
    [hour - 1, '60 minutes left'],
    [hour, '1 hour left'],
    [hour + 1, '2 hours left'],
    [day, '1 day left'],
    [day + 1, '2 days left'],
    [400 * day, '400 days left'],
  ];
  it('counts up to what is full, so that it never says nothing is left', () => {
    for (const [ms, text] of rests) assert.equal(left(new Date(now + ms).toISOString(), now, english), text);
  });

  it('R205 R196 says nothing without a date', () => {
    for (const date of [undefined, ...invalid]) assert.equal(left(date, now, english), undefined);
  });
});

describe('short and full', () => {
  const counts: readonly (readonly [n: number, short: string, full: string, german: string])[] = [
    [0, '0', '0', '0'],
    [999, '999', '999', '999'],
    [1000, '1k', '1,000', '1 Tsd.'],
    [1049, '1k', '1,049', '1 Tsd.'],
    [1299, '1.2k', '1,299', '1,2 Tsd.'],
    [9_999, '9.9k', '9,999', '9,9 Tsd.'],
    [12_345, '12k', '12,345', '12 Tsd.'],
    [999_999, '999k', '999,999', '999 Tsd.'],
    [1_000_000, '1M', '1,000,000', '1 Mio.'],
    [3_456_789, '3.4M', '3,456,789', '3,4 Mio.'],
    [123_456_789, '123M', '123,456,789', '123 Mio.'],
  ];
  for (const [n, narrow, whole, inGerman] of counts)
    it(`${n}`, () => {
      assert.equal(short(n, english), narrow);
      assert.equal(full(n, english), whole);
      assert.equal(short(n, german), inGerman);
    });

  it('in German the groups have points', () => {
    assert.equal(full(1_234_567, german), '1.234.567');
  });
});
