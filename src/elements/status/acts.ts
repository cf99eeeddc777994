import { html, type LitElement, nothing, type ReactiveController } from 'lit';
import { authOf } from '../../base/context.js';
import type { ShownStatus } from '../../controllers/status-controller.js';
import { actsWords } from '../../i18n/acts.js';
import type { PostSpeaker } from '../../i18n/post.js';
import type { Verb } from '../../mastodon/actions.js';
import { MastoError } from '../../mastodon/errors.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { ownActions } from '../../parts/actions/own-actions.js';
import { styles as rowStyles } from '../../parts/actions/own-actions.styles.js';
import { refusal } from '../../parts/refusal/refusal.js';
import { styles as refusalStyles } from '../../parts/refusal/refusal.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import type { MastoCompose } from '../compose/compose.js';
import { Hushing } from './hushing.js';
import type { Around } from './pieces.js';
import { listenToRefusals } from './refused.js';
import { tellPage } from './told.js';

const isVerb = (value: string): value is Verb => /^(?:boost|favourite|bookmark)$/.test(value);

/** What a reader who is signed in does with the post of a `<masto-status>`, and why it was not done. */
export class Acts implements ReactiveController {
  #home: HomeSession | undefined;
  #key: string | undefined;
  #let: (() => void) | undefined;
  #problem: MastoError | undefined;
  /** The post that is being answered, as long as it is. */
  #parent: MastoCompose['parent'];
  readonly #hushing: Hushing;

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
  ) {
    host.addController(this);
    this.#hushing = new Hushing(host, around);
    listenToRefusals(host, (error) => this.#refuse(error));
    adoptLate(host.renderRoot, [rowStyles, refusalStyles]);
  }

  hostDisconnected() {
    this.#let?.();
    this.#let = undefined;
    this.#hushing.stop();
  }

  hostUpdated() {
    this.#hushing.apply();
  }

  /** The row of buttons and what belongs under it; undefined while its words are on their way. */
  draw(words: PostSpeaker): unknown {
    const { status: facts, home } = this.around.shown();
    const acts = actsWords.speaker(words.lang);
    if (!acts) void actsWords.load(words.lang).then(() => this.host.requestUpdate());
    if (!acts || !facts || !home) return undefined;
    this.#follow(home, facts.key);
    this.#hushing.follow(home);
    const { status, mine } = home.mine.join(facts);
    return [
      ownActions(status, mine, words, acts, !!this.#parent),
      this.#problem ? refusal(this.#problem, status.url, acts) : nothing,
      this.#form(),
    ];
  }

  /** The post has been deleted, and what is being written in answer to it stays (R162); undefined while nothing is. */
  left(): unknown {
    return this.#parent && [nothing, nothing, this.#form()];
  }

  /** Does what a button names. @param clicks as `detail` of the event: a second click of a double one is the same wish. */
  press(button: HTMLButtonElement, clicks: number): boolean {
    const { value } = button;
    if (button.closest('.translation')) return false;
    const { facts, status, home } = this.around.shown();
    if (!facts || !status || !home) return false;
    if (value === 'reply' && this.#parent) this.#close();
    else if (value === 'reply') void this.#reply({ facts, key: status.key });
    else if (value === 'sign-in') void authOf(this.host)?.login(home.host);
    else if (value === 'allow') void authOf(this.host)?.login(home.host, [this.#problem?.facts.scope ?? '']);
    else if (!isVerb(value)) return false;
    else if (clicks < 2) {
      button.classList.add('just-pressed');
      button.addEventListener('animationend', () => button.classList.remove('just-pressed'), { once: true });
      void this.#run(value, { status, home });
    }
    return true;
  }

  /** Draws anew whenever the reader's part of the post changes, wherever on the page they have pressed. */
  #follow(home: HomeSession, key: string) {
    const same = home === this.#home && key === this.#key;
    if (same && this.#let) return;
    this.#let?.();
    // What has failed was another post's, or another reader's.
    if (!same) this.#problem = this.#parent = undefined;
    this.#home = home;
    this.#key = key;
    this.#let = home.mine.watch(key, () => this.host.requestUpdate());
  }

  #form() {
    return this.#parent
      ? html`<masto-compose compact .parent=${this.#parent} @close=${this.#close}></masto-compose>`
      : nothing;
  }

  /** A form under the post, which comes with the first answer. */
  async #reply(parent: NonNullable<MastoCompose['parent']>) {
    this.#parent = parent;
    this.#problem = undefined;
    this.host.requestUpdate();
    try {
      await import('../compose/compose.js');
    } catch {
      // What brought this page here does not reach us any more.
      this.#parent = undefined;
      this.#problem = new MastoError('offline');
      return this.host.requestUpdate();
    }
    const form = this.host.renderRoot.querySelector('masto-compose');
    await form?.updateComplete;
    form?.focus();
  }

  readonly #close = () => {
    this.#parent = undefined;
    this.host.requestUpdate();
    this.host.renderRoot.querySelector<HTMLElement>('.reply')?.focus();
  };

  async #run(verb: Verb, { status, home }: { status: ShownStatus['status']; home: HomeSession }) {
    this.#problem = undefined;
    try {
      await home.actions.run(verb, status);
    } catch (error) {
      if (home === this.#home && status.key === this.#key) this.#refuse(error as MastoError);
    }
  }

  /** Says why something was not done, under the post; undefined for nothing any more. */
  #refuse(error: MastoError | undefined) {
    this.#problem = error;
    this.host.requestUpdate();
    if (error) tellPage(this.host, error);
  }
}
