import { words as english } from './compose-completion.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of what a form proposes while one writes. */
export const completionWords = new Vocabulary(english, { de: () => import('./compose-completion.de.js') });

export type CompletionWords = typeof english;
export type CompletionSpeaker = Speaker<CompletionWords>;
