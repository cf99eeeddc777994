import { words as english } from './compose.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of `<masto-compose>`. */
export const composeWords = new Vocabulary(english, { de: () => import('./compose.de.js') });

export type ComposeWords = typeof english;
export type ComposeSpeaker = Speaker<ComposeWords>;
