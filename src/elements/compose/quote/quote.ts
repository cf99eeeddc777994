import { html, nothing } from 'lit';
import { pageUrl } from '../../../base/url.js';
import { WordsController } from '../../../controllers/words-controller.js';
import { type QuoteSpeaker, type QuoteWords, quoteWords } from '../../../i18n/compose-quote.js';
import { languageOf } from '../../../i18n/language.js';
import type { PostField } from '../../../mastodon/posting.js';
import { adoptLate } from '../../../styles/adopt.js';
import type { Composer } from '../composer.js';
import { stock } from '../limits-controller.js';
import type { Piece } from '../piece.js';
import type { Problem } from '../problems.js';
import { postsIn, without } from './address.js';
import { card } from './card.js';
import { field, hint, offer, reasonOf, stand, wrong } from './drawing.js';
import { styles } from './quote.styles.js';
import { Seeking } from './seeking.js';

/** The post that is quoted: found at the reader's own server, shown, taken away. */
export class QuotePiece implements Piece {
  readonly #voice: WordsController<QuoteWords>;
  readonly #seeking: Seeking;
  /** The field for an address is open, with what is wrong with what stands in it. */
  #asking: { readonly fault?: keyof QuoteWords } | undefined;
  /** The address in the text that could be a quote. */
  #offer: string | undefined;
  readonly #declined = new Set<string>();

  constructor(private readonly composer: Composer) {
    this.#voice = new WordsController(composer.form, quoteWords);
    this.#seeking = new Seeking(composer);
    adoptLate(composer.form.renderRoot, [styles]);
  }

  draw(): unknown {
    const words = this.#voice.value;
    void this.#seeking.look();
    if (!words) return undefined;
    const shown = this.#seeking.wanted
      ? this.#drawQuoted(words)
      : this.#asking
        ? field(this.#asking.fault, words)
        : this.#offer && offer(words);
    return shown && html`<div class="piece quoting" @click=${this.#press} @keydown=${this.#type}>${shown}</div>`;
  }

  mistake(): Problem | undefined {
    const said = this.#wrong();
    return said === undefined ? undefined : { term: 'refused', said, field: 'quote' };
  }

  async ready(): Promise<Problem | undefined> {
    await this.#seeking.look();
    return this.#seeking.wanted && !this.#voice.value ? { term: 'notLoaded' } : this.mistake();
  }

  /** Asks which one, or takes it away. */
  press(): void {
    if (this.#seeking.wanted || this.#asking) return this.#remove();
    this.#asking = {};
    void this.#focus();
  }

  wrote({ value }: HTMLTextAreaElement): void {
    const before = this.#offer;
    const { writing, limits } = this.composer;
    const free = !this.#seeking.wanted && !writing.draft.editing && limits.quotes;
    this.#offer = free ? postsIn(value).find((address) => !this.#declined.has(address)) : undefined;
    if (this.#offer !== before) this.composer.form.requestUpdate();
  }

  focus(at: PostField): boolean {
    if (at === 'quote') void this.#focus();
    return at === 'quote';
  }

  turned(): void {
    this.#asking = this.#offer = undefined;
    this.#seeking.forget();
  }

  /** Why it cannot be sent so; undefined where it can. What a post that is changed quotes stays as it is. */
  #wrong(): string | undefined {
    const { home, limits, writing } = this.composer;
    const { media, poll, quote, editing } = writing.draft;
    const { found, error, wanted } = this.#seeking;
    const say = this.#voice.value?.say;
    if (!say || !wanted || editing) return undefined;
    const host = home?.host ?? '';
    if (limits !== stock && !limits.quotes) return say('unable', { host });
    if (found?.consent === 'denied')
      return say(found.status.visibility === 'direct' ? 'direct' : 'denied', {
        name: this.#author?.displayName ?? '?',
      });
    // Known by its id it can be quoted unread, but for one that is gone.
    if (error && (!quote || error.failure === 'not-found')) return say(reasonOf(error), { host });
    if (media?.length) return say('noMedia');
    return poll ? say('noPoll') : undefined;
  }

  get #author() {
    const { found } = this.#seeking;
    return found && this.composer.home?.accounts.get(found.status.account);
  }

  #drawQuoted(words: QuoteSpeaker) {
    const { say } = words;
    const { found, error, url } = this.#seeking;
    const free = !this.composer.writing.draft.editing;
    const fault = this.#wrong();
    const unread = error && free && fault === undefined ? say('unread', { host: this.composer.home?.host ?? '' }) : '';
    const by = this.#author;
    const asked = found?.consent === 'manual' && say('asked', { name: by?.displayName ?? '?' });
    const narrow = found?.status.visibility === 'private' && say('narrow');
    const hints = [asked, narrow].map((each) => (each && free ? hint(each) : nothing));
    return [
      found ? card(found.status, by, free, words) : stand({ url, looking: !error, unread }, free, words),
      fault === undefined ? hints : wrong(fault, error, words),
    ];
  }

  async #focus() {
    const { form } = this.composer;
    await quoteWords.load(languageOf(form)); // nothing is drawn without words
    form.requestUpdate();
    await form.updateComplete;
    form.renderRoot.querySelector<HTMLElement>('.quoting :is([name=quote], button)')?.focus();
  }

  #remove() {
    const { sending, form } = this.composer;
    if (sending.busy) return; // on its way it stays as it is
    if (this.#seeking.wanted) this.#seeking.drop();
    this.#asking = undefined;
    sending.rest();
    form.focus();
  }

  readonly #press = ({ target }: Event) => {
    const { value } = (target as Element).closest('button') ?? {};
    if (value === 'remove') this.#remove();
    if (value === 'find') this.#find();
    if (value === 'take') this.#take();
    if (value === 'decline') this.#decline();
    if (value === 'allow') this.composer.signIn(['read:search', 'read:statuses']);
    if (value === 'again') this.#seeking.again();
  };

  readonly #type = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, isComposing, keyCode } = event;
    if ((event.target as Element).localName !== 'input' || isComposing || keyCode === 229) return;
    if (key === 'Enter' && !ctrlKey && !metaKey) this.#find();
    else if (key === 'Escape') this.#remove();
    else return;
    event.preventDefault();
  };

  /** Looks for what stands in the field. */
  #find() {
    const { form, sending } = this.composer;
    const box = this.composer.box('quote') as HTMLInputElement;
    const url = pageUrl(box.value.trim());
    this.#asking = url ? undefined : { fault: 'noAddress' };
    form.requestUpdate();
    if (!url) return box.focus();
    sending.rest();
    void this.#seeking.choose(url);
    form.focus();
  }

  /** The address in the text becomes a quote. */
  #take() {
    const { writing } = this.composer;
    const address = this.#offer!;
    this.#decline();
    void this.#seeking.choose(address).then((found) => {
      if (found) writing.change({ text: without(writing.text, address) });
    });
  }

  #decline() {
    this.#declined.add(this.#offer!);
    this.#offer = undefined;
    this.composer.sending.rest();
    this.composer.form.focus();
  }
}
