import { words as english } from './timeline.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of `<masto-timeline>`, but for those of failures and of posts. */
export const timelineWords = new Vocabulary(english, { de: () => import('./timeline.de.js') });

export type TimelineWords = typeof english;
export type TimelineSpeaker = Speaker<TimelineWords>;
