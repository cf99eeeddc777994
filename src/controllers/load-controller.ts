import type { LitElement, ReactiveController } from 'lit';
import type { Load } from '../base/masto-element.js';
import { LazyController } from './lazy-controller.js';

/** How near a tag must come before it asks, in px: about a screen's height, so that posts are there when the reader is. */
const near = 800;

/** Decides when its host may ask its server: at once, when it comes near the screen, or when the reader has agreed. */
export class LoadController implements ReactiveController {
  #near = false;
  #observer: IntersectionObserver | undefined;
  readonly #agreement;

  constructor(
    private readonly host: LitElement & { load: Load },
    /** Whom the host asks; empty for the reader's own server: who signs in somewhere has agreed that it is asked. */
    private readonly server: () => string | undefined,
  ) {
    host.addController(this);
    this.#agreement = new LazyController(
      host,
      () => import('./agreement.js'),
      ({ agreement }) => agreement.addEventListener('change', () => host.requestUpdate()),
    );
  }

  /** True once the host may ask. */
  get ready(): boolean {
    return this.host.load === 'eager' || (this.#near && this.asks === false);
  }

  /** Whether the reader must be asked first; undefined until that is known. */
  get asks(): boolean | undefined {
    const server = this.server();
    if (!server || this.host.load !== 'click') return server === undefined ? undefined : false;
    return this.#agreement.value && !this.#agreement.value.agreement.has(server);
  }

  /** The reader agrees that this server is asked. It holds for the server and the tab, on every tag of the page. */
  agree(): void {
    this.#agreement.value?.agreement.add(this.server()!);
  }

  hostConnected() {
    // Asking where the tag stands now saves a frame; the observer is for those that stand far below (who jumps there at
    // once is told twice in one call).
    const { top, bottom } = this.host.getBoundingClientRect();
    if (this.#near || (this.host.checkVisibility() && top < innerHeight + near && bottom > -near))
      return this.#arrive();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#arrive(),
      {
        rootMargin: `${near}px`,
      },
    );
    this.#observer.observe(this.host);
  }

  hostDisconnected() {
    this.#observer?.disconnect();
  }

  #arrive() {
    this.#near = true;
    this.#observer?.disconnect();
    this.host.requestUpdate();
  }
}
