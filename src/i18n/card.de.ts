import type { words as english } from './card.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  play: '{title} abspielen. Wird von {host} abgespielt',
  from: 'Wird von {host} abgespielt',
  stop: 'Player schließen',
  moreBy: 'Mehr von {name}',
};
