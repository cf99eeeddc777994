/** Longer than posts of 500 letters are with all their links, or of more lines: it may have to be folded. Must cost nothing. */
export const isLong = (html: string): boolean =>
  html.length > 2000 || (html.length > 200 && html.split(/<(?:br|p|li)\b/, 21).length > 20);
