import { type LitElement, render } from 'lit';
import type { Chunk } from '../../controllers/feed-controller.js';
import { LazyController } from '../../controllers/lazy-controller.js';
import type { LiveController } from '../../controllers/live-controller.js';
import { isChunk, NewRows, type Row } from '../../controllers/new-rows.js';
import type { TopController } from '../../controllers/top-controller.js';
import { languageOf } from '../../i18n/language.js';
import { styles } from '../../parts/live/rows.styles.js';
import { adoptLate } from '../../styles/adopt.js';
import type { MastoStatus } from '../status/status.js';
import { Backstage } from './backstage.js';
import { focusPost } from './focus-post.js';
import type { List } from './live.js';
import { div } from './presentation.js';

/** Whether the browser itself keeps in place what the reader looks at, when something above it grows. */
const anchors = CSS.supports('overflow-anchor', 'auto');

const bringGap = (lang: string) => import('../../parts/live/gap.js').then(({ bringGap }) => bringGap(lang));

/** What the reader holds on to stays: a focus, a selection, an answer that is being written. */
const isHeld = (element: Element | undefined) =>
  !!element?.matches(':focus-within') ||
  getSelection()?.type === 'Range' ||
  [...(element?.children ?? [])].some(({ shadowRoot }) => shadowRoot?.querySelector('masto-compose, dialog[open]'));

/** What is there of the list without anything new. */
export interface Frame {
  readonly live: LiveController;
  readonly top: TopController;
  /** Stands in the list, before its first page. */
  readonly region: HTMLElement;
  /** Something else stands before the reader. */
  looked(): void;
}

/** The posts that have come into a timeline, and the gaps between them. */
export class News {
  readonly rows: NewRows;
  readonly #elements = new Map<Row, HTMLElement>();
  readonly #backstage: Backstage;
  readonly #gap: LazyController<Awaited<ReturnType<typeof bringGap>>>;
  /** The reader is on the way to the top. */
  #goes = false;

  constructor(
    private readonly host: LitElement,
    private readonly list: List,
    private readonly frame: Frame,
  ) {
    adoptLate(host.renderRoot, [styles]);
    this.#backstage = new Backstage(frame.region, (keys) => list.draw(keys));
    this.#gap = new LazyController(
      host,
      () => bringGap(languageOf(host)),
      ({ styles }) => {
        adoptLate(host.renderRoot, [styles]);
        this.#draw();
      },
    );
    this.rows = new NewRows(host, list.feed, frame.live, {
      prepare: (rows) => this.#backstage.prepare(rows),
      drawn: () => this.#draw(),
      holds: (row) => isHeld(this.#elements.get(row)),
    });
  }

  /** Another language, or another reader: all posts are drawn anew. */
  renew(): void {
    for (const [row, element] of this.#elements) {
      if (!isChunk(row)) continue;
      element.replaceChildren();
      this.#backstage.put(row.keys, element);
    }
  }

  /** Gaps in another language. */
  speak(): void {
    if (this.rows.rows.some((row) => !isChunk(row))) this.#gap.renew();
  }

  /** What waits comes in, and the reader goes to it. */
  async show(): Promise<void> {
    this.#goes = true;
    this.rows.hurry();
    await this.frame.live.take();
    this.#goes = false;
    if (!this.frame.top.isNear) this.#goToTop();
    focusPost(this.host.renderRoot.querySelector('masto-status'));
    this.frame.top.rest();
  }

  /** What comes into sight there takes its true height only then: the browser would hold on to what stands below. */
  #goToTop() {
    this.frame.region.parentElement?.style.setProperty('overflow-anchor', 'none');
    this.host.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  /** @param button a gap's */
  async fill(button: HTMLElement): Promise<void> {
    const row = [...this.#elements].find(([, element]) => element === button.parentElement)?.[0];
    if (!row || isChunk(row)) return;
    const first = await this.rows.fill(row);
    // The focus goes with the gap, unless the reader has gone elsewhere: the first of the posts stands where it was.
    if (first === undefined || document.activeElement !== document.body) return;
    focusPost(this.#posts.find(({ entry }) => entry?.key === first));
  }

  get #posts() {
    return [...this.frame.region.querySelectorAll<MastoStatus>('masto-status')];
  }

  /** Puts the rows where they belong; each chunk is drawn once. */
  #draw() {
    const { region, top } = this.frame;
    const isSeen = !anchors && !this.#goes && !top.rests && region.getBoundingClientRect();
    for (const [row, element] of this.#elements) {
      if (this.rows.rows.includes(row)) continue;
      this.#elements.delete(row);
      element.remove();
    }
    let place = region.firstElementChild;
    for (const row of this.rows.rows) {
      const known = this.#elements.get(row) ?? this.#backstage.take(row);
      const element = known ?? div(isChunk(row) ? 'chunk' : 'gap-row');
      if (!isChunk(row)) this.#drawGap(row, element);
      else if (!known) this.#backstage.put(row.keys, element);
      if (known) place = known.nextElementSibling;
      else region.insertBefore(element, place);
      this.#elements.set(row, element);
    }
    if (isSeen && isSeen.bottom < 0) void this.#hold(isSeen.height);
    this.frame.looked();
  }

  #drawGap(row: Exclude<Row, Chunk>, element: HTMLElement) {
    const gap = this.#gap.value;
    if (!gap) return;
    const { filling, failed } = this.rows;
    Object.assign(element, { role: 'article', ariaLabel: gap.name }); // a feed may hold nothing else
    render(gap.draw(row, row === filling ? 'loading' : row === failed ? 'failed' : undefined), element);
  }

  /** Keeps in place what is seen below, where the browser does not. */
  async #hold(before: number) {
    await Promise.all(this.#posts.map((post) => post.updateComplete));
    scrollBy({ top: this.frame.region.getBoundingClientRect().height - before, behavior: 'instant' });
  }
}
