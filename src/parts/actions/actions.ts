import { html, nothing } from 'lit';
import { short } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/** What a reader can do with a post. Nobody is signed in here, so each leads to the post on its own server. */
export function actions(status: Status, { words }: PostContext) {
  const { host, url = nothing, visibility } = status;
  const label = (term: 'replyAt' | 'boostAt' | 'favouriteAt' | 'bookmarkAt', count?: number) => {
    const text = words.say(term, { host });
    return count ? `${text}, ${short(count, words)}` : text;
  };
  const figure = (count: number | undefined) => (count ? html`<span>${short(count, words)}</span>` : nothing);
  const boostable = visibility === 'public' || visibility === 'unlisted';
  // The icons stand in the template, not in templates of their own: this row is drawn for every post.
  return html`<div class="actions" part="actions" role="group" aria-label=${words.say('actions')}>
    <a class="action" part="action reply" href=${url} aria-label=${label('replyAt', status.repliesCount)} target="_blank" rel="nofollow noopener noreferrer"
      ><svg class="icon icon-directed" viewBox="0 0 24 24" aria-hidden="true"><path d="m9.5 6.5-5.5 5.5 5.5 5.5M4.5 12H14a6 6 0 0 1 6 6v.5" /></svg>${figure(status.repliesCount)}</a
    ><a class="action" part="action boost" href=${boostable ? url : nothing} aria-disabled=${boostable ? nothing : 'true'} role=${boostable ? nothing : 'link'} aria-label=${label('boostAt', status.boostsCount)} target="_blank" rel="nofollow noopener noreferrer"
      ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 13V9.5a3 3 0 0 1 3-3h11m-3-3 3 3-3 3M20 11v3.5a3 3 0 0 1-3 3H6m3 3-3-3 3-3" /></svg>${figure(status.boostsCount)}</a
    ><a class="action" part="action favourite" href=${url} aria-label=${label('favouriteAt', status.favouritesCount)} target="_blank" rel="nofollow noopener noreferrer"
      ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.75 14.6 9l5.8.85-4.2 4.1 1 5.8L12 17l-5.2 2.75 1-5.8-4.2-4.1L9.4 9z" /></svg>${figure(status.favouritesCount)}</a
    ><a class="action" part="action bookmark" href=${url} aria-label=${label('bookmarkAt')} target="_blank" rel="nofollow noopener noreferrer"
      ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M7.25 3.75h9.5a1 1 0 0 1 1 1v15.5L12 16l-5.75 4.25V4.75a1 1 0 0 1 1-1z" /></svg
    ></a>
  </div>`;
}
