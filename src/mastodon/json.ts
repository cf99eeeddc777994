import { cleanName } from '../base/text.js';

export type Raw = Readonly<Record<string, unknown>>;

/** The value, if it is an object of JSON (no array, no null). */
export const asObject = (value: unknown): Raw | undefined =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : undefined;

/** What a server said about a refusal: `error` (a text or an object with one) or `error_description`; one line, at most 300 characters (R56). */
export function errorText(body: Raw | undefined): string {
  const error = body?.['error'];
  const said = [error, body?.['error_description'], asObject(error)?.['message']].map(cleanName).find(Boolean);
  return said?.slice(0, 300).toWellFormed() ?? '';
}
