/** masto.js speaks camelCase, the API snake_case. Converted once, and each key's other spelling is remembered. */

/** How a key of the API looks. Anything else (`zh-TW`, `@1x`, `text/html`) is data, and stays. */
const ours = /^(?:admin\.)?[a-z][a-z\d]*(?:_[a-z\d]+)+$|^admin\.[a-z_]+$/;

/** Maps whose keys are data, whatever they look like; and what pollutes. */
const maps = new Set(['translations', 'versions', 'api_versions', 'apiVersions']);
const never = new Set(['__proto__', 'constructor', 'prototype']);

/** No server has more kinds of keys; a hostile one could. */
const remembered = 2000;

const memoised = (spell: (key: string) => string) => {
  const memo = new Map<string, string>();
  return (key: string) => {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const other = spell(key);
    if (memo.size < remembered) memo.set(key, other);
    return other;
  };
};

/** `reblogs_count` → `reblogsCount`, `admin.sign_up` → `adminSignUp`; a digit keeps its `_`, as in masto. */
const toCamel = memoised((key) =>
  ours.test(key)
    ? key.replace(/[._]([a-z\d])/g, (joint, letter: string) =>
        /\d/.test(letter) ? `_${letter}` : letter.toUpperCase(),
      )
    : key,
);

/** `inReplyToId` → `in_reply_to_id`; `posting:default:visibility` and `_destroy` stay. */
export const toSnake = memoised((key) =>
  /^[a-z\d]+$/i.test(key)
    ? key
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
        .toLowerCase()
    : key,
);

/** An object of data: neither a class (Blob, FormData, Date …) nor a list. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === null || parent === Object.prototype;
}

function convert(value: unknown, spell: (key: string) => string, asIs: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, spell, false));
  if (!isPlain(value)) return value;
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== undefined && !never.has(key)) out[asIs ? key : spell(key)] = convert(item, spell, maps.has(key));
  }
  return out;
}

/** An answer of the API as masto's types describe it. `asIs`: the keys of the outermost object are data. */
export const camelKeys = (json: unknown, asIs = false): unknown => convert(json, toCamel, asIs);

/** Parameters as the API wants them. What is undefined is left out. */
export const snakeKeys = (params: unknown): unknown => convert(params, toSnake, false);
