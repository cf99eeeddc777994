import { nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { clock } from '../../base/clock.js';
import { authOf } from '../../base/context.js';
import { define } from '../../base/define.js';
import { MastoLoadEvent } from '../../base/events.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { keepFocus } from '../../controllers/keep-focus.js';
import { LoadController } from '../../controllers/load-controller.js';
import { type NotificationsArgs, NotificationsController } from '../../controllers/notifications-controller.js';
import { SessionController } from '../../controllers/session-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type NotificationsSpeaker, notificationsWords } from '../../i18n/notifications.js';
import { type PostSpeaker, postWords } from '../../i18n/post.js';
import type { MastoError } from '../../mastodon/errors.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { Otherwise } from '../otherwise.js';
import '../status/status.js';
import { Above } from './above.js';
import { isClosed, readerOf, typesOf } from './asking.js';
import { Doing } from './doing.js';
import { foot, heldBack, lines } from './drawing.js';
import { LiveTop } from './live-top.js';
import { opens } from './opens.js';
import { Panel } from './panel.js';
import { Posts } from './posts.js';
import { Refill } from './refill.js';
import type { Listed } from './rows.js';
import { SightController } from './sight.js';
import { styles } from './notifications.styles.js';

/** A face that cannot be had leaves its place empty. */
const hideBroken = ({ target }: Event) => {
  if (target instanceof HTMLImageElement && target.closest('.avatar')) target.hidden = true;
};

/**
 * @summary Shows what the signed-in reader is told of: answers, boosts, favourites, followers; as a list, or as a bell that opens one.
 * @tag masto-notifications
 *
 * @fires {MastoLoadEvent} masto-load - Notifications are on screen: the first ones, or some more.
 * @fires {MastoErrorEvent} masto-error - A request was refused or failed, or what the reader did was refused.
 * @fires {MastoOpenEvent} masto-open - The reader opens a post or a person; cancelable.
 * @slot - Shown without JavaScript, and when the notifications cannot be.
 * @slot empty - Shown when there are none.
 * @slot signed-out - Shown when nobody is signed in.
 * @csspart feed - The list.
 * @csspart notification - One of it.
 * @csspart avatar - A face.
 * @csspart time - How long ago.
 * @csspart pill - Says that new ones wait above.
 * @csspart live - How what is new comes in.
 * @csspart bell - The button of `compact`.
 * @csspart count - The number on it.
 * @csspart panel - What it opens.
 * @csspart dialog - What is asked before all are cleared.
 * @csspart button - A button with words.
 * @csspart notice - What is said instead of notifications, or beside them.
 * @csspart end - The end of the list.
 * @cssstate loading
 * @cssstate empty
 * @cssstate failed
 * @cssstate signed-out
 */
export class MastoNotifications extends MastoElement {
  static override styles = styles;

  /** Which ones, as the API names them, with spaces between: `mention follow_request`. All, when it is empty. */
  @property() types = '';

  /** What happens comes in by itself. */
  @property({ type: Boolean }) live = false;

  /** A bell with the count of what is unread; it opens the list. */
  @property({ type: Boolean, reflect: true }) compact = false;

  readonly #words = new WordsController(this, notificationsWords);
  readonly #postWords = new WordsController(this, postWords);
  readonly #session = new SessionController(this, () => this);
  readonly #load = new LoadController(this, () => (readerOf(this.#session) ? '' : this.#session.value?.host));
  readonly #list = new NotificationsController(this, () => this.#question);
  readonly #otherwise = new Otherwise(this);
  readonly #sight = new SightController(this, () => this.#list.markRead(this.#above.shown));
  readonly #line = new LiveTop(this, this.#list);
  readonly #posts = new Posts(this);
  readonly #refill = new Refill(this.#list);
  readonly #above = new Above();
  readonly #doing = new Doing(this, this.#list, this.#above);
  readonly #panel = new Panel(this, () => {
    this.#list.reopen();
    this.#above.show();
  });
  #told: unknown;
  #quiet?: () => void;

  protected get state(): TagState | undefined {
    if (isClosed(this.#session)) return 'signed-out';
    if (this.#isShut) return undefined;
    const { groups, loading, hasMore, requestsCount } = this.#list;
    if (this.#error && !groups.length) return 'failed';
    if (loading || (groups.length && !this.#above.shown.length)) return 'loading';
    return groups.length || hasMore || requestsCount ? undefined : 'empty';
  }

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#quiet = clock.listen(() => this.requestUpdate());
    this.addEventListener('click', this.#press);
    this.renderRoot.addEventListener('error', hideBroken, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  override render(): unknown {
    const [words, post] = [this.#words.value, this.#postWords.value];
    if (!words || !post) return nothing;
    const home = readerOf(this.#session);
    this.#doing.for(home);
    if (home) this.#above.take(this.#posts.ready(this.#list.groups, home), this.#isStill);
    const inside = this.#isShut ? nothing : this.#inside(words, post, home);
    // What is asked stands in the panel: a dialog outside would close it.
    const all = [inside, this.#doing.dialog(words)];
    return this.compact
      ? this.#panel.draw(home && this.#list.unread, words, this.#isShut ? nothing : this.#line.draw(Date.now()), all)
      : all;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { shown } = this.#above;
    if (this.#sight.isSeen) this.#list.markRead(this.#above.shown);
    this.#refill.look();
    if (this.#error) this.#otherwise.tell(this.#error);
    else if (shown !== this.#told && this.renderRoot.querySelector('.feed')) {
      this.#told = shown;
      this.dispatchEvent(new MastoLoadEvent(shown.length));
    }
  }

  /** Loading, empty, failed, signed out, or not agreed to. A quick answer is not announced by a skeleton. */
  #other(state: TagState, words: NotificationsSpeaker, post: PostSpeaker) {
    const { asks } = this.#load;
    const { slow } = this.#list;
    if (state === 'loading' && !asks && !slow) return nothing;
    return this.#otherwise.draw(post, (instead) => {
      if (state === 'failed') return instead.failed(this.#error!);
      if (state === 'empty') return instead.empty({ title: words.say('emptyTitle'), text: words.say('emptyText') });
      if (state === 'signed-out') return instead.signedOut(!!authOf(this), words.say('signedOutText'));
      return [instead.loading(), this.#late(post)];
    });
  }

  #inside(words: NotificationsSpeaker, post: PostSpeaker, home: HomeSession | undefined) {
    if (this.state || !home) return this.#other(this.state ?? 'loading', words, post);
    const listed = this.#listed(words, post, home);
    const error = this.#error;
    return [
      this.compact ? nothing : this.#line.draw(listed.context.now),
      heldBack(listed, this.#doing.heldOpen),
      lines(listed, this.#above),
      error ? this.#otherwise.draw(post, (instead) => instead.failedRow(error)) : foot(listed, this.#late(post)),
    ];
  }

  #listed(words: NotificationsSpeaker, post: PostSpeaker, home: HomeSession): Listed {
    const { host, origin, me } = home;
    return {
      home,
      list: this.#list,
      context: { words, post, now: Date.now(), me, host, origin },
      opened: this.#doing.opened,
      refusalOf: this.#doing.refusalOf,
    };
  }

  /** A server that takes its time, or has asked us to wait. */
  #late(post: PostSpeaker) {
    const { late } = this.#list;
    return late === undefined
      ? nothing
      : this.#otherwise.draw(post, (instead) => instead.late(this.#session.value!.host, late));
  }

  get #question(): NotificationsArgs | undefined {
    const home = readerOf(this.#session);
    if (!home || !this.#load.ready) return undefined;
    return { home, types: typesOf(this.types), live: this.live && !this.#doing.rests, limit: 20, list: !this.#isShut };
  }

  get #error(): MastoError | undefined {
    return isClosed(this.#session) ? undefined : (this.#session.error ?? this.#list.error);
  }

  /** Only the bell is seen. */
  get #isShut(): boolean {
    return this.compact && !this.#panel.isOpen;
  }

  /** Nothing may move: the reader is further down, or in the middle of something. */
  get #isStill(): boolean {
    const { activeElement } = this.shadowRoot!;
    return !this.#sight.isNear || !!activeElement?.closest('.feed');
  }

  readonly #press = (event: MouseEvent) => {
    const pressed = event
      .composedPath()
      .find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('a, button'));
    if (pressed?.getRootNode() !== this.renderRoot) return; // a post knows its own buttons
    if (pressed instanceof HTMLAnchorElement) opens(this, event, pressed);
    else if (pressed instanceof HTMLButtonElement && pressed.ariaDisabled !== 'true') this.#do(pressed);
  };

  #do(button: HTMLButtonElement) {
    const { value } = button;
    if (value === 'more' || value === 'retry') this.#list.more();
    else if (value === 'cancel') this.#list.cancel();
    else if (value === 'agree') this.#load.agree();
    else if (value === 'sign-in' && !button.closest('[data-of]'))
      void authOf(this)?.login(this.#session.value?.host, this.#missing);
    else this.#doing.press(button);
  }

  /** What the list itself needs to be allowed. */
  get #missing() {
    return this.#error?.failure === 'out-of-scope' ? [this.#error.facts.scope ?? 'read:notifications'] : undefined;
  }
}

define('masto-notifications', MastoNotifications);

declare global {
  interface HTMLElementTagNameMap {
    'masto-notifications': MastoNotifications;
  }
}
