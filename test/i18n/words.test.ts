import { expect } from '@open-wc/testing';
import { words as germanActs } from '../../src/i18n/acts.de.js';
import { words as englishActs } from '../../src/i18n/acts.en.js';
import { words as germanCard } from '../../src/i18n/card.de.js';
import { words as englishCard } from '../../src/i18n/card.en.js';
import { words as germanDialogs } from '../../src/i18n/dialogs.de.js';
import { words as englishDialogs } from '../../src/i18n/dialogs.en.js';
import { words as germanLightbox } from '../../src/i18n/lightbox.de.js';
import { words as englishLightbox } from '../../src/i18n/lightbox.en.js';
import { words as germanMedia } from '../../src/i18n/media.de.js';
import { words as englishMedia } from '../../src/i18n/media.en.js';
import { words as germanPoll } from '../../src/i18n/poll.de.js';
import { words as englishPoll } from '../../src/i18n/poll.en.js';
import { words as germanCompose } from '../../src/i18n/compose.de.js';
import { words as englishCompose } from '../../src/i18n/compose.en.js';
import { words as germanDetails } from '../../src/i18n/details.de.js';
import { words as englishDetails } from '../../src/i18n/details.en.js';
import { words as germanHistory } from '../../src/i18n/history.de.js';
import { words as englishHistory } from '../../src/i18n/history.en.js';
import { words as germanTranslation } from '../../src/i18n/translation.de.js';
import { words as englishTranslation } from '../../src/i18n/translation.en.js';
import { words as germanFuller } from '../../src/i18n/fuller.de.js';
import { words as englishFuller } from '../../src/i18n/fuller.en.js';
import { words as germanLogin } from '../../src/i18n/login.de.js';
import { words as englishLogin } from '../../src/i18n/login.en.js';
import { words as german } from '../../src/i18n/post.de.js';
import { words as english } from '../../src/i18n/post.en.js';
import { words as germanSignIn } from '../../src/i18n/sign-in.de.js';
import { words as englishSignIn } from '../../src/i18n/sign-in.en.js';
import { words as germanInstead } from '../../src/i18n/instead.de.js';
import { words as englishInstead } from '../../src/i18n/instead.en.js';
import { Vocabulary, type Values, type Word, type Words } from '../../src/i18n/vocabulary.js';

const texts = (word: Word): string[] => (typeof word === 'string' ? [word] : Object.values(word));
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What a translation has wrong: words that are missing or nobody says, places that differ, plural forms it has no use for. */
function faultsOf(translation: Words, from: Words, lang: string): string[] {
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  return [
    ...Object.keys(from).flatMap((term) => (Object.hasOwn(translation, term) ? [] : [`${term} is missing`])),
    ...Object.entries(translation).flatMap(([term, word]) => {
      const original = from[term];
      if (original === undefined) return [`${term} is superfluous`];
      const places = JSON.stringify(placesOf(texts(original).at(-1)!));
      const counted = typeof word === 'object' ? Object.keys(word).sort() : undefined;
      return [
        ...texts(word).flatMap((text) => (text.trim() ? [] : [`${term} is empty`])),
        ...texts(word).flatMap((text) => (JSON.stringify(placesOf(text)) === places ? [] : [`${term}: ${text}`])),
        ...(counted && counted.join() !== [...forms].sort().join() ? [`${term} has the forms ${counted.join()}`] : []),
      ];
    }),
  ];
}

const files: Readonly<Record<string, [translation: Words, from: Words, lang: string]>> = {
  'post.en': [english, english, 'en'],
  'post.de': [german, english, 'de'],
  'instead.en': [englishInstead, englishInstead, 'en'],
  'instead.de': [germanInstead, englishInstead, 'de'],
  'acts.en': [englishActs, englishActs, 'en'],
  'acts.de': [germanActs, englishActs, 'de'],
  'compose.en': [englishCompose, englishCompose, 'en'],
  'compose.de': [germanCompose, englishCompose, 'de'],
  'details.en': [englishDetails, englishDetails, 'en'],
  'details.de': [germanDetails, englishDetails, 'de'],
  'history.en': [englishHistory, englishHistory, 'en'],
  'history.de': [germanHistory, englishHistory, 'de'],
  'translation.en': [englishTranslation, englishTranslation, 'en'],
  'translation.de': [germanTranslation, englishTranslation, 'de'],
  'fuller.en': [englishFuller, englishFuller, 'en'],
  'fuller.de': [germanFuller, englishFuller, 'de'],
  'card.en': [englishCard, englishCard, 'en'],
  'card.de': [germanCard, englishCard, 'de'],
  'dialogs.en': [englishDialogs, englishDialogs, 'en'],
  'dialogs.de': [germanDialogs, englishDialogs, 'de'],
  'lightbox.en': [englishLightbox, englishLightbox, 'en'],
  'lightbox.de': [germanLightbox, englishLightbox, 'de'],
  'media.en': [englishMedia, englishMedia, 'en'],
  'media.de': [germanMedia, englishMedia, 'de'],
  'poll.en': [englishPoll, englishPoll, 'en'],
  'poll.de': [germanPoll, englishPoll, 'de'],
  'login.en': [englishLogin, englishLogin, 'en'],
  'login.de': [germanLogin, englishLogin, 'de'],
  'sign-in.en': [englishSignIn, englishSignIn, 'en'],
  'sign-in.de': [germanSignIn, englishSignIn, 'de'],
};

describe('the words of every language', () => {
  for (const [name, [translation, from, lang]] of Object.entries(files))
    it(`${name}: all of them, none too many, with the same places`, () => {
      expect(Object.keys(translation).length).to.be.greaterThan(3);
      expect(faultsOf(translation, from, lang)).to.deep.equal([]);
    });

  it('what would be wrong is found', () => {
    const from = { a: '{n} of {host}', b: { one: '{n} x', other: '{n} xs' }, c: 'c' };
    const bad = { a: '{n} von {wirt}', b: { other: '{n} x' }, d: ' ' };
    expect(faultsOf(bad, from, 'de')).to.deep.equal([
      'c is missing',
      'a: {n} von {wirt}',
      'b has the forms other',
      'd is superfluous',
    ]);
    expect(faultsOf({ ...from, c: '' }, from, 'en')).to.deep.equal(['c is empty']);
  });

  it('twelve months in each', () => {
    for (const words of [english, german]) expect(texts(words.months ?? '')[0]!.split(' ')).to.have.length(12);
  });

  it('no German word is English, but for those that are the same', () => {
    const same = (translation: Words, from: Words) =>
      Object.keys(from).filter((term) => JSON.stringify(translation[term]) === JSON.stringify(from[term]));
    expect(same(german, english)).to.have.members(['alt', 'seconds', 'minutes', 'percent', 'timeline']);
    expect(same(germanInstead, englishInstead)).to.deep.equal([]);
    expect(same(germanActs, englishActs)).to.deep.equal([]);
    expect(same(germanLogin, englishLogin)).to.deep.equal([]);
    expect(same(germanSignIn, englishSignIn)).to.deep.equal([]);
  });
});

describe('Vocabulary', () => {
  const make = (load: () => Promise<{ words: Words }> = () => Promise.resolve({ words: { a: 'Ä {who}' } })) =>
    new Vocabulary({ a: 'A {who}', n: { one: '{n} thing', other: '{n} things' }, b: 'B' }, { de: load });

  const speaking = () => {
    const speaker = make().speaker('en')!;
    return { say: (term: 'a' | 'b' | 'n', values?: Values) => speaker.say(term, values) };
  };

  it('fills places; what is not given is left out', () => {
    const { say } = speaking();
    expect(say('a', { who: 'Ada' })).to.equal('A Ada');
    expect(say('a')).to.equal('A ');
    expect(say('a', { who: '{n}' })).to.equal('A {n}');
  });

  it('chooses the form of the number', () => {
    const { say } = speaking();
    expect([0, 1, 2].map((n) => say('n', { n }))).to.deep.equal(['0 things', '1 thing', '2 things']);
  });

  it('of a grouped one, too: 1.000 is a thousand, not one', () => {
    const { say } = speaking();
    const said = ['1', '1.000', '1,000', '1.000.000'].map((n) => say('n', { n }));
    expect(said).to.deep.equal(['1 thing', '1.000 things', '1,000 things', '1.000.000 things']);
  });

  it('weaves what is no text between the words', () => {
    const node = document.createElement('b');
    expect(make().speaker('en')!.weave('a', { who: node })).to.deep.equal(['A ', node, '']);
  });

  it('a language is there once it is loaded, whatever its region', async () => {
    const words = make();
    expect(words.speaker('de-AT')).to.equal(undefined);
    expect((await words.load('de-AT')).say('a', { who: 'Ada' })).to.equal('Ä Ada');
    expect(words.speaker('DE')!.say('a', { who: 'Ada' })).to.equal('Ä Ada');
  });

  it('what a translation leaves out is said in English', async () => {
    const speaker = await make().load('de');
    expect(speaker.say('b')).to.equal('B');
    expect(speaker.say('n', { n: 1 })).to.equal('1 thing');
  });

  it('R211 one that nobody knows, or that cannot be loaded, is English', async () => {
    expect(make().speaker('fr')!.say('b')).to.equal('B');
    expect(make().speaker('constructor')!.say('b')).to.equal('B');
    const broken = make(() => Promise.reject(new TypeError('no network')));
    expect((await broken.load('de')).say('a', { who: 'Ada' })).to.equal('A Ada');
    expect(broken.speaker('de')!.lang).to.equal('en');
  });

  it('a page may add a language, and say a word otherwise', () => {
    const words = make();
    words.add('fr', { b: 'Bé' });
    expect(words.speaker('fr-CA')!.say('b')).to.equal('Bé');
    words.add('en', { b: 'Bee' });
    expect(words.speaker('en')!.say('b')).to.equal('Bee');
    expect(words.speaker('en')!.say('a', { who: 'Ada' })).to.equal('A Ada');
  });
});
