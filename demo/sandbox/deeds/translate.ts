import { statusJson } from '../entities/status.js';
import type { Json } from '../entities/account.js';
import type { Instance } from '../instance.js';
import type { StatusRow } from '../world/rows.js';

/** What it takes for a translation service; an invented one. */
export const provider = 'Lanternfish';

/** From which languages into which. `und` stands for posts that do not name theirs. */
export const pairs: Readonly<Record<string, readonly string[]>> = {
  und: ['en', 'de'],
  en: ['de', 'pt', 'ja'],
  de: ['en', 'pt'],
  pt: ['en', 'de', 'pt-BR'],
  ar: ['en', 'de'],
  ja: ['en', 'de'],
  fr: ['en', 'de'],
};

/** A little of each language: whoever looks sees that something has been translated. Whatever else is said is shouted softly. */
const dictionary: Readonly<Record<string, string>> = {
  bom: 'good',
  dia: 'day',
  mar: 'sea',
  nevoeiro: 'fog',
  jardim: 'garden',
  porto: 'harbour',
  guten: 'good',
  morgen: 'morning',
  nebel: 'fog',
  hafen: 'harbour',
  und: 'and',
  e: 'and',
  o: 'the',
  a: 'the',
};

const wordOf = (word: string, lang: string) => {
  const known = dictionary[word.toLowerCase()] ?? [...word].reverse().join('').toLowerCase();
  const said = lang === 'en' ? known : `${known}${lang.slice(0, 2)}`;
  return /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
};

/** Word by word, the same every time; shortcodes and mentions stay. */
const textIn = (text: string, lang: string) =>
  text.replace(/https?:\S+|:\w+:|[@#][\w@.-]+|&\w+;|\p{L}[\p{L}\p{M}]*/gu, (word) =>
    /^(?:[:@#&]|https?:)/.test(word) ? word : wordOf(word, lang),
  );

/** The text between the tags; what is not to be translated stays. */
const htmlIn = (html: string, lang: string) =>
  html
    .split(/(<a [^>]*translate="no"[^>]*>[^]*?<\/a>|<[^>]*>)/)
    .map((piece, at) => (at % 2 ? piece : textIn(piece, lang)))
    .join('');

interface Shown {
  content: string;
  spoiler_text: string;
  visibility: string;
  language: string | null;
  poll: { id: string; options: { title: string }[] } | null;
  media_attachments: { id: string; description: string | null }[];
}

/** Whether a post may be translated into a language: one that anybody may read, between languages that the service knows. */
export const mayTranslate = ({ visibility, language }: StatusRow, lang: string): boolean =>
  (visibility === 'public' || visibility === 'unlisted') && !!pairs[language ?? 'und']?.includes(lang);

/** A post in another language, as the service gives it. */
export function translationJson(instance: Instance, status: StatusRow, lang: string): Json {
  const shown = statusJson(instance, undefined, status) as unknown as Shown;
  return {
    detected_source_language: status.language ?? 'pt',
    language: lang,
    provider,
    content: htmlIn(shown.content, lang),
    spoiler_text: textIn(shown.spoiler_text, lang),
    poll: shown.poll && {
      id: shown.poll.id,
      options: shown.poll.options.map(({ title }) => ({ title: textIn(title, lang) })),
    },
    media_attachments: shown.media_attachments.flatMap(({ id, description }) =>
      description ? [{ id, description: textIn(description, lang) }] : [],
    ),
  };
}
