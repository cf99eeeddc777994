import type { words as english } from './live.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  news: { one: '{n} neuer Beitrag', other: '{n} neue Beiträge' },
  resume: 'Weiterlesen, wo du warst',
  open: 'Live',
  connecting: 'Verbinde …',
  waiting: 'Nicht live. Neuer Versuch innerhalb von {n} s.',
  polling: 'Sieht jede Minute nach neuen Beiträgen',
  offline: 'Offline. Wartet auf das Netz.',
  stopped: 'Nicht mehr live',
  again: 'Noch einmal versuchen',
};
