import { words as english } from './compose-hints.en.js';
import { Vocabulary } from './vocabulary.js';

/** The words of what a form points out. */
export const hintWords = new Vocabulary(english, { de: () => import('./compose-hints.de.js') });

export type HintWords = typeof english;
