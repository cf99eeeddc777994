import { append, createElement, createText, exec } from './natives.js';

const long = /\S{500}/;

/** Whether a word in it is longer than any that people write. */
export const hasLongWord = (text: string) => text.length > 500 && !!exec(long, text);

/**
 * Appends text. Chromium lays out a word that has to break in time that grows with its square: 100,000 letters hold a
 * page for seconds. Places where it may break, every 500 letters, make that a tenth of one (R80, R206).
 */
export function appendText(to: Node, text: string): void {
  let done = 0;
  if (hasLongWord(text)) {
    // Not before a mark or a joiner, nor after one: a character stays whole. But for piles of a hundred of them.
    const rest = /\S{500}(?:\S{0,99}?(?<!\u200d)(?=[^\s\p{M}\u200d])|\S{0,99})/gu;
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
