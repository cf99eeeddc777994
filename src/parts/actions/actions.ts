import { html, nothing } from 'lit';
import { short } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import type { PostContext } from '../post-context.js';

type Speaker = PostContext['words'];

const sayLabels = (host: string, words: Speaker) => ({
  reply: words.say('replyAt', { host }),
  boost: words.say('boostAt', { host }),
  favourite: words.say('favouriteAt', { host }),
  bookmark: words.say('bookmarkAt', { host }),
});

let last: { readonly host: string; readonly words: Speaker; readonly labels: ReturnType<typeof sayLabels> } | undefined;

/** What the links are called. The posts of a list mostly come from one server: said once for all of them. */
function labelsAt(host: string, words: Speaker) {
  if (last?.host !== host || last.words !== words) last = { host, words, labels: sayLabels(host, words) };
  return last.labels;
}

/**
 * What a reader can do with a post. Nobody is signed in here, so each leads to the post on its own server.
 * Written out, with signs drawn by the sheet and counts as properties: this row stands in every post, and nodes and
 * templates for each of the four were a tenth of what a first page costs.
 */
export function actions(status: Status, { words }: PostContext) {
  const { host, url = nothing, visibility, repliesCount, boostsCount, favouritesCount } = status;
  const figure = (count = 0) => (count ? short(count, words) : '');
  const { reply, boost, favourite, bookmark } = labelsAt(host, words);
  const counted = (label: string, count?: number) => (count ? `${label}, ${figure(count)}` : label);
  const boostable = visibility === 'public' || visibility === 'unlisted';
  return html`<div class="actions" part="actions" role="group" aria-label=${words.say('actions')}>
    <a class="action reply" part="action reply" href=${url} aria-label=${counted(reply, repliesCount)} .textContent=${figure(repliesCount)} target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action boost" part="action ${boostable ? 'boost' : ''}" href=${boostable ? url : nothing} ?hidden=${!boostable} aria-label=${counted(boost, boostsCount)} .textContent=${figure(boostsCount)} target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action favourite" part="action favourite" href=${url} aria-label=${counted(favourite, favouritesCount)} .textContent=${figure(favouritesCount)} target="_blank" rel="nofollow noopener noreferrer"></a>
    <a class="action bookmark" part="action bookmark" href=${url} aria-label=${bookmark} target="_blank" rel="nofollow noopener noreferrer"></a>
  </div>`;
}
