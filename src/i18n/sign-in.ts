import { words as english } from './sign-in.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of the form to sign in with, and of all that can go wrong on the way. They come with the form. */
export const signInWords = new Vocabulary(english, { de: () => import('./sign-in.de.js') });

export type SignInWords = typeof english;
export type SignInSpeaker = Speaker<SignInWords>;
