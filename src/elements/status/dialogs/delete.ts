import { html, nothing } from 'lit';
import { actsWords } from '../../../i18n/acts.js';
import { menuWords } from '../../../i18n/menu.js';
import { frame } from '../menu/frame.js';
import type { Asking, Question } from '../menu/question.js';

/** What is lost with a post, asked before it is deleted. */
export class DeleteQuestion implements Question {
  constructor(private readonly asking: Asking) {}

  draw(): unknown {
    const { status, lang, busy, problem } = this.asking;
    const words = menuWords.speaker(lang)!;
    const { say } = words;
    const { repliesCount: replies, boostsCount: boosts, favouritesCount: favourites, media, poll } = status;
    const lost = [
      replies ? say('deleteReplies', { n: replies }) : undefined,
      boosts ? say('deleteBoosts', { n: boosts }) : undefined,
      favourites ? say('deleteFavourites', { n: favourites }) : undefined,
      media.length ? say('deleteMedia', { n: media.length }) : undefined,
      poll ? say('deletePoll') : undefined,
    ].filter((line) => line !== undefined);
    const list = lost.length ? html`<ul class="lost">${lost.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;
    const body = html`<p>${say('deleteText')}</p>${list}`;
    const title = say('deleteTitle');
    return frame({ title, body, confirm: say('delete'), danger: true, busy, problem }, words, actsWords.speaker(lang)!);
  }
}
