import { words as english } from './compose-poll.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a poll that is being made. */
export const pollWords = new Vocabulary(english, { de: () => import('./compose-poll.de.js') });

export type PollWords = typeof english;
export type PollSpeaker = Speaker<PollWords>;
