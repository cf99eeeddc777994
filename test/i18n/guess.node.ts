import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessLanguage } from '../../src/i18n/guess.js';

const texts: Readonly<Record<string, string>> = {
  en: 'I had planned to keep this short, and for the first ten words I really did.',
  de: 'Ich wollte das kurz halten, und bei den ersten zehn Wörtern ist es auch gelungen.',
  fr: 'Je voulais faire court, et pour les dix premiers mots c’est ce que j’ai fait avec vous.',
  es: 'Quería que fuera breve, y en las primeras diez palabras lo fue, pero no por mucho.',
  pt: 'Eu queria que fosse curto, mas as primeiras dez palavras não são o que eu disse.',
  it: 'Volevo che fosse breve, ma anche le prime dieci parole sono più di quello che serve per una frase.',
  nl: 'Ik wilde het kort houden, maar het is niet gelukt en dat is ook een beetje jammer.',
  sv: 'Jag ville att det skulle vara kort, och för de första orden var det inte så svårt.',
  pl: 'Chciałem, żeby to było krótkie, ale nie jest to takie proste jak się wydaje.',
  fi: 'Halusin että tämä on lyhyt, mutta se ei ollut niin helppoa kuin luulin ja nyt on myöhä.',
  tr: 'Bu çok kısa bir yazı olacaktı ama ben ne kadar istesem de daha uzun oldu.',
  ja: '短くするつもりでしたが、そうはなりませんでした。',
  ko: '짧게 쓰려고 했지만 그렇게 되지 않았습니다.',
  el: 'Ήθελα να είναι σύντομο, αλλά δεν ήταν.',
  he: 'רציתי שזה יהיה קצר אבל זה לא קרה',
  ru: 'Я хотел, чтобы это было коротко, но вышло иначе.',
  uk: 'Я хотів, щоб це було коротко, але вийшло інакше, і це її рішення.',
  fa: 'می‌خواستم کوتاه باشد ولی نشد و این چیز خوبی نیست.',
};

describe('guessLanguage', () => {
  for (const [language, text] of Object.entries(texts))
    it(`R179 ${language}`, () => {
      assert.equal(guessLanguage(text), language);
    });

  for (const text of [
    '',
    'Fog',
    'Fog again',
    'Lorem ipsum dolor sit amet consetetur sadipscing elitr',
    'https://example.org/the/and/of/to @the_and #the #and :the: lol',
    '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧',
    '漢字漢字漢字漢字漢字',
    '12345 67890 12345 67890',
  ])
    it(`says nothing of ${JSON.stringify(text)}`, () => {
      assert.equal(guessLanguage(text), undefined);
    });

  it('takes a text of any length', () => {
    assert.equal(guessLanguage(`${texts['de']!} `.repeat(2000)), 'de');
  });
});
