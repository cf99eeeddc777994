import { baseOf } from '../../base/text.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { DetailsSpeaker } from '../../i18n/details.js';
import { full } from '../../i18n/figures.js';
import { languageName } from '../../i18n/language-name.js';
import { longDate } from '../../i18n/long-date.js';
import type { Application, Status } from '../../mastodon/entities.js';
import { lock, mention, smallIcon, unlisted } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

/** Here, not beside other icons: those come with what shows more of them. */
const globe =
  'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5z';

const signs = { public: globe, unlisted, private: lock, direct: mention, unknown: lock };

function written({ name, website }: Application, words: DetailsSpeaker) {
  const label = html`<bdi>${name}</bdi>`;
  const shown = website
    ? html`<a class="facts-link" href=${website} target="_blank" rel="nofollow noopener noreferrer">${label}</a>`
    : label;
  return html`<span dir="auto">${words.weave<unknown>('application', { name: shown })}</span>`;
}

/** What a post that stands alone says of itself: who may see it, when it was written and edited, how many have done what. */
export function facts(
  status: Status,
  language: string | undefined,
  { words: post }: PostContext,
  words: DetailsSpeaker,
): TemplateResult {
  const { visibility, createdAt, editedAt, application, boostsCount, favouritesCount, quotesCount } = status;
  const audience = visibility === 'public' ? words.say('public') : post.say(visibility);
  const count = (term: 'boosts' | 'favourites' | 'quotes', n = 0) =>
    n > 0
      ? html`<span dir="auto">${words.weave<unknown>(term, { n, count: html`<b>${full(n, post)}</b>` })}</span>`
      : nothing;
  const edited = () => words.say('edited', { time: longDate(editedAt, words, createdAt) });
  const foreign = language && baseOf(language) !== baseOf(words.lang);
  return html`<div class="post-facts" role="group" aria-label=${words.say('facts')}>
    <span class="facts-audience">${smallIcon(signs[visibility])}<bdi>${audience}</bdi></span>
    <span dir="auto"><time datetime=${createdAt ?? nothing}>${longDate(createdAt, words)}</time></span>
    ${editedAt ? html`<span dir="auto">${edited()}</span>` : nothing}${foreign ? html`<span dir="auto">${languageName(language, words.lang)}</span>` : nothing}${
      application ? written(application, words) : nothing
    }${count('boosts', boostsCount)}${count('favourites', favouritesCount)}${count('quotes', quotesCount)}
  </div>`;
}
