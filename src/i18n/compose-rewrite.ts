import { words as english } from './compose-rewrite.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a form in which a post is changed. */
export const rewriteWords = new Vocabulary(english, { de: () => import('./compose-rewrite.de.js') });

export type RewriteWords = typeof english;
export type RewriteSpeaker = Speaker<RewriteWords>;
