import type { LitElement, ReactiveController } from 'lit';
import type { Chunk } from './feed-controller.js';

/** How far from the screen posts are kept, in px: after a fling of a finger they are there before the eye is. */
const near = 2000;

/** What is left of an empty chunk. */
interface Outline {
  /** For the browser's search, which finds what is `hidden="until-found"`. */
  readonly text: string;
  /** In px, of all; and of what is in each post, without its padding. */
  readonly height: number;
  readonly heights: readonly number[];
}

const heightOf = (element: Element) => element.getBoundingClientRect().height;

function innerHeightOf(post: Element) {
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(post);
  return heightOf(post) - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
}

const outlineOf = (chunk: Element): Outline => ({
  text: Array.from(chunk.children, ({ shadowRoot }) => shadowRoot?.textContent ?? '').join('\n'),
  height: heightOf(chunk),
  heights: Array.from(chunk.children, innerHeightOf),
});

/** What the reader holds on to stays; and what is not drawn at all (in a closed panel) has no height to keep. */
const isHeld = (chunk: Element) =>
  chunk.matches(':focus-within') || getSelection()?.type === 'Range' || !chunk.checkVisibility();

/** Whether the browser itself keeps in place what the reader looks at, when something above it grows. */
const anchors = CSS.supports('overflow-anchor', 'auto');

/** Holds on to what is seen below a chunk that has changed its height while it was above the screen. */
function keepPlace(chunk: Element, before: number) {
  const { bottom, height } = chunk.getBoundingClientRect();
  if (!anchors && bottom - height + before <= 0) scrollBy({ top: height - before, behavior: 'instant' });
}

/**
 * Empties the chunks of a long list that are far from the screen, and fills them when they come near: a list of
 * thousands costs what a list of a hundred does. Loaded for lists that have become long.
 */
export class WindowController implements ReactiveController {
  readonly #outlines = new Map<Chunk, Outline>();
  readonly #far = new Set<Element>();
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) this.#far[isIntersecting ? 'delete' : 'add'](target);
      this.#look();
    },
    // The document, not the window: so that the margin counts in a frame, too.
    { root: document, rootMargin: `${near}px`, scrollMargin: `${near}px` },
  );

  constructor(
    private readonly host: LitElement,
    private readonly chunks: () => readonly Chunk[],
  ) {
    host.addController(this);
  }

  /** The words of a chunk that is to be drawn empty; undefined for those to be drawn in full. */
  textOf(chunk: Chunk): string | undefined {
    return this.#outlines.get(chunk)?.text;
  }

  hostConnected() {
    addEventListener('beforeprint', this.#fillAll);
    addEventListener('afterprint', this.#watch);
    this.#watch();
  }

  hostUpdated() {
    for (const element of this.#elements) this.#observer.observe(element); // once for each, however often it is said
  }

  hostDisconnected() {
    removeEventListener('beforeprint', this.#fillAll);
    removeEventListener('afterprint', this.#watch);
    this.#observer.disconnect();
  }

  /** The elements of the chunks, in their order. */
  get #elements() {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('.feed > .chunk:not(.newer)')];
  }

  /** Looks at all of them anew. */
  readonly #watch = () => {
    this.#observer.disconnect();
    this.hostUpdated();
  };

  #look() {
    const chunks = this.chunks();
    this.#elements.forEach((element, at) => {
      const chunk = chunks[at];
      if (!chunk || this.#outlines.has(chunk) === this.#far.has(element)) return;
      if (!this.#far.has(element)) void this.#fill(chunk, element);
      else if (!isHeld(element)) this.#empty(chunk, element);
    });
  }

  #empty(chunk: Chunk, element: HTMLElement) {
    const outline = outlineOf(element);
    this.#outlines.set(chunk, outline);
    element.style.blockSize = `${outline.height}px`;
    this.host.requestUpdate();
  }

  async #fill(chunk: Chunk, element: HTMLElement) {
    const { height, heights } = this.#outlines.get(chunk)!;
    this.#outlines.delete(chunk);
    this.host.requestUpdate();
    await this.host.updateComplete;
    const posts = [...element.children] as LitElement[];
    element.style.blockSize = '';
    // What is near but not on the screen takes no layout yet, and so no room but this.
    posts.forEach(({ style }, at) => (style.containIntrinsicBlockSize = `auto ${heights[at]!}px`));
    await Promise.all(posts.map((post) => post.updateComplete));
    keepPlace(element, height);
  }

  /** For the printer, which does not wait: `window.print()` asks for the page before any promise is kept. */
  readonly #fillAll = () => {
    this.#far.clear();
    this.#look();
    this.host['performUpdate']();
    for (const post of this.host.renderRoot.querySelectorAll<LitElement>('masto-status')) post['performUpdate']();
  };
}
