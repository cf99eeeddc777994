/** Reads one field of a stranger's JSON as the type it should have. None of these throws. */
import { clean } from '../base/text.js';
import { asObject, type Raw } from './json.js';

/** Longer lists are cut: no server means them, and each item costs. */
const most = 500;

const longestId = 500;

/** The objects of a list; an empty list for anything else (R190). Broken items are left out, their neighbours stay (R142). */
export const objects = (value: unknown): Raw[] =>
  Array.isArray(value) ? value.slice(0, most).filter((item): item is Raw => !!asObject(item)) : [];

/** An id as the opaque text it is, even where a server sends a number (R199); empty when there is none. */
export function asId(value: unknown): string {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && id.length <= longestId ? clean(id) : '';
}

/** A count, or undefined where there is none: null, negative, a text (R198). */
export const asCount = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < Infinity ? Math.trunc(value) : undefined;

const date = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** ISO 8601 in UTC with milliseconds, so that dates compare as text; undefined for what no calendar knows (R205). */
export function asDate(value: unknown): string | undefined {
  const day = typeof value === 'string' ? date.exec(value)?.[1] : undefined;
  if (!day) return undefined;
  // Some engines take 30 February for 2 March.
  const midnight = Date.parse(day);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  const text = value as string;
  // Without a zone a browser would read its own.
  const time = Date.parse(/T[^Z+-]*$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
