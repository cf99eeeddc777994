import { html, nothing } from 'lit';
import { short } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

/**
 * What a reader can do with a post. Nobody is signed in here, so each leads to the post on its own server.
 * Written out, with signs drawn by the sheet and counts as properties: this row stands in every post, and nodes and
 * templates for each of the four were a tenth of what a first page costs.
 */
export function actions(status: Status, { words }: PostContext) {
  const { host, url = nothing, visibility, repliesCount, boostsCount, favouritesCount } = status;
  const figure = (count = 0) => (count ? short(count, words) : '');
  const label = (verb: 'reply' | 'boost' | 'favourite' | 'bookmark', count?: number) =>
    words.say(`${verb}At`, { host }) + (count ? `, ${figure(count)}` : '');
  const boostable = visibility === 'public' || visibility === 'unlisted';
  return html`<div class="actions" part="actions" role="group" aria-label=${words.say('actions')}>
    <a class="action reply" part="action reply" href=${url} aria-label=${label('reply', repliesCount)} .textContent=${figure(repliesCount)} target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action boost" part="action ${boostable ? 'boost' : ''}" href=${boostable ? url : nothing} ?hidden=${!boostable} aria-label=${label('boost', boostsCount)} .textContent=${figure(boostsCount)} target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action favourite" part="action favourite" href=${url} aria-label=${label('favourite', favouritesCount)} .textContent=${figure(favouritesCount)} target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action bookmark" part="action bookmark" href=${url} aria-label=${label('bookmark')} target="_blank" rel="nofollow noopener noreferrer"></a>
  </div>`;
}
