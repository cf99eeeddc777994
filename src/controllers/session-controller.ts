import { ContextConsumer, createContext } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { firstAuth, registry } from '../base/registry.js';
import { MastoError } from '../mastodon/errors.js';
import { parseAcct, parseInstance } from '../mastodon/instance-name.js';
import { Session } from '../mastodon/session.js';

/** What `<masto-auth>` provides to everything inside it. The key is shared by all copies of the library on a page. */
export const sessionContext = createContext<Session | undefined>(Symbol.for('masto:v1:session'));

/** What a `<masto-auth>` is to those outside it. */
export interface AuthElement extends Element {
  readonly session: Session | undefined;
}

/** What may name a server, in the order it is believed. */
export interface Whereabouts {
  readonly instance?: string | undefined;
  readonly src?: string | undefined;
  readonly account?: string | undefined;
}

/**
 * Finds whom a tag asks: the server it names itself, else the session around it, else that of the page's first
 * `<masto-auth>`. Says nothing while a `<masto-auth>` of the page has not been defined yet: it may change the answer.
 */
export class SessionController implements ReactiveController {
  value: Session | undefined;
  /** Why there is nobody to ask. */
  error: MastoError | undefined;
  #around?: ContextConsumer<typeof sessionContext, LitElement>;

  constructor(
    private readonly host: LitElement,
    private readonly where: () => Whereabouts | undefined,
  ) {
    host.addController(this);
  }

  readonly #look = () => this.host.requestUpdate();

  hostConnected() {
    if (!this.where()) return;
    this.#around ??= new ContextConsumer(this.host, { context: sessionContext, subscribe: true });
    registry().events.addEventListener('auths', this.#look);
    if (document.querySelector('masto-auth:not(:defined)'))
      void customElements.whenDefined('masto-auth').then(this.#look);
  }

  hostDisconnected() {
    registry().events.removeEventListener('auths', this.#look);
  }

  hostUpdate() {
    const where = this.where();
    if (!where || document.querySelector('masto-auth:not(:defined)')) return;
    const home = this.#around?.value ?? (firstAuth() as AuthElement | undefined)?.session;
    const named = where.instance || hostOf(where.src);
    try {
      const origin = originOf(named, where.account);
      this.value = !origin || origin === home?.origin ? home : Session.at(origin);
      this.error = this.value ? undefined : (this.error ?? new MastoError('no-instance'));
    } catch (error) {
      this.value = undefined;
      this.error ??= new MastoError((error as MastoError).failure, { value: named ?? where.account });
    }
  }
}

const hostOf = (src: string | undefined) => (src && URL.canParse(src) ? new URL(src).origin : src);

/** Throws a `MastoError` for a name that cannot be a server. */
function originOf(named: string | undefined, account: string | undefined): string | undefined {
  if (named) return parseInstance(named);
  const host = account && parseAcct(account)?.host;
  return host ? parseInstance(host) : undefined;
}
