import type { FilterHit } from './entities.js';
import { MastoError } from './errors.js';
import { readFilter } from './filtered.js';
import type { HomeSession } from './home-session.js';
import type { Raw } from './json.js';
import { asText, objects } from './read.js';

/** A filter with the words that it looks for. */
export interface FilterRule {
  readonly filter: FilterHit;
  readonly words: RegExp;
}

const letter = String.raw`[\p{L}\p{M}\p{N}\p{Pc}]`;
const beginsAsWord = new RegExp(`^${letter}`, 'u');
const endsAsWord = new RegExp(`${letter}$`, 'u');

/** As Mastodon's server has it: a whole word begins and ends where the keyword itself does with a letter. */
function patternOf({ keyword: given, whole_word: whole }: Raw): string[] {
  const keyword = asText(given).slice(0, 512);
  if (!keyword.trim()) return [];
  const plain = keyword.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  if (whole !== true) return [plain];
  const before = beginsAsWord.test(keyword) ? `(?<!${letter})` : '';
  return [before + plain + (endsAsWord.test(keyword) ? `(?!${letter})` : '')];
}

function ruleOf(raw: Raw, keywords: readonly Raw[]): FilterRule[] {
  const patterns = keywords.flatMap(patternOf);
  return patterns.length ? [{ filter: readFilter(raw), words: new RegExp(patterns.join('|'), 'iu') }] : [];
}

/** Servers before 4.0 have filters of one keyword each. */
const oldRule = (raw: Raw) =>
  ruleOf({ ...raw, title: raw['phrase'], filter_action: 'warn' }, [{ ...raw, keyword: raw['phrase'] }]);

async function read({ transport }: HomeSession): Promise<readonly FilterRule[]> {
  try {
    const { data } = await transport.get('/api/v2/filters');
    return objects(data).flatMap((raw) => ruleOf(raw, objects(raw['keywords'])));
  } catch (error) {
    if (!(error instanceof MastoError && error.failure === 'not-found')) throw error;
    const { data } = await transport.get('/api/v1/filters');
    return objects(data).flatMap(oldRule);
  }
}

const known = new WeakMap<HomeSession, readonly FilterRule[]>();
const coming = new WeakMap<HomeSession, Promise<unknown>>();
const failed = new WeakMap<HomeSession, number>();

/** A server that did not say them is asked again after so long, in ms. */
const patience = 60_000;

/** The reader's own keyword filters, for posts that their server has not looked at; none until they have been brought. */
export const rulesOf = (home: HomeSession): readonly FilterRule[] => known.get(home) ?? [];

/** What a server has no answer to now, it may have later; what it refuses, it refuses. */
function fail(home: HomeSession, error: unknown): void {
  const status = (error instanceof MastoError && error.facts.status) || 500;
  if (status < 500 && status !== 429) known.set(home, []);
  failed.set(home, home.transport.browser.now());
  coming.delete(home);
}

/**
 * Asks for them, once a session, where that is allowed; again after a while where there was no answer. Never rejects;
 * undefined when there is nothing to wait for.
 */
export function bringRules(home: HomeSession): Promise<unknown> | undefined {
  if (known.has(home) || home.expired || !home.may('read:filters')) return undefined;
  if (home.transport.browser.now() < (failed.get(home) ?? 0) + patience) return undefined;
  const asked =
    coming.get(home) ??
    read(home).then(
      (rules) => void known.set(home, rules),
      (error: unknown) => fail(home, error),
    );
  coming.set(home, asked);
  return asked;
}
