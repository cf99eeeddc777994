import type { EmojiSpeaker, EmojiWords } from '../../i18n/emoji-picker.js';
import type { Emoji } from './catalogue.js';
import { search } from './find.js';
import { plain } from './habits.js';
import type { Section } from './rows.js';
import type { Stock } from './stock.js';

/** The groups of Unicode, in its order. */
const groups: readonly (keyof EmojiWords)[] = [
  'faces',
  'people',
  'animals',
  'food',
  'places',
  'activities',
  'objects',
  'symbols',
  'flags',
];

/** The server's own: those without a category under its name, then each category. */
function ownSections(own: readonly Emoji[], host: string): Section[] {
  const byCategory = new Map<string, Emoji[]>([['', []]]);
  for (const emoji of own) {
    const { category = '' } = emoji.picture ?? {};
    const others = byCategory.get(category);
    if (others) others.push(emoji);
    else byCategory.set(category, [emoji]);
  }
  return [...byCategory]
    .sort(([a], [b]) => a.localeCompare(b))
    .filter(([, emojis]) => emojis.length)
    .map(([category, emojis]) => ({ id: 'own', title: category || host, emojis }));
}

/** What was chosen most, as far as it is to be had here; two lines of it. */
function usedSection(
  used: readonly string[],
  all: readonly Emoji[],
  { say }: EmojiSpeaker,
  columns: number,
): Section[] {
  if (!used.length) return [];
  const wanted = new Set(used.map(plain));
  const known = new Map(all.flatMap((emoji) => (wanted.has(plain(emoji.text)) ? [[plain(emoji.text), emoji]] : [])));
  const emojis = used.flatMap((text) => known.get(plain(text)) ?? []).slice(0, 2 * columns);
  return emojis.length ? [{ id: 'used', title: say('used'), emojis }] : [];
}

/** Everything under its heading, in the order in which it stands. */
export function sectionsOf(
  { groups: unicode = [], own = [], late }: Pick<Stock, 'groups' | 'own' | 'late'>,
  { used, host, columns }: { used: readonly string[]; host: string; columns: number },
  words: EmojiSpeaker,
): Section[] {
  const theirs = ownSections(own, host);
  const all = groups.map((id, at): Section => ({ id, title: words.say(id), emojis: unicode[at] ?? [] }));
  const often = usedSection(used, [...own, ...unicode.flat()], words, columns);
  return [...often, ...(late ? [...all, ...theirs] : [...theirs, ...all])];
}

/** What was found. */
export const foundSections = (
  query: string,
  { own = [], groups: unicode = [] }: Pick<Stock, 'groups' | 'own'>,
): Section[] => [{ id: 'found', title: '', emojis: search(query, [own, ...unicode]) }];

export interface Kind {
  readonly id: string;
  readonly label: string;
}

/** The kinds of emoji there are, for the buttons that lead to them. */
export const kindsOf = (sections: readonly Section[], host: string): Kind[] =>
  [...new Map(sections.map(({ id, title }) => [id, id === 'own' ? host : title]))].map(([id, label]) => ({
    id,
    label,
  }));
