import type { LitElement } from 'lit';
import type { FeedController, Question } from '../../controllers/feed-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import type { LoadController } from '../../controllers/load-controller.js';
import type { SessionController } from '../../controllers/session-controller.js';
import type { FilterContext } from '../../mastodon/entities.js';
import { MastoError } from '../../mastodon/errors.js';
import { isPersonal } from '../../mastodon/feeds.js';
import { bringFor } from '../status/rich.js';
import type { AtHome } from './at-home.js';
import { type TimelineAttributes, wishesOf } from './wishes.js';

/** What a timeline asks, and whom, by what its attributes say and by who reads it; or why it asks nothing. */
export class Asking {
  #wishes: ReturnType<typeof wishesOf> | undefined;
  #media = '';
  readonly #atHome: LazyController<AtHome>;

  constructor(
    private readonly host: LitElement,
    private readonly session: SessionController,
    private readonly load: LoadController,
    private readonly feed: FeedController,
  ) {
    this.#atHome = new LazyController(host, () =>
      import('./at-home.js').then(({ AtHome }) => new AtHome(host, this.feed)),
    );
  }

  /** Takes in what the attributes say now. */
  read(attributes: TimelineAttributes): void {
    this.#wishes = wishesOf(attributes);
    this.#media = attributes.media;
  }

  /** What the feed may ask for now. */
  get question(): Question | undefined {
    const { acct, home } = this.session;
    const wishes = this.#wishes;
    const session = this.#asked;
    if (!session || !wishes || wishes instanceof MastoError || this.isClosed || !this.load.ready) return undefined;
    const question = {
      session,
      feed: { ...wishes, account: acct },
      elsewhere: this.session.follow,
      ready: (keys: readonly string[]) =>
        bringFor(this.host, { facts: session, home, context: this.context }, keys, this.#media),
    };
    return (home && this.#own?.ask(home, question)) ?? question;
  }

  /** Why there are no posts, or no more of them. */
  get error(): MastoError | undefined {
    if (this.#wishes instanceof MastoError) return this.#wishes;
    return this.isClosed ? undefined : (this.session.error ?? this.#own?.why ?? this.feed.error);
  }

  /** A feed of somebody's own, and nobody is signed in there. */
  get isClosed(): boolean {
    const session = this.#asked;
    if (!this.#isPersonal) return false;
    return session ? !session.signedIn : this.session.error?.failure === 'no-instance';
  }

  /** What the reader would have to allow besides. */
  get missing(): readonly string[] | undefined {
    return this.#own?.missing;
  }

  /** Where the asked server itself shows the same; undefined when it has not been asked (R125, R130). */
  get page(): string | undefined {
    const { value: session, acct } = this.session;
    const wishes = this.#wishes;
    if (!this.feed.error || !session || !wishes || wishes instanceof MastoError) return undefined;
    return session.origin + (acct ? `/@${acct}` : wishes.tag ? `/tags/${wishes.tag}` : '/');
  }

  /** Which of the reader's filters hold here, as Mastodon sorts lists. */
  get context(): FilterContext {
    const wishes = this.#wishes;
    const name = wishes && !(wishes instanceof MastoError) ? wishes.name : 'home';
    return name === 'account' ? name : isPersonal(name) ? 'home' : 'public';
  }

  /** What stands above the list: written on this page since it was read. */
  get newer(): readonly string[] {
    return this.#own?.newer ?? [];
  }

  get #isPersonal(): boolean {
    const wishes = this.#wishes;
    return !!wishes && !(wishes instanceof MastoError) && isPersonal(wishes.name);
  }

  /** A feed of their own is asked with their token, whatever else that may not do. */
  get #asked() {
    const { value, home } = this.session;
    return this.#isPersonal && value?.origin === home?.origin ? home : value;
  }

  /** For whoever is signed in. */
  get #own(): AtHome | undefined {
    return this.session.home && this.#atHome.value;
  }
}
