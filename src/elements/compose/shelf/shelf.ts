import { type ShelfSpeaker, shelfWords } from '../../../i18n/compose-shelf.js';
import { languageOf } from '../../../i18n/language.js';
import { styles as dialog } from '../../../parts/dialog/dialog.styles.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import { Shelf } from './dialog.js';
import { styles } from './shelf.styles.js';

/** Leads to what waits: posts for their time, drafts for somebody to go on. It shows nothing in the form itself. */
export class ShelfPiece implements Piece {
  #open: Shelf | undefined;

  constructor(private readonly composer: Composer) {
    adoptLate(composer.form.renderRoot, [dialog, styles]);
  }

  press(button: HTMLButtonElement): void {
    const lang = languageOf(this.composer.form);
    void shelfWords.load(lang).then((words) => this.#show(words, lang, button));
  }

  #show(words: ShelfSpeaker, lang: string, button: HTMLButtonElement) {
    const { home, form } = this.composer;
    if (!home || !form.isConnected) return;
    this.#open?.close();
    this.#open = new Shelf(this.composer, words, lang, button);
  }
}
