import { words as english } from './post.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of posts, for `<masto-status>` and every part that a post is made of. */
export const postWords = new Vocabulary(english, { de: () => import('./post.de.js') });

export type PostWords = typeof english;
export type PostSpeaker = Speaker<PostWords>;
