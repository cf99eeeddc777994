import type { AuthElement, SignedIn } from '../../base/context.js';
import type { HomeSession } from '../../mastodon/home-session.js';

/** Who of `accounts` has the session. Their server may live at another host than their address names. */
export function currentOf({ session, accounts }: AuthElement): SignedIn | undefined {
  if (!session) return undefined;
  const { me, origin } = session as HomeSession;
  return accounts.find(({ acct }) => acct === me.acct) ?? accounts.find((account) => account.origin === origin);
}
