import type { OfferedEmoji } from '../../../mastodon/custom-emojis.js';
import type { Account } from '../../../mastodon/entities.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { fit, hashtags, knownPeople, mayAsk, mentionOf, most, people } from '../../../mastodon/suggest.js';
import type { Token } from './token.js';

/** Something that may be put in the place of what was written. */
export interface Suggestion {
  /** What is put in. No two of a list have the same. */
  readonly text: string;
  readonly person?: Account;
  /** Of a hashtag: how much it is used, where that is known. */
  readonly uses?: number | undefined;
  /** Of an emoji. */
  readonly name?: string;
  /** Of a custom emoji: its picture. */
  readonly url?: string | undefined;
}

/** Of the people whom the page knows there are so many at most, for the server knows whom the reader follows. */
const known = 4;

const asPerson = (home: HomeSession | undefined) => (person: Account) => ({ text: mentionOf(person, home), person });

/** The reader's own spelling stays as far as they have written it; who writes no capitals gets the tag's. */
function spelt(query: string, name: string): string {
  if (name.length === query.length) return query;
  const begins = name.toLowerCase().startsWith(query.toLowerCase());
  return begins && /\p{Lu}/u.test(query) ? query + name.slice(query.length) : name;
}

/** What is known without asking. */
export const atOnce = ({ kind, query }: Token, home: HomeSession | undefined): readonly Suggestion[] =>
  kind === 'person' ? knownPeople(home, query, known).map(asPerson(home)) : [];

/** Whether what was proposed before still fits now that more has been written. */
export function fits({ text, person }: Suggestion, { kind, query }: Token): boolean {
  if (kind === 'person') return !!person && fit(person, query) !== undefined;
  return kind === 'emoji' || text.slice(1).toLowerCase().startsWith(query.toLowerCase());
}

async function emojis(query: string, home: HomeSession | undefined, lang: string) {
  const [{ findEmojis }, { habits }, { customEmojis }] = await Promise.all([
    import('../../emoji-picker/find.js'),
    import('../../emoji-picker/habits.js'),
    import('../../../mastodon/custom-emojis.js'),
  ]);
  const none: readonly OfferedEmoji[] = [];
  const custom = home ? await customEmojis(home).catch(() => none) : none;
  return findEmojis(query, { custom, lang, limit: most, tone: habits().tone });
}

/** What has to be asked for. */
export async function later(
  { kind, query }: Token,
  home: HomeSession | undefined,
  lang: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  if (kind === 'emoji') return emojis(query, home, lang);
  if (!home || !mayAsk(home, query)) return [];
  if (kind === 'person') return (await people(home, query, signal)).map(asPerson(home));
  const same = ({ name }: { name: string }) => Number(name.toLowerCase() !== query.toLowerCase());
  return (await hashtags(home, query, signal))
    .toSorted((one, other) => same(one) - same(other))
    .map(({ name, uses }) => ({ text: `#${spelt(query, name)}`, uses }));
}

/** Several lists as one: each once, the best first, no more than are shown. */
export function merged({ query }: Token, ...lists: readonly (readonly Suggestion[])[]): readonly Suggestion[] {
  const all = [...new Map(lists.flat().map((each) => [each.text, each])).values()];
  const rank = ({ person }: Suggestion) => (person && fit(person, query)) ?? 3;
  return all.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
}
