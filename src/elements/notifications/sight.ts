import type { LitElement, ReactiveController } from 'lit';

/** Tells whether the top of its host's list is before the reader's eyes, and when some of the list is. */
export class SightController implements ReactiveController {
  /** Some of the list is on the screen. */
  isSeen = false;
  /** The list begins on the screen, or is still below it. */
  isNear = true;
  #observer: IntersectionObserver | undefined;
  #mark: Element | null = null;

  constructor(
    private readonly host: LitElement,
    /** The list has come to the screen. */
    private readonly seen: () => void,
  ) {
    host.addController(this);
  }

  hostUpdated() {
    const mark = this.host.renderRoot.querySelector('.top');
    if (mark === this.#mark) return;
    this.hostDisconnected();
    this.#mark = mark;
    if (!mark?.nextElementSibling) return;
    this.#observer = new IntersectionObserver((entries) => this.#look(entries));
    this.#observer.observe(mark);
    this.#observer.observe(mark.nextElementSibling);
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#mark = null;
    this.isNear = true;
    this.isSeen = false;
  }

  #look(entries: readonly IntersectionObserverEntry[]) {
    const was = this.isSeen;
    for (const { target, isIntersecting } of entries) if (target !== this.#mark) this.isSeen = isIntersecting;
    for (const { target, isIntersecting, boundingClientRect } of entries)
      if (target === this.#mark) this.isNear = isIntersecting || (!this.isSeen && boundingClientRect.top > 0);
    if (this.isSeen && !was) this.seen();
  }
}
