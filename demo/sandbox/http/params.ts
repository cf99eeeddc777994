/** Parameters as Rails reads them: query and body in one, brackets for lists and groups. */

export type Param = string | number | boolean | null | File | Param[] | { [name: string]: Param };

type Group = { [name: string]: Param };

const isGroup = (value: Param | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof File);

const falsy = new Set(['0', 'f', 'F', 'false', 'FALSE', 'off', 'OFF']);

export class Params {
  constructor(readonly values: Group) {}

  has(name: string): boolean {
    return Object.hasOwn(this.values, name);
  }

  /** A single value as text; undefined where there is none or it is a list. */
  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
  }

  /** As `text`, but an empty one counts as none. */
  present(name: string): string | undefined {
    return this.text(name)?.trim() ? this.text(name) : undefined;
  }

  /** Undefined where it was not sent or is empty. */
  flag(name: string): boolean | undefined {
    const text = this.text(name);
    return text === undefined || text === '' ? undefined : !falsy.has(text);
  }

  /** A whole number: leading digits, 0 for nonsense, as Ruby's `to_i`. */
  whole(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(/^\s*-?\d+/.exec(text)?.[0] ?? 0);
  }

  /** Texts of a list sent as `name[]=…` or as a JSON array; undefined for anything else. */
  list(name: string): string[] | undefined {
    const value = this.values[name];
    if (!Array.isArray(value)) return undefined;
    return value.filter((item) => typeof item === 'string' || typeof item === 'number').map(String);
  }

  /** A list, or one value in its place. */
  several(name: string): string[] {
    return this.list(name) ?? (this.text(name) === undefined ? [] : [this.text(name)!]);
  }

  /** A group sent as `name[key]=…` or as a JSON object. */
  group(name: string): Params | undefined {
    const value = this.values[name];
    return isGroup(value) ? new Params(value) : undefined;
  }

  /** A list of groups, as `media_attributes[][id]`. */
  groups(name: string): Params[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter(isGroup).map((group) => new Params(group)) : [];
  }

  file(name: string): File | undefined {
    const value = this.values[name];
    return value instanceof File ? value : undefined;
  }
}

/** Puts one `a[b][]=value` pair where it belongs. A new group in a list begins when a key comes again, as in Rack. */
function place(into: Group, path: readonly string[], value: Param): void {
  const [name = '', next, ...rest] = path;
  if (name === '__proto__') return;
  if (next === undefined) into[name] = value;
  else if (next !== '') {
    if (!isGroup(into[name])) into[name] = {};
    place(into[name], [next, ...rest], value);
  } else {
    if (!Array.isArray(into[name])) into[name] = [];
    const list = into[name];
    if (!rest.length) {
      list.push(value);
      return;
    }
    let last = list.at(-1);
    if (!isGroup(last) || Object.hasOwn(last, rest[0]!)) list.push((last = {}));
    place(last, rest, value);
  }
}

function readPairs(into: Group, pairs: Iterable<readonly [string, string | File]>): void {
  for (const [key, value] of pairs) {
    const [, name = key, brackets = ''] = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(key) ?? [];
    place(into, [name, ...[...brackets.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]!)], value);
  }
}

/** Reads query and body. Throws `SyntaxError` when the body is no JSON although it says so. */
export async function readParams(request: Request): Promise<Params> {
  const values: Group = {};
  readPairs(values, new URL(request.url).searchParams);
  const type = request.headers.get('Content-Type') ?? '';
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return new Params(values);
  if (type.includes('json')) {
    const text = await request.text();
    const body = text ? (JSON.parse(text) as Param) : {};
    if (isGroup(body)) Object.assign(values, body);
  } else if (/urlencoded|multipart/.test(type)) readPairs(values, await request.formData());
  return new Params(values);
}
