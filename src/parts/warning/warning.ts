import { html } from 'lit';
import { emojify } from '../../content/content.js';
import { full } from '../../i18n/figures.js';
import type { Status } from '../../mastodon/entities.js';
import { alert } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

/** How many words a body has: paragraphs and line breaks part them, too. */
export const wordsIn = (content: Element): number =>
  [...content.childNodes].flatMap(({ textContent }) => textContent?.match(/\S+/g) ?? []).length +
  content.querySelectorAll('br').length;

/** How much the warning hides: `84 words, 2 pictures`. */
function amount({ media, poll }: Status, n: number, words: PostContext['words']): string {
  const { say } = words;
  const pictures = media.filter(({ type }) => type === 'image').length;
  const counted = {
    words: n,
    pictures,
    attachments: media.length - pictures,
  };
  const parts = Object.entries(counted).map(
    ([term, n]) => n && say(term as keyof typeof counted, { n: full(n, words) }),
  );
  return [...parts, poll && say('choices')].filter(Boolean).join(', ');
}

/** A content warning with its button; what it hides is drawn below by the caller, once it is open. @param n how many words it hides */
export const warning = (status: Status, n: number, { pictures, open, words }: PostContext) => html`
  <div class="warning" part="warning">
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${alert} /></svg>
    <span class="warning-text">${emojify(status.spoilerText, pictures ? status.emojis : [])}<small>${amount(status, n, words)}</small></span>
    <button class="button" part="button" type="button" value="open" aria-expanded=${open}>${words.say(open ? 'hide' : 'show')}</button>
  </div>
`;
