import type { words as english } from './timeline.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  timeline: 'Timeline',
  emptyTitle: 'Noch nichts hier',
  emptyText: 'Sobald es Beiträge gibt, erscheinen sie hier.',
  more: 'Ältere Beiträge',
  end: 'Keine älteren Beiträge',
  slow: '{host} hat noch nicht geantwortet.',
  paused: '{host} bittet um eine Pause. In {n} s geht es von selbst weiter.',
  cancel: 'Nicht länger warten',
  signedOutTitle: 'Nicht angemeldet',
  signedOutText: 'Diese Beiträge kann nur lesen, wer angemeldet ist.',
};
