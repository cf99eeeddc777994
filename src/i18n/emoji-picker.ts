import { words as english } from './emoji-picker.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of the picker of emoji. */
export const emojiWords = new Vocabulary(english, { de: () => import('./emoji-picker.de.js') });

export type EmojiWords = typeof english;
export type EmojiSpeaker = Speaker<EmojiWords>;
