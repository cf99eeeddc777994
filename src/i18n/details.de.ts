import type { words as english } from './details.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  moment: '{day}. {month} {year}, {time}',
  unknownDate: 'unbekanntes Datum',
  pinned: 'Angeheftet',
  public: 'Öffentlich',
  edited: 'bearbeitet {time}',
  boosts: { one: '{count}-mal geteilt', other: '{count}-mal geteilt' },
  favourites: { one: '{count}-mal favorisiert', other: '{count}-mal favorisiert' },
  quotes: { one: '{count}-mal zitiert', other: '{count}-mal zitiert' },
  application: 'geschrieben mit {name}',
  facts: 'Zu diesem Beitrag',
};
