import type { LitElement, ReactiveController } from 'lit';
import { oneOf } from '../base/attributes.js';
import type { Load } from '../base/masto-element.js';

/** Hosts the reader has agreed to be asked, for this tab (the key stands in SECURITY.md). */
const key = 'masto:v1:agreed';
const agreed = new Set<string>();

function remembered(): Set<string> {
  try {
    for (const host of JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]) agreed.add(host);
  } catch {
    // No storage, or somebody else's words in it: what was agreed on this page still holds.
  }
  return agreed;
}

/** How near a tag must come before it asks: about a screen's height, so that posts are there when the reader is. */
const near = 800;

/** Decides when its host may ask its server: at once, when it comes near the screen, or when the reader has agreed. */
export class LoadController implements ReactiveController {
  #near = false;
  #observer: IntersectionObserver | undefined;

  constructor(
    private readonly host: LitElement & { load: Load },
    private readonly server: () => string | undefined,
  ) {
    host.addController(this);
  }

  /** True once the host may ask. */
  get ready(): boolean {
    const server = this.server();
    if (server === undefined) return false;
    return this.#mode === 'eager' || (this.#near && (this.#mode === 'visible' || remembered().has(server)));
  }

  /** True while the reader must be asked first. */
  get asks(): boolean {
    const server = this.server();
    return this.#mode === 'click' && server !== undefined && !remembered().has(server);
  }

  get #mode(): Load {
    return oneOf(this.host, 'load', this.host.load, ['visible', 'eager', 'click']);
  }

  /** The reader agrees that this server is asked. It holds for the server and the tab, on every tag of the page. */
  agree(): void {
    const server = this.server();
    if (server === undefined) return;
    agreed.add(server);
    try {
      sessionStorage.setItem(key, JSON.stringify([...agreed]));
    } catch {
      // Without storage the agreement ends with the page.
    }
    agreement.dispatchEvent(new Event('change'));
  }

  readonly #update = () => this.host.requestUpdate();

  hostConnected() {
    agreement.addEventListener('change', this.#update);
    // Asking where the tag stands now saves a frame; the observer is for those that stand far below.
    if (this.#isNear()) this.#near = true;
    if (this.#near) return;
    this.#observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && this.#arrive(), {
      rootMargin: `${near}px`,
    });
    this.#observer.observe(this.host);
  }

  hostDisconnected() {
    agreement.removeEventListener('change', this.#update);
    this.#observer?.disconnect();
  }

  #isNear() {
    const { top, bottom } = this.host.getBoundingClientRect();
    return this.host.checkVisibility() && top < innerHeight + near && bottom > -near;
  }

  #arrive() {
    this.#near = true;
    this.#observer?.disconnect();
    this.#update();
  }
}

const agreement = new EventTarget();
