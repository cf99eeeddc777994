import type { LitElement, ReactiveController } from 'lit';

/** Below the screen a list has its top before the reader, too: what comes there moves nothing. In px. */
const below = 100_000;

/** What has the focus, through shadow roots. */
function focused(root: Document | ShadowRoot = document): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot?.activeElement ? focused(activeElement.shadowRoot) : activeElement;
}

/**
 * Knows whether the reader is at the top of a list and leaves it alone, so that new posts may come in under their eyes.
 * Who presses, types or selects something in the list reads it: nothing may move until they are back at the top, or ask.
 */
export class TopController implements ReactiveController {
  /** The top of the list is on the screen, or below it. */
  isNear = true;
  #isBusy = false;
  #was = true;
  readonly #observer = new IntersectionObserver(
    (entries) => {
      const isIntersecting = entries.at(-1)!.isIntersecting || !this.top.isConnected;
      if (isIntersecting && !this.isNear) this.#isBusy = this.#writes;
      this.isNear = isIntersecting;
      this.#tell();
    },
    { root: document, rootMargin: `0px 0px ${below}px` },
  );

  /** @param top stands above the list · @param changed called when `rests` has changed */
  constructor(
    private readonly host: LitElement,
    private readonly top: Element,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  /** Whether posts may come in. */
  get rests(): boolean {
    return this.isNear && !this.#isBusy && document.visibilityState === 'visible';
  }

  /** The reader wants to see what comes. */
  rest(): void {
    this.#isBusy = false;
    this.#tell();
  }

  hostConnected() {
    this.#observer.observe(this.top);
    for (const type of ['pointerdown', 'click', 'keydown', 'focusin'])
      this.host.renderRoot.addEventListener(type, this.#touch);
    document.addEventListener('visibilitychange', this.#tell);
  }

  hostDisconnected() {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#tell);
  }

  /** The reader writes under a post. */
  get #writes() {
    return this.host.matches(':focus-within') && !!focused()?.matches('input, select, textarea');
  }

  readonly #touch = (event: Event) => {
    const { type, target } = event;
    const [inner] = event.composedPath() as Element[];
    if (!(target as Element).closest('masto-status')) return;
    // A finger that is put down may only scroll; a focus that is not seen is what a press has left.
    if ((event as PointerEvent).pointerType === 'touch' && type === 'pointerdown') return;
    if (type === 'focusin' && !inner!.matches(':focus-visible')) return;
    this.#isBusy = true;
    this.#tell();
  };

  readonly #tell = () => {
    if (this.rests === this.#was) return;
    this.#was = this.rests;
    this.changed();
  };
}
