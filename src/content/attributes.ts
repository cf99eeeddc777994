import { clean } from '../base/text.js';
import { exec, getAttribute, hasAttributes } from './natives.js';

/** R70, R71: whole tokens of the class, nothing that a page might have rules for. */
const token = /(?<!\S)(?:mention|hashtag|ellipsis|invisible|quote-inline|(?:h|p|u|dt|e)-[a-z-]{1,40})(?!\S)/g;

const integer = /^-?\d{1,5}$/;

/** Attribute → what its value must look like. */
const everywhere: readonly (readonly [string, RegExp])[] = [
  ['lang', /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['translate', /^no$/],
];

function classesOf(value: string): string {
  let classes = '';
  for (let found; (found = exec(token, value));) classes += (classes && ' ') + found[0];
  return classes;
}

/** The attributes of a kept element that may stay (R70). `url` is where a link goes. */
export function attributesOf(from: Element, tag: string, url: URL | undefined): [name: string, value: string][] {
  const kept: [string, string][] = [];
  const keep = (name: string, value: string) => (kept[kept.length] = [name, value]);
  if (url) keep('href', url.href);
  if (!hasAttributes(from)) return kept;
  const matching = (name: string, rule: RegExp) => {
    const value = getAttribute(from, name);
    if (value && exec(rule, value)) keep(name, value);
  };
  if (tag === 'a' || tag === 'span' || tag === 'p') {
    const classes = classesOf(getAttribute(from, 'class') ?? '');
    if (classes) keep('class', classes);
  } else if (tag === 'abbr') {
    const title = clean(getAttribute(from, 'title'));
    if (title) keep('title', title);
  } else if (tag === 'ol') {
    matching('start', integer);
    if (getAttribute(from, 'reversed') !== null) keep('reversed', '');
  } else if (tag === 'li') matching('value', integer);
  for (const [name, rule] of everywhere) matching(name, rule);
  return kept;
}
