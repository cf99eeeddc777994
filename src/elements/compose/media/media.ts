import { html, nothing } from 'lit';
import { WordsController } from '../../../controllers/words-controller.js';
import { uploadWords, type UploadWords, type UploadSpeaker } from '../../../i18n/compose-media.js';
import { lengthOf } from '../../../mastodon/media-rules.js';
import type { PostField } from '../../../mastodon/posting.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Composer } from '../composer.js';
import type { Piece } from '../piece.js';
import type { Problem } from '../problems.js';
import { Describing } from './describing.js';
import type { Item } from './item.js';
import { Items } from './items.js';
import { styles } from './media.styles.js';
import { Ordering } from './ordering.js';
import { notes } from './notes.js';
import { nameOf, tiles } from './tiles.js';

const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Files that go with a post: on their way up, described, in order (R169–R175). */
export class MediaPiece implements Piece {
  /** What is said to whoever does not see it. */
  #said = '';
  #reminded = false;
  /** The last problem is this piece's own. */
  #own = false;
  readonly #speaking: WordsController<UploadWords>;
  readonly #items: Items;
  readonly #describing: Describing;
  readonly #ordering = new Ordering((from, to) => this.#move(from, to));

  constructor(private readonly composer: Composer) {
    const { form } = composer;
    this.#speaking = new WordsController(form, uploadWords);
    adoptLate(form.renderRoot, styles);
    this.#items = new Items(composer, (item) => this.#tell(item));
    this.#describing = new Describing(form, {
      items: () => this.#all,
      most: () => composer.limits.media.description,
      changed: () => this.#items.keep(true),
      move: (from, to) => this.#move(from, to),
      closed: (item) => this.#described(item),
    });
  }

  get holds(): boolean {
    return this.#all.some(({ id, busy }) => busy || id === undefined);
  }

  draw(): unknown {
    this.#items.read();
    const { refused, unsent } = this.#items;
    const words = this.#words;
    if (!words || !(this.#all.length || refused.length || unsent.length)) return nothing;
    const on = { press: this.#press, type: this.#type };
    return html`<div class="piece" role="group" aria-label=${words.say('files')}>
      ${this.#all.length ? tiles(this.#all, this.#ordering, on, words) : nothing}
      <div role="alert">${this.#notes(words)}</div>
      ${this.#all.length ? this.#sensitive(words) : nothing}
      <p class="hidden" role="status">${this.#said}</p>
      ${this.#describing.draw(words)}
    </div>`;
  }

  mistake(): Problem | undefined {
    const words = this.#words;
    if (!words || !this.#all.length) return undefined;
    const { say } = words;
    const all = this.#all;
    const { description } = this.composer.limits.media;
    const named = (term: keyof UploadWords, item: Item | undefined) =>
      item && this.#problem(say(term, { what: nameOf(item, all.indexOf(item), words) }));
    if (this.composer.writing.draft.poll) return this.#problem(say('besidePoll'));
    return (
      named(
        'unsettled',
        all.find(({ bad }) => bad),
      ) ??
      named(
        'longText',
        all.find((item) => lengthOf(item.description) > description),
      ) ??
      this.#reminder(words)
    );
  }

  async ready(signal: AbortSignal): Promise<Problem | undefined> {
    await this.#items.settled(signal);
    for (const item of this.#all) {
      if (signal.aborted) return undefined;
      const error = await this.#items.uploads.save(item).catch((error: unknown) => error ?? true);
      const words = this.#words;
      const { host } = this.composer.home ?? {};
      const what = words ? nameOf(item, this.#all.indexOf(item), words) : '';
      if (error) return this.#problem(words?.say('unsaved', { host: host ?? '', what }));
      if (item.bad) return this.#problem(words?.say('unsettled', { what }));
    }
    return undefined;
  }

  take(files: readonly File[]): void {
    const { composer } = this;
    if (composer.home && !composer.home.expired) return this.#items.take(files);
    const { lang } = this.#words ?? { lang: 'en' };
    void uploadWords.load(lang).then(({ say }) => composer.sending.stop({ term: 'refused', said: say('signIn') }));
  }

  focus(field: PostField): boolean {
    const all = this.#all;
    if (field !== 'media' || !all.length) return false;
    if (!this.#own) this.#lookAfter();
    this.#own = false;
    const { description } = this.composer.limits.media;
    const wrong = all.findIndex((item) => item.bad || lengthOf(item.description) > description);
    const without = all.findIndex((item) => !item.description);
    this.#focus(Math.max(0, wrong < 0 ? without : wrong));
    return true;
  }

  turned(): void {
    this.#reminded = false;
    this.#said = '';
    this.#items.read(true);
  }

  get #all() {
    return this.#items.all;
  }

  get #words() {
    return this.#speaking.value;
  }

  /** The server has refused the post for its files, and may have forgotten some (R175): each is asked for, and what is gone says so. */
  #lookAfter() {
    for (const item of this.#all) {
      item.saved = undefined;
      void this.#items.uploads.save(item).catch(() => undefined);
    }
  }

  #problem(said: string | undefined): Problem {
    this.#own = true;
    return { term: 'refused', said, field: 'media' };
  }

  /** Once: whoever presses again means it. */
  #reminder({ say }: UploadSpeaker): Problem | undefined {
    const silent = this.#all.filter(({ description }) => !description.trim());
    if (this.#reminded || !silent.length) return undefined;
    this.#reminded = true;
    const way = (label: string, kind: string, act: (event: Event) => void) =>
      html`<button class="button ${kind}" part="button" type="button" @click=${act}>${label}</button>`;
    const ways = [
      way(say('describeIt'), '', () => void this.#describing.open(silent[0]!)),
      way(say('anyway'), 'button-quiet', (event) => this.composer.post(event)),
    ];
    return { ...this.#problem(say('remind', { n: silent.length })), ways };
  }

  #notes(words: UploadSpeaker) {
    const { form, home } = this.composer;
    const on = {
      allow: () => this.composer.signIn(['write:media']),
      remove: (item: Item) => this.#remove(item),
      redraw: () => form.requestUpdate(),
    };
    return notes(this.#items, on, home?.host ?? '', words);
  }

  #sensitive({ say }: UploadSpeaker) {
    const { writing, sending, home } = this.composer;
    if (writing.warning) return nothing; // what is behind one is
    const choose = ({ target }: Event) => {
      writing.change({ sensitive: (target as HTMLInputElement).checked });
      sending.rest();
    };
    const on = writing.draft.sensitive ?? home?.defaults.sensitive ?? false;
    return html`<label class="switch upload-sensitive"
      ><span>${say('sensitive')} <span class="field-hint">${say('sensitiveHint')}</span></span
      ><input class="knob" type="checkbox" name="sensitive" .checked=${on} @change=${choose}
    /></label>`;
  }

  #tell(item: Item) {
    const words = this.#words;
    if (words && item.state === 'up')
      this.#said = words.say('isUp', { what: nameOf(item, this.#all.indexOf(item), words) });
    this.composer.form.requestUpdate();
  }

  #described(item: Item) {
    void this.#items.uploads.save(item).catch(() => undefined);
    this.composer.form.requestUpdate();
    this.#focus(this.#all.indexOf(item));
  }

  #move(from: number, to: number) {
    this.#items.move(from, to);
    this.#said = this.#words?.say('moved', { n: to + 1, all: this.#all.length }) ?? '';
  }

  #remove(item: Item) {
    const at = this.#all.indexOf(item);
    this.#said = this.#words?.say('removed', { what: nameOf(item, at, this.#words) }) ?? '';
    this.#items.remove(item);
    this.#focus(Math.min(at, this.#all.length - 1));
  }

  /** The tile that stands there; the text where there is none. */
  #focus(at: number) {
    const { form } = this.composer;
    void form.updateComplete.then(() => {
      const found = form.renderRoot.querySelectorAll<HTMLElement>('.upload-show')[at];
      (found ?? this.composer.textBox)?.focus();
    });
  }

  #at(event: Event) {
    const tile = (event.target as Element).closest('li');
    return tile ? [...tile.parentElement!.children].indexOf(tile) : -1;
  }

  readonly #press = (event: MouseEvent) => {
    const item = this.#all[this.#at(event)];
    const button = (event.target as Element).closest('button');
    if (!item || !button || this.#ordering.dragged) return;
    if (button.value === 'remove') this.#remove(item);
    else void this.#describing.open(item);
  };

  readonly #type = (event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const at = this.#at(event);
    const way = arrows[key];
    if (!way || at < 0 || ctrlKey || metaKey || altKey || !(target as Element).matches('.upload-show')) return;
    event.preventDefault();
    const turned = key !== 'ArrowUp' && key !== 'ArrowDown' && (target as Element).matches(':dir(rtl)');
    const to = at + (turned ? -way : way);
    if (to < 0 || to >= this.#all.length) return;
    this.#move(at, to);
    this.#focus(to);
  };
}
