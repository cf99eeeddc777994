import type { words as english } from './card.en.js';
import type { Translation } from './vocabulary.js';

export const words: Translation<typeof english> = {
  play: 'Abspielen: {title} (von {host})',
  from: 'Wird von {host} abgespielt',
  stop: 'Player schließen',
  moreBy: 'Mehr von {name}',
};
