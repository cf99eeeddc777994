import type { words as english } from './lightbox.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  image: 'Bild {n} von {of}',
  video: 'Video {n} von {of}',
  gifv: 'Bewegtes Bild {n} von {of}',
  audio: 'Ton {n} von {of}',
  unknown: 'Anhang {n} von {of}',
  count: '{n} von {of}',
  close: 'Schließen',
  previous: 'Zurück',
  next: 'Weiter',
  larger: 'Vergrößern',
  smaller: 'Verkleinern',
  original: 'Original öffnen',
  undescribed: 'Bild ohne Beschreibung',
  whole: 'Ganze Beschreibung',
  less: 'Weniger',
  failed: 'Das Bild lässt sich nicht laden.',
};
