/** How a host is shown to somebody who is about to trust it (R2). */
import { cleanName } from '../base/text.js';
import { toUnicode } from './punycode.js';

const scripts: readonly RegExp[] = [
  /\p{sc=Latin}/u,
  /\p{sc=Greek}/u,
  /\p{sc=Cyrillic}/u,
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u,
];
const [latin, eastAsian] = [0, 3];

/** Cyrillic letters that nobody tells from Latin ones: a word of these alone is no word. */
const lookalikes = /^[аАсеЕоОрРхХуіІјЈѕЅһԁԛԝӏкмтвнь\d-]+$/;

/** Letters of several alphabets in one label, as no language writes them; East Asian ones go with Latin. */
function isMixed(label: string): boolean {
  const letters = label.match(/\p{L}/gu) ?? [];
  const found = new Set(letters.map((letter) => scripts.findIndex((script) => script.test(letter))));
  if (found.size === 2 && found.has(latin) && found.has(eastAsian)) return false;
  return found.size > 1 || (!found.has(latin) && lookalikes.test(label) && letters.length > 0);
}

export interface ShownHost {
  /** In the letters people read; with the ASCII form beside it where those may deceive. */
  readonly host: string;
  readonly warning?: 'mixed-script';
}

/** @param host In ASCII, with the port if there is one, as `URL` gives it. */
export function showHost(host: string): ShownHost {
  const unicode = cleanName(toUnicode(host));
  if (!unicode.replace(/:\d+$/, '').split('.').some(isMixed)) return { host: unicode };
  return { host: `${unicode} (${host})`, warning: 'mixed-script' };
}
