import { words as english } from './media.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of films, sounds and files; they come with the first post that holds one. */
export const mediaWords = new Vocabulary(english, { de: () => import('./media.de.js') });

export type MediaSpeaker = Speaker<typeof english>;
