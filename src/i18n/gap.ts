import { words as english } from './gap.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of gaps in lists. They come with the first gap. */
export const gapWords = new Vocabulary(english, { de: () => import('./gap.de.js') });

export type GapSpeaker = Speaker<typeof english>;
