import { render } from 'lit';
import { isChunk, type Row } from '../../controllers/live-rows.js';
import type { MastoStatus } from '../status/status.js';
import { div } from './presentation.js';

/** Posts are drawn for so long in a frame, in ms. */
const slice = 5;

/** The next frame; in a frame that is not on the screen there is none. */
const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 100);
  });

/** Draws chunks where nobody sees them, post by post, so that no frame is late for them; then they are shown at once. */
export class Backstage {
  readonly #chunks = new Map<Row, HTMLElement>();

  constructor(
    private readonly region: HTMLElement,
    private readonly draw: (keys: readonly string[]) => unknown,
  ) {}

  /** @returns what takes away those that were not taken */
  async prepare(rows: readonly Row[]): Promise<() => void> {
    let last: HTMLElement | undefined;
    let start = performance.now();
    for (const row of rows.filter(isChunk)) {
      const element = div('chunk');
      element.hidden = true;
      this.#chunks.set(row, element);
      if (last) last.after(element);
      else this.region.prepend(element);
      last = element;
      for (const key of row.keys) {
        this.put([key], element);
        if (!element.isConnected) continue; // the list is empty as yet, or gone
        await (element.lastElementChild as MastoStatus | null)?.updateComplete;
        if (performance.now() - start < slice || document.hidden) continue;
        await frame();
        start = performance.now();
      }
    }
    return () => {
      for (const row of rows) this.take(row)?.remove();
    };
  }

  /** A chunk that was prepared, to be seen now. */
  take(row: Row): HTMLElement | undefined {
    const element = this.#chunks.get(row);
    this.#chunks.delete(row);
    if (element) element.hidden = false;
    return element;
  }

  put(keys: readonly string[], element: HTMLElement): void {
    const posts = document.createDocumentFragment();
    render(this.draw(keys), posts);
    element.append(posts);
  }
}
