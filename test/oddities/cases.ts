/** Every field of an entity, broken in every way: what a server that is not Mastodon, or not well, may send. */

import { dice } from '../dice.js';

type Tree = Readonly<Record<string, unknown>>;
type Path = readonly string[];

/** One field that is not what it should be. */
export interface Oddity {
  /** Which of the samples. */
  readonly of: number;
  readonly path: Path;
  /** What is there instead. */
  readonly way: Way;
}

/** A post as the API sends it, and what it is an example of. */
export interface Sample {
  readonly name: string;
  readonly entity: unknown;
}

/** What the last one becomes is of another kind than what stood there. */
export const ways = ['absent', 'null', 'empty', 'zero', 'list', 'object', 'million', 'wrong'] as const;
export type Way = (typeof ways)[number];

const million = 'x'.repeat(1_000_000);

/** A value of the wrong type, and not an empty one. */
function wrong(value: unknown): unknown {
  if (typeof value === 'string') return 17;
  if (typeof value === 'number') return 'seventeen';
  if (typeof value === 'boolean') return ['yes'];
  return Array.isArray(value) ? { 0: 'a', length: 1 } : 'text';
}

const instead = (way: Way, value: unknown): unknown =>
  ({ absent: undefined, null: null, empty: '', zero: 0, list: [], object: {}, million, wrong: wrong(value) })[way];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** How many of a list are looked at: the others are no different. */
const few = 2;

/** All fields, however deep. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length) yield path;
  if (!isTree(value)) return;
  const entries = Object.entries(value);
  for (const [key, item] of Array.isArray(value) ? entries.slice(0, few) : entries)
    yield* pathsOf(item, [...path, key]);
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce((tree, key) => (isTree(tree) ? tree[key] : undefined), value);

/** The same with one field broken; only what stands above it is copied. */
export function broken(value: unknown, path: Path, way: Way): unknown {
  const [key, ...rest] = path;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length) copy[key!] = broken(copy[key!], rest, way);
  else if (way === 'absent') delete copy[key!];
  else copy[key!] = instead(way, copy[key!]);
  return copy;
}

/** What is drawn in the same way wherever it stands, whatever else the post holds. */
const everywhere =
  /(?:^|\.)(?:account|mentions|tags|emojis|application|fields|roles|history|quote_approval|accounts)\./;

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** What a post holds, as far as it is drawn otherwise for it. */
function shapeOf(entity: unknown): string {
  const post = isTree(entity) ? entity : {};
  const { reblog, quote, media_attachments: media, poll, card, spoiler_text: warning, filtered } = post;
  return JSON.stringify([
    isTree(reblog) && shapeOf(reblog),
    isTree(quote) && [quote['state'], isTree(quote['quoted_status']) && shapeOf(quote['quoted_status'])],
    Array.isArray(media) && media.map((one) => isTree(one) && one['type']),
    isTree(poll) && [poll['expired'], poll['multiple']],
    isTree(card) && [card['type'], !!card['image'], !!card['html']],
    !!warning,
    Array.isArray(filtered) && filtered.length > 0,
  ]);
}

/** All that can be odd in some samples; what another sample has shown before is not drawn again. */
export function odditiesOf(samples: readonly Sample[]): Oddity[] {
  const seen = new Set<string>();
  const found: Oddity[] = [];
  samples.forEach(({ entity }, of) => {
    const shape = shapeOf(entity);
    for (const path of pathsOf(entity)) {
      const name = path.join('.').replace(/\b\d+\b/g, (index) => (Number(index) ? 'n' : '0'));
      const what = `${name} ${kindOf(at(entity, path))} ${everywhere.test(`${name}.`) ? '' : shape}`;
      if (seen.has(what)) continue;
      seen.add(what);
      for (const way of ways) found.push({ of, path, way });
    }
  });
  return found;
}

/** A share of them that is the same each time. */
export function someOf<Item>(items: readonly Item[], share: number, seed: number): Item[] {
  const roll = dice(seed);
  return items.filter(() => roll(10_000) < share * 10_000);
}

/** The same post under names that no other has: what is kept by name on a page is not mixed up. */
export function renamed(value: unknown, n: number): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, n));
  if (!isTree(value)) return value;
  const copy: Record<string, unknown> = {};
  const named = 'content' in value || 'acct' in value;
  for (const [key, item] of Object.entries(value)) {
    const isName = named && /^(?:id|uri|url|acct|username)$/.test(key) && typeof item === 'string' && item;
    copy[key] = isName
      ? item.replace(/^[^@/?#]*|(?<=\/)[^/@]*$/, (part) => (part ? `${part}${n}` : part))
      : renamed(item, n);
  }
  return copy;
}
