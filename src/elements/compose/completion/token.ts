/** A word that is being written and may be completed. */
export interface Token {
  readonly kind: 'person' | 'tag' | 'emoji';
  /** What is written of it, up to the caret, without its sign. */
  readonly query: string;
  /** Where it stands in the text, its sign included. */
  readonly start: number;
  readonly end: number;
}

/** No name is longer, and a long text is not searched at every letter. */
const longest = 200;

/**
 * What may stand before the sign is what Mastodon lets stand there: no sign opens anything within an e-mail address, a
 * URL or a time of day. An emoji needs two letters, for `:D` is one already.
 */
const rules: readonly [Token['kind'], before: RegExp, after: RegExp][] = [
  [
    'person',
    /(?<![=/\p{L}\p{N}_@＠])[@＠]((?:[\p{L}\p{M}\p{N}_.-]+(?:@[\p{L}\p{M}\p{N}.-]*)?)?)$/u,
    /^[\p{L}\p{M}\p{N}_]*(?:@[\p{L}\p{M}\p{N}.-]*[\p{L}\p{N}])?/u,
  ],
  ['tag', /(?<![=/)&\p{L}\p{N}_#＃])[#＃]([\p{L}\p{M}\p{N}_·]+)$/u, /^[\p{L}\p{M}\p{N}_·]*/u],
  ['emoji', /(?<![/\p{L}\p{N}_:]):([\p{L}\p{N}+][\p{L}\p{M}\p{N}_+-]+)$/u, /^[\p{L}\p{M}\p{N}_+-]*:?/u],
];

/** The word at the caret; undefined where there is nothing to complete. */
export function tokenAt({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Token | undefined {
  if (selectionStart !== selectionEnd) return undefined;
  const before = value.slice(Math.max(0, selectionEnd - longest), selectionEnd);
  if (/:\/\/\S*$/.test(before)) return undefined;
  for (const [kind, rule, rest] of rules) {
    const query = rule.exec(before)?.[1];
    if (query === undefined) continue;
    const [after] = rest.exec(value.slice(selectionEnd, selectionEnd + longest)) ?? [''];
    return { kind, query, start: selectionEnd - query.length - 1, end: selectionEnd + after.length };
  }
  return undefined;
}
