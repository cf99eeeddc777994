import { words as english } from './fuller.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of quotes, filters and folds; they come with the first post that has one. */
export const fullerWords = new Vocabulary(english, { de: () => import('./fuller.de.js') });

export type FullerWords = typeof english;
export type FullerSpeaker = Speaker<FullerWords>;
