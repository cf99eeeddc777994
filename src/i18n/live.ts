import { words as english } from './live.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of lists that stay current by themselves. They come with the first of these. */
export const liveWords = new Vocabulary(english, { de: () => import('./live.de.js') });

export type LiveSpeaker = Speaker<typeof english>;
