import { html } from 'lit';
import type { FullerSpeaker } from '../../i18n/fuller.js';
import type { FilterHit } from '../../mastodon/entities.js';
import { hide } from '../icon/icon.js';

/** Says which of their own filters a post has met; whoever draws it has the sheet of warnings. */
export function filterLine(hits: readonly FilterHit[], open: boolean, words: FullerSpeaker) {
  const term = hits.some(({ action }) => action === 'hide') ? 'hiddenBy' : 'filtered';
  const title = html`<bdi>${hits.map(({ title }) => title).join(', ')}</bdi>`;
  return html`<div class="warning" part="warning">
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${hide} /></svg>
    <span class="warning-text">${words.weave(term, { title })}</span>
    <button class="button" part="button" type="button" value="unfilter" aria-expanded=${open}>${words.say(open ? 'hide' : 'show')}</button>
  </div>`;
}
