import { expect } from '@open-wc/testing';
import { SerializerNativeImpl } from 'masto/adapters/serializers/serializer-native-impl.js';
import { toForm, toSearch } from '../../src/mastodon/forms.js';
import { camelKeys, snakeKeys } from '../../src/mastodon/keys.js';
import { status } from './samples.js';
import { recorded } from './shared-data.js';

const masto = new SerializerNativeImpl();
const theirs = (json: unknown) => masto.deserialize('json', JSON.stringify(json));

/** Where keys are data, ours differ from masto's on purpose. */
const dataKeys = new Set(['translations', 'versions', 'api_versions']);
const withoutMaps = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json, (key, value: unknown) => (dataKeys.has(key) ? null : value)));

describe('keys', () => {
  it('are spelt as masto spells them, in both directions', () => {
    const json = {
      a: 1,
      in_reply_to_id: 1,
      'admin.sign_up': true,
      'posting:default:visibility': 'public',
      _destroy: true,
      foo_1: 1,
      a1_b: 1,
      list: [{ x_y: [{ z_w: null }] }],
    };
    expect(camelKeys(json)).to.deep.equal(theirs(json));
    const params = {
      a: 1,
      inReplyToId: 1,
      a1B: 1,
      _destroy: true,
      'posting:default:visibility': 'x',
      list: [{ xY: 1 }],
    };
    expect(snakeKeys(params)).to.deep.equal(JSON.parse(masto.serialize('json', params)));
    expect(camelKeys(status())).to.deep.equal(theirs(status()));
  });

  it('stay where they are data', () => {
    for (const key of ['zh-TW', '@1x', 'text/html', 'pt_BR', 'mastodon.social', '', ' a_b', 'A_b'])
      expect(Object.keys(camelKeys({ [key]: 1 }) as object)).to.deep.equal([key]);
    for (const map of ['translations', 'versions', 'api_versions'])
      expect(Object.values(camelKeys({ [map]: { de_at: { a_b: 1 } } }) as object)).to.deep.equal([
        { de_at: { aB: 1 } },
      ]);
    expect(camelKeys({ de_at: { a_b: 1 } }, true)).to.deep.equal({ de_at: { aB: 1 } });
  });

  it('leave values alone that are no plain objects', () => {
    const file = new Blob(['x']);
    const date = new Date();
    expect(snakeKeys({ fileName: file, date })).to.deep.equal({ file_name: file, date });
    for (const value of [null, undefined, 5, 'aB', true]) expect(snakeKeys(value)).to.equal(value);
  });

  it('R91 that pollute are dropped', () => {
    const out = camelKeys(JSON.parse('{"__proto__":{"a":1},"constructor":1,"prototype":1,"ok":1}')) as object;
    expect(Object.keys(out)).to.deep.equal(['ok']);
    expect((out as { a?: number }).a).to.equal(undefined);
  });

  it('are remembered, but not without end', () => {
    const json = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key_no_${i}x`, i]));
    const first = camelKeys(json) as object;
    expect(Object.keys(first)).to.have.length(5000);
    expect(camelKeys(json)).to.deep.equal(first);
  });

  it('of all recorded answers are spelt as masto spells them', async () => {
    for (const [file, count] of [
      ['statuses', 163],
      ['accounts', 113],
      ['instance_v1', 13],
      ['instance_v2', 4],
      ['notifications', 54],
      ['push_subscriptions', 9],
      ['filters_v2', 5],
      ['preferences', 2],
    ] as const)
      for (const { source, entity } of await recorded(file, count)) {
        const json = withoutMaps(entity);
        expect(camelKeys(json), source).to.deep.equal(theirs(json));
      }
  });
});

describe('forms', () => {
  it('search strings as Rails reads them', () => {
    expect(toSearch(undefined)).to.equal('');
    expect(
      decodeURIComponent(
        toSearch({ a: 1, b: [1, 2], c: { d: { e: 'x y&z' } }, f: null, g: undefined, h: false, i: [] }),
      ),
    ).to.equal('a=1&b[]=1&b[]=2&c[d][e]=x+y&z&h=false');
  });

  it('multipart forms as Rails reads them', () => {
    const file = new File(['x'], 'a.png');
    const form = toForm({ file, a: ['x', 'y'], b: [{ c: 1 }], d: null, e: undefined, f: false });
    expect([...form].map(([name, value]) => [name, value instanceof File ? value.name : value])).to.deep.equal([
      ['file', 'a.png'],
      ['a[0]', 'x'],
      ['a[1]', 'y'],
      ['b[0][c]', '1'],
      ['d', ''],
      ['f', 'false'],
    ]);
  });
});
