import { page } from '../../base/page.js';
import { Keyring, type Saved } from '../../mastodon/keyring.js';

/** Everybody who is signed in on this site. */
export const keyring = new Keyring(page);

/** Tokens that were given back: a session that somebody still holds must not use them. */
const dropped = new Set<string>();

export const same = (a: Saved | undefined, b: Saved | undefined): boolean => a?.origin === b?.origin && a?.id === b?.id;

/** The way to somebody's token; it leads nowhere once they are signed out. */
export const tokenOf = (saved: Saved) => (): string | undefined => (dropped.has(saved.token) ? undefined : saved.token);

/** The server may give the same token again. */
export const welcomeBack = ({ token }: Saved): boolean => dropped.delete(token);

/** Forgets somebody, in this tab alone. */
export function forgetHere(saved: Saved): void {
  dropped.add(saved.token);
  keyring.remove(saved);
}

/** Tells the server that a token is done with. False when it could not be told (R48). */
export async function giveBack(saved: Saved): Promise<boolean> {
  try {
    const { revoke } = await import('../../mastodon/revocation.js');
    return await revoke(saved, page);
  } catch {
    return false;
  }
}
