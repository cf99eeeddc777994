import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { MastoElement, type TagState } from '../../base/masto-element.js';
import { AuthController } from '../../controllers/auth-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { type LoginSpeaker, loginWords } from '../../i18n/login.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { adoptLate } from '../../styles/adopt.js';
import type { MastoAuth } from '../auth/auth.js';
import { accountMenu, type Accounts } from './account-menu.js';
import { currentOf } from './current.js';
import { styles } from './login.styles.js';
import type { Wish } from './step.js';

/**
 * @summary Lets readers sign in at their own server, and shows who they are: the button, the form, the face and its menu.
 * @tag masto-login
 *
 * It belongs to the `<masto-auth>` around it, else to the page's first one. What signing in means stands in the form,
 * before anything leaves the page.
 *
 * @slot - Shown without JavaScript, and when nobody can sign in here.
 * @slot label - The words on the button.
 * @csspart button - A button with words.
 * @csspart face - The button of whoever is signed in.
 * @csspart avatar - A person's picture.
 * @csspart name - A person's name.
 * @csspart handle - A person's address.
 * @csspart menu - The menu below the face.
 * @csspart dialog - The form.
 * @csspart field - The box for the server's name.
 * @csspart notice - What has gone wrong.
 * @cssstate loading
 * @cssstate failed
 * @cssstate signed-out
 */
export class MastoLogin extends MastoElement {
  static override styles = styles;

  /** @internal On the one that `<masto-auth>` makes itself: nothing but the form. */
  @property({ type: Boolean }) dialog = false;

  readonly #words = new WordsController(this, loginWords);
  readonly #auth = new AuthController(this);
  readonly #form = new LazyController(
    this,
    () => import('./form.js').then(({ SignInForm }) => new SignInForm(this, () => this.#door)),
    (form) => {
      adoptLate(this.renderRoot, form.styles);
      if (this.#wish) void form.ask(this.#wish);
    },
  );
  /** The form has been needed once, and stays. */
  #called = false;
  #wish: Wish | undefined;
  #own = false;
  #waiting: (() => void)[] = [];
  #canKeep: boolean | undefined;
  /** It has been told once who is here; a later look changes nothing until it is over. */
  #known = false;
  #who: string | undefined;
  #said = '';
  #had: Element | null = null;

  protected get state(): TagState | undefined {
    if (!this.#known) return 'loading';
    if (!this.#door || this.#door.problem) return 'failed';
    return this.#session ? undefined : 'signed-out';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#press);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#called) this.#form.value?.close();
  }

  override render(): unknown {
    const words = this.#words.value;
    if (!words || !this.#known) return nothing;
    const form = this.#called ? this.#form.value : undefined;
    const trouble = this.#form.lost ? this.#lost(words) : form?.trouble();
    if (this.dialog) return [trouble, form?.render()];
    return html`${this.#door ? this.#inPlace(words) : this.#missing(words)}${trouble}
      <span class="hidden" role="status">${this.#said}</span>
      ${form?.render()}`;
  }

  /**
   * @internal Opens the form, as `login()` of `<masto-auth>` does. With a server it looks for that one at once.
   * Resolves when it has closed, whatever came of it.
   */
  ask(wish: Wish): Promise<void> {
    this.#wish = wish;
    this.#called = true;
    const closed = new Promise<void>((resolve) => this.#waiting.push(resolve));
    void this.#form.value?.ask(wish);
    this.requestUpdate();
    return closed;
  }

  /** @internal The form has closed. What had opened it has the focus again, unless that is gone. */
  closed(): void {
    this.#wish = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve();
    if (this.#own && document.activeElement === document.body) this.#focus();
    this.#own = false;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.#had = (this.renderRoot as ShadowRoot).activeElement;
    const { pending } = this.#auth;
    const door = this.#door;
    const words = this.#words.value;
    if (!pending) this.#known = true;
    if (!door || !words || pending) return;
    if (door.problem) this.#called = true;
    const acct = this.#session?.me.acct ?? '';
    const who = acct ? words.say('signedIn', { acct: '@' + acct }) : words.say('signedOut');
    if (this.#who !== undefined && this.#who !== acct) this.#said = who;
    this.#who = acct;
    if (acct) void door.keeper().then(({ canKeep }) => this.#know(canKeep));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#called) this.#form.value?.updated();
    if (this.#had && !this.#had.isConnected && !this.#wish) this.#focus();
  }

  get #door(): MastoAuth | undefined {
    return this.#auth.value as MastoAuth | undefined;
  }

  get #session(): HomeSession | undefined {
    return this.#door?.session as HomeSession | undefined;
  }

  #inPlace(words: LoginSpeaker) {
    const accounts = this.#accounts;
    if (accounts) return accountMenu(accounts, words);
    const busy = !!this.#wish && !this.#form.value?.isOpen;
    return html`<button class="button button-primary" part="button" type="button" value="sign-in" aria-busy=${busy}>
      <slot name="label">${words.say('signIn')}</slot>
    </button>`;
  }

  #missing({ say }: LoginSpeaker) {
    return html`<p class="small">${say('noAuth')} ${say('noAuthText')}</p><slot></slot>`;
  }

  #lost({ say }: LoginSpeaker) {
    return html`<p class="small" role="alert">${say('lost')}</p>`;
  }

  get #accounts(): Accounts | undefined {
    const session = this.#session;
    if (!session) return undefined;
    const { me } = session;
    const { accounts: all, expired } = this.#door!;
    const current = currentOf(this.#door!);
    return {
      me: { ...me, avatar: me.avatarStatic ?? '' },
      current: current?.acct ?? me.acct,
      all,
      kept: !!current?.kept,
      canKeep: this.#canKeep,
      expired,
    };
  }

  #know(canKeep: boolean) {
    if (canKeep === this.#canKeep) return;
    this.#canKeep = canKeep;
    this.requestUpdate();
  }

  #focus() {
    this.renderRoot.querySelector<HTMLElement>('.face, .button')?.focus({ preventScroll: true });
  }

  #again() {
    this.#open({ instance: this.#session?.origin, expected: this.#accounts?.current });
  }

  /** Somebody else came back than was expected, and is sent away (R42). */
  async #refuse(door: MastoAuth) {
    await (await door.keeper()).welcome(false);
    if (this.#session) this.#again();
  }

  #open(wish: Wish) {
    this.#own = true;
    void this.ask(wish);
  }

  readonly #press = (event: Event) => {
    const path = event.composedPath();
    const button = path.find((node) => node instanceof HTMLButtonElement);
    if (!button) return;
    if (path.includes(this.renderRoot.querySelector('dialog')!)) return this.#form.value?.press(button.value);
    const { value, dataset } = button;
    const door = this.#door!;
    if (value === 'sign-in') this.#open({ instance: this.instance });
    if (value === 'add') this.#open({ another: true });
    if (value === 'forget') this.#open({ forget: true });
    if (value === 'again') this.#again();
    if (value === 'dismiss') this.#form.value?.dismiss();
    if (value === 'switch') void door.switchTo(dataset['account']!);
    if (value === 'sign-out') void door.logout();
    if (value === 'keep' && this.#canKeep) void door.keeper().then((keeper) => keeper.keep(!this.#accounts?.kept));
    if (value === 'welcome') void door.keeper().then((keeper) => keeper.welcome(true));
    if (value === 'not-welcome') void this.#refuse(door);
  };
}

define('masto-login', MastoLogin);

declare global {
  interface HTMLElementTagNameMap {
    'masto-login': MastoLogin;
  }
}
