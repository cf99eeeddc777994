import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type ComposeSpeaker, composeWords } from '../../i18n/compose.js';
import { face } from '../../parts/person/person.js';
import { answered } from './about.js';
import { Composer } from './composer.js';
import { styles } from './compose.styles.js';
import { button, count, fields, grow } from './fields.js';
import { Hands } from './hands.js';
import { choices } from './languages.js';
import { align } from './marks.js';
import { outcome } from './outcome.js';
import type { Parent } from './parent-controller.js';
import type { Problem } from './problems.js';
import { quotePolicy } from './proposal.js';
import { settings, tools } from './templates.js';

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
 * @csspart menu - What is proposed while one writes.
 * @csspart upload - A file.
 * @csspart quote - What is quoted.
 * @csspart dialog - A window to describe a file in, to find drafts in, or to be asked in.
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

  /** The address of a post that is quoted, at any server. */
  @property() quote?: string;

  /** @internal The name under which its draft is kept, which whoever opens the form has written there. It can be closed: `close`. */
  @property({ attribute: false }) thread?: string | undefined;

  /** @internal The post that is answered, where a list has read it. With it the form can be closed: `close`. */
  @property({ attribute: false }) parent?: Parent | undefined;

  readonly #words = new WordsController(this, composeWords);
  readonly #composer = new Composer(this);
  readonly #hands = new Hands(this.#composer);
  #wanted = false;

  protected get state(): TagState | undefined {
    const { auth, home } = this.#composer;
    if (auth.pending) return 'loading';
    if (!auth.value) return 'failed';
    return home ? undefined : 'signed-out';
  }

  /** Puts the caret into the text, once it is there. */
  override focus(options?: FocusOptions): void {
    const box = this.#composer.box('text');
    this.#wanted = !box;
    box?.focus(options);
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words) return nothing;
    if (this.state === 'failed') return html`<slot><p part="notice">${words.say('noAuth')}</p></slot>`;
    const { home, writing, sending, parent, replying, problem, left = 0, inside, pieces } = this.#composer;
    const hands = this.#hands;
    const resting = this.compact && !inside && writing.blank && !pieces.hold;
    const url = parent.value?.status.url ?? this.inReplyTo;
    const { editing } = writing.draft;
    const above = pieces.all.map((piece) => piece.above?.()).find((drawn) => drawn);
    return html`<form
      class="compose ${resting ? 'compose-resting' : ''} ${left < 0 ? 'compose-over' : ''} ${hands.dropping ? 'compose-dropping' : ''}"
      part="compose"
      aria-label=${words.say(editing ? 'editPost' : replying ? 'newReply' : 'newPost')}
      aria-busy=${sending.busy}
      @submit=${(event: Event) => event.preventDefault()}
      @input=${hands.write}
      @change=${hands.choose}
      @click=${hands.press}
      @keydown=${hands.type}
      @focusin=${hands.enter}
      @focusout=${hands.leave}
      @pointerover=${hands.offer}
      @select=${hands.wrote}
      @paste=${hands.paste}
      @dragover=${hands.hover}
      @dragleave=${hands.unhover}
      @drop=${hands.drop}
    >
      ${above ?? (replying ? answered(parent.gone ? undefined : parent.value, this.inReplyTo, !!this.parent, words) : nothing)}${
        home ? face({ ...home.me, avatar: home.me.avatarStatic }) : nothing
      }${this.#settings(words)}${this.#fields(words)}
      <div class="compose-pieces">${pieces.all.map((piece) => piece.draw?.() ?? nothing)}</div>
      <div class="compose-say">${outcome(sending.phase, problem, { home, url, replying, over: left < 0, changed: writing.changedElsewhere }, words)}</div>
      ${tools(this.#composer, words)}
      <div class="compose-end">${count(this.#composer.left, words)}${this.#button(words)}</div>
    </form>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#composer.recall();
    this.#composer.pieces.call();
    grow(this.#composer.textBox);
    align(this.#composer.textBox);
    if (this.#wanted) this.focus();
  }

  /** @internal */
  point({ field }: Problem): void {
    void this.updateComplete.then(
      () => field && !this.#composer.pieces.focus(field) && this.#composer.box(field)?.focus(),
    );
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
    const { writing, proposal, problem, limits, home } = this.#composer;
    const { visibility, language, draft } = writing;
    const languages = choices([language, proposal.language], words.lang, this.#hands.allLanguages);
    // What the account says is known before the server's limits are: nothing moves when they come.
    const asks = limits.quotes || home?.defaults.quotePolicy !== undefined;
    const quotes = asks ? quotePolicy(draft, visibility, home) : undefined;
    const set = { visibility, widest: proposal.widest, fixed: !!draft.editing, language, languages, quotes };
    return settings(set, problem?.field, words);
  }

  #fields(words: ComposeSpeaker) {
    const { writing, sending, problem, replying, beyond } = this.#composer;
    const { text, warning, language } = writing;
    const label = words.say(this.compact ? 'comment' : 'text');
    const placeholder = this.compact && replying ? this.#invite(words) : words.say('placeholder');
    return fields(
      { text, warning, language, label, placeholder, busy: sending.busy, wrong: problem?.field, beyond },
      words,
    );
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
    const { editing, scheduledAt } = writing.draft;
    const label = editing ? 'save' : scheduledAt ? 'schedule' : replying ? 'reply' : 'post';
    return button('post', say(label), unready || (writing.blank && !pieces.hold) || left < 0);
  }
}

define('masto-compose', MastoCompose);

declare global {
  interface HTMLElementTagNameMap {
    'masto-compose': MastoCompose;
  }
}
