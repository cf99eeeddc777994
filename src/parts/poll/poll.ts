import { html, nothing } from 'lit';
import { emojify } from '../../content/content.js';
import { full, left } from '../../i18n/figures.js';
import type { Poll, PollOption } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** Per cent of the voters, 0…100; a server may count more votes than voters. */
const share = ({ votesCount = 0 }: PollOption, voters: number) =>
  Math.min(100, Math.round((votesCount / (voters || 1)) * 100));

/** The results of a poll, as far as they are known. */
export function poll(data: Poll, context: PostContext) {
  const { words, now, media } = context;
  const voters = data.votersCount ?? data.votesCount;
  const hidden = data.options.every(({ votesCount }) => votesCount === undefined);
  const most = Math.max(...data.options.map(({ votesCount = 0 }) => votesCount));
  const row = (option: PollOption) => {
    const percent = words.say('percent', { n: share(option, voters) });
    const label = emojify(option.title, media === 'auto' ? data.emojis : []);
    return html`<li class="poll-result ${option.votesCount === most && most > 0 ? 'poll-top' : ''}">
      ${hidden ? nothing : html`<span class="poll-share">${percent}</span>`}<span class="poll-label">${label}</span>
      ${hidden ? nothing : html`<progress class="bar poll-bar" max="100" value=${share(option, voters)} aria-label=${option.title}></progress>`}
    </li>`;
  };
  const facts = [
    data.votersCount === undefined
      ? words.say('votes', { n: full(data.votesCount, words) })
      : words.say('voters', { n: full(voters, words) }),
    isOver(data, now) ? words.say('closed') : left(data.expiresAt, now, words),
    hidden && words.say('hiddenTotals'),
  ];
  return html`<div class="poll ${hidden ? 'poll-hidden' : ''}" part="poll">
    <ul>${data.options.map(row)}</ul>
    <p class="poll-foot">${facts.filter(Boolean).join(' · ')}</p>
  </div>`;
}

/** Closed by the clock as well: the answer may be older than the end. */
const isOver = ({ expired, expiresAt }: Poll, now: number) =>
  expired || (expiresAt !== undefined && Date.parse(expiresAt) <= now);
