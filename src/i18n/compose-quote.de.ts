import type { words as english } from './compose-quote.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  quoted: 'Zitierter Beitrag von {name}',
  address: 'Adresse des Beitrags',
  quote: 'Zitieren',
  remove: 'Nicht zitieren',
  cancel: 'Abbrechen',
  looking: 'Der Beitrag wird gesucht …',
  offer: 'Diesen Beitrag zitieren, statt seine Adresse zu nennen?',
  no: 'Nein',
  asked: '{name} wird um Zustimmung gebeten, bevor er gezeigt wird.',
  narrow: 'Er ist nur für Follower, und damit auch, was ihn zitiert.',
  denied: '{name} lässt dich diesen Beitrag nicht zitieren.',
  direct: 'Ein Beitrag nur für erwähnte Profile kann nicht zitiert werden.',
  noAddress: 'Das ist keine Adresse eines Beitrags: Sie beginnt mit https://',
  noMedia:
    'Ein Beitrag, der einen anderen zitiert, kann keine Bilder oder andere Dateien haben. Nimm eines von beiden weg.',
  noPoll: 'Ein Beitrag, der einen anderen zitiert, kann keine Umfrage haben. Nimm eines von beiden weg.',
  unable: 'Auf {host} können Beiträge nicht zitiert werden.',
  unfound: '{host} kann diesen Beitrag nicht finden.',
  noAnswer: '{host} antwortet nicht. Was du geschrieben hast, bleibt aufgehoben.',
  mayNot: 'Um diesen Beitrag zu finden, muss {host} nach ihm suchen. Das hast du dieser Seite nicht erlaubt.',
  unread: 'Diese Seite darf den zitierten Beitrag auf {host} nicht lesen. Zitieren kannst du ihn trotzdem.',
  allow: 'Erlauben',
  again: 'Noch einmal',
  pictures: { one: '{n} Bild oder Datei', other: '{n} Bilder oder Dateien' },
  poll: 'Eine Umfrage',
};
