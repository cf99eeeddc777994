import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { UploadSpeaker } from '../../../i18n/compose-media.js';
import { lengthOf } from '../../../mastodon/media-rules.js';
import { icon } from '../../../parts/icon/icon.js';
import { close } from '../../../parts/icon/upload-icons.js';
import type { Item } from './item.js';
import { nameOf, pointAt } from './tiles.js';

const step = 0.05;

/** Characters: where there is more room, nobody need be told. */
const tight = 500;

const keys: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
};

const within = (value: number) => Math.round(Math.min(1, Math.max(-1, value)) * 100) / 100;

/** The dialog in which a file is described, and what of it is always to be seen is chosen. All is kept at once: closing it loses nothing. */
export class Describing {
  item: Item | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly around: {
      items(): readonly Item[];
      /** Characters. */
      most(): number;
      changed(item: Item): void;
      move(from: number, to: number): void;
      closed(item: Item): void;
    },
  ) {}

  async open(item: Item): Promise<void> {
    this.item = item;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector('textarea')?.focus();
  }

  draw(words: UploadSpeaker): unknown {
    const { item } = this;
    const items = this.around.items();
    if (!item || !items.includes(item)) return nothing;
    const at = items.indexOf(item);
    return html`<dialog class="dialog dialog-wide" part="dialog" aria-labelledby="upload-title" @close=${this.#closed} @keydown=${this.#type} @paste=${this.#own} @drop=${this.#own}>
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 class="title" id="upload-title">${nameOf(item, at, words)}${item.name ? html` · <bdi>${item.name}</bdi>` : nothing}</h2>
          <button class="icon-button" type="button" aria-label=${words.say('close')} @click=${this.#close}>${icon(close)}</button>
        </div>
        ${this.#picture(item, words)}${this.#field(item, words)}
        <div class="buttons">
          ${items.length > 1 ? this.#moves(at, items.length, words) : nothing}
          <button class="button button-primary upload-done" part="button" type="button" @click=${this.#close}>${words.say('done')}</button>
        </div>
      </div>
    </dialog>`;
  }

  #picture(item: Item, { say }: UploadSpeaker): unknown {
    const { url, focus } = item;
    if (!url) return nothing;
    const [x, y] = [Math.round((focus.x + 1) * 50), Math.round((1 - focus.y) * 50)];
    return html`<div class="upload-point" role="slider" tabindex="0" aria-label=${say('focus')} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${x}
        aria-valuetext=${say('focusAt', { x, y })} aria-describedby="upload-hint" .style=${pointAt(item)} @keydown=${this.#nudge} @pointerdown=${this.#point} @pointermove=${this.#point}>
        <img class="upload-large" src=${url} alt="" draggable="false" /><span></span>
      </div>
      <p class="field-hint" id="upload-hint">${say('focusHint')}</p>`;
  }

  #field(item: Item, { say }: UploadSpeaker): TemplateResult {
    const left = this.around.most() - lengthOf(item.description);
    return html`<label class="field"
        ><span class="field-label">${say(item.kind === 'sound' ? 'heard' : 'text')}</span
        ><textarea class="input upload-text" part="field" name="description" dir="auto" aria-describedby="upload-left" aria-invalid=${left < 0} .value=${live(item.description)} @input=${this.#write}></textarea></label
      >
      <p class="field-hint upload-count ${left < 0 ? 'upload-wrong' : ''}" id="upload-left">${
        left < 0 ? say('tooLong', { n: -left }) : left < tight ? say('left', { n: left }) : nothing
      }</p>`;
  }

  #moves(at: number, all: number, { say }: UploadSpeaker) {
    const move = (label: string, to: number) =>
      html`<button class="button" part="button" type="button" aria-disabled=${to < 0 || to >= all} @click=${() => this.around.move(at, to)}>${label}</button>`;
    return [move(say('earlier'), at - 1), move(say('later'), at + 1)];
  }

  get #dialog() {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('dialog[aria-labelledby=upload-title]');
  }

  readonly #close = () => this.#dialog?.close();

  readonly #closed = () => {
    const { item } = this;
    this.item = undefined;
    if (item) this.around.closed(item);
  };

  /** What is typed here is none of the form's business: Ctrl+Enter is done, and posts nothing. */
  readonly #type = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) this.#close();
  };

  /** A file that is dropped here is no reason for the browser to leave for it. */
  readonly #own = (event: Event) => {
    event.stopPropagation();
    if (event.type === 'drop') event.preventDefault();
  };

  readonly #write = ({ target }: Event) => {
    this.item!.description = (target as HTMLTextAreaElement).value;
    this.around.changed(this.item!);
  };

  readonly #nudge = (event: KeyboardEvent) => {
    const by = keys[event.key];
    if (!by) return;
    event.preventDefault();
    const { x, y } = this.item!.focus;
    this.#set(x + by[0], y + by[1]);
  };

  readonly #point = (event: PointerEvent) => {
    const area = event.currentTarget as HTMLElement;
    if (event.type === 'pointermove' ? !(event.buttons & 1) : event.button !== 0) return;
    if (event.type === 'pointerdown' && event.isTrusted) area.setPointerCapture(event.pointerId);
    const { left, top, width, height } = area.getBoundingClientRect();
    this.#set((2 * (event.clientX - left)) / width - 1, 1 - (2 * (event.clientY - top)) / height);
  };

  #set(x: number, y: number) {
    this.item!.focus = { x: within(x), y: within(y) };
    this.around.changed(this.item!);
  }
}
