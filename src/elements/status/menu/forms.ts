import { html, type LitElement, nothing } from 'lit';
import { authOf } from '../../../base/context.js';
import type { MastoPostEvent } from '../../../base/events.js';
import { page } from '../../../base/page.js';
import { Drafts, type Draft, type Place } from '../../../mastodon/drafts.js';
import { MastoError } from '../../../mastodon/errors.js';
import type { HomeSession } from '../../../mastodon/home-session.js';
import { ownAddress } from '../../compose/surroundings.js';

interface Opened {
  readonly home: HomeSession;
  readonly thread: string;
  /** What stood there at first, as it is stored. */
  readonly first: string;
  /** It takes the place of the post. */
  readonly instead: boolean;
}

/** What is the same to a reader. */
const told = ({ sent, ...draft }: Draft = {}) => JSON.stringify(draft);

/**
 * The form that the menu has opened at a post: to change it, to quote it, to write it anew. What stands in it has been
 * stored before it is there, so that it cannot be lost (R163).
 */
export class Forms {
  readonly #drafts = new Drafts(page);
  #open: Opened | undefined;

  /** @param saved the post has been changed */
  constructor(
    private readonly host: LitElement,
    private readonly saved: () => void,
  ) {}

  get isOpen(): boolean {
    return !!this.#open;
  }

  /** Puts a draft away, under the name by which a form finds it. */
  keep(home: HomeSession, thread: string, draft: Draft): void {
    const acct = home.me.acct.toLowerCase();
    const kept = authOf(this.host)?.accounts.some((one) => one.kept && one.acct.toLowerCase() === acct);
    this.#drafts.write(placeOf(home, thread), draft, kept);
  }

  drop(home: HomeSession, thread: string): void {
    this.#drafts.remove(placeOf(home, thread));
  }

  /** What the form is made of: had before anything is deleted for it. Rejects with MastoError. */
  async bring({ host }: HomeSession): Promise<void> {
    await import('../../compose/compose.js').catch(() => {
      throw new MastoError('offline', { host }); // what brought this page here does not reach us any more
    });
  }

  /**
   * Opens a form with the draft of that name. Rejects with MastoError where it cannot be loaded.
   * @param draft stands in it, unless one is kept from before @param instead it takes the place of the post
   */
  async show(home: HomeSession, thread: string, draft?: Draft, instead = false): Promise<void> {
    await this.bring(home);
    const before = this.#stored(home, thread);
    if (draft && !before) this.keep(home, thread, draft);
    // What was kept from before is the reader's: it is not thrown away unchanged.
    const first = before && draft ? '' : told(this.#stored(home, thread));
    this.#open = { home, thread, first, instead };
    this.host.requestUpdate();
    await this.host.updateComplete;
    const form = this.host.renderRoot.querySelector<HTMLElement>('.rewriting');
    form?.scrollIntoView({ block: 'nearest' });
    form?.focus();
  }

  draw(): unknown {
    const { thread, instead } = this.#open ?? {};
    return thread === undefined
      ? nothing
      : html`<masto-compose
          class="rewriting ${instead ? 'rewriting-instead' : ''}"
          .thread=${thread}
          @close=${this.#close}
          @masto-post=${this.#posted}
        ></masto-compose>`;
  }

  /** Another post stands there, or another reader is here: what was written stays where it is kept. */
  end(): void {
    this.#open = undefined;
  }

  #stored(home: HomeSession, thread: string) {
    return this.#drafts.read(placeOf(home, thread));
  }

  readonly #close = async () => {
    const opened = this.#open;
    this.#open = undefined;
    this.host.requestUpdate();
    await this.host.updateComplete; // the form has put away what stood in it
    const { home, thread, first } = opened!;
    // A post that is gone is kept, whatever happens; what can be had again needs no place.
    if (!thread.startsWith('~') && told(this.#stored(home, thread)) === first) this.drop(home, thread);
    this.host.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  };

  /** A post that was changed is shown again; where another one was written, the form says so. */
  readonly #posted = (event: MastoPostEvent) => {
    if (event.target === event.currentTarget && this.#open?.instead) void this.#end(this.#open, event.name);
  };

  async #end({ home }: Opened, key: string) {
    this.#open = undefined;
    this.saved();
    (await import('../../../mastodon/editing.js')).tellPage(home, key);
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('.more')?.focus({ preventScroll: true });
  }
}

const placeOf = ({ me }: HomeSession, thread: string): Place => ({ page: ownAddress(), thread, account: me.acct });
