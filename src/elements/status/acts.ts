import { type LitElement, nothing } from 'lit';
import { authOf } from '../../base/context.js';
import { MastoErrorEvent } from '../../base/events.js';
import type { ShownStatus } from '../../controllers/status-controller.js';
import { actsWords } from '../../i18n/acts.js';
import type { PostSpeaker } from '../../i18n/post.js';
import type { Verb } from '../../mastodon/actions.js';
import type { MastoError } from '../../mastodon/errors.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { ownActions } from '../../parts/actions/own-actions.js';
import { styles as rowStyles } from '../../parts/actions/own-actions.styles.js';
import { refusal } from '../../parts/refusal/refusal.js';
import { styles as refusalStyles } from '../../parts/refusal/refusal.styles.js';
import { adoptLate } from '../../styles/adopt.js';

const isVerb = (value: string): value is Verb => /^(?:boost|favourite|bookmark)$/.test(value);

/** Two tags may wait for the same request: the page is told of its failure once. */
const told = new WeakSet<MastoError>();

/** What a reader who is signed in does with the post of a `<masto-status>`, and why it was not done. */
export class Acts {
  #home: HomeSession | undefined;
  #key: string | undefined;
  #problem: MastoError | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly shown: () => ShownStatus | undefined,
  ) {
    adoptLate(host.renderRoot, [rowStyles, refusalStyles]);
  }

  /** The row of buttons and what belongs under it; undefined while its words are on their way. */
  draw(words: PostSpeaker): unknown {
    const { status, mine, home } = this.shown() ?? {};
    const acts = actsWords.speaker(words.lang);
    if (!acts) void actsWords.load(words.lang).then(() => this.host.requestUpdate());
    if (!acts || !status || !mine) return undefined;
    // What has failed was another post, or another reader.
    if (home !== this.#home || status.key !== this.#key) this.#problem = undefined;
    this.#home = home;
    this.#key = status.key;
    return [
      ownActions(status, mine, words, acts, false),
      this.#problem ? refusal(this.#problem, status.url, acts) : nothing,
    ];
  }

  /** Does what a button names. @param clicks as `detail` of the event: a second click of a double one is the same wish. */
  press(button: HTMLButtonElement, clicks: number): boolean {
    const { value } = button;
    const { status, home } = this.shown() ?? {};
    if (!status || !home) return false;
    if (value === 'sign-in') void authOf(this.host)?.login(home.host);
    else if (value === 'allow') void authOf(this.host)?.login(home.host, [this.#problem?.facts.scope ?? '']);
    else if (!isVerb(value)) return false;
    else if (clicks < 2) {
      button.classList.add('just-pressed');
      button.addEventListener('animationend', () => button.classList.remove('just-pressed'), { once: true });
      void this.#run(value, { status, home });
    }
    return true;
  }

  async #run(verb: Verb, { status, home }: { status: ShownStatus['status']; home: HomeSession }) {
    this.#problem = undefined;
    try {
      await home.actions.run(verb, status);
    } catch (error) {
      if (home !== this.#home || status.key !== this.#key) return;
      this.#problem = error as MastoError;
      this.host.requestUpdate();
      if (told.has(this.#problem)) return;
      told.add(this.#problem);
      this.host.dispatchEvent(new MastoErrorEvent(this.#problem));
    }
  }
}
