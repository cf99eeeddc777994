import { words as english } from './card.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of cards with a player or with authors; they come with the first one. */
export const cardWords = new Vocabulary(english, { de: () => import('./card.de.js') });

export type CardSpeaker = Speaker<typeof english>;
