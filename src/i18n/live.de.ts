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
  gap: 'Hier fehlen Beiträge.',
  gapSeconds: { one: 'Hier fehlt etwa eine Sekunde.', other: 'Hier fehlen etwa {n} Sekunden.' },
  gapMinutes: { one: 'Hier fehlt etwa eine Minute.', other: 'Hier fehlen etwa {n} Minuten.' },
  gapHours: { one: 'Hier fehlt etwa eine Stunde.', other: 'Hier fehlen etwa {n} Stunden.' },
  gapDays: { one: 'Hier fehlt etwa ein Tag.', other: 'Hier fehlen etwa {n} Tage.' },
  load: 'Beiträge laden',
  loading: 'Lädt …',
  failed: 'Was hier fehlt, konnte nicht geladen werden.',
};
