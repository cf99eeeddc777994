import { ContextEvent, createContext } from '@lit/context';
import { firstAuth } from './registry.js';
import type { CustomEmoji } from '../mastodon/entities.js';

/** What a `<masto-auth>` is to everybody else. */
export interface AuthElement extends Element {
  /** The server that everything inside reads from, as the page's author wrote it. */
  readonly instance: string;
  /** The session of whoever is signed in here, which `mastodon/home-session.ts` makes; undefined while nobody is. */
  readonly session: object | undefined;
  /** It is not known yet whether somebody is signed in: tags wait, so that nothing is asked, or shown, twice. */
  readonly pending: boolean;
  /** Everybody who is signed in on this site, at any server; the current one among them. */
  readonly accounts: readonly SignedIn[];
  /** What went wrong with the last sign-in, or with the session: a `MastoError`. */
  readonly problem: Error | undefined;
  /** The session's token is no longer good: what is on the page stays, nothing more comes (R49). */
  readonly expired: boolean;
  /** Opens the sign-in dialog. @param instance the server to suggest @param extra scopes that are needed besides (R34) */
  login(instance?: string, extra?: readonly string[]): Promise<void>;
  /** Ends the current session, here and at its server. Resolves when both are done; never rejects. */
  logout(): Promise<void>;
  /** @param account `user@host` of one of `accounts`. */
  switchTo(account: string): Promise<void>;
}

/** Somebody who is signed in on this site, as the menus show them. */
export interface SignedIn {
  /** `user@host`. */
  readonly acct: string;
  readonly displayName: string;
  /** Of the name. */
  readonly emojis: readonly CustomEmoji[];
  /** https, or empty. */
  readonly avatar: string;
  /** `https://host[:port]` of the server. */
  readonly origin: string;
  /** Also after the browser is closed. */
  readonly kept: boolean;
}

/** Asks for the nearest `<masto-auth>` around an element. The key is shared by all copies of the library on a page. */
export const authContext = createContext<AuthElement>(Symbol.for('masto:v1:auth'));

/** Whom an element belongs to now: the nearest `<masto-auth>` around it, else the page's first one. */
export function authOf(element: Element): AuthElement | undefined {
  let around: AuthElement | undefined;
  element.dispatchEvent(new ContextEvent(authContext, element, (auth) => (around = auth)));
  return around ?? firstAuth();
}
