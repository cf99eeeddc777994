import { asObject, type Raw } from './json.js';
import { asDate, asId } from './read.js';

/** What waits at most; how many ids are remembered, of what has come and of what is gone. */
const [mostPosts, mostEdits, mostIds] = [40, 40, 2000];

/** How long what was deleted stays so (R160), in ms. */
const memory = 600_000;

/** The oldest go first. Returns how many. */
function trim(things: Map<string, unknown> | Set<string>, most: number): number {
  const surplus = Math.max(0, things.size - most);
  for (const id of things.keys()) {
    if (things.size <= most) break;
    things.delete(id);
  }
  return surplus;
}

const idOf = (json: unknown) => asId(asObject(json)?.['id']);

const editedAt = (raw: Raw | undefined) => asDate(raw?.['edited_at']) ?? '';

/** What a list has heard of and not taken in yet, as it came: each thing once, whatever order it comes in, never much of it. */
export class Inbox {
  /** How many came that were too many; they are older than those that wait. */
  lost = 0;
  /** Oldest first, next to what is known; and above what may be missing. */
  #posts = new Map<string, Raw>();
  #fresh = new Map<string, Raw>();
  readonly #edits = new Map<string, Raw>();
  readonly #met: Set<string>;
  readonly #graves = new Map<string, number>();

  /** @param met ids of what is listed already */
  constructor(
    met: Iterable<string>,
    private readonly now: () => number,
  ) {
    this.#met = new Set(met);
  }

  /** How many wait. */
  get size(): number {
    return this.#posts.size + this.lost;
  }

  /** Whether a post has come since something may be missing. */
  isFresh(json: unknown): boolean {
    return this.#fresh.has(idOf(json));
  }

  /** A post has come. @param behind Something may be missing below it. @returns its id, if it had not come before */
  add(json: unknown, behind: boolean): string | undefined {
    const [raw] = this.sift([json]);
    if (!raw) return undefined;
    const id = idOf(raw);
    const posts = behind ? this.#fresh : this.#posts;
    posts.set(id, raw);
    this.lost += trim(posts, mostPosts);
    return id;
  }

  /** What was missing is there, newest first. @returns the id of the newest that waits now, if any does */
  settle(missed: readonly Raw[]): string | undefined {
    const between = missed.map((raw) => [idOf(raw), raw] as const).reverse();
    this.#posts = new Map([...this.#posts, ...between, ...this.#fresh]);
    this.#fresh.clear();
    this.lost += trim(this.#posts, mostPosts);
    return [...this.#posts.keys()].at(-1);
  }

  /** What was missing is not to be had: what waited below it is lost as well. */
  tear(): string | undefined {
    this.lost += this.#posts.size;
    this.#posts.clear();
    return this.settle([]);
  }

  /** What has not come before and is not gone (R159, R160); from now on it has come. */
  sift(posts: readonly unknown[]): readonly Raw[] {
    return posts.flatMap((json) => {
      const raw = asObject(json);
      const id = idOf(json);
      if (!raw || !id || this.#met.has(id) || this.#isGone(id) || this.#isGone(idOf(raw['reblog']))) return [];
      this.#met.add(id);
      trim(this.#met, mostIds);
      return [raw];
    });
  }

  /** A post was edited: one that waits, one that is shown, or one that has not come yet. */
  edit(json: unknown): void {
    const raw = asObject(json);
    const id = idOf(json);
    if (!raw || !id || this.#isGone(id)) return;
    const at = [this.#posts, this.#fresh].find((posts) => posts.has(id)) ?? this.#edits;
    if (editedAt(raw) >= editedAt(at.get(id))) at.set(id, raw);
    trim(this.#edits, mostEdits);
  }

  /** A post is gone; it may not have come yet. */
  remove(id: string): void {
    for (const things of [this.#posts, this.#fresh, this.#edits]) things.delete(id);
    this.#graves.set(id, this.now());
    trim(this.#graves, mostIds);
  }

  /** The newest of those that wait, newest first. The others are lost. */
  take(most: number): readonly Raw[] {
    const posts = [...this.#posts.values()].reverse();
    this.#posts.clear();
    this.lost += Math.max(0, posts.length - most);
    return posts.slice(0, most);
  }

  /** Edits of what is known. */
  takeEdits(known: (id: string) => boolean): readonly Raw[] {
    const found = [...this.#edits].filter(([id]) => known(id));
    for (const [id] of found) this.#edits.delete(id);
    return found.map(([, raw]) => raw);
  }

  #isGone(id: string) {
    return this.now() - this.#graves.get(id)! < memory;
  }
}
