import type { words as english } from './live.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  news: { one: '{n} neuer Beitrag', other: '{n} neue Beiträge' },
  resume: 'Weiterlesen, wo du warst',
  open: 'Live',
  connecting: 'Verbindet …',
  waiting: 'Nicht live. Neuer Versuch in {n} s.',
  polling: 'Sieht jede Minute nach',
  offline: 'Offline. Wartet auf das Netz.',
  stopped: 'Nicht mehr live',
  again: 'Noch einmal versuchen',
};
