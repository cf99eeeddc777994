import type { LitElement, ReactiveController } from 'lit';

/** Calls for more when the reader comes near the end of a list. */
export class NearEndController implements ReactiveController {
  #watched: Element | null = null;
  readonly #observer: IntersectionObserver;

  constructor(host: LitElement, call: () => void) {
    host.addController(this);
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && call(),
      { rootMargin: '600px' },
    );
  }

  /** What stands at the end; null while nothing is to come by itself. Watching it anew asks again whether it is near. */
  watch(end: Element | null): void {
    if (!end && !this.#watched) return;
    this.#observer.disconnect();
    this.#watched = end;
    if (end) this.#observer.observe(end);
  }

  hostDisconnected() {
    this.#observer.disconnect();
    this.#watched = null;
  }
}
