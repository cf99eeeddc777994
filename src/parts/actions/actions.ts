import { html, nothing } from 'lit';
import { short } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/**
 * What a reader can do with a post. Nobody is signed in here, so each leads to the post on its own server.
 * Written out, with counts as properties: this row stands in every post, and a template or a child part for each of the
 * four would cost a fifth of drawing it.
 */
export function actions(status: Status, { words }: PostContext) {
  const { host, url = nothing, visibility } = status;
  const figure = (count = 0) => (count ? short(count, words) : '');
  const label = (verb: 'reply' | 'boost' | 'favourite' | 'bookmark', count?: number) =>
    words.say(`${verb}At`, { host }) + (count ? `, ${figure(count)}` : '');
  const { repliesCount, boostsCount, favouritesCount } = status;
  const boostable = visibility === 'public' || visibility === 'unlisted';
  return html`<div class="actions" part="actions" role="group" aria-label=${words.say('actions')}>
    <a class="action" part="action reply" href=${url} aria-label=${label('reply', repliesCount)} target="_blank" rel="nofollow noopener noreferrer">
      <svg class="icon icon-directed" viewBox="0 0 24 24" aria-hidden="true"><path d="m9.5 6.5-5.5 5.5 5.5 5.5M4.5 12H14a6 6 0 0 1 6 6v.5" /></svg>
      <span .textContent=${figure(repliesCount)}></span>
    </a>
    <a class="action" part=${boostable ? 'action boost' : nothing} href=${boostable ? url : nothing} ?hidden=${!boostable} aria-label=${label('boost', boostsCount)} target="_blank" rel="nofollow noopener noreferrer">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 13V9.5a3 3 0 0 1 3-3h11m-3-3 3 3-3 3M20 11v3.5a3 3 0 0 1-3 3H6m3 3-3-3 3-3" /></svg>
      <span .textContent=${figure(boostsCount)}></span>
    </a>
    <a class="action" part="action favourite" href=${url} aria-label=${label('favourite', favouritesCount)} target="_blank" rel="nofollow noopener noreferrer">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.75 14.6 9l5.8.85-4.2 4.1 1 5.8L12 17l-5.2 2.75 1-5.8-4.2-4.1L9.4 9z" /></svg>
      <span .textContent=${figure(favouritesCount)}></span>
    </a>
    <a class="action" part="action bookmark" href=${url} aria-label=${label('bookmark')} target="_blank" rel="nofollow noopener noreferrer">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M7.25 3.75h9.5a1 1 0 0 1 1 1v15.5L12 16l-5.75 4.25V4.75a1 1 0 0 1 1-1z" /></svg>
    </a>
  </div>`;
}
