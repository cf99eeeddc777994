/** Reads one value of a stranger's JSON as the type it should have. None of these throws. */
import { clean, cleanName } from '../base/text.js';
import { asObject, type Raw } from './json.js';

/** Longer lists and ids are cut: no server means them. */
const most = 500;

/** The objects of a list; an empty list for anything else (R190). Broken items are left out, their neighbours stay (R142). */
export const objects = (value: unknown): Raw[] =>
  Array.isArray(value) ? value.slice(0, most).filter((item): item is Raw => !!asObject(item)) : [];

const cut = (value: unknown, length: number) => (typeof value === 'string' ? value.slice(0, length) : '');

/** What stands on one line: names, handles, titles. No server needs more, and a page draws every letter (R206). */
export const asName = (value: unknown) => cleanName(cut(value, most));

/** Plain text of a post or about a picture. */
export const asText = (value: unknown) => clean(cut(value, 20_000));

/** HTML: cut where `content/` has long since refused to parse it (R79). */
export const asHtml = (value: unknown) => clean(cut(value, 500_000));

/** An id as the opaque text it is, even where a server sends a number (R199); empty when there is none. */
export const asId = (value: unknown) => clean(cut(typeof value === 'number' ? `${value}` : value, most));

/** A count, or undefined where there is none: null, negative, a text (R198). */
export const asCount = (value: unknown) =>
  typeof value === 'number' && value >= 0 && value < Infinity ? Math.trunc(value) : undefined;

const date = /^(\d{4}-\d\d-(\d\d))(?:T\d\d:\d\d[\d:.]*(Z|[+-]\d\d:?\d\d)?)?$/;

const iso = (text: string) => {
  const time = Date.parse(text);
  return time < Infinity ? new Date(time).toISOString() : undefined;
};

/** ISO 8601 in UTC with milliseconds, so that dates compare as text; undefined for what no calendar knows (R205). */
export function asDate(value: unknown) {
  const [text = '', day = '', number = '', zone] = (typeof value === 'string' && date.exec(value)) || [];
  // Some engines take 30 February for 2 March.
  if (number > '28' && !iso(day)?.startsWith(day)) return undefined;
  // A time without a zone would be read in the reader's own.
  return iso(zone || text === day ? text : `${text}Z`);
}
