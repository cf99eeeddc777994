import { words as english } from './compose-media.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of files that go with a post. */
export const uploadWords = new Vocabulary(english, { de: () => import('./compose-media.de.js') });

export type UploadWords = typeof english;
export type UploadSpeaker = Speaker<UploadWords>;
