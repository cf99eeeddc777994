import { html } from 'lit';
import { emojify, textOf } from '../../content/content.js';
import type { Status } from '../../mastodon/entities.js';
import { alert, icon } from '../icon/icon.js';
import type { PostContext } from '../post-context.js';

/** How much the warning hides: `84 words, 2 pictures`. */
function amount({ content, media, poll }: Status, { words }: PostContext): string {
  const n = textOf(content).split(/\s+/).filter(Boolean).length;
  const pictures = media.filter(({ type }) => type === 'image').length;
  const files = media.length - pictures;
  return [
    n && words.say('words', { n }),
    pictures && words.say('pictures', { n: pictures }),
    files && words.say('attachments', { n: files }),
    poll && words.say('choices'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A content warning with its button; what it hides is drawn below by the caller, once it is open. */
export const warning = (status: Status, context: PostContext) => html`
  <div class="warning" part="warning">
    ${icon(alert)}
    <span class="warning-text">${emojify(status.spoilerText, context.media === 'auto' ? status.emojis : [])}<small>${amount(status, context)}</small></span>
    <button class="button" part="button" type="button" value="open" aria-expanded=${context.open}>${context.words.say(context.open ? 'hide' : 'show')}</button>
  </div>
`;
