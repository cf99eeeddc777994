import { words as english } from './instead.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of what stands instead of posts. They come when something does. */
export const insteadWords = new Vocabulary(english, { de: () => import('./instead.de.js') });

export type InsteadSpeaker = Speaker<typeof english>;
