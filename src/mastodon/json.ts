import { cleanName } from '../base/text.js';

/** What a body held: `undefined` for an empty one (R141), `broken` for what is no JSON. */
export type Body =
  { readonly data: unknown; readonly broken?: false } | { readonly data?: undefined; readonly broken: true };

/** Parses a body. `Response.text()` has taken off a BOM and replaced what is not UTF-8 (R143). */
export function parseJson(text: string): Body {
  try {
    return { data: text.trim() ? (JSON.parse(text) as unknown) : undefined };
  } catch {
    return { broken: true };
  }
}

export type Raw = Readonly<Record<string, unknown>>;

/** The value, if it is an object of JSON (no array, no null). */
export const asObject = (value: unknown): Raw | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;

/** What a server said about a refusal: the first text among the keys in use (`error` may be an object or absent), one line, at most 300 characters (R56). */
export function errorText(data: unknown): string | undefined {
  const body = asObject(data);
  const said = [body?.['error'], body?.['error_description'], asObject(body?.['error'])?.['message']];
  const text = said.find((value) => typeof value === 'string' && value.trim());
  return text === undefined ? undefined : cleanName((text as string).slice(0, 300));
}
