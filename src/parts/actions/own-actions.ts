import { html } from 'lit';
import type { ActsSpeaker } from '../../i18n/acts.js';
import { short } from '../../i18n/figures.js';
import type { PostSpeaker } from '../../i18n/post.js';
import type { MyView, Status } from '../../mastodon/entities.js';
import { openMenu } from './actions.js';

/**
 * What somebody who is signed in can do with a post: the same row as `actions`, of buttons. What is done already is
 * pressed; what is on its way is busy.
 * @param replying an answer is being written below
 */
export function ownActions(status: Status, mine: MyView, words: PostSpeaker, acts: ActsSpeaker, replying: boolean) {
  const { repliesCount, boostsCount, favouritesCount } = status;
  const { favourited, boosted, bookmarked, boostable, busy } = mine;
  const figure = (count = 0) => (count ? short(count, words) : '');
  const label = (verb: 'reply' | 'boost' | 'favourite' | 'bookmark', count?: number) =>
    acts.say(verb) + (count ? `, ${figure(count)}` : '');
  return html`<div class="actions" part="actions" role="group" aria-label=${words.say('actions')}>
    <button class="action reply" part="action reply" type="button" value="reply" aria-label=${label('reply', repliesCount)} aria-expanded=${replying} .textContent=${figure(repliesCount)}></button>
    <button class="action boost" part="action ${boostable ? 'boost' : ''}" type="button" value="boost" ?hidden=${!boostable} aria-label=${label('boost', boostsCount)} aria-pressed=${boosted} aria-busy=${busy.includes('boosted')} .textContent=${figure(boostsCount)}></button>
    <button class="action favourite" part="action favourite" type="button" value="favourite" aria-label=${label('favourite', favouritesCount)} aria-pressed=${favourited} aria-busy=${busy.includes('favourited')} .textContent=${figure(favouritesCount)}></button>
    <button class="action bookmark" part="action bookmark" type="button" value="bookmark" aria-label=${label('bookmark')} aria-pressed=${bookmarked} aria-busy=${busy.includes('bookmarked')}></button>
    <button class="action more" part="action more" type="button" value="more" aria-label=${words.say('menu')} aria-haspopup="menu" aria-expanded="false" @keydown=${openMenu}></button>
  </div>`;
}
