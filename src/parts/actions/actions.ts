import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { short } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import { bookmark, boost, favourite, icon, reply } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

/** What a reader can do with a post. Nobody is signed in here, so each leads to the post on its own server. */
export function actions(status: Status, { words }: PostContext) {
  const { host, url, visibility } = status;
  const action = (verb: 'reply' | 'boost' | 'favourite' | 'bookmark', path: string, count?: number, kind?: string) => {
    const figure = count ? short(count, words) : '';
    const label = words.say(`${verb}At`, { host }) + (figure && `, ${figure}`);
    return html`<a class="action" part="action ${verb}" href=${ifDefined(url)} aria-label=${label} target="_blank" rel="nofollow noopener noreferrer"
      >${icon(path, kind)}<span>${figure}</span></a
    >`;
  };
  const boostable = visibility === 'public' || visibility === 'unlisted';
  return html`<div class="actions" part="actions" role="group" aria-label=${words.say('actions')}>
    ${action('reply', reply, status.repliesCount, 'icon-directed')}${
      boostable ? action('boost', boost, status.boostsCount) : html`<span></span>`
    }${action('favourite', favourite, status.favouritesCount)}${action('bookmark', bookmark)}
  </div>`;
}
