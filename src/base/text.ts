/** Strings from strangers, made harmless as strings: what `content/` and `mastodon/` both need. */

// C0 controls but tab, line feed and carriage return; DEL; noncharacters.
// eslint-disable-next-line no-control-regex -- these are what is looked for
const broken = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Bidi embeddings, overrides and isolates: they may turn the words around a name (R81). */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** R82: lone surrogates, C0 controls and noncharacters become U+FFFD. Anything that is no string is empty. */
export const clean = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed().replace(broken, '\ufffd') : '';

/** R81: without the characters that turn the text around them. */
export const straight = (text: string): string => text.replace(turning, '');

/** R81: for names, handles and hosts: `clean`, on one line, and without characters that turn the text around it. */
export const cleanName = (value: unknown): string => straight(clean(value)).replace(/\s+/g, ' ').trim();

/** The language of a BCP 47 tag without what follows: `pt` of `pt-BR`. */
export const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;
