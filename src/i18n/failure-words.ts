import { words as english } from './failure.en.js';
import { Vocabulary } from './vocabulary.js';

/** The words of failures. Reached through `failure.ts` only, so that a page on which nothing fails does not load them. */
export const failureWords = new Vocabulary(english, { de: () => import('./failure.de.js') });
