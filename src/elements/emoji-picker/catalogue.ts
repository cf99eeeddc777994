import { baseOf } from '../../base/text.js';
import type { OfferedEmoji } from '../../mastodon/custom-emojis.js';
import { isDrawable } from './drawable.js';

/** Something that can be chosen: an emoji of Unicode, or one of the server's own. */
export interface Emoji {
  /** What stands in the text: the sign, or `:shortcode:`. */
  readonly text: string;
  readonly name: string;
  /** Where it is looked for: its name, then what else it is called; simple letters between blanks and bars. */
  readonly terms: string;
  /** How the colour of skin is put into it: of the first person, of the first and the last, or not at all. */
  readonly skin: 0 | 1 | 2;
  /** A letter for the version of Unicode, when it is a late one. */
  readonly since: string;
  /** Of the server's own: the picture, and the one that does not move. */
  readonly picture?: OfferedEmoji;
}

/** Small letters without accents; everything between words is one blank. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}+|;]+/gu, ' ');

const languages: Readonly<Record<string, () => Promise<{ names: readonly string[] }>>> = {
  en: () => import('./data/names-en.js'),
  de: () => import('./data/names-de.js'),
};

const unicode = new Map<string, Promise<readonly (readonly Emoji[])[]>>();

async function load(language: string): Promise<readonly (readonly Emoji[])[]> {
  const [{ emojis }, { names }] = await Promise.all([import('./data/emojis.js'), languages[language]!()]);
  return names.map((line, group) => {
    const signs = emojis[group]!.split(' ');
    const terms = fold(line).split(';');
    const all = line.split(';').map((said, at): Emoji => {
      const [, text = '', skin, since = ''] = /^(.+?)([12]?)([a-e]?)$/u.exec(signs[at]!) ?? [];
      const name = said.split('|', 1)[0]!;
      const words = terms[at]!.trim().replace(/ ?\| ?/g, ' | ');
      return { text, name, terms: ` ${words} |`, skin: Number(skin) as Emoji['skin'], since };
    });
    return all.filter(({ since }) => isDrawable(since));
  });
}

/** The emoji of Unicode in their groups: faces, people, animals, food, places, games, things, signs, flags. */
export function unicodeEmojis(lang: string): Promise<readonly (readonly Emoji[])[]> {
  const base = baseOf(lang);
  const language = Object.hasOwn(languages, base) ? base : 'en';
  const coming = unicode.get(language) ?? load(language);
  unicode.set(language, coming);
  coming.catch(() => unicode.delete(language));
  return coming;
}

const own = new WeakMap<readonly OfferedEmoji[], readonly Emoji[]>();

/** The server's own, made once a list. */
export function ownEmojis(offered: readonly OfferedEmoji[]): readonly Emoji[] {
  let made = own.get(offered);
  if (!made) {
    made = offered.map((picture) => {
      const text = `:${picture.shortcode}:`;
      const code = picture.shortcode.toLowerCase();
      const terms = ` ${code.replace(/[_-]+/g, ' ')} | ${code.replace(/[_-]+/g, '')} |`;
      return { text, name: text, terms, skin: 0, since: '', picture };
    });
    own.set(offered, made);
  }
  return made;
}

const tones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'];

/** An emoji with a colour of skin: 1 (light) to 5 (dark), 0 for none. */
export function toned({ text, skin }: Emoji, tone: number): string {
  if (!skin || !tone) return text;
  const people = text.split('\u200d');
  const last = people.length - 1;
  return people
    .map((each, at) => (at && (skin === 1 || at < last) ? each : each.replace(/^(.)\ufe0f?/u, `$1${tones[tone]}`)))
    .join('\u200d');
}
