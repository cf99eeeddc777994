import { words as english } from './poll.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of voting; they come with the first poll of somebody who is signed in. */
export const pollWords = new Vocabulary(english, { de: () => import('./poll.de.js') });

export type PollSpeaker = Speaker<typeof english>;
