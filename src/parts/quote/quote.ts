import { html, nothing } from 'lit';
import type { FullerSpeaker, FullerWords } from '../../i18n/fuller.js';
import type { Account, Status } from '../../mastodon/entities.js';
import { author } from '../author/author.js';
import { alert, hide, lock, smallIcon } from '../icon/icon.js';
import { clock, quote } from '../icon/post-icons.js';
import { bin } from '../icon/rare-icons.js';
import type { PostContext } from '../post-context.js';

const icons: Readonly<Record<string, string>> = {
  pending: clock,
  rejected: alert,
  revoked: hide,
  deleted: bin,
  unauthorized: lock,
};

/**
 * What is said in the place of a quoted post.
 * @param open whether it is shown all the same; undefined where it cannot be
 */
export const quoteNotice = (state: string, { say }: FullerSpeaker, open?: boolean) => html`
  <div class="quote quote-notice" part="quote">
    ${smallIcon(icons[state] ?? hide)}<span>${say(state as keyof FullerWords)}</span>
    ${
      open === undefined
        ? nothing
        : html`<button class="button" part="button" type="button" value="show-quote" aria-expanded=${open}>${say(open ? 'hide' : 'show')}</button>`
    }
  </div>
`;

/** A quoted post that stands elsewhere. */
export const quoteLink = (term: 'away' | 'further', url: string | undefined, { say }: FullerSpeaker) => html`
  <p class="quote-further" part="quote">
    <a href=${url ?? nothing} data-open="status" target="_blank" rel="nofollow noopener noreferrer">${smallIcon(quote)}<span>${say(term)}</span></a>
  </p>
`;

/** A post inside a post. @param pieces what it holds, drawn already */
export const quoted = (
  status: Status,
  by: Account | undefined,
  pieces: unknown,
  post: PostContext,
  { say }: FullerSpeaker,
) => html`
  <blockquote class="quote" part="quote" aria-label=${say('quoted', { name: by?.displayName ?? '?' })}>
    ${author(status, by, post)}${pieces}
  </blockquote>
`;
