import { words as english } from './compose-quote.en.js';
import { type Speaker, Vocabulary } from './vocabulary.js';

/** The words of a quote that is being written. */
export const quoteWords = new Vocabulary(english, { de: () => import('./compose-quote.de.js') });

export type QuoteWords = typeof english;
export type QuoteSpeaker = Speaker<QuoteWords>;
