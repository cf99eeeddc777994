import { html, type LitElement, type TemplateResult } from 'lit';
import type { MastoError } from '../../../mastodon/errors.js';
import type { Facts, Row } from './items.js';
import type { Asking, Question, QuestionClass } from './question.js';

/** A question in a dialog, from the press that asked for it until it is answered. */
export class Asked implements Asking {
  busy = false;
  problem: MastoError | undefined;
  readonly #question: Question;

  /** @param carryOut does what was decided; rejects with why not @param end nothing is asked any more */
  constructor(
    readonly row: Row,
    Question: QuestionClass,
    readonly facts: Facts,
    private readonly surroundings: {
      readonly host: LitElement;
      readonly lang: string;
      carryOut(choices: unknown): Promise<void>;
      end(): void;
    },
  ) {
    this.#question = new Question(this);
  }

  get status() {
    return this.facts.status;
  }

  get author() {
    return this.facts.author;
  }

  get home() {
    return this.facts.home;
  }

  get lang() {
    return this.surroundings.lang;
  }

  draw(): TemplateResult {
    return html`<dialog class="dialog" part="dialog" aria-labelledby="question" @close=${this.#closed}>${this.#question.draw()}</dialog>`;
  }

  /** After it has been drawn first. */
  show(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
  }

  press(button: HTMLButtonElement): void {
    if (button.ariaDisabled === 'true') return;
    if (button.value === 'cancel') this.close();
    else if (button.value === 'confirm') void this.confirm();
    else this.#question.press?.(button);
  }

  redraw(): void {
    this.surroundings.host.requestUpdate();
  }

  close(): void {
    this.#dialog?.close();
    this.surroundings.end();
  }

  async confirm(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    this.redraw();
    try {
      await this.surroundings.carryOut(this.#question.choices);
      this.close();
    } catch (error) {
      this.busy = false;
      this.problem = error as MastoError;
      this.redraw();
    }
  }

  get #dialog() {
    return this.surroundings.host.renderRoot.querySelector<HTMLDialogElement>('dialog.dialog');
  }

  readonly #closed = () => this.surroundings.end();
}
