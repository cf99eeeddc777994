import type { Translation } from './vocabulary.js';
import type { words as english } from './compose-schedule.en.js';

export const words: Translation<typeof english> = {
  when: 'Wann es erscheint, nach deiner Uhr',
  now: 'Doch gleich veröffentlichen',
  today: 'Erscheint heute um {time}, {rest}.',
  tomorrow: 'Erscheint morgen um {time}, {rest}.',
  onDay: 'Erscheint am {date} um {time}, {rest}.',
  tooSoon: 'Das ist zu bald: Es müssen mindestens fünf Minuten bis dahin sein.',
  noTime: 'Wähl einen Tag und eine Uhrzeit.',
  unable: '{host} kann keine Beiträge für später aufheben.',
};
