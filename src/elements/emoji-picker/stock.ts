import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { customEmojis } from '../../mastodon/custom-emojis.js';
import type { Session } from '../../mastodon/session.js';
import { type Emoji, ownEmojis, unicodeEmojis } from './catalogue.js';

/** Whose emoji, in which language. */
export interface Wanted {
  readonly session: Session | undefined;
  readonly lang: string;
}

/** Ms. */
const patience = 1000;

/** What a picker has to offer, as it comes. */
export class Stock implements ReactiveController {
  /** Unicode's, in groups; undefined until they are there. */
  groups: readonly (readonly Emoji[])[] | undefined;
  /** The server's own; undefined until they are there. */
  own: readonly Emoji[] | undefined;
  /** Unicode's could not be loaded. */
  failed = false;
  /** The server's could not be loaded. */
  ownFailed = false;
  /** The server's let the others wait so long that they come behind them: nothing moves under a finger. */
  late = false;
  #asked: Wanted | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly wanted: () => Wanted | undefined,
  ) {
    host.addController(this);
  }

  /** There is something to be seen. */
  get ready(): boolean {
    return !!this.groups && (!!this.own || this.late || !this.#asked?.session);
  }

  hostUpdate(): void {
    const wanted = this.wanted();
    if (!wanted) return;
    const { session, lang } = this.#asked ?? {};
    this.#asked = wanted;
    if (lang !== wanted.lang) void this.#unicode(wanted);
    if (wanted.session && session !== wanted.session) void this.#own(wanted);
  }

  /** What could not be had is asked for again. */
  again(): void {
    this.failed = this.ownFailed = false;
    this.#asked = undefined;
    this.host.requestUpdate();
  }

  async #unicode({ lang }: Wanted) {
    try {
      const groups = await unicodeEmojis(lang);
      if (this.#asked?.lang === lang) this.groups = groups;
    } catch {
      this.failed = true;
    }
    this.host.requestUpdate();
  }

  async #own({ session }: Wanted) {
    setTimeout(() => this.#wait(), patience);
    try {
      const own = ownEmojis(await customEmojis(session!));
      if (this.#asked?.session === session) this.own = own;
    } catch {
      this.ownFailed = true;
      this.#wait();
    }
    this.host.requestUpdate();
  }

  /** The others do not wait for the server's any longer. */
  #wait() {
    this.late ||= !this.own;
    this.host.requestUpdate();
  }
}
