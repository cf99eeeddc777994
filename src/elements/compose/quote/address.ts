import { isPost } from '../post-address.js';

/** More is no text that somebody types. */
const most = 20_000;

/** The addresses of posts in a text, the last one first. */
export const postsIn = (text: string): readonly string[] =>
  (text.length > most ? [] : (text.match(/https?:\/\/[^\s<>"]+/g) ?? [])).filter(isPost).reverse();

/** A text without an address, and without the blank that it leaves behind. */
export function without(text: string, address: string): string {
  const at = text.lastIndexOf(address);
  if (at < 0) return text;
  const [before, after] = [text.slice(0, at), text.slice(at + address.length)];
  return !before || /\s$/.test(before) ? before + after.replace(/^\s/, '') : before + after;
}
