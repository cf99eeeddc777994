import type { PostField } from '../../mastodon/posting.js';
import type { Composer } from './composer.js';
import type { Piece, PieceRow } from './piece.js';
import { rows } from './piece-table.js';
import type { Problem } from './problems.js';

/** What could not be had is not tried again by itself for so long, in ms. */
const pause = 10_000;

/** The parts of one form that have come so far, and the coming of those that are called for. */
export class Pieces {
  readonly #here = new Map<PieceRow, Piece>();
  readonly #coming = new Map<PieceRow, Promise<Piece | undefined>>();
  /** What could not be had, and when. */
  readonly #missing = new Map<PieceRow, number>();

  constructor(private readonly composer: Composer) {}

  /** Those that are there, in the order in which they stand in the form. */
  get all(): readonly Piece[] {
    return rows.flatMap((row) => this.#here.get(row) ?? []);
  }

  /** Something stands in the form that no draft can keep. */
  get hold(): boolean {
    return this.all.some(({ holds }) => holds);
  }

  /** What the draft cannot be shown without comes. */
  call(): void {
    const { composer } = this;
    for (const row of rows) {
      const lately = performance.now() - (this.#missing.get(row) ?? -Infinity) < pause;
      if (!lately && row.needed?.(composer.writing.draft, composer)) void this.bring(row.name);
    }
  }

  /** The one of this name; undefined when it cannot be had, which the form has said then. */
  bring(name: string): Promise<Piece | undefined> {
    const row = rows.find((each) => each.name === name);
    if (!row) return Promise.resolve(undefined);
    let coming = this.#coming.get(row);
    if (!coming) this.#coming.set(row, (coming = this.#load(row)));
    return coming;
  }

  /** The text or the caret has changed. @param typed what was put in just now */
  wrote(box: HTMLTextAreaElement, typed: string): void {
    for (const row of rows)
      if (row.calledBy?.(typed) && !this.#here.has(row)) void this.bring(row.name).then((piece) => piece?.wrote?.(box));
    for (const piece of this.all) piece.wrote?.(box);
  }

  /** True when one of them has taken the key. */
  type(event: KeyboardEvent): boolean {
    return this.all.some((piece) => piece.type?.(event));
  }

  mistake(): Problem | undefined {
    for (const piece of this.all) {
      const problem = piece.mistake?.();
      if (problem) return problem;
    }
    return undefined;
  }

  /**
   * Waits for all of them: also for those that have not come yet, as nothing of the draft may be left out. The first one is asked
   * last: it reads what is to be written over, and files may take their time.
   */
  async ready(signal: AbortSignal): Promise<Problem | undefined> {
    const { composer } = this;
    try {
      const needed = rows.filter((row) => !row.advises && row.needed?.(composer.writing.draft, composer));
      const late = needed.some((row) => !this.#here.has(row));
      const come = await Promise.all(needed.map(({ name }) => this.bring(name)));
      if (come.some((piece) => !piece)) return { term: 'notLoaded' };
      const mistake = late && !signal.aborted && this.mistake();
      if (mistake) return mistake;
      for (const piece of this.all.toReversed()) {
        const problem = signal.aborted ? undefined : await piece.ready?.(signal);
        if (problem) return problem;
      }
      return undefined;
    } catch {
      return { term: 'notLoaded' }; // its words have not come
    }
  }

  focus(field: PostField): boolean {
    return this.all.some((piece) => piece.focus?.(field));
  }

  turned(): void {
    for (const piece of this.all) piece.turned?.();
  }

  async #load(row: PieceRow): Promise<Piece | undefined> {
    try {
      const piece = (await row.load())(this.composer);
      this.#here.set(row, piece);
      this.composer.form.requestUpdate();
      return piece;
    } catch {
      this.#coming.delete(row);
      this.#missing.set(row, performance.now());
      // What nobody has asked for by a press is done without.
      if (!row.calledBy && !this.composer.sending.busy) this.composer.sending.stop({ term: 'notLoaded' });
      return undefined;
    }
  }
}
