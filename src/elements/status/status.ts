import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { keepFocus } from '../../controllers/keep-focus.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import { StatusController, type StatusPlace } from '../../controllers/status-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { ago } from '../../i18n/figures.js';
import { postWords } from '../../i18n/post.js';
import type { Status } from '../../mastodon/entities.js';
import { actions } from '../../parts/actions/actions.js';
import { author } from '../../parts/author/author.js';
import { content } from '../../parts/content/content.js';
import { context } from '../../parts/context/context.js';
import type { MediaMode, PostContext } from '../../parts/post-context.js';
import type { Acts } from './acts.js';
import { Alone } from './alone.js';
import { explain } from './explain.js';
import { More } from './more.js';
import { opens } from './opens.js';
import { type Around, draw, plainly } from './pieces.js';
import { Rich } from './rich.js';
import { styles } from './status.styles.js';

/** A face that cannot be had leaves its place empty; a picture leaves its colours and its description. */
const hideBroken = ({ target }: Event) => {
  if (target instanceof HTMLElement && target.closest('.avatar')) target.hidden = true;
};

/** A post that a list has read: where its facts are, under which key, and how its pictures are shown. */
export interface StatusEntry extends StatusPlace {
  readonly media: MediaMode;
  /** What the reader has opened, in any post of the list: it outlives the element. */
  readonly opened: Set<string>;
}

/**
 * @summary Shows one post: by its address, by its id at a server, or from data that the page has.
 * @tag masto-status
 *
 * @fires {MastoLoadEvent} masto-load - The post is on screen.
 * @fires {MastoErrorEvent} masto-error - The post could not be read, or what the reader did with it was refused.
 * @fires {MastoPostEvent} masto-post - An answer has been written under it.
 * @fires {MastoOpenEvent} masto-open - The reader opens the post, a person, a hashtag or a picture; cancelable.
 * @slot - Shown without JavaScript, and when the post cannot be: a link to it, best.
 * @csspart author - The byline.
 * @csspart avatar - Its picture.
 * @csspart name - The name.
 * @csspart handle - The address.
 * @csspart time - How long ago.
 * @csspart content - The words.
 * @csspart warning - The content warning.
 * @csspart media - Pictures and files.
 * @csspart media-item - One of them.
 * @csspart player - The browser's player of a film or a sound.
 * @csspart description - What is told of a picture, when its mark is pressed.
 * @csspart poll - A poll.
 * @csspart card - A link's preview.
 * @csspart quote - The post that it quotes.
 * @csspart actions - The row below.
 * @csspart action - One of it, also with its verb: reply, boost, favourite, bookmark, more.
 * @csspart menu - What `more` opens.
 * @csspart dialog - What is asked before something is done.
 * @csspart button - A button with words.
 * @csspart notice - What is said instead of a post, or why something was not done.
 */
export class MastoStatus extends MastoElement {
  static override styles = styles;

  /** The post's address: `https://host/@user/1`. Its host is asked, unless `instance` names another. */
  @property() src?: string;

  /** The post's id at the asked server. */
  @property({ attribute: 'status-id' }) statusId?: string;

  /** The post itself, as the API sends it or masto.js hands it over. Nothing is asked then. */
  @property({ attribute: false }) status?: unknown;

  /** @internal Set by the list that the post stands in. */
  @property({ attribute: false }) entry?: StatusEntry;

  readonly #words = new WordsController(this, postWords);
  readonly #post: StatusController = new StatusController(this, () => this.#place);
  #signedIn?: LazyController<Acts>;
  readonly #alone = new Alone(this);
  readonly #opened = new Set<string>();
  readonly #around: Around = {
    shown: () => ({ ...this.#post.value, ...this.#place }),
    isOpen: (what) => this.#isOpen(what),
    toggle: (what) => {
      this.#isOpen(what, true);
      this.requestUpdate();
    },
  };
  readonly #rich = new Rich(this, this.#around);
  readonly #more = new More(this, this.#around);
  #content: { of: string; box: HTMLElement } | undefined;
  #said = '';
  #quiet?: () => void;

  protected get state(): TagState | undefined {
    if (this.#post.value || this.#post.gone) return undefined;
    return this.#alone.source?.error ? 'failed' : 'loading';
  }

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.role) this.role = 'article';
    this.#quiet = clock.listen(this.#tick);
    this.addEventListener('click', this.#press);
    this.addEventListener('pointerover', this.#explain);
    this.renderRoot.addEventListener('error', hideBroken, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words) return nothing;
    const { status: written, author: by, booster } = this.#post.value ?? {};
    if (!written) {
      const instead = this.#alone.draw(words, this.#post.gone);
      const { gone } = this.#post;
      const [answer, anew] = gone ? [this.#signedIn?.value?.left(), this.#more.left()] : [];
      return answer || anew ? this.#frame(instead, nothing, nothing, answer ?? nothing, anew ?? nothing) : instead;
    }
    const status = this.#place?.home?.translations?.said(written) ?? written;
    const mode = this.entry?.media ?? 'auto';
    const [open, mediaOpen] = [this.#isOpen('open'), this.#isOpen('show-media')];
    const pictures = mode === 'auto' || (mode === 'click' && mediaOpen);
    const post: PostContext = { words, now: Date.now(), media: mode, pictures, open, mediaOpen };
    this.#said = ago(status.createdAt, post.now, words);
    const acts = this.#place?.home && this.#acts;
    const pieces = this.#piecesOf(status, post);
    const above = context(status, by, booster, post);
    return this.#frame(
      pieces.above ? [pieces.above(), above] : above,
      author(status, by, post),
      draw(status, post, pieces),
      acts?.draw(words) ?? actions(status, post),
      this.#more.draw(words),
    );
  }

  /** Always the same: what stands in it stays where it is when all else has gone. */
  #frame(...[above, by, body, acts, more]: readonly unknown[]) {
    return html`<div class="post">
      ${above}${by}${body}${acts}${more}
    </div>`;
  }

  #piecesOf(status: Status, post: PostContext) {
    const plain = plainly(status, post, () => this.#contentOf(status, post));
    return this.#rich.pieces(status, post, plain);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { status, author: by } = this.#post.value ?? {};
    const label = status && this.#words.value?.say('post', { name: by?.displayName ?? '?' });
    if (label && this.ariaLabel !== label) this.ariaLabel = label;
    if (!this.entry) this.#alone.tell(status);
  }

  /** Whether the reader has opened the warning (`open`) or the pictures (`show-media`) of the post that is shown. */
  #isOpen(verb: string, toggle?: boolean): boolean {
    const { key, opened } = this.entry ?? { key: this.#post.value?.status.key, opened: this.#opened };
    const what = `${verb} ${key}`;
    if (toggle && !opened.delete(what)) opened.add(what);
    return opened.has(what);
  }

  /** Made once for each text: the same nodes stay in place while counts change around them. */
  #contentOf(status: Status, post: PostContext): HTMLElement {
    const { content: html, language, emojis } = status;
    const of = html + language + (post.pictures && emojis.length ? JSON.stringify(emojis) : '');
    if (this.#content?.of !== of) this.#content = { of, box: content(status, post) };
    return this.#content.box;
  }

  get #place(): StatusPlace | undefined {
    const alone = this.entry ? undefined : this.#alone.source;
    return this.entry ?? (this.#rich.isReady ? alone?.value : undefined);
  }

  /** For whoever is signed in: until it is there, links stand in its place. */
  get #acts(): Acts | undefined {
    this.#signedIn ??= new LazyController(this, () =>
      import('./acts.js').then(({ Acts }) => new Acts(this, this.#around)),
    );
    return this.#signedIn.value;
  }

  readonly #tick = () => {
    const { status } = this.#post.value ?? {};
    const words = this.#words.value;
    if (status && words && (status.poll || ago(status.createdAt, Date.now(), words) !== this.#said))
      this.requestUpdate();
  };

  readonly #press = (event: MouseEvent) => {
    const pressed = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('a, button'));
    if (pressed?.getRootNode() !== this.renderRoot) return; // what stands inside a post knows its own buttons
    if (pressed instanceof HTMLButtonElement) {
      if (this.#more.press(pressed) || this.#signedIn?.value?.press(pressed, event.detail)) return;
      if (!this.#rich.press(pressed)) this.#do(pressed.value);
    } else if (pressed instanceof HTMLAnchorElement && this.#post.value)
      opens(this, event, pressed, this.#rich.shownAt(pressed) ?? this.#post.value);
  };

  #do(verb: string) {
    if (verb === 'show-media' || verb === 'open') this.#isOpen(verb, true);
    else this.#alone.press(verb);
    this.requestUpdate();
  }

  readonly #explain = (event: Event) => explain(event, this.#words.value?.lang ?? 'en');
}

define('masto-status', MastoStatus);

declare global {
  interface HTMLElementTagNameMap {
    'masto-status': MastoStatus;
  }
}
