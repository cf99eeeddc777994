import { words as english } from './login.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of `<masto-login>` but for those of its form, which come with the form. */
export const loginWords = new Vocabulary(english, { de: () => import('./login.de.js') });

export type LoginSpeaker = Speaker<typeof english>;
