/**
 * The people's posts are written as text, one script a person. A line that begins with `=` begins a post and says how long
 * ago (or, with `+`, how long after what it answers or quotes) and what is special about it; what follows is what was typed.
 * Words: `id` names it for others · `re` answers · `quote` quotes · `qstate` · `cw` · `vis` · `lang` · `media` with `alt` · `sensitive` ·
 * `pin` · `poll` with `ends` (from now), `votes`, `multiple`, `hidden` · `edited` (the text before) with `editedago` · `likes`, `boosts` (by
 * people who are only counted).
 */

export interface ScriptedPost {
  by: string;
  /** Minutes before now; for `after`, minutes after what it answers or quotes. */
  ago: number;
  after: boolean;
  text: string;
  /** Words of the first line: `id=fog`, `pin`, `cw="…"`. Flags are empty texts. */
  words: Readonly<Record<string, string>>;
}

const minutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080, y: 525_600 };

/** `3h`, `-2d`: a number and a unit, in minutes. Throws on anything else. */
export function span(text: string): number {
  const [, sign, amount, unit] = /^(-?)(\d+(?:\.\d+)?)([mhdwy])$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined) throw new Error(`No span of time: ${text}`);
  return Number(amount) * minutes[unit]! * (sign ? -1 : 1);
}

function readWords(line: string): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [, name, quoted, bare] of line.matchAll(/([a-z]+)(?:=(?:"([^"]*)"|(\S+)))?/g))
    words[name!] = quoted ?? bare ?? '';
  return words;
}

/** Reads one person's script. */
export function readScript(by: string, script: string): ScriptedPost[] {
  return script
    .split(/^= /m)
    .slice(1)
    .map((part) => {
      const [, ago = '', line = ''] = /^(\S+)([^\n]*)\n?/.exec(part) ?? [];
      const text = part.slice(part.indexOf('\n') + 1).trim();
      return { by, ago: span(ago.replace('+', '')), after: ago.startsWith('+'), text, words: readWords(line) };
    });
}

/** Puts `+` times in their place. Throws when something answers what is younger, or what is not there. */
export function settle(posts: readonly ScriptedPost[]): ScriptedPost[] {
  const named = new Map(posts.filter(({ words }) => words['id']).map((post) => [post.words['id']!, post]));
  const agoOf = (post: ScriptedPost): number => {
    const target = post.words['re'] ?? post.words['quote'];
    if (target === undefined) return post.ago;
    const parent = named.get(target);
    if (!parent) throw new Error(`${post.by} speaks of ${target}, which is not there`);
    const before = agoOf(parent);
    const ago = post.after ? before - post.ago : post.ago;
    if (ago >= before || ago < 0) throw new Error(`${post.by} answers ${target} before it was said, or after now`);
    return ago;
  };
  return posts.map((post) => ({ ...post, ago: agoOf(post), after: false }));
}
