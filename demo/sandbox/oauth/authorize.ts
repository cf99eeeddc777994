import { missingPage, insecurePage } from '../api/pages.js';
import type { Call } from '../http/auth.js';
import type { AccountRow } from '../world/rows.js';
import { codePage, consentPage, errorPage, formPostPage, hinderedPage } from './pages.js';
import { addressOf, allow, deny, isAsked, readRequest, type Outcome } from './request.js';
import { comesFromHere, loggedIn } from './sessions.js';
import { matchingToken } from './tokens.js';
import { languageOf, redirectTo } from './places.js';

/** Sends back, or says here why not. */
function answer(c: Call, outcome: Outcome): Response {
  const address = addressOf(outcome);
  if (address === undefined) {
    const { code, error_description: text } = outcome.body;
    if (code !== undefined) return redirectTo(`/oauth/authorize/native?code=${code}`);
    return errorPage(c.env, languageOf(c), text ?? '', outcome.status);
  }
  return outcome.to!.mode === 'form_post' ? formPostPage(c.env, languageOf(c), outcome) : redirectTo(address);
}

/** Who asks; or where those are sent who are not logged in or may not go on. */
function personOr(c: Call): AccountRow | Response {
  const person = loggedIn(c);
  if (!person) {
    const { pathname, search } = new URL(c.req.url);
    const lang = c.var.params.present('lang');
    const query = new URLSearchParams({
      ...(lang && { lang }),
      next: c.req.method === 'GET' ? pathname + search : '/',
    });
    return redirectTo(`/auth/sign_in?${query.toString()}`);
  }
  const why = c.env.world.hindrances.get(person.id);
  return why ? hinderedPage(c, person, why) : person;
}

/** `GET /oauth/authorize`: first who, then what. Whoever allowed the same before is sent back at once, but for `force_login`. */
export function showConsent(c: Call): Response {
  const person = personOr(c);
  if (person instanceof Response) return person;
  const read = readRequest(c.env, c.var.params);
  if (!isAsked(read)) return answer(c, read);
  const known = matchingToken(c.env, read.app, person.id, read.scopes);
  if (known && !c.var.params.flag('force_login')) return answer(c, allow(c.env, read, person));
  return consentPage(c, person, read);
}

/** The form of that page; `_method=delete`, as Rails has it, denies. */
export function decide(c: Call): Response {
  if (!comesFromHere(c)) return insecurePage();
  const person = personOr(c);
  if (person instanceof Response) return person;
  const read = readRequest(c.env, c.var.params);
  if (!isAsked(read)) return answer(c, read);
  const denied = c.req.method === 'DELETE' || c.var.params.text('_method') === 'delete';
  return answer(c, denied ? deny(c.env, read) : allow(c.env, read, person));
}

/** `urn:ietf:wg:oauth:2.0:oob`: the code is shown, to be copied. */
export function showCode(c: Call): Response {
  const code = c.var.params.present('code');
  return code === undefined ? missingPage() : codePage(c.env, languageOf(c), code);
}
