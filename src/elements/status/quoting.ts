import { type LitElement, nothing } from 'lit';
import type { Facts, ShownStatus } from '../../controllers/status-controller.js';
import { type FullerSpeaker, fullerWords } from '../../i18n/fuller.js';
import type { Quote, Status } from '../../mastodon/entities.js';
import type { Session } from '../../mastodon/session.js';
import { isPublic } from '../../mastodon/stores.js';
import { content } from '../../parts/content/content.js';
import type { PostContext } from '../../parts/post-context.js';
import { quoted, quoteLink, quoteNotice } from '../../parts/quote/quote.js';
import { styles } from '../../parts/quote/quote.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import type { Fuller, Kind } from './fuller.js';
import { type Around, draw, type Pieces, plainly } from './pieces.js';

type Shown = ReturnType<Around['shown']>;

/** What the reader has turned away from, and may look at all the same. */
const mayBeShown = /^(?:blocked_account|blocked_domain|muted_account)$/;

/** The post that is quoted. R117: whoever is not signed in is shown nothing but public ones, whatever a server lets slip. */
function quotedIn(facts: Facts, { status: key, id = '' }: Quote): Status | undefined {
  const { statuses } = facts;
  const status = statuses.get(key ?? statuses.keyOf(id) ?? '');
  return (facts as Partial<Session>).signedIn !== false || isPublic(status) ? status : undefined;
}

/** Draws the post that a post quotes; one that this one quotes in its turn is a link. */
export class Quoting implements Kind {
  #fuller: Fuller | undefined;
  #content: { of: string; box: HTMLElement } | undefined;
  #facts: Facts | undefined;
  #key: string | undefined;
  #let: (() => void)[] = [];
  /** The quoted post is to its pieces what the element is to those of the post around it. */
  readonly #inside: Around = {
    shown: () => this.#shown,
    isOpen: (what) => this.around.isOpen(`quoted-${what}`),
    toggle: (what) => this.around.toggle(`quoted-${what}`),
  };

  constructor(
    private readonly host: LitElement,
    private readonly around: Around,
    private readonly inner: (around: Around) => Fuller,
  ) {}

  pieces({ quote, url }: Status, post: PostContext): Partial<Pieces> {
    return quote ? { quote: () => this.#draw(quote, url, post) } : {};
  }

  press(button: HTMLButtonElement): boolean {
    const { value } = button;
    // Inside of a quote there is one that draws nothing.
    if (!this.#facts || !button.closest('.quote')) return false;
    if (value === 'show-quote') this.around.toggle(value);
    else if (!this.#fuller?.press(button) && /^(?:open|show-media)$/.test(value)) this.#inside.toggle(value);
    return true;
  }

  shownAt(link: HTMLAnchorElement): ShownStatus | undefined {
    const { status, author } = link.closest('.quote') ? this.#shown : {};
    return status && { status, author, booster: undefined };
  }

  hostDisconnected() {
    for (const release of this.#let.splice(0)) release();
    this.#key = undefined;
  }

  /** The quoted post, as the element around it shows its own. */
  get #shown(): Shown {
    const outside = this.around.shown();
    const { facts, status: quoting } = outside;
    const status = facts && quoting?.quote && quotedIn(facts, quoting.quote);
    if (!status) return { ...(facts && { facts }) };
    return { ...outside, key: status.key, booster: undefined, status, author: facts.accounts.get(status.account) };
  }

  #draw(quote: Quote, around: string | undefined, post: PostContext) {
    const words = fullerWords.speaker(post.words.lang);
    if (!words) void fullerWords.load(post.words.lang).then(() => this.host.requestUpdate());
    const { facts, status } = this.#shown;
    if (!words || !facts) return nothing;
    adoptLate(this.host.renderRoot, [styles]);
    this.#keep(facts, status);
    const { url, id } = quote;
    const state = quote.status && facts.statuses.isGone(quote.status) ? 'deleted' : quote.state;
    const closed = mayBeShown.test(state) && !!status;
    const open = this.around.isOpen('show-quote');
    if (closed && !open) return quoteNotice(state, words, false);
    if (!closed && state !== 'accepted') return quoteNotice(state, words);
    if (status) return [closed ? quoteNotice(state, words, true) : nothing, this.#quoted(status, post, words)];
    return url || id ? quoteLink('away', url ?? around, words) : quoteNotice('unauthorized', words);
  }

  #quoted(status: Status, around: PostContext, words: FullerSpeaker) {
    const [open, mediaOpen] = [this.#inside.isOpen('open'), this.#inside.isOpen('show-media')];
    const pictures = around.media === 'auto' || (around.media === 'click' && mediaOpen);
    const post: PostContext = { ...around, open, mediaOpen, pictures };
    this.#fuller ??= this.inner(this.#inside);
    const { quote, url } = status;
    const pieces: Pieces = {
      ...this.#fuller.pieces(
        status,
        post,
        plainly(status, post, () => this.#contentOf(status, post)),
      ),
      quote: () => (quote ? quoteLink('further', this.#further(quote) ?? url, words) : nothing),
      foot: () => nothing,
    };
    return quoted(status, this.#shown.author, draw(status, post, pieces), post, words);
  }

  /** Where the post is that the quoted one quotes. */
  #further(quote: Quote) {
    const { facts } = this.#shown;
    return quote.url ?? (facts && quotedIn(facts, quote)?.url);
  }

  /** Made once for each text, as the post around it does. */
  #contentOf(status: Status, post: PostContext): HTMLElement {
    const { key, content: html, language, emojis } = status;
    const of = JSON.stringify([key, html, language, post.pictures && emojis]);
    if (this.#content?.of !== of) this.#content = { of, box: content(status, post) };
    return this.#content.box;
  }

  /** Holds the quoted post and its author in their store, and draws again when they change. */
  #keep(facts: Facts, status: Status | undefined) {
    if (facts === this.#facts && status?.key === this.#key) return;
    this.host.addController(this); // Once, however often it is said: controllers are a set.
    this.hostDisconnected();
    this.#facts = facts;
    this.#key = status?.key;
    if (!status) return;
    const update = () => this.host.requestUpdate();
    this.#let = [facts.statuses.watch(status.key, update), facts.accounts.watch(status.account, update)];
  }
}
