import { words as english } from './lightbox.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of `<masto-lightbox>`. */
export const lightboxWords = new Vocabulary(english, { de: () => import('./lightbox.de.js') });

export type LightboxSpeaker = Speaker<typeof english>;
