import { html, nothing } from 'lit';
import type { FullerSpeaker } from '../../i18n/fuller.js';
import { smallIcon } from '../icon/icon.js';
import { down } from '../icon/post-icons.js';

/** Below a long post: shows the rest of it, or hides it again. @param n how many words that are, grouped */
export const fold = (open: boolean, n: string, { say }: FullerSpeaker) => html`
  <button class="fold" part="button" type="button" value="unfold" aria-expanded=${open}>
    ${say(open ? 'fold' : 'unfold')}${open ? nothing : html`<span class="fold-amount">${say('more', { n })}</span>`}${smallIcon(down)}
  </button>
`;

/** What ends a post of which only the first words could be shown: where all of it is. */
export function original(url: string | undefined, words: FullerSpeaker): HTMLElement {
  const host = url ? new URL(url).hostname.replace(/^www\./, '') : '…';
  const link = Object.assign(document.createElement('a'), {
    target: '_blank',
    rel: 'nofollow noopener noreferrer',
    textContent: host,
  });
  if (url) link.href = url;
  link.dataset['open'] = 'status';
  const box = Object.assign(document.createElement('p'), { className: 'original' });
  box.append(...words.weave<string | Node>('original', { host: link }));
  return box;
}
