import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../base/define.js';
import { registry } from '../../base/registry.js';
import { warnAttribute } from '../../base/attributes.js';
import { type AuthElement, sessionContext } from '../../controllers/session-controller.js';
import { parseInstance } from '../../mastodon/instance-name.js';
import { Session } from '../../mastodon/session.js';

/**
 * @summary Owns the session of everything inside it. Tags outside any use the page's first one.
 * @tag masto-auth
 *
 * @slot - Whatever belongs to the session.
 */
export class MastoAuth extends LitElement implements AuthElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The server that everything inside reads from: `mastodon.social`, a URL, also with path or `@user@`. */
  @property() instance?: string;

  readonly #provider = new ContextProvider(this, { context: sessionContext });

  /** Who reads, and where; undefined while no server is known. */
  get session(): Session | undefined {
    return this.#provider.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    registry().auths.add(this);
    this.#announce();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    registry().auths.delete(this);
    this.#announce();
  }

  override render() {
    return html`<slot></slot>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('instance')) return;
    this.#provider.setValue(this.#open());
    this.#announce();
  }

  #open(): Session | undefined {
    const { instance } = this;
    if (!instance) return undefined;
    try {
      return Session.at(parseInstance(instance));
    } catch {
      warnAttribute(this, 'instance', instance, 'is no server; write it like mastodon.social');
      return undefined;
    }
  }

  /** Tags that stand elsewhere, or were there first, look again. */
  #announce() {
    registry().events.dispatchEvent(new Event('auths'));
  }
}

define('masto-auth', MastoAuth);

declare global {
  interface HTMLElementTagNameMap {
    'masto-auth': MastoAuth;
  }
}
