import type { Instance } from '../instance.js';
import type { AccountRow, FilterRow, KeywordRow, StatusRow } from '../world/rows.js';
import { plain } from '../world/text.js';
import { iso, type Json } from './account.js';

/** A keyword of a filter. */
export const keywordJson = ({ id, keyword, wholeWord }: KeywordRow): Json => ({ id, keyword, whole_word: wholeWord });

const bareJson = ({ id, title, context, expiresAt, action }: FilterRow): Json => ({
  id,
  title,
  context,
  expires_at: expiresAt === null ? null : iso(expiresAt),
  filter_action: action,
});

/** A filter with what it looks for. */
export const filterJson = (filter: FilterRow): Json => ({
  ...bareJson(filter),
  keywords: filter.keywords.map(keywordJson),
  statuses: filter.statuses.map(({ id, statusId }) => ({ id, status_id: statusId })),
});

/** A keyword as it was a filter of its own before 4.0. */
export const oldFilterJson = ({ context, expiresAt, action }: FilterRow, row: KeywordRow): Json => ({
  id: row.id,
  phrase: row.keyword,
  context,
  whole_word: row.wholeWord,
  expires_at: expiresAt === null ? null : iso(expiresAt),
  irreversible: action === 'hide',
});

const letter = String.raw`[\p{L}\p{M}\p{Nd}\p{Pc}]`;

function patternOf({ keyword, wholeWord }: KeywordRow): string {
  const plain = keyword.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  if (!wholeWord) return plain;
  const before = new RegExp(`^${letter}`, 'u').test(keyword) ? `(?<!${letter})` : '';
  const after = new RegExp(`${letter}$`, 'u').test(keyword) ? `(?!${letter})` : '';
  return before + plain + after;
}

/** Plain text of a post, as the server looks through it. */
function searchable({ world }: Instance, status: StatusRow): string {
  const poll = status.pollId === null ? undefined : world.polls.get(status.pollId);
  const descriptions = status.mediaIds.map((id) => world.media.get(id)?.description ?? '');
  return [status.spoiler, plain(status.content), ...(poll?.options ?? []), ...descriptions].join('\n\n');
}

/** The filters a post meets, in whatever list it stands: which of them hold there is for the client to say. */
export function filteredJson(instance: Instance, viewer: AccountRow, status: StatusRow): Json[] {
  const { world } = instance;
  const own = world.filters.filter(
    ({ accountId, expiresAt }) => accountId === viewer.id && (expiresAt === null || expiresAt > instance.now()),
  );
  const proper = (status.boostOf !== null && world.statuses.get(status.boostOf)) || status;
  const ids = [status.id, status.boostOf];
  return own.flatMap((filter) => {
    const { keywords, statuses } = filter;
    const found =
      keywords.length && new RegExp(keywords.map(patternOf).join('|'), 'iu').exec(searchable(instance, proper));
    const named = statuses.map(({ statusId }) => statusId).filter((id) => ids.includes(id));
    if (!found && !named.length) return [];
    return [
      {
        filter: bareJson(filter),
        keyword_matches: found ? [found[0]] : null,
        status_matches: statuses.length ? named : null,
      },
    ];
  });
}
