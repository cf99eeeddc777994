import { idNumber } from '../world/ids.js';
import type { Call } from './auth.js';

/** `limit` as Mastodon reads it: over twice the default is capped, nonsense is 0. */
export function limitOf(c: Call, standard: number): number {
  const asked = c.var.params.whole('limit');
  return asked === undefined ? standard : Math.min(Math.abs(asked), standard * 2);
}

/** Cuts one page out of rows that stand from young to old. `min_id` takes those right above it, else the youngest. */
export function pageById<Row>(c: Call, rows: readonly Row[], idOf: (row: Row) => string, limit: number): Row[] {
  const { params } = c.var;
  const cursor = (name: string) => (params.present(name) === undefined ? undefined : idNumber(params.text(name)!));
  const [max, min] = [cursor('max_id'), cursor('min_id')];
  const since = min ?? cursor('since_id');
  const within = rows.filter((row) => {
    const id = idNumber(idOf(row));
    return (max === undefined || id < max) && (since === undefined || id > since);
  });
  if (min === undefined) return within.slice(0, limit);
  return limit ? within.slice(-limit) : [];
}

/** An address of this route with some of its parameters, in alphabetical order as Rails writes them. */
function address(c: Call, keep: readonly string[], more: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(more);
  for (const name of keep) {
    const list = c.var.params.list(name);
    if (list) pairs.push(...list.map((value): [string, string] => [`${name}[]`, value]));
    else if (c.var.params.has(name)) pairs.push([name, c.var.params.text(name) ?? '']);
  }
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${c.env.origin}${new URL(c.req.url).pathname.replace(/\/$/, '')}?${new URLSearchParams(pairs).toString()}`;
}

function setLink(c: Call, next: string | undefined, prev: string | undefined): void {
  const links = [next && `<${next}>; rel="next"`, prev && `<${prev}>; rel="prev"`].filter(Boolean);
  if (links.length) c.header('Link', links.join(', '));
}

export interface LinkRule {
  /** Parameters that the links keep. */
  keep?: readonly string[];
  /** `full`: a next page is promised only by a full page; `some`: by any post at all, as timelines do. */
  next: 'full' | 'some';
  prev?: 'min_id' | 'since_id';
}

/** The `Link` header of one page, given by the ids its cursors speak of. */
export function linkPage(c: Call, ids: readonly string[], limit: number, rule: LinkRule): void {
  const { keep = ['limit'], next, prev = 'min_id' } = rule;
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return;
  const more = next === 'some' || ids.length === limit;
  setLink(c, more ? address(c, keep, { max_id: last }) : undefined, address(c, keep, { [prev]: first }));
}

/** The `Link` header of a page counted by `offset`. */
export function linkOffset(c: Call, count: number, limit: number): void {
  const offset = c.var.params.whole('offset') ?? 0;
  const at = (value: number) => address(c, ['limit'], { offset: String(value) });
  setLink(c, count === limit ? at(offset + limit) : undefined, offset > limit ? at(offset - limit) : undefined);
}
