import { insecurePage } from '../api/pages.js';
import type { Call } from '../http/auth.js';
import { languageOf, nextPlace, redirectTo } from './places.js';
import { appsPage, signInPage } from './pages.js';
import { comesFromHere, loggedIn, logIn, logOut } from './sessions.js';

export const showSignIn = (c: Call): Response => signInPage(c.env, languageOf(c), nextPlace(c));

const onward = (c: Call, place: string): Response => redirectTo(place, new Headers(c.res.headers));

/** Takes whom the page let choose; nobody here has a password. */
export function signIn(c: Call): Response {
  if (!comesFromHere(c)) return insecurePage();
  const person = c.env.world.accountByName(c.var.params.text('person') ?? '', null);
  if (!person) return signInPage(c.env, languageOf(c), nextPlace(c));
  logIn(c, person);
  return onward(c, nextPlace(c));
}

/** Logs out, and asks who comes next. */
export function signOut(c: Call): Response {
  if (!comesFromHere(c)) return insecurePage();
  logOut(c);
  const lang = c.var.params.present('lang');
  const query = new URLSearchParams({ ...(lang && { lang }), next: nextPlace(c) });
  return onward(c, `/auth/sign_in?${query.toString()}`);
}

const here = '/oauth/authorized_applications';

/** The apps that somebody let in. */
export function showApps(c: Call): Response {
  const person = loggedIn(c);
  return person ? appsPage(c, person) : redirectTo(`/auth/sign_in?${new URLSearchParams({ next: here }).toString()}`);
}

/** Takes back all that an app was given by this person. */
export function removeApp(c: Call): Response {
  if (!comesFromHere(c)) return insecurePage();
  const person = loggedIn(c);
  for (const row of c.env.world.tokens) {
    if (row.accountId === person?.id && row.appId === c.req.param('id')) row.revoked = true;
  }
  c.env.streams.hangUp();
  return redirectTo(here);
}
