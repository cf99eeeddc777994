import { emojify } from '../../content/content.js';
import { full } from '../../i18n/figures.js';
import type { Poll } from '../../mastodon/entities.js';
import type { NotificationContext } from './notification-data.js';

/** How a poll ended: who has won and by how much; nothing where the server does not say. */
export function resultOf({ options, votesCount, votersCount, emojis }: Poll, { words, post }: NotificationContext) {
  const counts = options.map(({ votesCount }) => votesCount);
  const all = votersCount ?? votesCount;
  if (counts.includes(undefined)) return '';
  const most = Math.max(...(counts as number[]));
  if (!(most > 0) || !all) return words.say('pollNone');
  const first = options.filter((option) => option.votesCount === most);
  const share = post.say('percent', { n: Math.round((most / all) * 100) });
  const n = full(all, post);
  if (first.length > 1) return words.say('pollTie', { share, n });
  return words.weave<unknown>('pollWon', { choice: emojify(first[0]!.title, emojis), share, n });
}
