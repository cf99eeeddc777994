import { body, type BodyOptions } from '../../src/content/content.js';

/** A fragment as text, for looking at; never for putting back. */
export function html(fragment: DocumentFragment | string): string {
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
}

/** The body of a post as text. */
export const bodyHtml = (content: string, options?: BodyOptions) => html(body(content, options));

/** The attributes that every link gets. */
export const linkStart = '<a rel="nofollow noopener noreferrer ugc" target="_blank" referrerpolicy="no-referrer"';

/** `tag@attribute=value` for all that is in a node, and `tag` for the elements themselves. */
export function inventory(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element.localName,
    ...[...element.attributes].map(({ name, value }) => `${element.localName}@${name}=${value}`),
  ]);
}

/** What a sanitised body may consist of, and nothing else (R67, R70). Returns what does not belong. */
export function strangers(root: ParentNode): string[] {
  return inventory(root).filter((entry) => !expected.some((rule) => rule.test(entry)));
}

const expected = [
  /^(?:p|br|wbr|span|a|abbr|del|s|pre|blockquote|code|b|strong|u|sub|sup|i|em|ul|ol|li|ruby|rt|rp)$/,
  /^\w+@lang=[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i,
  /^\w+@dir=(?:ltr|rtl|auto)$/,
  /^\w+@translate=no$/,
  /^a@href=(?:https?|mailto|xmpp|gemini|magnet|matrix):/,
  /^a@rel=nofollow noopener noreferrer ugc$/,
  /^a@target=_blank$/,
  /^a@referrerpolicy=no-referrer$/,
  /^(?:a|span|p)@class=(?:(?:mention|hashtag|ellipsis|invisible|quote-inline|(?:h|p|u|dt|e)-[a-z-]+)(?: |$))+$/,
  /^abbr@title=/,
  /^ol@(?:start=-?\d{1,5}|reversed=)$/,
  /^li@value=-?\d{1,5}$/,
];

/** mulberry32: the same cases in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
