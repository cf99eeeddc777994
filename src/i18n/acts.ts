import { words as english } from './acts.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of what a reader does with posts; they come when somebody is signed in. */
export const actsWords = new Vocabulary(english, { de: () => import('./acts.de.js') });

export type ActsSpeaker = Speaker<typeof english>;
