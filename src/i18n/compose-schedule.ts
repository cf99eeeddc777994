import { words as english } from './compose-schedule.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a time at which something is to be posted. */
export const scheduleWords = new Vocabulary(english, { de: () => import('./compose-schedule.de.js') });

export type ScheduleWords = typeof english;
export type ScheduleSpeaker = Speaker<ScheduleWords>;
