import { isPlain } from './keys.js';

type Leaf = string | number | boolean | Blob | null | undefined;
type Pair = readonly [name: string, value: Leaf];

/** `a[b]` for objects, `a[0]` or `a[]` for lists, as Rails reads them. */
function flatten(value: unknown, name: string, numbered: boolean): Pair[] {
  const entries: [string, unknown][] | undefined = Array.isArray(value)
    ? value.map((item, index) => [numbered ? String(index) : '', item])
    : isPlain(value)
      ? Object.entries(value)
      : undefined;
  return (
    entries?.flatMap(([key, item]) => flatten(item, name ? `${name}[${key}]` : key, numbered)) ?? [
      [name, value as Leaf],
    ]
  );
}

/** Parameters as a search string, without the question mark. null and undefined are left out. */
export function toSearch(params: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of flatten(params ?? {}, '', false))
    if (value != null) search.append(name, `${value as string}`);
  return search.toString();
}

/** Parameters as a multipart form. undefined is left out (masto would send the word), null empties a field. */
export function toForm(params: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of flatten(params ?? {}, '', true)) {
    if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined) form.append(name, String(value ?? ''));
  }
  return form;
}
