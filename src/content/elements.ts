/** R67: which elements stay. */
export const INLINE = 1;
/** Never inside a `<p>`: a parser would end the paragraph there, and the tree would not survive being copied (R94). */
export const BLOCK = 2;
/** Unwrapped, but its words do not run into their neighbours'. */
export const APART = 3;
/** R68: gone with all it holds. Those of its list that hold nothing, or never leave a parser, need no mention. */
export const DROPPED = 4;

/** What becomes of an HTML element; undefined for those that are just unwrapped. */
export const kinds = { __proto__: null } as object as Record<string, number | undefined>;

[
  'br span a abbr del s code b strong u sub sup i em ruby rt rp',
  'p pre blockquote ul ol li h1 h2 h3 h4 h5 h6',
  'div section article header footer table tr td th dl dt dd figure figcaption hr',
  'script style iframe object noscript noembed noframes xmp plaintext title textarea select slot video audio canvas',
].forEach((tags, index) => {
  for (const tag of tags.split(' ')) kinds[tag] = index + 1;
});
