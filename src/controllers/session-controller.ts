import { ContextEvent } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { authContext, type AuthElement } from '../base/context.js';
import { firstAuth, registry } from '../base/registry.js';
import { MastoError } from '../mastodon/errors.js';
import { plainAcct, plainOrigin } from '../mastodon/plain-names.js';
import type { HomeSession } from '../mastodon/home-session.js';
import { Session } from '../mastodon/session.js';

/** What may name a server, in the order it is believed. */
export interface Whereabouts {
  readonly instance?: string | undefined;
  readonly src?: string | undefined;
  readonly account?: string | undefined;
  readonly load?: string;
}

/** Whom to ask, and about whom. */
interface Place {
  readonly origin: string | undefined;
  /** `user` or `user@host`. */
  readonly acct: string | undefined;
}

const undefinedTag = () => document.querySelector('masto-auth:not(:defined)');

/** Reads plain addresses at once; others make the whole understanding of addresses come first. */
function placeOf(named: string | undefined, account: string | undefined): Place | Promise<Place> {
  const plain = account ? plainAcct(account) : undefined;
  const at = named ?? plain?.host;
  const origin = at && plainOrigin(at);
  if ((account && !plain) || (at && !origin))
    return import('../mastodon/instance-name.js').then((names) => names.readPlace(named, account));
  return { origin, acct: plain?.acct };
}

/**
 * Finds whom a tag asks: the server it names itself, else the session around it, else that of the page's first
 * `<masto-auth>`. Says nothing while a `<masto-auth>` of the page has not been defined yet: it may change the answer.
 */
export class SessionController implements ReactiveController {
  value: Session | undefined;
  /** The reader's own session, whatever server is asked: what they do, they do there. Undefined while nobody is signed in. */
  home: HomeSession | undefined;
  /** The account that the tag names, as the asked server is asked for it. */
  acct: string | undefined;
  /** Why there is nobody to ask. */
  error: MastoError | undefined;
  #around: AuthElement | undefined;
  #asked: string | undefined;
  #place: Place | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly where: () => Whereabouts,
  ) {
    host.addController(this);
  }

  readonly #look = () => {
    this.#around = undefined;
    this.host.dispatchEvent(new ContextEvent(authContext, this.host, (auth) => (this.#around = auth)));
    this.host.requestUpdate();
  };

  hostConnected() {
    registry.events.addEventListener('auths', this.#look);
    if (undefinedTag()) void customElements.whenDefined('masto-auth').then(this.#look);
    this.#look();
  }

  hostDisconnected() {
    registry.events.removeEventListener('auths', this.#look);
  }

  hostUpdate() {
    const auth = this.#around ?? firstAuth();
    if (undefinedTag() || auth?.pending) return;
    const home = auth?.session as HomeSession | undefined;
    const { instance, src, account } = this.where();
    const named = instance || src || undefined;
    const fallback =
      named || (account && account.replace(/^@/, '').includes('@')) ? undefined : auth?.instance || home?.origin;
    const asked = JSON.stringify([named, account, fallback]);
    const same = asked === this.#asked;
    if (same && home === this.home) return;
    this.#asked = asked;
    this.home = home;
    // Another reader of the same server: what is on the page need not go.
    if (same && this.#place) return this.#arrive(this.#place);
    this.#place = undefined;
    this.value = this.error = undefined;
    void this.#settle(asked, named ?? fallback, account);
  }

  /** Whether somebody else is to be asked, now that the host of the account's address was asked in vain: the account may live elsewhere. */
  readonly follow = async (error: MastoError, signal: AbortSignal): Promise<boolean> => {
    const { acct, value } = this;
    const { instance, src, load } = this.where();
    // Who was asked for agreement has agreed to one host (R102).
    if (!value || instance || src || load === 'click' || !acct?.endsWith(`@${value.host}`)) return false;
    const origin = await import('../mastodon/account-server.js')
      .then(({ accountServer }) => accountServer(acct, error, signal))
      .catch(() => undefined); // what is known already says more
    if (!origin || origin === value.origin || value !== this.value) return false;
    this.#arrive({ origin, acct });
    return true;
  };

  /** Not a promise where none is needed: the first question leaves one turn earlier. */
  #settle(asked: string, named: string | undefined, account: string | undefined) {
    const place = placeOf(named, account);
    if (!(place instanceof Promise)) return this.#arrive(place);
    return place
      .then((found) => asked === this.#asked && this.#arrive(found))
      .catch((error: unknown) => {
        if (asked === this.#asked) this.error = error as MastoError;
      })
      .finally(() => this.host.requestUpdate());
  }

  #arrive(place: Place) {
    const { origin, acct } = (this.#place = place);
    this.acct = acct;
    // What is public can be read without a scope for it, and without a token that is no longer good (R36).
    if (origin) this.value = origin === this.home?.origin && this.home.reads ? this.home : Session.at(origin);
    else this.error = new MastoError('no-instance');
  }
}
