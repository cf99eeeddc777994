import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { FilmController } from '../../controllers/film-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type LightboxSpeaker, lightboxWords } from '../../i18n/lightbox.js';
import { mediaWords } from '../../i18n/media.js';
import type { MediaAttachment } from '../../mastodon/entities.js';
import { close, plus } from '../../parts/icon/form-icons.js';
import { icon } from '../../parts/icon/icon.js';
import { external, minus, next, previous } from '../../parts/icon/media-icons.js';
import { description } from './description.js';
import { keyWish, type KeyWish } from './keys.js';
import { styles } from './lightbox.styles.js';
import { slide } from './slide.js';
import { Stage } from './stage.js';
import type { Size } from './view.js';

let boxes = 0;

/**
 * @summary Shows pictures, films and sounds of a post as large as the window, one at a time. It opens when it comes into a page.
 * @tag masto-lightbox
 *
 * @fires {Event} close - It has been closed; it does not bubble.
 * @csspart dialog - All of it.
 * @csspart bar - What stands above the picture.
 * @csspart count - "2 of 5" there.
 * @csspart button - One of its buttons.
 * @csspart stage - The place of the picture.
 * @csspart picture - The picture, film or sound.
 * @csspart player - The browser's player of a film or a sound.
 * @csspart text - The description below.
 */
export class MastoLightbox extends MastoElement {
  static override styles = styles;

  /** What is shown: pictures, films and sounds as a post has them. */
  @property({ attribute: false }) items: readonly MediaAttachment[] = [];

  /** Which of them, from 0. */
  @property({ type: Number }) at = 0;

  /** The language of the descriptions. */
  @property({ attribute: false }) descriptionLang = '';

  /** Whether the reader has pressed play: a film then begins at once. */
  @property({ attribute: false }) begun = false;

  @state() private unfolded = false;

  readonly #words = new WordsController(this, lightboxWords);
  readonly #media = new WordsController(this, mediaWords);
  readonly #name = `lightbox-${boxes++}`;
  readonly #films = new FilmController(this, () => this.#name);
  readonly #asked = new Set<number>();
  readonly #broken = new Set<number>();
  readonly #sizes = new Map<number, Size>();
  #stage: Stage | undefined;

  protected get state(): TagState | undefined {
    return this.items.length ? undefined : 'empty';
  }

  override render(): unknown {
    const words = this.#words.value;
    const item = this.items[this.at];
    if (!words || !item) return nothing;
    const values = { n: this.at + 1, of: this.items.length };
    const label = words.say(item.type, values);
    return html`<dialog
      class="lightbox"
      part="dialog"
      aria-label=${label}
      tabindex="-1"
      @close=${this.#closed}
      @keydown=${this.#key}
      @click=${this.#press}
    >
      ${this.#bar(item, words)}
      <div class="stage" part="stage">
        ${repeat(
          this.#near,
          (at) => at,
          (at) => this.#slide(at, words),
        )}${this.#turn('previous', words)}${this.#turn('next', words)}
      </div>
      ${description(item, { words, lang: this.descriptionLang, unfolded: this.unfolded })}
      <p class="hidden" role="status">${label}${item.description ? html`: <span lang=${this.descriptionLang || nothing}>${item.description}</span>` : nothing}</p>
    </dialog>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('at') && !changed.has('items')) return;
    this.at = Math.min(Math.max(0, this.at), Math.max(0, this.items.length - 1));
    this.#asked.add(this.at);
    this.unfolded = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog) return;
    if (!this.#stage) this.#open(dialog);
    this.#stage?.take(
      this.items[this.at]?.type === 'image' ? dialog.querySelector<HTMLElement>('.is-shown .picture') : null,
    );
  }

  /** What is shown, and what would come next. */
  get #near(): number[] {
    return [this.at - 1, this.at, this.at + 1].filter((at) => at in this.items);
  }

  #slide(at: number, words: LightboxSpeaker) {
    return slide(this.items[at]!, at, at - this.at, {
      words,
      media: this.#media.value,
      films: this.#films,
      isShown: at === this.at,
      isLoaded: this.#asked.has(at),
      isThere: this.#sizes.has(at),
      isBroken: this.#broken.has(at),
      onLoad: ({ currentTarget }) => {
        const { naturalWidth: width, naturalHeight: height } = currentTarget as HTMLImageElement;
        if (width && height) this.#sizes.set(at, { width, height });
        this.requestUpdate();
      },
      onError: () => {
        this.#broken.add(at);
        this.requestUpdate();
      },
    });
  }

  #bar({ type, url }: MediaAttachment, { say }: LightboxSpeaker) {
    const button = (value: string, path: string, isOff = false) =>
      html`<button class="icon-button" part="button" type="button" value=${value} aria-label=${say(value as 'close')} aria-disabled=${isOff ? 'true' : nothing}>${icon(path)}</button>`;
    const zooms = type === 'image';
    return html`<div class="bar" part="bar">
      ${button('close', close)}
      <p class="count" part="count" aria-hidden="true">${this.items.length > 1 ? say('count', { n: this.at + 1, of: this.items.length }) : nothing}</p>
      ${zooms ? [button('smaller', minus, !this.#stage?.isZoomed), button('larger', plus, this.#stage?.isLargest)] : nothing}
      <a class="icon-button" part="button" href=${url ?? nothing} aria-label=${say('original')} target="_blank" rel="nofollow noopener noreferrer" referrerpolicy="no-referrer">${icon(external)}</a>
    </div>`;
  }

  #turn(value: 'previous' | 'next', { say }: LightboxSpeaker) {
    if (this.items.length < 2) return nothing;
    const isOff = this.at === (value === 'next' ? this.items.length - 1 : 0);
    const path = value === 'next' ? next : previous;
    return html`<button class="icon-button turn turn-${value}" part="button" type="button" value=${value} aria-label=${say(value)} aria-disabled=${isOff ? 'true' : nothing}>${icon(path, 'icon-directed')}</button>`;
  }

  #open(dialog: HTMLDialogElement) {
    this.#stage = new Stage(dialog.querySelector<HTMLElement>('.stage')!, {
      size: () => this.#size,
      go: (by) => this.#go(by),
      close: () => dialog.close(),
      changed: () => this.requestUpdate(),
    });
    // Here and not in the template: it must be able to keep the page from scrolling.
    dialog.addEventListener('wheel', this.#wheel, { passive: false });
    dialog.showModal();
    dialog.focus();
    if (this.begun) void this.#films.begin(this.#films.name(this.at));
  }

  get #size(): Size | undefined {
    const { type, width, height } = this.items[this.at] ?? {};
    if (type !== 'image') return undefined;
    return this.#sizes.get(this.at) ?? (width && height ? { width, height } : { width: 600, height: 400 });
  }

  #go(by: number) {
    for (const player of this.renderRoot.querySelectorAll<HTMLMediaElement>('video, audio')) player.pause();
    this.at += by;
  }

  readonly #press = (event: Event) => {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement);
    if (!button || button.ariaDisabled === 'true' || this.#films.press(button)) return;
    this.#do(button.value as KeyWish | 'unfold');
  };

  readonly #key = (event: KeyboardEvent) => {
    const wish = keyWish(event, !!this.#stage?.isZoomed, getComputedStyle(this).direction === 'rtl');
    if (!wish) return;
    event.preventDefault();
    this.#do(wish);
  };

  #do(wish: KeyWish | 'unfold') {
    const steps = { left: { x: 60, y: 0 }, right: { x: -60, y: 0 }, up: { x: 0, y: 60 }, down: { x: 0, y: -60 } };
    if (wish === 'close') this.renderRoot.querySelector('dialog')?.close();
    else if (wish === 'unfold') this.unfolded = !this.unfolded;
    else if (wish === 'previous' || wish === 'next') this.#go(wish === 'next' ? 1 : -1);
    else if (wish === 'first' || wish === 'last') this.#go(wish === 'last' ? this.items.length : -this.items.length);
    else if (wish === 'larger' || wish === 'smaller') this.#stage?.scale(wish === 'larger' ? 1.5 : 1 / 1.5);
    else if (wish === 'reset') this.#stage?.reset();
    else if (wish !== 'stay') this.#stage?.pan(steps[wish]);
  }

  readonly #wheel = (event: WheelEvent) => {
    const inText = event.composedPath().some((node) => node instanceof Element && node.matches('.text'));
    if (inText && !event.ctrlKey) return;
    event.preventDefault();
    if (this.#size) this.#stage?.wheel(event);
  };

  readonly #closed = () => this.dispatchEvent(new Event('close'));
}

define('masto-lightbox', MastoLightbox);

declare global {
  interface HTMLElementTagNameMap {
    'masto-lightbox': MastoLightbox;
  }
}
