import { words as english } from './menu.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a post's menu; they come when it is opened first. */
export const menuWords = new Vocabulary(english, { de: () => import('./menu.de.js') });

export type MenuSpeaker = Speaker<typeof english>;

export type MenuTerm = keyof typeof english;
