import type { Instance } from '../instance.js';
import { resolveAccount } from '../federation/resolve.js';
import type { AccountRow } from '../world/rows.js';

export interface AccountQuery {
  viewer: AccountRow | undefined;
  resolve: boolean;
  following: boolean;
  limit: number;
  offset: number;
}

function isMatch(account: AccountRow, words: string): boolean {
  const name = account.displayName.toLowerCase();
  const acct = account.domain === null ? account.username : `${account.username}@${account.domain}`;
  return (
    acct.toLowerCase().startsWith(words) ||
    name.split(/\s+/).some((part) => part.startsWith(words)) ||
    name.startsWith(words)
  );
}

/** The one account a query names in full, asked of its own server when that is wanted. */
async function exact(instance: Instance, query: string, resolve: boolean): Promise<AccountRow | undefined> {
  const [, username, domain] = /^@?([\w.-]+)@([^\s/@]+)$/.exec(query) ?? [];
  if (!username || !domain) return undefined;
  const known = instance.world.accountByName(username, domain.toLowerCase() === instance.host ? null : domain);
  return known ?? (resolve ? await resolveAccount(instance, username, domain.toLowerCase()) : undefined);
}

/** Accounts by name, the exact one first, then those the asker follows. */
export async function searchAccounts(instance: Instance, query: string, options: AccountQuery): Promise<AccountRow[]> {
  const { world } = instance;
  const { viewer, following, limit, offset } = options;
  const words = query.trim().replace(/^@/, '').toLowerCase();
  const named = offset ? undefined : await exact(instance, query.trim(), options.resolve);
  const followed = (row: AccountRow) => !!viewer && !!world.follow(viewer.id, row.id);
  const others = [...world.accounts.values()].filter((row) => row !== named && isMatch(row, words));
  others.sort((a, b) => Number(followed(b)) - Number(followed(a)));
  const found = [...(named ? [named] : []), ...others].filter((row) => !following || followed(row));
  return found.slice(offset, offset + limit);
}
