import { languageTag } from '../../mastodon/posting.js';

/** ISO 639-1, and what else Mastodon lists. */
const codes =
  'aa ab ae af ak am an ar as ast av ay az ba be bg bh bi bm bn bo br bs ca ce ch chr ckb cnr co cr cs csb cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gsw gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jbo jv ka kab kg ki kj kk kl km kmr kn ko kr ks ku kv kw ky la lb lfn lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd nds ne ng nl nn no nr nv ny oc oj om or os pa pdc pi pl ps pt qu rm rn ro ru rw sa sc sco sd se sg si sk sl sm smj sn so sq sr ss st su sv sw szl ta te tg th ti tk tl tn to tok tr ts tt tw ty ug uk ur uz vai ve vi vo wa wo xal xh yi yo za zgh zh-CN zh-HK zh-TW zu';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One costs what three posts do. */
const names = new Map<string, Intl.DisplayNames>();

/** A language in the words of another; its tag where nobody has a word for it. */
export function languageName(tag: string, lang: string): string {
  let speaker = names.get(lang);
  if (!speaker) names.set(lang, (speaker = new Intl.DisplayNames([lang, 'en'], { type: 'language' })));
  try {
    return speaker.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** As Mastodon lists it: German is German in Austria, too. Undefined for what is no language. */
export const plain = (tag: string): string | undefined =>
  languageTag(/^zh-(?:CN|HK|TW)$/.test(tag) ? tag : tag.split('-')[0]);

/** What is likely first, then, when it is asked for, all there is in the order of the alphabet; each name once. */
export function choices(likely: readonly (string | undefined)[], lang: string, all: boolean): Choice[] {
  const choice = (value: string) => ({ value, label: languageName(value, lang) });
  const first = [...new Set([...likely, ...navigator.languages.map(plain)])]
    .filter((tag) => tag !== undefined)
    .map(choice);
  if (!all) return first;
  const { compare } = new Intl.Collator(lang);
  const rest = codes
    .split(' ')
    .map(choice)
    .sort((a, b) => compare(a.label, b.label));
  const known = new Set<string>();
  return [...first, ...rest].filter(({ label }) => known.size < known.add(label).size);
}
