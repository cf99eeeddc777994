import type { LitElement } from 'lit';

/** Brings what its host needs only now and then, at the first need, and lets the host draw again when it is there. */
export class LazyController<T> {
  /** It could not be loaded, most likely because there is no network. The next need tries again. */
  lost = false;
  #value: T | undefined;
  #coming = false;

  constructor(
    private readonly host: LitElement,
    private readonly load: () => Promise<T>,
    private readonly onLoad?: (value: T) => void,
  ) {}

  /** What was brought; undefined while it is on its way. Asking for it is the need. */
  get value(): T | undefined {
    if (!this.#value && !this.#coming) void this.#bring();
    return this.#value;
  }

  /** Brings it anew; the old one stays until then. */
  renew(): void {
    if (!this.#coming) void this.#bring();
  }

  async #bring() {
    this.#coming = true;
    try {
      this.#value = await this.load();
      this.onLoad?.(this.#value);
      this.lost = false;
    } catch {
      this.lost = true;
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
    this.#coming = false;
    this.host.requestUpdate();
  }
}
