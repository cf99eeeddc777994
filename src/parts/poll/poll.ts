import { html, nothing } from 'lit';
import { emojify } from '../../content/content.js';
import { full, left } from '../../i18n/figures.js';
import type { Poll } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** Closed by the clock as well: the answer may be older than the end. */
export const isOver = ({ expired, expiresAt }: Poll, now: number): boolean =>
  expired || (expiresAt !== undefined && Date.parse(expiresAt) <= now);

/** Totals that are shown only at the end. */
export const isHidden = ({ options }: Poll): boolean => options.every(({ votesCount }) => votesCount === undefined);

/** How many took part, and how long it is open. */
export function factsOf(poll: Poll, { words, now }: PostContext): string {
  const { votersCount, votesCount, expiresAt } = poll;
  const n = full(votersCount ?? votesCount, words);
  const facts = [
    words.say(votersCount === undefined ? 'votes' : 'voters', { n }),
    isOver(poll, now) ? words.say('closed') : left(expiresAt, now, words),
    isHidden(poll) && words.say('hiddenTotals'),
  ];
  return facts.filter(Boolean).join(' · ');
}

/**
 * The results of a poll, as far as they are known.
 * @param mark what stands beside an answer, by its place · @param foot what stands below, beside how many took part
 */
export function results(poll: Poll, post: PostContext, foot: unknown, mark?: (at: number) => unknown) {
  const { options, votersCount, votesCount, emojis } = poll;
  const n = votersCount ?? votesCount;
  const hidden = isHidden(poll);
  const most = Math.max(...options.map((option) => option.votesCount ?? 0));
  const row = ({ title, votesCount: votes = 0 }: Poll['options'][number], at: number) => {
    // A server may count more votes than voters.
    const percent = Math.min(100, Math.round((votes / (n || 1)) * 100));
    return html`<li class="poll-result ${votes && votes === most ? 'poll-top' : ''}">
      <span class="poll-share" ?hidden=${hidden} .textContent=${post.words.say('percent', { n: percent })}></span>
      <span class="poll-label">${emojify(title, post.pictures ? emojis : [])}${mark?.(at)}</span>
      <progress class="poll-bar" ?hidden=${hidden} max="100" value=${percent} aria-label=${title}></progress>
    </li>`;
  };
  return html`<div class="poll ${hidden ? 'poll-hidden' : ''}" part="poll">
    <ul>${options.map(row)}</ul>
    <p class="poll-foot">${factsOf(poll, post)}${foot}</p>
  </div>`;
}

/** A poll for whoever is not signed in: its results, and where one can vote. */
export function poll(poll: Poll, url: string | undefined, post: PostContext) {
  const way =
    url && !isOver(poll, post.now)
      ? [
          ' · ',
          html`<a class="vote" href=${url} target="_blank" rel="nofollow noopener noreferrer">${post.words.say('voteAt', { host: new URL(url).host })}</a>`,
        ]
      : nothing;
  return results(poll, post, way);
}
