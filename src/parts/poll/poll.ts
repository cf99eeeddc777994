import { html } from 'lit';
import { emojify } from '../../content/content.js';
import { full, left } from '../../i18n/figures.js';
import type { Poll, PollOption } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** The results of a poll, as far as they are known. */
export function poll(
  { options, votersCount, votesCount, expired, expiresAt, emojis }: Poll,
  { words, now, pictures }: PostContext,
) {
  const { say } = words;
  const n = votersCount ?? votesCount;
  const hidden = options.every((option) => option.votesCount === undefined);
  const most = Math.max(...options.map((option) => option.votesCount ?? 0));
  // Closed by the clock as well: the answer may be older than the end.
  const over = expired || (expiresAt !== undefined && Date.parse(expiresAt) <= now);
  const row = ({ title, votesCount: votes = 0 }: PollOption) => {
    // A server may count more votes than voters.
    const percent = Math.min(100, Math.round((votes / (n || 1)) * 100));
    return html`<li class="poll-result ${votes && votes === most ? 'poll-top' : ''}">
      <span class="poll-share" ?hidden=${hidden} .textContent=${say('percent', { n: percent })}></span>
      <span class="poll-label">${emojify(title, pictures ? emojis : [])}</span>
      <progress class="poll-bar" ?hidden=${hidden} max="100" value=${percent} aria-label=${title}></progress>
    </li>`;
  };
  const facts = [
    say(votersCount === undefined ? 'votes' : 'voters', { n: full(n, words) }),
    over ? say('closed') : left(expiresAt, now, words),
    hidden && say('hiddenTotals'),
  ];
  return html`<div class="poll ${hidden ? 'poll-hidden' : ''}" part="poll">
    <ul>${options.map(row)}</ul>
    <p class="poll-foot">${facts.filter(Boolean).join(' · ')}</p>
  </div>`;
}
