import type { LitElement, ReactiveController } from 'lit';
import { authOf, type AuthElement } from '../base/context.js';
import { registry } from '../base/registry.js';

/** Finds the `<masto-auth>` that a tag belongs to, and draws its host anew at each change there. */
export class AuthController implements ReactiveController {
  /** The nearest around the host, else the page's first one. */
  value: AuthElement | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** It cannot be told yet: a `<masto-auth>` is still to be defined, or finds out itself who is signed in. */
  get pending(): boolean {
    return !!document.querySelector('masto-auth:not(:defined)') || !!this.value?.pending;
  }

  readonly #look = () => {
    this.value = authOf(this.host);
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
