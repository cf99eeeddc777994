import { clean } from '../base/text.js';
import { exec, getAttribute, namesOf } from './natives.js';
import type { Plain } from './tree.js';

const longest = 8_192;
const integer = /^-?\d{1,5}$/;

// No flag i: its tables cost 150 µs when a page starts.
/** R70: what a value must look like, and which elements may have it (all, where nothing is said). */
const rules: Readonly<Record<string, readonly [value: RegExp, tags?: RegExp]>> = {
  __proto__: null as never,
  // R71: whole tokens, nothing that a page might have rules for.
  class: [
    /(?<!\S)(?:mention|hashtag|ellipsis|invisible|quote-inline|(?:h|p|u|dt|e)-[a-z-]{1,40})(?!\S)/g,
    /^(?:a|span|p)$/,
  ],
  title: [/[^]+/, /^abbr$/],
  start: [integer, /^ol$/],
  reversed: [/^/, /^ol$/],
  value: [integer, /^li$/],
  lang: [/^[a-zA-Z]{2,3}(?:-[a-zA-Z\d]{1,8}){0,4}$/],
  dir: [/^(?:ltr|rtl|auto)$/],
  translate: [/^no$/],
};

/** The attributes of a kept element that may stay, as what the rule found in them. */
export function attributesOf(from: Element, tag: string): Plain['attributes'] {
  // A literal: no patched function makes it (R92).
  const kept = { __proto__: null } as object as Plain['attributes'];
  const names = namesOf(from);
  // By index: no iterator that a page may have patched (R92).
  for (let at = 0; at < names.length; at++) {
    const name = names[at]!;
    const { 0: rule, 1: tags } = rules[name] ?? {};
    if (!rule || (tags && !exec(tags, tag))) continue;
    const value = getAttribute(from, name)!;
    if (value.length > longest) continue;
    // No array and join either.
    let all: string | undefined;
    for (let found; (found = exec(rule, value));) {
      all = (all === undefined ? '' : all + ' ') + found[0];
      if (!rule.global) break;
    }
    if (all !== undefined) kept[name] = clean(all);
  }
  return kept;
}
