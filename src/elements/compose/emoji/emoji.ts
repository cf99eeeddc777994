import { html } from 'lit';
import type { MastoEmojiPicker } from '../../emoji-picker/emoji-picker.js';
import type { PickEvent } from '../../emoji-picker/pick.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import { place } from './place.js';

/** Ms between the press that closes what is open and the click of the same press. */
const samePress = 300;

/** Emoji to choose from, under their button. */
export class EmojiPiece implements Piece {
  #isOpen = false;
  #button: HTMLButtonElement | undefined;
  #closed = -Infinity;
  /** The button itself is being pressed. */
  #held = false;
  /** Its words and its emoji come late. */
  readonly #size = new ResizeObserver(() => this.#place());

  constructor(private readonly composer: Composer) {}

  draw(): unknown {
    if (!this.#isOpen) return undefined;
    return html`<masto-emoji-picker popover .session=${this.composer.asking} @pick=${this.#pick} @beforetoggle=${this.#before} @toggle=${this.#after}></masto-emoji-picker>`;
  }

  /** Opens, or closes: by a pointer it is closed already then, as by every press outside. */
  press(button: HTMLButtonElement): void {
    const isOver = this.#held && performance.now() - this.#closed < samePress;
    this.#held = false;
    if (this.#picker?.matches(':popover-open')) this.#picker.hidePopover();
    else if (!isOver) void this.#open(button);
  }

  turned(): void {
    this.#picker?.hidePopover();
  }

  get #picker() {
    return this.composer.form.renderRoot.querySelector<MastoEmojiPicker>('masto-emoji-picker') ?? undefined;
  }

  async #open(button: HTMLButtonElement) {
    const { form } = this.composer;
    this.#button = button;
    this.#isOpen = true;
    form.requestUpdate();
    await form.updateComplete;
    const picker = this.#picker;
    if (!picker) return;
    await picker.updateComplete;
    picker.showPopover();
    button.ariaExpanded = 'true';
    addEventListener('pointerdown', this.#hold, { capture: true });
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    addEventListener('resize', this.#place);
    this.#size.observe(picker);
    this.#place();
    picker.focus({ preventScroll: true });
  }

  readonly #place = () => {
    if (this.#picker && this.#button) place(this.#picker, this.#button);
  };

  readonly #hold = (event: Event) => {
    this.#held = event.composedPath().includes(this.#button!);
  };

  readonly #pick = ({ text, more }: PickEvent) => {
    const { composer } = this;
    const { value = '', selectionStart = 0, selectionEnd = 0 } = composer.textBox ?? {};
    // A server knows its own only where they touch no letter, digit or colon.
    const isOwn = text.startsWith(':');
    const before = isOwn && /[\p{L}\p{N}:]$/u.test(value.slice(0, selectionStart)) ? ' ' : '';
    const after = isOwn && !/^\s/.test(value.slice(selectionEnd)) ? ' ' : '';
    composer.insert(before + text + after);
    const picker = this.#picker;
    if (more) picker?.focus();
    else picker?.hidePopover();
  };

  readonly #before = ({ newState }: ToggleEvent) => {
    if (newState !== 'closed') return;
    this.#closed = performance.now();
    // Not every browser gives the focus back out of a shadow tree.
    if (this.#picker?.matches(':focus-within')) this.#button?.focus({ preventScroll: true });
  };

  readonly #after = ({ newState }: ToggleEvent) => {
    if (newState !== 'closed') return;
    removeEventListener('pointerdown', this.#hold, { capture: true });
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    this.#size.disconnect();
    if (this.#button) this.#button.ariaExpanded = null;
    this.#isOpen = false;
    this.composer.form.requestUpdate();
  };
}
