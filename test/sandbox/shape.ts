/** What JSON is made of, as far as two answers can be compared: keys and types by path, lists taken together. */

type Shape = Map<string, Map<string, Set<string>>>;

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** Path → key → types. A path is `reblog.account`, lists are `media_attachments[]`. */
export function shapeOf(value: unknown, path = '', shape: Shape = new Map()): Shape {
  if (Array.isArray(value)) for (const item of value) shapeOf(item, `${path}[]`, shape);
  else if (typeof value === 'object' && value !== null) {
    const keys = shape.get(path) ?? new Map<string, Set<string>>();
    shape.set(path, keys);
    for (const [key, item] of Object.entries(value)) {
      keys.set(key, (keys.get(key) ?? new Set()).add(typeOf(item)));
      shapeOf(item, path ? `${path}.${key}` : key, shape);
    }
  }
  return shape;
}

/** Where `ours` is of another form than `theirs`: `-path.key` missing, `+path.key` extra, `≠path.key` another type. */
export function differences(theirs: unknown, ours: unknown): string[] {
  if (typeOf(theirs) !== typeOf(ours)) return [`≠ ${typeOf(theirs)} ${typeOf(ours)}`];
  const [expected, found] = [shapeOf(theirs), shapeOf(ours)];
  const told: string[] = [];
  for (const [path, keys] of expected) {
    const own = found.get(path);
    if (!own) continue;
    const name = (key: string) => (path ? `${path}.${key}` : key);
    for (const [key, types] of keys) {
      const ownTypes = own.get(key);
      if (!ownTypes) told.push(`-${name(key)}`);
      else if (![...types, 'null'].some((type) => ownTypes.has(type)) && !types.has('null')) told.push(`≠${name(key)}`);
    }
    for (const key of own.keys()) if (!keys.has(key)) told.push(`+${name(key)}`);
  }
  return told;
}
