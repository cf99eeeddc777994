import { append, createElement, createText, exec } from './natives.js';

const long = /\S{1000}/;

/** Whether a word in it is longer than any that people write. */
export const hasLongWord = (text: string) => text.length > 1000 && !!exec(long, text);

/**
 * Appends text. Chromium lays out a word that has to break in time that grows with its square: 100,000 letters hold a
 * page for seconds; Firefox does the same with the number of places where it may. A place every 1,000 letters is quick in
 * both (R80, R206).
 */
export function appendText(to: Node, text: string): void {
  let done = 0;
  if (hasLongWord(text)) {
    // Not before a mark or a joiner, nor after one: a character stays whole. But for piles of a hundred of them.
    const rest = /\S{1000}(?:\S{0,99}?(?<!\u200d)(?=[^\s\p{M}\u200d])|\S{0,99})/gu;
    while (exec(rest, text)) {
      const end = rest.lastIndex;
      if (!text.charAt(end).trim()) continue; // The word ends here itself.
      append(to, createText(text.slice(done, end)));
      append(to, createElement('wbr'));
      done = end;
    }
  }
  append(to, createText(text.slice(done)));
}
