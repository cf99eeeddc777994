import { html, nothing, type ReactiveController, render } from 'lit';
import { clock } from '../../../base/clock.js';
import { type ShelfSpeaker } from '../../../i18n/compose-shelf.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { close } from '../../../parts/icon/shelf-icons.js';
import { icon } from '../../../parts/icon/icon.js';
import type { Composer } from '../composer.js';
import { Kept } from './kept.js';
import { Waiting } from './waiting.js';

/** What the lists of the shelf know and do. */
export interface Around {
  readonly composer: Composer;
  readonly home: HomeSession;
  readonly words: ShelfSpeaker;
  /** Of the page: for its clock and its calendar. */
  readonly lang: string;
  redraw(): Promise<void>;
  /** Says what has become of something, and puts the focus where it can go on. @param at a selector */
  tell(text: string, at: string): void;
  /** @param writes somebody goes on to write, in the form */
  close(writes?: boolean): void;
}

/** What waits for its time at the server, and the account's drafts, in a dialog as long as it is open. */
export class Shelf implements Around, ReactiveController {
  readonly home: HomeSession;
  readonly #dialog = document.createElement('dialog');
  readonly #waiting: Waiting;
  readonly #kept: Kept;
  readonly #still: () => void;
  #told = '';
  #over = false;

  /** @param opener gets the focus back */
  constructor(
    readonly composer: Composer,
    readonly words: ShelfSpeaker,
    readonly lang: string,
    private readonly opener: HTMLElement,
  ) {
    this.home = composer.home!;
    this.#waiting = new Waiting(this);
    this.#kept = new Kept(this);
    const dialog = this.#dialog;
    dialog.className = 'dialog dialog-wide shelf';
    dialog.setAttribute('part', 'dialog');
    dialog.setAttribute('aria-labelledby', 'shelf-title');
    dialog.addEventListener('click', this.#press);
    dialog.addEventListener('close', () => this.close());
    this.#still = clock.listen(() => void this.redraw());
    void this.redraw();
    composer.form.renderRoot.append(dialog);
    composer.form.addController(this);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.title')!.focus();
    void this.#waiting.load();
  }

  /** Somebody else writes now: theirs are other drafts. */
  hostUpdate() {
    if (this.composer.home !== this.home) this.close();
  }

  hostDisconnected() {
    this.close();
  }

  redraw(): Promise<void> {
    const { say } = this.words;
    const part = (name: 'scheduled' | 'drafts', list: unknown) =>
      html`<section class="shelf-part" aria-labelledby="shelf-${name}"><h3 id="shelf-${name}" tabindex="-1">${say(name)}</h3>${list}</section>`;
    const content = html`<div class="dialog-body">
      <div class="dialog-head">
        <h2 class="title" id="shelf-title" tabindex="-1">${say('title')}</h2>
        <button class="icon-button" type="button" value="close" aria-label=${say('close')}>${icon(close)}</button>
      </div>
      <p class=${this.#told ? 'field-hint' : 'hidden'} role="status">${this.#told || nothing}</p>
      ${part('drafts', this.#kept.draw())}${part('scheduled', this.#waiting.draw())}
    </div>`;
    if (!this.#over) render(content, this.#dialog);
    return Promise.resolve();
  }

  tell(text: string, at: string): void {
    this.#told = text;
    this.#kept.read();
    void this.redraw();
    this.#dialog.querySelector<HTMLElement>(at)?.focus();
  }

  close(writes = false): void {
    if (this.#over) return;
    this.#over = true;
    this.#still();
    const { form } = this.composer;
    form.removeController(this);
    this.#dialog.remove();
    if (!form.isConnected) return;
    if (writes) form.focus();
    else this.opener.focus({ preventScroll: true });
  }

  readonly #press = ({ target }: Event) => {
    const button = (target as Element).closest('button');
    if (!button || button.ariaDisabled === 'true') return;
    const { value } = button;
    const id = button.dataset['id'] ?? '';
    if (value === 'close') return this.close();
    if (!this.#waiting.press(value, id)) this.#kept.press(value, id);
  };
}
