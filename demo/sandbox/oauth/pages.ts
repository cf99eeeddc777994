import { acctOf, nameOf } from '../entities/account.js';
import type { Call } from '../http/auth.js';
import type { Instance } from '../instance.js';
import type { Hindrance, TokenRow } from '../world/oauth-rows.js';
import type { AccountRow } from '../world/rows.js';
import { escapeHtml } from '../world/text.js';
import { languageOf } from './places.js';
import type { Asked, Outcome } from './request.js';
import { styles } from './sheet.js';
import { scopeLines, wordsIn, type Language } from './words.js';

/** No script anywhere. No `form-action` either, as with Mastodon: it would stop the redirect that follows the form. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy':
    "base-uri 'none'; default-src 'none'; frame-ancestors 'none'; img-src 'self' data:; style-src 'self'",
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

const sheetPath = '/packs/sign-in.css';

export const sheet = (): Response =>
  new Response(styles, { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' } });

function page({ settings, host }: Instance, language: Language, title: string, body: string, status = 200): Response {
  const server = escapeHtml(settings.title);
  const html = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} – ${server}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${sheetPath}">
</head>
<body>
<header><b>${server}</b> ${escapeHtml(host)}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
  return new Response(html, { status, headers });
}

const hidden = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(fields)
    .map(([name, value]) => (value ? `<input type="hidden" name="${name}" value="${escapeHtml(value)}">` : ''))
    .join('');

const face = (instance: Instance, row: AccountRow): string => {
  const picture = row.avatar || `${instance.origin}/avatars/original/missing.png`;
  // The page draws no custom emoji.
  const name = nameOf(row).replace(/\s*:\w+:/g, '');
  return `<img src="${escapeHtml(picture)}" alt=""><span><b><bdi>${name}</bdi></b> @${escapeHtml(acctOf(row))}</span>`;
};

/** The log-in: one button a person. */
export function signInPage(instance: Instance, language: Language, next: string): Response {
  const words = wordsIn(language);
  const people = instance.world.localAccounts().map((row) => {
    const name = escapeHtml(row.username);
    return `<li><button class="person" name="person" value="${name}">${face(instance, row)}</button></li>`;
  });
  const body = `<p>${words.choose}</p>
<form method="post" action="/auth/sign_in">${hidden({ next, lang: language })}<ul>${people.join('\n')}</ul></form>`;
  return page(instance, language, words.logIn(instance.settings.title), body);
}

/** Who is logged in, and the way to somebody else. */
function whoIs(instance: Instance, language: Language, person: AccountRow, next: string): string {
  const { signedIn, another } = wordsIn(language);
  return `<div class="who"><div><span class="soft">${signedIn}</span><div class="person">${face(instance, person)}</div></div>
<form method="post" action="/auth/sign_out">${hidden({ next, lang: language })}<button>${another}</button></form></div>`;
}

function scopeList(language: Language, scopes: readonly string[]): string {
  const lines = scopeLines(wordsIn(language), scopes);
  const items = lines.map(([topic, access]) => `<li>${escapeHtml(topic)} <span class="soft">${access}</span></li>`);
  return `<ul class="scopes">${items.join('\n')}</ul>`;
}

/** Whether an app may use an account. As with Mastodon it is known by the name it gave itself, and by nothing else. */
export function consentPage(c: Call, person: AccountRow, { app, scopes }: Asked): Response {
  const language = languageOf(c);
  const words = wordsIn(language);
  const { params } = c.var;
  const names = ['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope', 'state'];
  names.push('code_challenge', 'code_challenge_method', 'lang');
  const fields = hidden(Object.fromEntries(names.map((name) => [name, params.text(name)])));
  const { pathname, search } = new URL(c.req.url);
  const body = `${whoIs(c.env, language, person, pathname + search)}
<p>${words.wants(`<strong>${escapeHtml(app.name)}</strong>`)}</p>
<h2>${words.may}</h2>
${scopeList(language, scopes)}
<div class="actions">
<form method="post" action="/oauth/authorize">${fields}<button class="main">${words.allow}</button></form>
<form method="post" action="/oauth/authorize">${fields}<input type="hidden" name="_method" value="delete"><button>${words.deny}</button></form>
</div>`;
  return page(c.env, language, words.required, body);
}

export const errorPage = (instance: Instance, language: Language, text: string, status: number): Response =>
  page(instance, language, wordsIn(language).failed, `<p>${escapeHtml(text)}</p>`, status);

export function codePage(instance: Instance, language: Language, code: string): Response {
  const { codeTitle, codeHint } = wordsIn(language);
  return page(instance, language, codeTitle, `<p>${codeHint}</p>\n<code>${escapeHtml(code)}</code>`);
}

/** `response_mode=form_post`; without script the reader presses the button. */
export function formPostPage(instance: Instance, language: Language, { to, body }: Outcome): Response {
  const { onward, codeTitle } = wordsIn(language);
  const action = escapeHtml(to?.redirectUri ?? '');
  const form = `<form method="post" action="${action}">${hidden(body)}<button class="main">${onward}</button></form>`;
  return page(instance, language, codeTitle, form);
}

export function hinderedPage(c: Call, person: AccountRow, why: Hindrance): Response {
  const language = languageOf(c);
  const { hindered, failed } = wordsIn(language);
  const { pathname, search } = new URL(c.req.url);
  const body = `${whoIs(c.env, language, person, pathname + search)}<p>${hindered[why]}</p>`;
  return page(c.env, language, failed, body, 403);
}

function appItem(c: Call, language: Language, appId: string, tokens: TokenRow[]): string {
  const app = c.env.world.apps.find(({ id }) => id === appId)!;
  const { revoke } = wordsIn(language);
  const name = escapeHtml(app.name);
  const action = `/oauth/authorized_applications/${escapeHtml(app.id)}`;
  return `<li><div class="app"><b>${name}</b><form method="post" action="${action}"><input type="hidden" name="_method" value="delete"><button aria-label="${revoke}: ${name}">${revoke}</button></form></div>
${scopeList(language, [...new Set(tokens.flatMap(({ scopes }) => scopes))])}</li>`;
}

/** Where somebody sees which apps may use their account, and ends it. */
export function appsPage(c: Call, person: AccountRow): Response {
  const language = languageOf(c);
  const { apps, noApps } = wordsIn(language);
  const byApp = new Map<string, TokenRow[]>();
  for (const row of c.env.world.tokens.filter((one) => one.accountId === person.id && !one.revoked)) {
    byApp.set(row.appId, [...(byApp.get(row.appId) ?? []), row]);
  }
  const items = [...byApp].map(([appId, tokens]) => appItem(c, language, appId, tokens));
  const list = items.length ? `<ul class="apps">${items.join('\n')}</ul>` : `<p>${noApps}</p>`;
  const here = '/oauth/authorized_applications';
  return page(c.env, language, apps, whoIs(c.env, language, person, here) + list);
}
