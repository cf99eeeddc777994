import { words as english } from './translation.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of translations; they come with the first post that the reader may not be able to read. */
export const translationWords = new Vocabulary(english, { de: () => import('./translation.de.js') });

export type TranslationTerm = keyof typeof english;
export type TranslationSpeaker = Speaker<typeof english>;
