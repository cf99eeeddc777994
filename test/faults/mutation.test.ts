import { expect } from '@open-wc/testing';
import type { Harvest } from '../../src/mastodon/entities.js';
import { harvestStatuses, normaliseAccount } from '../../src/mastodon/normalise.js';
import { account, card, media, status } from '../mastodon/samples.js';
import { recorded } from '../mastodon/shared-data.js';

const absent = Symbol('absent');
const quick: readonly unknown[] = [
  absent,
  null,
  '',
  0,
  [],
  {},
  true,
  -1,
  1.5,
  'x',
  [null],
  [1, 'x', {}],
  { a: 1 },
  { length: 3 },
];
const thorough: readonly unknown[] = [
  ...quick,
  1e300,
  '2026',
  'javascript:alert(1)',
  '__proto__',
  'x'.repeat(1_000_000),
];

type Tree = Record<string, unknown>;
type Path = readonly string[];

/** All fields, however deep. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length ? [path] : [];
  const below = Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length ? [path, ...below] : below;
}

/** The same with one field changed; only what stands above it is copied. */
function changed(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Tree;
  if (rest.length) copy[key as string] = changed(copy[key as string], rest, other);
  else if (other === absent) delete copy[key as string];
  else copy[key as string] = other;
  return copy;
}

const suspicious =
  /^(?:undefined|null|NaN|Invalid Date|\[object \w+\]|.*@undefined.*|.*@null.*|undefined\/.*|null\/.*)$/;

/** Throws where an entity holds what must never reach a page. */
function check(value: unknown, where: string): void {
  if (typeof value === 'string') {
    if (value.length < 600 && suspicious.test(value)) throw new Error(`${where}: ${value}`);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${where}: ${value}`);
  } else if (value === null || typeof value === 'function' || typeof value === 'symbol') {
    throw new Error(`${where}: ${String(value)}`);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) check(item, `${where}.${key}`);
  }
}

/** Each value has the type that its name has everywhere. */
function checkTypes({ keys, statuses, accounts }: Harvest, where: string) {
  const texts = [
    ...keys,
    ...statuses.flatMap((post) => [
      post.key,
      post.id,
      post.host,
      post.uri,
      post.account,
      post.content,
      post.spoilerText,
      post.visibility,
    ]),
    ...statuses.flatMap((post) => post.media.flatMap(({ id, type, description }) => [id, type, description])),
    ...accounts.flatMap((one) => [
      one.key,
      one.id,
      one.username,
      one.acct,
      one.displayName,
      one.avatar,
      one.header,
      one.note,
    ]),
  ];
  if (texts.some((text) => typeof text !== 'string')) throw new Error(`${where}: a text is none`);
  const known = new Set(statuses.map(({ key }) => key));
  if (keys.some((key) => !known.has(key))) throw new Error(`${where}: a key leads nowhere`);
  const people = new Set(accounts.map(({ key }) => key));
  if (statuses.some((post) => !people.has(post.account))) throw new Error(`${where}: nobody wrote it`);
  if (statuses.some((post) => post.boost === post.key || post.quote?.status === post.key))
    throw new Error(`${where}: a ring`);
  if (accounts.some(({ displayName, username }) => !displayName || !username)) throw new Error(`${where}: no name`);
}

const neighbour = status({
  id: 'n',
  uri: 'https://a.example/neighbour',
  quote: null,
  account: account({ id: 'nn', acct: 'nils' }),
});
const alone = JSON.stringify(harvestStatuses([neighbour], 'a.example').statuses[0]);

function mutate(entity: unknown, host: string, values: readonly unknown[]): number {
  const names = new Map(
    values.map((value) => [value, value === absent ? 'absent' : JSON.stringify(value).slice(0, 30)]),
  );
  const intact = alone.replace('"host":"a.example"', `"host":"${host}"`);
  let cases = 0;
  for (const path of pathsOf(entity)) {
    for (const value of values) {
      const where = `${path.join('.')} = ${names.get(value)}`;
      const harvest = harvestStatuses([changed(entity, path, value), neighbour], host);
      check(harvest, where);
      checkTypes(harvest, where);
      const other = harvest.statuses.find(({ key }) => key === 'https://a.example/neighbour');
      if (JSON.stringify(other) !== intact) throw new Error(`${where}: the neighbour suffered`);
      cases++;
    }
  }
  return cases;
}

describe('R214 mutation', () => {
  it('R142 R185–R205 R214 any field of a post may be anything', () => {
    const boost = status({
      id: '3',
      uri: 'https://a.example/3',
      reblog: status(),
      quote: null,
      poll: null,
      media_attachments: [],
      card: null,
    });
    expect(
      mutate(status({ media_attachments: [media(), media({ id: '32' })], card: card() }), 'a.example', thorough),
    ).to.be.greaterThan(1500);
    expect(mutate(boost, 'a.example', quick)).to.be.greaterThan(1500);
  });

  it('R187–R201 R214 any field of an account may be anything', () => {
    const whole = account();
    for (const path of pathsOf(whole))
      for (const value of thorough) {
        const found = normaliseAccount(changed(whole, path, value), 'a.example');
        check(found, path.join('.'));
        checkTypes({ keys: [], statuses: [], accounts: [found] }, path.join('.'));
      }
    for (const value of [...thorough, undefined]) check(normaliseAccount(value, 'a.example'), String(value));
  });

  it('R214 the checks see what they look for', () => {
    for (const value of ['undefined', 'mira@undefined', NaN, null, 'Invalid Date', '[object Object]'])
      expect(() => check({ a: [value] }, 'x'), String(value)).to.throw();
    expect(() => checkTypes({ keys: ['x'], statuses: [], accounts: [] }, 'x')).to.throw('nowhere');
  });
});

describe('R203 R214 what real servers have sent', () => {
  it('R214 every recorded post is read whole, and none is lost', async () => {
    for (const { host, source, entity } of await recorded('statuses', 163)) {
      const harvest = harvestStatuses(entity, host);
      expect(harvest.keys, source).to.have.length(1);
      check(harvest, source);
      checkTypes(harvest, source);
      const [post] = harvest.statuses.filter(({ key }) => key === harvest.keys[0]);
      expect(post?.createdAt, source).to.match(/^20\d\d-/);
      expect(post?.visibility, source).not.to.equal('unknown');
    }
  });

  it('R214 every recorded account is read whole', async () => {
    for (const file of ['accounts', 'accounts_credential'] as const)
      for (const { host, source, entity } of await recorded(file, file === 'accounts' ? 113 : 14)) {
        const found = normaliseAccount(entity, host);
        check(found, source);
        expect(found.key, source).to.match(/^[^?@]+@[^@]+$/);
      }
  });

  it('R214 every recorded thread is read whole', async () => {
    for (const file of ['contexts', 'threads_rtoot'] as const)
      for (const { host, source, entity } of await recorded(file, file === 'contexts' ? 2 : 3)) {
        const { ancestors, descendants } = entity as { ancestors: unknown[]; descendants: unknown[] };
        const harvest = harvestStatuses([...ancestors, ...descendants], host);
        expect(harvest.keys, source).to.have.length(ancestors.length + descendants.length);
        checkTypes(harvest, source);
      }
  });

  it('R214 recorded posts survive any broken field, one of each shape', async () => {
    const shapes = new Map<string, { host: string; entity: unknown }>();
    for (const { host, entity } of await recorded('statuses', 163))
      shapes.set(pathsOf(entity).map(String).join(), { host, entity });
    for (const { host, entity } of [...shapes.values()].slice(0, 25)) mutate(entity, host, [absent, null, {}, 'x']);
  }).timeout(30_000);
});
