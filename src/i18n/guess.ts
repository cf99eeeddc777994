/** Which language a text is in, as far as its script or its commonest words say so. Small and sure rather than clever: else nothing is said. */

/** A script that one language alone is written in, among those that people post in. Of Japanese the syllables tell. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
];

/** Letters that one language of a script has and its neighbours have not. */
const letters: readonly (readonly [script: RegExp, language: string, letter: RegExp])[] = [
  [/\p{Script=Cyrillic}/gu, 'uk', /[їєґ]/i],
  [/\p{Script=Cyrillic}/gu, 'be', /ў/i],
  [/\p{Script=Cyrillic}/gu, 'ru', /[ыэё]/i],
  [/\p{Script=Arabic}/gu, 'ur', /[ٹڈڑں]/],
  [/\p{Script=Arabic}/gu, 'fa', /[پچژگ]/],
  [/\p{Script=Arabic}/gu, 'ar', /[ةىأإ]/],
];

const common: Readonly<Record<string, string>> = {
  en: 'the and of to is in that it you for was with this are have not but they',
  de: 'der die und ist nicht das ich ein zu mit auf für den es auch wir sich eine',
  fr: 'le la les et est pas que des une dans pour je vous avec sur ce nous qui',
  es: 'el los las que y es una por para con no se del como pero está muy más',
  pt: 'os e que não uma para com um é do da mas como são eu muito mais isso',
  it: 'il che non di è per una con sono gli del della ma anche più come questo',
  nl: 'de het een en van is niet dat ik op voor met zijn maar ook je wat nog',
  sv: 'och att det är en som på inte jag för med ett av den har till om men',
  da: 'og det er ikke jeg en at på til med af den der har som et vi kan',
  nb: 'og det er ikke jeg en å på til med av som har for et om men vi',
  pl: 'nie się że to na jest w i z do jak ale o za co po czy tak',
  cs: 'že se na je to v a s z jsem ale jako by pro si tak jsou jen',
  fi: 'ja on ei se että en mutta oli kun myös ovat niin mitä kuin nyt',
  hu: 'a az és hogy nem is egy van ez de meg csak már volt mert',
  tr: 'bir ve bu da de için çok ne ama ben var gibi daha değil kadar',
  id: 'yang dan di ini itu tidak untuk dengan dari saya akan ada juga bisa',
  ca: 'el la els les i que no amb per una és però dels aquest més molt',
  ro: 'și nu de la în este că cu pe un mai care sunt din pentru',
};

const lists = Object.entries(common).map(([language, words]) => [language, new Set(words.split(' '))] as const);

/** Addresses, names, hashtags and emoji are in no language. */
const foreign = /\bhttps?:\S+|[@#]\S+|:\w+:/g;

function byWords(text: string) {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = lists.map(([language, list]) => [language, words.filter((word) => list.has(word)).length] as const);
  const [[best = '', hits = 0] = [], [, second = 0] = []] = scores.sort(([, a], [, b]) => b - a);
  return hits >= 3 && hits >= words.length * 0.15 && hits >= second * 1.5 ? best : undefined;
}

/** The tag of a language; undefined where it is not sure. */
export function guessLanguage(written: string): string | undefined {
  const text = written.slice(0, 2000).replace(foreign, ' ');
  const total = text.match(/\p{L}/gu)?.length ?? 0;
  const much = (script: RegExp) => (text.match(script)?.length ?? 0) > total / 2;
  if (total >= 8) {
    const own = scripts.find(([language, script]) =>
      language === 'ja' ? (text.match(script)?.length ?? 0) > total / 5 : much(script),
    );
    if (own) return own[0];
    const other = letters.find(([script, , letter]) => letter.test(text) && much(script));
    if (other) return other[1];
  }
  return total >= 20 && much(/\p{Script=Latin}/gu) ? byWords(text) : undefined;
}
