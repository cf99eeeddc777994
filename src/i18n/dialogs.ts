import { words as english } from './dialogs.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of what is asked before a verb about a person is carried out; they come with the first question. */
export const dialogWords = new Vocabulary(english, { de: () => import('./dialogs.de.js') });

export type DialogSpeaker = Speaker<typeof english>;
