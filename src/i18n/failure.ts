import type { Speaker, Vocabulary } from './vocabulary.js';
import type { words } from './failure.en.js';

export type FailureWords = typeof words;
export type FailureSpeaker = Speaker<FailureWords>;

let vocabulary: Promise<Vocabulary<FailureWords>> | undefined;

/** The words of failures come with the first failure of a page. Rejects when the network that failed takes them along, too. */
export async function failureSpeaker(lang: string): Promise<FailureSpeaker> {
  vocabulary ??= import('./failure-words.js').then((module) => module.failureWords);
  vocabulary.catch(() => (vocabulary = undefined));
  return (await vocabulary).load(lang);
}
