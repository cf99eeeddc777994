import type { words as english } from './compose-rewrite.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  editing: 'Du änderst {post}',
  post: 'deinen Beitrag',
  quoting: 'Ein Beitrag, der einen anderen zitiert',
  anew: 'Dein gelöschter Beitrag, neu zu schreiben',
  changed: 'Dieser Beitrag ist inzwischen anderswo geändert worden. Welche Fassung soll bleiben?',
  other: 'Was jetzt dort steht',
  keepMine: 'Meine speichern',
  takeTheirs: 'Die andere nehmen',
  gone: 'Den Beitrag gibt es nicht mehr. Was du geschrieben hast, bleibt aufgehoben.',
  toNew: 'Als neuen Beitrag schreiben',
  mayNot:
    'Um zu sehen, ob er anderswo geändert wurde, muss diese Seite deine Beiträge auf {host} lesen. Das hast du nicht erlaubt.',
  allow: 'Erlauben',
  nothing: 'Kein Text',
};
