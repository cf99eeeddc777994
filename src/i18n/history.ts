import { words as english } from './history.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a post's history; they come when somebody asks for one. */
export const historyWords = new Vocabulary(english, { de: () => import('./history.de.js') });

export type HistorySpeaker = Speaker<typeof english>;
