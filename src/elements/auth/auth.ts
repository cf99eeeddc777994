import { ContextEvent } from '@lit/context';
import { authContext, type AuthElement, type SignedIn } from '../../base/context.js';
import { define } from '../../base/define.js';
import { registry } from '../../base/registry.js';

/** Tags that stand elsewhere, or were there first, look again. */
const announce = () => registry.events.dispatchEvent(new Event('auths'));

/** R40: Rails refuses what is written from such a page, with 422. */
const noOrigin =
  'This page has no origin of its own, as a file or in a sandboxed frame: reading works, signing in will not, because servers refuse what such a page sends.';

const noBox = new CSSStyleSheet();
noBox.replaceSync(':host{display:contents}');

/**
 * @summary Owns the session of everything inside it. Tags outside any use the page's first one.
 * @tag masto-auth
 *
 * It is a plain element, not a Lit one: it shows nothing, and comes with every page.
 *
 * @slot - Whatever belongs to the session.
 * @attr instance - The server that everything inside reads from: `mastodon.social`, a URL, also with path or `@user@`.
 */
export class MastoAuth extends HTMLElement implements AuthElement {
  static readonly observedAttributes = ['instance'];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [noBox];
    root.append(document.createElement('slot'));
    this.addEventListener('context-request', this.#answer as EventListener);
  }

  /** The server that everything inside reads from; empty while none is named. */
  get instance(): string {
    return this.getAttribute('instance') ?? '';
  }

  set instance(instance: string) {
    this.setAttribute('instance', instance);
  }

  readonly session: object | undefined = undefined;
  readonly pending: boolean = false;
  readonly accounts: readonly SignedIn[] = [];
  readonly problem: Error | undefined = undefined;
  readonly expired: boolean = false;

  async login(): Promise<void> {}
  async logout(): Promise<void> {}
  async switchTo(): Promise<void> {}

  connectedCallback(): void {
    if (self.origin === 'null') console.info(`[masto-elements] ${noOrigin}`);
    registry.auths.add(this);
    announce();
  }

  disconnectedCallback(): void {
    registry.auths.delete(this);
    announce();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) announce();
  }

  readonly #answer = (event: ContextEvent<typeof authContext>) => {
    // An element that provides does not ask itself.
    if (event.context !== authContext || event.contextTarget === this) return;
    event.stopPropagation();
    event.callback(this);
  };
}

define('masto-auth', MastoAuth);

declare global {
  interface HTMLElementTagNameMap {
    'masto-auth': MastoAuth;
  }
}
