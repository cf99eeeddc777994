import { ContextEvent } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { authContext, type AuthElement } from '../base/context.js';
import { firstAuth, registry } from '../base/registry.js';

/** Finds the `<masto-auth>` that a tag belongs to: the nearest around it, else the page's first one. Draws its host anew at each change there. */
export class AuthController implements ReactiveController {
  #around: AuthElement | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  get value(): AuthElement | undefined {
    return this.#around ?? firstAuth();
  }

  /** It cannot be told yet: a `<masto-auth>` is still to be defined, or finds out itself who is signed in. */
  get pending(): boolean {
    return !!document.querySelector('masto-auth:not(:defined)') || !!this.value?.pending;
  }

  readonly #look = () => {
    this.#around = undefined;
    this.host.dispatchEvent(new ContextEvent(authContext, this.host, (auth) => (this.#around = auth)));
    this.host.requestUpdate();
  };

  hostConnected() {
    registry.events.addEventListener('auths', this.#look);
    void customElements.whenDefined('masto-auth').then(this.#look);
    this.#look();
  }

  hostDisconnected() {
    registry.events.removeEventListener('auths', this.#look);
  }
}
