import { html, nothing } from 'lit';
import { emojify } from '../../content/content.js';
import type { PollSpeaker } from '../../i18n/poll.js';
import type { Poll } from '../../mastodon/entities.js';
import { check } from '../icon/form-icons.js';
import { smallIcon } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';
import { factsOf, isHidden, isOver, results } from './poll.js';

const quiet = (value: string, label: string) =>
  html`<button class="button button-quiet" part="button" type="button" value=${value}>${label}</button>`;

/** What can be chosen, for whoever may vote. */
export interface Choosing {
  readonly words: PollSpeaker;
  /** Tells this poll's answers from those of others. */
  readonly name: string;
  readonly isChosen: (at: number) => boolean;
  readonly choose: (at: number) => void;
}

/** A poll to vote in. */
export function ballot(poll: Poll, post: PostContext, { words, name, isChosen, choose }: Choosing) {
  const { options, multiple, emojis } = poll;
  const none = !options.some((_, at) => isChosen(at));
  const why = `${name}-why`;
  const option = ({ title }: Poll['options'][number], at: number) =>
    html`<label class="poll-option">
      <input type=${multiple ? 'checkbox' : 'radio'} name=${name} .checked=${isChosen(at)} @change=${() => choose(at)} />
      <span class="poll-label">${emojify(title, post.pictures ? emojis : [])}</span>
    </label>`;
  return html`<fieldset class="poll" part="poll">
    <legend class="hidden">${words.say(multiple ? 'chooseSeveral' : 'chooseOne')}</legend>
    ${options.map(option)}
    <div class="poll-foot poll-buttons">
      <button class="button button-primary" part="button" type="button" value="vote" aria-disabled=${none} aria-describedby=${none ? why : nothing} title=${none ? words.say('chooseFirst') : nothing}>${words.say('vote')}</button>
      <span class="hidden" id=${why}>${none ? words.say('chooseFirst') : nothing}</span>
      ${isHidden(poll) ? nothing : quiet('poll-results', words.say('results'))}
      <span>${factsOf(poll, post)}</span>
    </div>
  </fieldset>`;
}

/** The results, with what is the reader's own among them. */
export function ownResults(
  poll: Poll,
  post: PostContext,
  { words, chosen, mayVote, busy }: { words: PollSpeaker; chosen: readonly number[]; mayVote: boolean; busy: boolean },
) {
  const label = words.say('own');
  const mark = (at: number) =>
    chosen.includes(at)
      ? html`<span class="poll-own" role="img" aria-label=${label} title=${label}>${smallIcon(check)}</span>`
      : nothing;
  const changes = !poll.expired && !busy;
  const foot = html`${mayVote ? quiet('poll-results', words.say('back')) : nothing}${
    changes && !(isHidden(poll) && !isOver(poll, post.now)) ? quiet('poll-refresh', words.say('refresh')) : nothing
  }<span class="hidden" role="status">${busy ? words.say('sending') : chosen.length ? words.say('voted') : nothing}</span>`;
  return results(poll, post, foot, mark);
}
