import type { words as english } from './gap.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  gap: 'Hier fehlen Beiträge.',
  gapSeconds: { one: 'Hier fehlt etwa eine Sekunde.', other: 'Hier fehlen etwa {n} Sekunden.' },
  gapMinutes: { one: 'Hier fehlt etwa eine Minute.', other: 'Hier fehlen etwa {n} Minuten.' },
  gapHours: { one: 'Hier fehlt etwa eine Stunde.', other: 'Hier fehlen etwa {n} Stunden.' },
  gapDays: { one: 'Hier fehlt etwa ein Tag.', other: 'Hier fehlen etwa {n} Tage.' },
  load: 'Beiträge laden',
  loading: 'Lädt …',
  failed: 'Was hier fehlt, konnte nicht geladen werden.',
  again: 'Noch einmal versuchen',
};
