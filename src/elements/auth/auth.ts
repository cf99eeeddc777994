import { ContextEvent } from '@lit/context';
import { authContext, type AuthElement, type SignedIn } from '../../base/context.js';
import { define } from '../../base/define.js';
import { registry } from '../../base/registry.js';
import type { Client } from '../../mastodon/client.js';
import { arrival } from './arrival.js';
import type { Keeper } from './keeper.js';

/** Tags that stand elsewhere, or were there first, look again. */
const announce = () => registry.events.dispatchEvent(new Event('auths'));

/** R40: Rails refuses what is written from such a page, with 422. */
const noOrigin =
  'This page has no origin of its own, as a file or in a sandboxed frame: reading works, signing in will not, because servers refuse what such a page sends.';

/** Made for the first one: most pages have none. */
let noBox: CSSStyleSheet | undefined;

/** Whether somebody has signed in on this site, or was about to. A storage that is denied holds nobody. */
function hasTraces() {
  try {
    return [sessionStorage, localStorage].some((store) =>
      /"masto:v1:(?:http|pending)/.test(JSON.stringify(Object.keys(store))),
    );
  } catch {
    return false;
  }
}

/**
 * @summary Owns the session of everything inside it. Tags outside any use the page's first one.
 * @tag masto-auth
 *
 * It is a plain element, not a Lit one: it shows nothing, and comes with every page. What it takes to sign in, or to
 * come back, is loaded when somebody does.
 *
 * @fires {MastoLoginEvent} masto-login - Somebody has signed in, come back, or been switched to.
 * @fires {MastoLogoutEvent} masto-logout - Somebody has been signed out.
 * @fires {MastoErrorEvent} masto-error - Signing in has failed, or a session has ended.
 * @slot - Whatever belongs to the session.
 * @attr instance - The server that everything inside reads from, and the only one to sign in at: `mastodon.social`, a URL, also with path or `@user@`.
 * @attr client-name - What servers call this site beside its host, when they ask whether to let it in. At most 60 characters are shown.
 * @attr redirect-uri - Where a server sends the reader back to; on this origin. Default: this page, without its hash.
 * @attr flow - `redirect` (default): this page leaves for the server and is come back to · `popup`: a window of its own.
 * @attr storage - How long somebody stays signed in: `session` (default), as long as the tab · `local`: the box "keep me signed in" is ticked at first · `memory`: until the page is left; needs `popup`.
 * @attr scopes - `…` replaces what the tags on the page need, `+…` adds to it; in Mastodon's words, with spaces between.
 */
export class MastoAuth extends HTMLElement implements AuthElement {
  static readonly observedAttributes = ['instance'];

  #keeper: Keeper | undefined;
  #coming: Promise<Keeper> | undefined;
  /** For whoever asked for a client before there was one. */
  #awaited: Promise<Client> | undefined;
  #admit: ((client: Promise<Client>) => void) | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    if (!noBox) (noBox = new CSSStyleSheet()).replaceSync(':host{display:contents}');
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

  /** Whoever is signed in; undefined while nobody is. It never gives its token away. */
  get session(): object | undefined {
    return this.#keeper?.session;
  }

  /** It is not known yet whether somebody is signed in: tags wait. */
  get pending(): boolean {
    return this.#keeper ? this.#keeper.pending : !!this.#coming;
  }

  /** Everybody who is signed in on this site, at any server. */
  get accounts(): readonly SignedIn[] {
    return this.#keeper?.accounts ?? [];
  }

  /** What went wrong with the last sign-in, or with the session: a `MastoError`. */
  get problem(): Error | undefined {
    return this.#keeper?.problem;
  }

  /** The server no longer takes the session's token; what is on the page stays. */
  get expired(): boolean {
    return !!this.#keeper?.expired;
  }

  /**
   * masto.js's REST client of whoever is signed in. Pending until somebody is; another promise after each switch and
   * sign-out. What it writes is the page's own business and is not asked about; it may do what `scopes` asked for.
   */
  get client(): Promise<Client> {
    return this.#keeper?.session?.client() ?? (this.#awaited ??= new Promise((resolve) => (this.#admit = resolve)));
  }

  /** Opens the sign-in form. @param instance the server to suggest @param extra scopes that are needed besides */
  async login(instance?: string, extra?: readonly string[]): Promise<void> {
    await (await this.keeper()).ask(instance, extra);
  }

  /** Ends the session, here and at its server. Never rejects; when the server could not be told, `problem` says so. */
  async logout(): Promise<void> {
    await (await this.keeper()).logout();
  }

  /** @param account `user@host` of one of `accounts`. Nothing happens when it is none of them. */
  async switchTo(account: string): Promise<void> {
    (await this.keeper()).switchTo(account);
  }

  /** @internal What knows accounts and signs in; loaded at the first need. */
  keeper(): Promise<Keeper> {
    return (this.#coming ??= this.#bring());
  }

  connectedCallback(): void {
    if (self.origin === 'null') console.info(`[masto-elements] ${noOrigin}`);
    registry.auths.add(this);
    addEventListener('storage', this.#hear);
    if (this.#keeper) void this.#keeper.start(arrival);
    else if (arrival || hasTraces()) this.keeper().catch(() => undefined);
    announce();
  }

  disconnectedCallback(): void {
    registry.auths.delete(this);
    removeEventListener('storage', this.#hear);
    this.#keeper?.stop();
    announce();
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    this.#keeper?.look();
    announce();
  }

  async #bring() {
    try {
      const { Keeper } = await import('./keeper.js');
      this.#keeper = new Keeper(this, this.#changed);
      if (this.isConnected) void this.#keeper.start(arrival);
      return this.#keeper;
    } catch (error) {
      this.#coming = undefined; // reading goes on; the next wish tries again
      announce();
      throw error;
    }
  }

  /** Where nobody was signed in, somebody is now, in another tab (R26). */
  readonly #hear = ({ key }: StorageEvent) => {
    if (key?.startsWith('masto:v1:http')) this.keeper().catch(() => undefined);
  };

  readonly #changed = () => {
    const { session } = this.#keeper!;
    if (session && this.#admit) {
      this.#admit(session.client());
      this.#admit = this.#awaited = undefined;
    }
    announce();
  };

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
