import { html, nothing } from 'lit';
import { MastoErrorEvent } from '../../../base/events.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { completionWords, type CompletionWords } from '../../../i18n/compose-completion.js';
import { languageOf } from '../../../i18n/language.js';
import { MastoError } from '../../../mastodon/errors.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import { styles } from './completion.styles.js';
import { id, list } from './list.js';
import { placeAt, spotOf, type Spot } from './place.js';
import { atOnce, fits, later, merged, type Suggestion } from './sources.js';
import { tokenAt, type Token } from './token.js';

/** Nobody is asked while letters follow each other faster than that. */
const quiet = 150;

/** What opens it: letters, and taking letters away. Not what is pasted, dropped, or undone. */
const typing = /^(?:insertText|insertCompositionText|deleteContent)/;

/** Proposes people, hashtags and emoji for what is being written. The focus stays in the text all the while. */
export class CompletionPiece implements Piece {
  readonly #voice: WordsController<CompletionWords>;
  #box: HTMLTextAreaElement | undefined;
  #caret = -1;
  /** By what the text was changed, until that has been looked at. */
  #how: string | undefined;
  #token: Token | undefined;
  #suggestions: readonly Suggestion[] = [];
  #at = 0;
  /** Where the word stands for which the reader wants nothing proposed. */
  #dismissed = -1;
  #spot: Spot | undefined;
  /** Ends what is asked for one word. */
  #asking = new AbortController();
  /** Ends what is listened to while it is open. */
  #open: AbortController | undefined;

  constructor(private readonly composer: Composer) {
    const { form } = composer;
    this.#voice = new WordsController(form, completionWords);
    adoptLate(form.renderRoot, styles);
    form.addController({ hostUpdated: () => this.#settle(), hostDisconnected: () => this.#close() });
  }

  draw(): unknown {
    const words = this.#voice.value;
    const token = this.#token;
    if (!words) return undefined;
    const n = this.#suggestions.length;
    const shown = token && n && !this.composer.sending.busy;
    return html`${
      shown ? list(words.say(token.kind), this.#suggestions, this.#at, words, this.#press) : nothing
    }<div class="hidden" role="status">${shown ? words.say('found', { n }) : nothing}</div>`;
  }

  wrote(box: HTMLTextAreaElement): void {
    if (this.#box === box) return this.#how === undefined ? this.#moved() : this.#typed(box, this.#how);
    this.#box = box;
    // Only noted here: the form hears of the letter later, and would draw itself without it.
    box.addEventListener('input', (event) => (this.#how = event.inputType));
    box.addEventListener('blur', () => this.#close());
    for (const type of ['selectionchange', 'keyup', 'pointerup']) box.addEventListener(type, this.#moved);
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-haspopup', 'listbox');
    this.#look(tokenAt(box));
  }

  type(event: KeyboardEvent): boolean {
    const { key, target, isComposing, keyCode, ctrlKey, metaKey, altKey, shiftKey } = event;
    // While an input method has hold of a word, its keys are the method's.
    if (!this.#open || target !== this.#box || isComposing || keyCode === 229) return false;
    if ((ctrlKey || metaKey) && key === 'Enter') this.#close();
    if (ctrlKey || metaKey || altKey || shiftKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) this.#step(step);
    else if (key === 'Enter' || key === 'Tab') this.#choose(this.#at);
    else if (key === 'Escape') this.#dismiss();
    else return false;
    event.preventDefault();
    return true;
  }

  turned(): void {
    this.#close();
  }

  #typed(box: HTMLTextAreaElement, how: string) {
    this.#how = undefined;
    const token = tokenAt(box);
    if (token?.start !== this.#dismissed) this.#dismissed = -1;
    this.#look(typing.test(how) ? token : undefined);
  }

  /** The caret has gone elsewhere without a letter: what was proposed is not meant any more. */
  readonly #moved = () => {
    if (this.#token && this.#box?.selectionEnd !== this.#caret) this.#close();
  };

  #look(token: Token | undefined) {
    const before = this.#token;
    if (!token || token.start === this.#dismissed) return this.#close();
    this.#caret = this.#box!.selectionEnd;
    const goes = before?.kind === token.kind && before.start === token.start;
    this.#token = token;
    if (goes && before.query === token.query) return;
    const still = goes ? this.#suggestions.filter((each) => fits(each, token)) : [];
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#show(merged(token, still, atOnce(token, this.composer.home)));
    void this.#ask(token, this.#asking.signal);
  }

  async #ask(token: Token, signal: AbortSignal) {
    const { form, asking } = this.composer;
    if (!token.query) return;
    try {
      if (token.kind !== 'emoji') await new Promise((resolve) => setTimeout(resolve, quiet));
      if (signal.aborted) return;
      const found = await later(token, asking, languageOf(form), signal);
      if (signal.aborted) return;
      this.#show(token.kind === 'emoji' ? found : merged(token, this.#suggestions, found));
    } catch (error) {
      // Whoever writes does without: what the page knows is there.
      if (!signal.aborted && error instanceof MastoError) form.dispatchEvent(new MastoErrorEvent(error));
    }
  }

  #show(suggestions: readonly Suggestion[]) {
    const token = this.#token!;
    const current = this.#at ? this.#suggestions[this.#at]?.text : undefined;
    const written = this.#box!.value.slice(token.start, token.end);
    // What is written in full already needs no help.
    const done = suggestions.length === 1 && suggestions[0]!.text === written;
    this.#suggestions = done ? [] : suggestions;
    this.#at = Math.max(
      0,
      suggestions.findIndex(({ text }) => text === current),
    );
    this.composer.form.requestUpdate();
  }

  #close() {
    this.#asking.abort();
    this.#token = undefined;
    this.#at = 0;
    if (!this.#suggestions.length) return;
    this.#suggestions = [];
    this.composer.form.requestUpdate();
  }

  #dismiss() {
    this.#dismissed = this.#token!.start;
    this.#close();
  }

  #step(by: number) {
    const { length } = this.#suggestions;
    this.#at = (this.#at + by + length) % length;
    this.composer.form.requestUpdate();
  }

  /** A blank follows; where there is one already, the caret goes behind it. */
  #choose(at: number) {
    const { start, end } = this.#token!;
    const { text, name } = this.#suggestions[at] ?? {};
    this.#close();
    if (text && name)
      void import('../../emoji-picker/habits.js').then(
        ({ chose }) => chose(text),
        () => undefined,
      );
    if (text !== undefined) this.composer.insert(`${text} `, [start, this.#box!.value[end] === ' ' ? end + 1 : end]);
  }

  readonly #press = ({ target }: Event) => {
    const row = (target as Element).closest<HTMLElement>('[role=option]');
    if (row) this.#choose(Number(row.dataset['at']));
  };

  /** It has been drawn: it is put in its place, and the text is told of it. */
  #settle() {
    const box = this.#box;
    const popup = this.composer.form.renderRoot.querySelector<HTMLElement>(`#${id}`);
    if (!box) return;
    for (const [name, value] of [
      ['controls', popup && id],
      ['activedescendant', popup && `${id}-${this.#at}`],
    ] as const)
      if (value) box.setAttribute(`aria-${name}`, value);
      else box.removeAttribute(`aria-${name}`);
    if (!popup) {
      this.#open?.abort();
      this.#open = undefined;
      return;
    }
    if (!this.#open) this.#follow();
    if (!popup.matches(':popover-open')) popup.showPopover();
    this.#spot = spotOf(box, this.#token!.start);
    placeAt(popup, box, this.#spot);
    popup.children[this.#at]?.scrollIntoView({ block: 'nearest' });
  }

  /** The page scrolls under it, or becomes another size. */
  #follow() {
    this.#open = new AbortController();
    const place = ({ target }: Event) => {
      const popup = this.composer.form.renderRoot.querySelector<HTMLElement>(`#${id}`);
      if (popup && this.#box && target !== popup) placeAt(popup, this.#box, this.#spot);
    };
    const { signal } = this.#open;
    addEventListener('scroll', place, { capture: true, passive: true, signal });
    addEventListener('resize', place, { signal });
    for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, place, { signal });
    document.addEventListener('selectionchange', this.#moved, { signal });
  }
}
