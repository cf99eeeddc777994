import { words as english } from './details.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a post that stands alone; they come with it. */
export const detailsWords = new Vocabulary(english, { de: () => import('./details.de.js') });

export type DetailsSpeaker = Speaker<typeof english>;
