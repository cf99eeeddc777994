import type { Call } from '../http/auth.js';
import type { Instance } from '../instance.js';
import type { AccountRow } from '../world/rows.js';
import { secret } from './apps.js';

/** Cookies are shared by all ports of a host, and several instances may live on one: hence the port in the name. */
const cookieName = ({ origin }: Instance) => `_sandbox_session_${new URL(origin).port || 'main'}`;

const attributes = ({ origin }: Instance) =>
  `Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`;

function cookieOf(c: Call): string | undefined {
  const pairs = (c.req.header('Cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([name]) => name === cookieName(c.env))?.[1];
}

/** Who is logged in on the pages of this instance. */
export function loggedIn(c: Call): AccountRow | undefined {
  const id = c.env.world.sessions.get(cookieOf(c) ?? '');
  return id === undefined ? undefined : c.env.world.accounts.get(id);
}

/** Remembers somebody until the browser is closed. */
export function logIn(c: Call, person: AccountRow): void {
  const key = secret();
  c.env.world.sessions.set(key, person.id);
  c.header('Set-Cookie', `${cookieName(c.env)}=${key}; ${attributes(c.env)}`);
}

export function logOut(c: Call): void {
  c.env.world.sessions.delete(cookieOf(c) ?? '');
  c.header('Set-Cookie', `${cookieName(c.env)}=; ${attributes(c.env)}; Max-Age=0`);
}

/** Rails takes a form only from a page of its own. */
export const comesFromHere = (c: Call): boolean => [undefined, c.env.origin].includes(c.req.header('Origin'));
