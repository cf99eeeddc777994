import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type ComposeSpeaker, composeWords } from '../../i18n/compose.js';
import { face } from '../../parts/person/person.js';
import { Composer } from './composer.js';
import { styles } from './compose.styles.js';
import { button, count, fields, grow } from './fields.js';
import { choices } from './languages.js';
import type { Parent } from './parent-controller.js';
import { rows } from './piece-table.js';
import type { Problem, WayOut } from './problems.js';
import { sends } from './surroundings.js';
import { answered, outcome, settings, tools } from './templates.js';

/**
 * @summary A form to write in: a post, or an answer. What is written is kept until it is posted, also across signing in.
 * @tag masto-compose
 *
 * @fires {MastoBeforePostEvent} masto-before-post - A post is about to be sent; cancel it to keep it from leaving.
 * @fires {MastoPostEvent} masto-post - It is out.
 * @fires {MastoErrorEvent} masto-error - It could not be posted.
 * @slot - Shown without JavaScript, and when nobody can sign in here: a link to where to write, best.
 * @csspart compose - The frame.
 * @csspart context - What is answered.
 * @csspart avatar - The writer's picture.
 * @csspart setting - Who sees it; its language.
 * @csspart field - The box for the text, and the one for the content warning.
 * @csspart count - How many characters are left.
 * @csspart button - A button with words.
 * @csspart notice - What has become of it.
 */
export class MastoCompose extends MastoElement {
  static override styles = styles;

  /** What stands in it at first. It is never sent without the reader's press. */
  @property() text?: string;

  /** Who sees it, unless the reader chooses: `public` `unlisted` `private` `direct`. Default: as the account has it. */
  @property() visibility?: string;

  /** Its language as a tag (`en`). Default: as the account has it. */
  @property() language?: string;

  /** The address of the post that is answered, at any server. */
  @property({ attribute: 'in-reply-to' }) inReplyTo?: string;

  /** One line while nothing is written: a comment box. */
  @property({ type: Boolean }) compact = false;

  /** @internal The post that is answered, where a list has read it. With it the form can be closed: `close`. */
  @property({ attribute: false }) parent?: Parent | undefined;

  readonly #words = new WordsController(this, composeWords);
  readonly #composer = new Composer(this);
  #allLanguages = false;
  #wanted = false;

  protected get state(): TagState | undefined {
    const { auth, home } = this.#composer;
    if (auth.pending) return 'loading';
    if (!auth.value) return 'failed';
    return home ? undefined : 'signed-out';
  }

  /** Puts the caret into the text, once it is there. */
  override focus(options?: FocusOptions): void {
    const box = this.#box('text');
    this.#wanted = !box;
    box?.focus(options);
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words) return nothing;
    if (this.state === 'failed') return html`<slot><p part="notice">${words.say('noAuth')}</p></slot>`;
    const { home, writing, sending, parent, replying, problem, left = 0, inside, pieces } = this.#composer;
    const resting = this.compact && !inside && writing.blank && !pieces.hold;
    const url = parent.value?.status.url ?? this.inReplyTo;
    return html`<form
      class="compose ${resting ? 'compose-resting' : ''} ${left < 0 ? 'compose-over' : ''}"
      part="compose"
      aria-label=${words.say(replying ? 'newReply' : 'newPost')}
      aria-busy=${sending.busy}
      @submit=${(event: Event) => event.preventDefault()}
      @input=${this.#write}
      @change=${this.#choose}
      @click=${this.#press}
      @keydown=${this.#type}
      @focusin=${this.#enter}
      @focusout=${this.#leave}
      @pointerover=${this.#offer}
      @select=${this.#wrote}
      @paste=${this.#paste}
      @dragover=${this.#hover}
      @drop=${this.#drop}
    >
      ${replying ? answered(parent.gone ? undefined : parent.value, this.inReplyTo, !!this.parent, words) : nothing}${
        home ? face({ ...home.me, avatar: home.me.avatarStatic }) : nothing
      }${this.#settings(words)}${this.#fields(words)}
      <div class="compose-pieces">${pieces.all.map((piece) => piece.draw?.() ?? nothing)}</div>
      <div class="compose-say">${outcome(sending.phase, problem, { home, url, replying, over: left < 0 }, words)}</div>
      ${tools(this.#composer, words)}
      <div class="compose-end">${count(this.#composer.left, words)}${this.#button(words)}</div>
    </form>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#composer.recall();
    this.#composer.pieces.call();
    grow(this.#box('text'));
    if (this.#wanted) this.focus();
  }

  /** @internal */
  point({ field }: Problem): void {
    void this.updateComplete.then(() => field && !this.#composer.pieces.focus(field) && this.#box(field)?.focus());
  }

  /** @internal Who has pressed a button stays in the form: where they may go on, or see what they have written. */
  celebrate(): void {
    if (!this.renderRoot.contains((this.renderRoot as ShadowRoot).activeElement)) return;
    void this.updateComplete.then(() => {
      const link = this.renderRoot.querySelector<HTMLElement>('[role=status] a');
      if (link && this.#composer.replying) link.focus();
      else this.focus();
    });
  }

  #settings(words: ComposeSpeaker) {
    const { writing, proposal, problem } = this.#composer;
    const { visibility, language } = writing;
    const languages = choices([language, proposal.language], words.lang, this.#allLanguages);
    return settings({ visibility, widest: proposal.widest, language, languages }, problem?.field, words);
  }

  #fields(words: ComposeSpeaker) {
    const { writing, sending, problem, replying } = this.#composer;
    const { text, warning, language } = writing;
    const label = words.say(this.compact ? 'comment' : 'text');
    const placeholder = this.compact && replying ? this.#invite(words) : words.say('placeholder');
    return fields({ text, warning, language, label, placeholder, busy: sending.busy, wrong: problem?.field }, words);
  }

  #invite({ say }: ComposeSpeaker) {
    const { home } = this.#composer;
    return home ? say('replyAs', { name: `@${home.me.username}` }) : say('replyFromAnywhere');
  }

  #button({ say }: ComposeSpeaker) {
    const { auth, home, writing, sending, parent, replying, left = 0, pieces } = this.#composer;
    if (home?.expired) return button('sign-in', say('signInAgain'), false);
    if (!home && !auth.pending) return button('sign-in', say(replying ? 'signInToReply' : 'signIn'), false);
    const unready = auth.pending || sending.busy || (replying && (!parent.value || parent.gone));
    const label = writing.draft.scheduledAt ? 'schedule' : replying ? 'reply' : 'post';
    return button('post', say(label), unready || (writing.blank && !pieces.hold) || left < 0);
  }

  #box(name: string) {
    return this.renderRoot.querySelector<HTMLElement>(`[name=${name}]`) ?? undefined;
  }

  readonly #write = ({ target, data }: InputEvent) => {
    const { sending, writing, pieces } = this.#composer;
    const box = target as HTMLTextAreaElement;
    const { name, value } = box;
    if (name !== 'text' && name !== 'warning') return;
    writing.change({ [name]: value });
    sending.rest();
    if (name === 'text') pieces.wrote(box, data ?? '');
  };

  /** The caret has moved. */
  readonly #wrote = ({ target }: Event) => {
    const box = target as HTMLTextAreaElement;
    if (box.name === 'text') this.#composer.pieces.wrote(box, '');
  };

  readonly #paste = (event: ClipboardEvent) => this.#take(event, event.clipboardData);

  readonly #drop = (event: DragEvent) => this.#take(event, event.dataTransfer);

  readonly #hover = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  #take(event: Event, from: DataTransfer | null) {
    const files = [...(from?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    void this.#composer.pieces.bring('media').then((piece) => piece?.take?.(files));
  }

  readonly #choose = ({ target }: Event) => {
    const { sending, writing, pieces } = this.#composer;
    const { name, value } = target as HTMLSelectElement;
    if (name === 'files') {
      const input = target as HTMLInputElement;
      const files = [...(input.files ?? [])];
      input.value = ''; // the same file may be chosen again
      void pieces.bring('media').then((piece) => piece?.take?.(files));
    }
    if (name !== 'visibility' && name !== 'language') return;
    writing.change({ [name]: value });
    sending.rest();
  };

  readonly #press = (event: MouseEvent) => {
    const button = (event.target as Element).closest('button');
    if (!button || button.closest('.piece')) return;
    const verb = button.value;
    if (verb.startsWith('piece:')) this.#pick(button);
    else if (verb === 'post') this.#composer.post(event);
    else if (verb === 'sign-in') this.#composer.signIn();
    else if (verb === 'warning') this.#warn();
    else if (verb === 'close') this.dispatchEvent(new Event('close'));
    else if (verb) this.#composer.go(verb as WayOut, event);
  };

  /** A tool: what it stands for comes and is told. */
  #pick(button: HTMLButtonElement) {
    const name = button.value.slice('piece:'.length);
    if (rows.some((row) => row.name === name && row.tool?.files))
      return this.renderRoot.querySelector<HTMLInputElement>('[name=files]')?.click();
    void this.#composer.pieces.bring(name).then((piece) => piece?.press?.(button));
  }

  readonly #type = (event: KeyboardEvent) => {
    if (this.#composer.pieces.type(event) || !sends(event)) return;
    event.preventDefault(); // on a button it is a click as well
    this.#composer.post(event);
  };

  readonly #enter = (event: FocusEvent) => {
    this.#composer.inside = true;
    this.#offer(event);
    this.requestUpdate();
  };

  readonly #leave = ({ relatedTarget }: FocusEvent) => {
    if (this.renderRoot.contains(relatedTarget as Node | null)) return;
    this.#composer.inside = false;
    this.requestUpdate();
  };

  /** All languages of the world come when somebody reaches for them. */
  readonly #offer = ({ target }: Event) => {
    if (this.#allLanguages || (target as HTMLElement).getAttribute('name') !== 'language') return;
    this.#allLanguages = true;
    this.requestUpdate();
  };

  #warn() {
    const { writing, sending } = this.#composer;
    const open = writing.warning === undefined;
    writing.change({ warning: open ? '' : null });
    sending.rest();
    void this.updateComplete.then(() => this.#box(open ? 'warning' : 'text')?.focus());
  }
}

define('masto-compose', MastoCompose);

declare global {
  interface HTMLElementTagNameMap {
    'masto-compose': MastoCompose;
  }
}
