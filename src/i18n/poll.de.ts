import type { words as english } from './poll.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  chooseOne: 'Umfrage: eine Antwort wählen',
  chooseSeveral: 'Umfrage: eine oder mehrere Antworten wählen',
  vote: 'Abstimmen',
  chooseFirst: 'Wähle zuerst eine Antwort.',
  results: 'Ergebnis zeigen',
  back: 'Zurück zu den Antworten',
  refresh: 'Aktualisieren',
  own: 'Deine Stimme',
  sending: 'Deine Stimme wird gesendet.',
  voted: 'Du hast abgestimmt.',
};
