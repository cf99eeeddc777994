import { type CSSResult, type LitElement, nothing, type ReactiveController, render } from 'lit';
import type { Chunk, FeedController } from '../../controllers/feed-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import { isChunk, LiveController, type Row } from '../../controllers/live-controller.js';
import { TopController } from '../../controllers/top-controller.js';
import { WordsController } from '../../controllers/words-controller.js';
import { languageOf } from '../../i18n/language.js';
import { liveWords } from '../../i18n/live.js';
import { Calm, liveLine } from '../../parts/live/live.js';
import { styles } from '../../parts/live/live.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import type { MastoStatus } from '../status/status.js';
import { Backstage, div } from './backstage.js';
import type { Resume } from './resume.js';

/** What is said aloud is said at most so often, in ms. */
const quiet = 60_000;

/** Whether the browser itself keeps in place what the reader looks at, when something above it grows. */
const anchors = CSS.supports('overflow-anchor', 'auto');

/** What a timeline lends to whoever draws what is new in it. */
export interface List {
  readonly feed: FeedController;
  wanted(): boolean;
  own(): readonly string[];
  /** Posts, as the timeline draws them. */
  draw(keys: readonly string[]): unknown;
}

const bringPills = () => import('../../parts/live/pills.js');
const bringGap = (lang: string) => import('../../parts/live/gap.js').then(({ bringGap }) => bringGap(lang));

/** What the reader holds on to stays: a focus, a selection, an answer that is being written. */
const isHeld = (element: Element | undefined) =>
  !!element?.matches(':focus-within') ||
  getSelection()?.type === 'Range' ||
  [...(element?.children ?? [])].some(({ shadowRoot }) => shadowRoot?.querySelector('masto-compose, dialog[open]'));

/**
 * What is new in a timeline, and what is said above it. All of it is drawn here, beside the list, which is not drawn again
 * for any of it.
 */
export class Live implements ReactiveController {
  /** Stands on the heading's line. */
  readonly line = div('live-top');
  /** Floats above the list. */
  readonly pills = div('pill-place');
  /** Stands in the list, before its first page. */
  readonly region = div('live');
  readonly #calm = new Calm();
  readonly #elements = new Map<Row, HTMLElement>();
  readonly #backstage: Backstage;
  readonly #words;
  readonly #live: LiveController;
  readonly #top: TopController;
  readonly #pill: LazyController<Awaited<ReturnType<typeof bringPills>>>;
  readonly #gap: LazyController<Awaited<ReturnType<typeof bringGap>>>;
  #resume?: Resume;
  #spoken: unknown;
  #told = '';
  #toldAt = -quiet;
  /** The reader is on the way to the top. */
  #goes = false;

  constructor(
    private readonly host: LitElement,
    private readonly list: List,
  ) {
    adoptLate(host.renderRoot, [styles]);
    this.#pill = new LazyController(host, bringPills, ({ styles }) => this.#come(styles));
    this.#gap = new LazyController(
      host,
      () => bringGap(languageOf(host)),
      ({ styles }) => this.#come(styles),
    );
    this.#backstage = new Backstage(this.region, (keys) => list.draw(keys));
    this.#words = new WordsController(host, liveWords);
    this.#live = new LiveController(host, list.feed, list, {
      prepare: (rows) => this.#backstage.prepare(rows),
      drawn: () => this.#draw(),
      said: () => this.#say(),
      holds: (row) => isHeld(this.#elements.get(row)),
    });
    this.#top = new TopController(host, this.line, () => this.#turn());
    host.addController(this);
  }

  /** There are posts above the first page. */
  get hasPosts(): boolean {
    return this.#live.rows.length > 0;
  }

  /** Posts are on their way that the reader has asked for. */
  get isBusy(): boolean {
    return !!this.#live.filling;
  }

  hostUpdated() {
    this.#anchor();
    if (!this.#resume && this.list.feed.question?.feed.name === 'home') void this.#remember();
    const { value } = this.#words;
    if (value === this.#spoken) return;
    if (this.#spoken && this.#live.rows.some((row) => !isChunk(row))) this.#gap.renew();
    this.#spoken = value;
    this.#say();
    this.#draw();
  }

  /** Another language, or another reader: all posts are drawn anew. */
  renew(): void {
    for (const [row, element] of this.#elements) {
      if (!isChunk(row)) continue;
      element.replaceChildren();
      this.#backstage.put(row.keys, element);
    }
  }

  /** Does what a button of its own names. */
  press(button: HTMLButtonElement): void {
    const { value } = button;
    if (value === 'news') void this.#show();
    if (value === 'again') this.#live.again();
    if (value === 'resume') void this.#resume?.go().then((post) => this.#focus(post));
    const row = [...this.#elements].find(([, element]) => element === button.parentElement)?.[0];
    if (value === 'gap' && row && !isChunk(row)) void this.#fill(row);
  }

  /** Away from the top nothing moves: the browser holds on to what is seen, and nothing comes in. */
  #turn() {
    this.#anchor();
    this.#live.away = !this.#top.rests;
    if (!this.#top.rests) void this.#pill.value; // soon something waits
  }

  #come(styles: CSSResult) {
    adoptLate(this.host.renderRoot, [styles]);
    this.#say();
    this.#draw();
  }

  async #remember() {
    const { Resume } = await import('./resume.js').catch(() => ({ Resume: undefined }));
    if (Resume) this.#resume ??= new Resume(this.host, this.list, () => this.#say());
  }

  #anchor() {
    this.region.parentElement?.style.setProperty('overflow-anchor', this.#top.rests ? 'none' : 'auto');
  }

  /** What waits comes in, and the reader goes to it. */
  async #show() {
    this.#goes = true;
    await this.#live.take();
    this.#goes = false;
    if (!this.#top.isNear) this.host.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.#focus(this.host.renderRoot.querySelector('masto-status'));
    this.#top.rest();
  }

  async #fill(row: Exclude<Row, Chunk>) {
    const first = await this.#live.fill(row);
    // The focus goes with the gap, unless the reader has gone elsewhere: the first of the posts stands where it was.
    if (first !== undefined && document.activeElement === document.body) this.#focus(this.#postOf(first));
  }

  #postOf(key: string) {
    return [...this.region.querySelectorAll<MastoStatus>('masto-status')].find(({ entry }) => entry?.key === key);
  }

  #focus(post: HTMLElement | null | undefined) {
    if (!post) return;
    post.tabIndex = 0; // a negative one would shut what stands inside out of the order
    post.addEventListener('blur', () => post.removeAttribute('tabindex'), { once: true });
    post.focus({ preventScroll: true });
  }

  #say() {
    const words = this.#words.value;
    if (!words) return;
    const { waiting, state, retryAt = 0 } = this.#live;
    const now = Date.now();
    if (!waiting) this.#told = '';
    else if (now - this.#toldAt >= quiet) {
      this.#told = words.say('news', { n: waiting });
      this.#toldAt = now;
    }
    const within = Math.max(1, Math.ceil((retryAt - now) / 1000));
    const resumes = !!this.#resume?.isOffered;
    const floating = waiting ? this.#pill.value : undefined;
    render(floating?.pill('news', words.say('news', { n: waiting })) ?? nothing, this.pills);
    render(liveLine({ state, calm: this.#calm.at(state), within, resumes, told: this.#told }, words), this.line);
  }

  /** Puts the rows where they belong; each chunk is drawn once. */
  #draw() {
    const words = this.#words.value;
    if (!words) return;
    const { rows, filling, failed } = this.#live;
    const isSeen = !anchors && !this.#goes && !this.#top.rests && this.region.getBoundingClientRect();
    for (const [row, element] of this.#elements) {
      if (rows.includes(row)) continue;
      this.#elements.delete(row);
      element.remove();
    }
    let place = this.region.firstElementChild;
    for (const row of rows) {
      const known = this.#elements.get(row) ?? this.#backstage.take(row);
      const element = known ?? div(isChunk(row) ? 'chunk' : 'gap-row');
      const phase = row === filling ? 'loading' : row === failed ? 'failed' : undefined;
      const gap = isChunk(row) ? undefined : this.#gap.value;
      if (!isChunk(row) && gap) {
        Object.assign(element, { role: 'article', ariaLabel: gap.name }); // a feed may hold nothing else
        render(gap.draw(row, phase), element);
      } else if (isChunk(row) && !known) this.#backstage.put(row.keys, element);
      if (known) place = known.nextElementSibling;
      else this.region.insertBefore(element, place);
      this.#elements.set(row, element);
    }
    if (isSeen && isSeen.bottom < 0) void this.#hold(isSeen.height);
    this.#resume?.look();
  }

  /** Keeps in place what is seen below, where the browser does not. */
  async #hold(before: number) {
    await Promise.all(
      [...this.region.querySelectorAll<MastoStatus>('masto-status')].map((post) => post.updateComplete),
    );
    scrollBy({ top: this.region.getBoundingClientRect().height - before, behavior: 'instant' });
  }
}
