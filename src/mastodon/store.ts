/** How long a thing that nobody shows is remembered, in ms. */
const memory = 600_000;

/**
 * One copy of each thing that one server told us, by key. Dispatches an event named after the key whenever that thing
 * changes. What no list or element holds is forgotten after ten minutes.
 */
export class Store<T extends { readonly key: string; readonly id: string }> extends EventTarget {
  readonly #things = new Map<string, T>();
  readonly #keys = new Map<string, string>();
  readonly #holders = new Map<string, number>();
  readonly #dropped = new Map<string, number>();
  #sweeper: ReturnType<typeof setTimeout> | undefined;

  /** How many things are remembered. */
  get size(): number {
    return this.#things.size;
  }

  /** The keys of what somebody shows or lists, in the order in which that began. */
  get held(): Iterable<string> {
    return this.#holders.keys();
  }

  /** All that is remembered. */
  get all(): Iterable<T> {
    return this.#things.values();
  }

  get(key: string): T | undefined {
    return this.#things.get(key);
  }

  /** The key of what this server calls `id`: stream deletes and actions speak ids. */
  keyOf(id: string): string | undefined {
    return this.#keys.get(id);
  }

  /** Takes things in, newer over older. */
  put(things: Iterable<T>): void {
    for (const thing of things) {
      const old = this.#things.get(thing.key);
      if (!this.replaces(thing, old)) continue;
      this.#things.set(thing.key, thing);
      this.#keys.set(thing.id, thing.key);
      if (old || this.#holders.has(thing.key)) this.dispatchEvent(new Event(thing.key));
      else this.#drop(thing.key);
    }
  }

  /** Keeps a thing as long as somebody shows or lists it; returns what lets go of it, once. */
  hold(key: string): () => void {
    this.#holders.set(key, (this.#holders.get(key) ?? 0) + 1);
    this.#dropped.delete(key);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = this.#holders.get(key)! - 1;
      if (left) this.#holders.set(key, left);
      else {
        this.#holders.delete(key);
        this.#drop(key);
      }
    };
  }

  /** Takes a thing away, whoever holds it, and tells. */
  protected remove(key: string): void {
    this.#keys.delete(this.#things.get(key)?.id ?? '');
    this.#things.delete(key);
    this.dispatchEvent(new Event(key));
  }

  /** Keeps a thing, and tells a listener whenever it changes; returns what ends both. */
  watch(key: string, listener: () => void): () => void {
    this.addEventListener(key, listener);
    const release = this.hold(key);
    return () => {
      this.removeEventListener(key, listener);
      release();
    };
  }

  /** Whether what just came takes the place of what is there. */
  protected replaces(_thing: T, _old: T | undefined): boolean {
    return true;
  }

  #drop(key: string) {
    this.#dropped.set(key, Date.now());
    if (!this.#sweeper) this.#later(memory + 1000);
  }

  #later(wait: number) {
    this.#sweeper = setTimeout(() => this.#sweep(), wait);
    (this.#sweeper as { unref?(): void }).unref?.(); // Node must not stay awake for this
  }

  #sweep() {
    this.#sweeper = undefined;
    const old = Date.now() - memory;
    for (const [key, since] of this.#dropped) {
      if (since > old) continue;
      this.#keys.delete(this.#things.get(key)?.id ?? '');
      this.#things.delete(key);
      this.#dropped.delete(key);
    }
    if (this.#dropped.size) this.#later(memory);
  }
}
