import { baseOf } from '../base/text.js';

/** A text with `{places}`, or one text for each plural form of `{n}`. */
export type Word = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Words = Readonly<Record<string, Word>>;

/** What a language file holds: all words, or some, the rest being said in English. */
export type Translation<W extends Words> = { readonly [T in keyof W]?: Word };

export type Values = Readonly<Record<string, string | number>>;

/** Says the words of one vocabulary in one language. */
export interface Speaker<W extends Words = Words> {
  /** A BCP 47 tag: the language that is really spoken, which is English where there is no other. */
  readonly lang: string;
  /** The word with its places filled. `n` chooses the plural form. */
  readonly say: (term: keyof W, values?: Values) => string;
  /** As `say`, but places may hold anything that a template can show. */
  weave<T>(term: keyof W, values: Readonly<Record<string, T>>): (string | T)[];
}

const place = /\{(\w+)\}/g;

/** The words of an element in all languages. English comes with the element; the others when they are spoken. */
export class Vocabulary<W extends Words> {
  readonly #speakers = new Map<string, Speaker<W>>();

  /**
   * @param english All words.
   * @param loaders Language (its first subtag) → its file.
   */
  constructor(
    english: W,
    private readonly loaders: Readonly<Record<string, () => Promise<{ words: Translation<W> }>>>,
  ) {
    this.add('en', english);
  }

  /** Adds a language, or replaces it. What the translation leaves out is said in English. */
  add(lang: string, translation: Translation<W>): void {
    const english = this.#speakers.get('en') as Voice | undefined;
    this.#speakers.set(baseOf(lang), new Voice(lang, translation, english) as Speaker<W>);
  }

  /** Whoever speaks this language, or undefined while it must be loaded. */
  speaker(lang: string): Speaker<W> | undefined {
    const base = baseOf(lang);
    return this.#speakers.get(base) ?? (Object.hasOwn(this.loaders, base) ? undefined : this.#speakers.get('en'));
  }

  /** Loads a language; one that cannot be loaded is English from then on (R211). Never rejects. */
  async load(lang: string): Promise<Speaker<W>> {
    const ready = this.speaker(lang);
    if (ready) return ready;
    try {
      this.add(lang, (await this.loaders[baseOf(lang)]!()).words);
    } catch {
      this.#speakers.set(baseOf(lang), this.#speakers.get('en')!);
    }
    return this.speaker(lang)!;
  }
}

/** A count may come grouped: `1.000` is no one. */
const countOf = (n: unknown) => Number(String(n).replace(/\D/g, ''));

class Voice {
  #plural: Intl.PluralRules | undefined;

  constructor(
    readonly lang: string,
    private readonly words: Translation<Words>,
    private readonly english?: Voice,
  ) {}

  readonly say = (term: string, values: Values = {}): string =>
    this.#textOf(term, values).replace(place, (_place, name: string) => `${values[name] ?? ''}`);

  weave<T>(term: string, values: Readonly<Record<string, T>>): (string | T)[] {
    const pieces = this.#textOf(term, values).split(place);
    return pieces.map((piece, at) => (at % 2 ? (values[piece] ?? '') : piece));
  }

  #textOf(term: string, values: Readonly<Record<string, unknown>>): string {
    const word = this.words[term];
    if (word === undefined) return this.english ? this.english.#textOf(term, values) : term;
    return typeof word === 'string' ? word : (word[this.#form(countOf(values['n']))] ?? word.other);
  }

  #form(n: number) {
    // The rule of English and German: the first Intl object of a page costs what three posts do.
    if (/^(?:en|de)\b/.test(this.lang)) return n === 1 ? 'one' : 'other';
    this.#plural ??= new Intl.PluralRules(this.lang);
    return this.#plural.select(n);
  }
}
