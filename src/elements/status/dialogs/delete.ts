import { html, nothing } from 'lit';
import { actsWords } from '../../../i18n/acts.js';
import { type MenuTerm, menuWords } from '../../../i18n/menu.js';
import { frame } from '../menu/frame.js';
import type { Asking, Question } from '../menu/question.js';

/** What is lost with a post, asked before it is deleted. */
export class DeleteQuestion implements Question {
  /** Its files go with it. */
  protected readonly files: boolean = true;
  protected readonly terms: readonly [title: MenuTerm, text: MenuTerm, confirm: MenuTerm] = [
    'deleteTitle',
    'deleteText',
    'delete',
  ];

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
      media.length && this.files ? say('deleteMedia', { n: media.length }) : undefined,
      poll ? say('deletePoll') : undefined,
    ].filter((line) => line !== undefined);
    const list = lost.length ? html`<ul class="lost">${lost.map((line) => html`<li>${line}</li>`)}</ul>` : nothing;
    const [title, text, confirm] = this.terms.map((term) => say(term));
    const body = html`<p>${text}</p>${list}`;
    return frame({ title, body, confirm, danger: true, busy, problem }, words, actsWords.speaker(lang)!);
  }
}

/** Asked before a post is deleted to be written anew: what stands in it stays. */
export class RedraftQuestion extends DeleteQuestion {
  protected override readonly files = false;
  protected override readonly terms = ['redraftTitle', 'redraftText', 'redraft'] as const;
}
