import { words as english } from './compose-shelf.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of what waits: posts for their time, drafts for somebody to go on. */
export const shelfWords = new Vocabulary(english, { de: () => import('./compose-shelf.de.js') });

export type ShelfWords = typeof english;
export type ShelfSpeaker = Speaker<ShelfWords>;
