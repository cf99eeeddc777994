import type { words as english } from './compose-hints.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  looksLike: 'Das sieht nach {language} aus.',
  setLanguage: 'Sprache auf {language} stellen',
  inWarning: 'Wen du in der Inhaltswarnung nennst, erfährt davon nichts. Nenne die Person im Text.',
  unknown:
    'Auf {host} heißt niemand {name}: Die Person wird es nicht sehen. Wer auf einem anderen Server ist, hat einen längeren Namen, etwa {name}@example.org.',
};
