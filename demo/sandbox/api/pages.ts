import type { Hono } from 'hono';
import { acctOf, nameOf } from '../entities/account.js';
import type { Call, Env } from '../http/auth.js';
import { wantsActivity } from '../federation/json.js';
import { profileFeed } from '../world/feeds.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { escapeHtml, plain } from '../world/text.js';
import { ancestors, descendants } from '../world/threads.js';
import { mayShow } from '../world/visibility.js';

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "base-uri 'none'; default-src 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'; img-src 'self'",
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

const style =
  'body{max-width:38em;margin:2em auto;padding:0 1em;font:1em/1.5 system-ui;color-scheme:light dark}' +
  'article{border-top:1px solid #8884;padding:.8em 0;white-space:pre-wrap;overflow-wrap:anywhere}footer{opacity:.7}';

export function page(title: string, body: string, status = 200): Response {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="viewport" content="width=device-width"><style>${style}</style></head><body>${body}</body></html>`;
  return new Response(html, { status, headers });
}

/** What a page shows for an address that is not there. */
export const missingPage = () =>
  page("The page you are looking for isn't here.", "<h1>The page you are looking for isn't here.</h1>", 404);

/** What Rails shows when a form or a request does not come from here. */
export const insecurePage = () =>
  page('Security verification failed', '<h1>Security verification failed. Are you blocking cookies?</h1>', 422);

/** Text only: whatever HTML a post carries, these pages show none of it. */
function article(c: Call, status: StatusRow): string {
  const { world } = c.env;
  const author = world.account(status.accountId);
  const boosted = status.boostOf === null ? undefined : world.statuses.get(status.boostOf);
  if (boosted) return `<p>${nameOf(author)} boosted</p>${article(c, boosted)}`;
  const warning = status.spoiler ? `<strong>${escapeHtml(status.spoiler)}</strong>\n` : '';
  const when = new Date(status.createdAt).toISOString().slice(0, 16).replace('T', ' ');
  const lang = status.language ? ` lang="${escapeHtml(status.language)}" dir="auto"` : '';
  return `<article${lang}><a href="${escapeHtml(author.url)}"><b>${nameOf(author)}</b></a> @${acctOf(author)}\n${warning}${escapeHtml(plain(status.content))}\n<footer><a href="${escapeHtml(status.url)}">${when}</a></footer></article>`;
}

const localByName = (c: Call): AccountRow | undefined =>
  c.env.world.accountByName(c.req.param('name')!.replace(/^@/, ''), null);

function profile(c: Call) {
  const account = localByName(c);
  if (!account) return missingPage();
  const posts = profileFeed(c.env.world, undefined, account.id, { excludeReplies: true }).slice(0, 20);
  const about = `<h1>${nameOf(account)}</h1><p>@${account.username}@${c.env.host}</p><p>${escapeHtml(account.note)}</p>`;
  return page(`${account.displayName} (@${account.username})`, about + posts.map((row) => article(c, row)).join(''));
}

function post(c: Call) {
  const { world } = c.env;
  const status = world.statuses.get(c.req.param('id')!);
  const author = localByName(c);
  if (!status || status.accountId !== author?.id || !mayShow(world, undefined, status)) return missingPage();
  const now = c.env.now();
  const thread = [...ancestors(world, undefined, status, now), status, ...descendants(world, undefined, status, now)];
  return page(`${author.displayName}: a post`, thread.map((row) => article(c, row)).join(''));
}

function tag(c: Call) {
  const name = c.req.param('name')!.toLowerCase();
  const posts = c.env.world.ordered
    .filter((row) => row.visibility === 'public' && row.tags.includes(name))
    .slice(0, 20);
  return page(`#${name}`, `<h1>#${escapeHtml(name)}</h1>${posts.map((row) => article(c, row)).join('')}`);
}

const home = (c: Call) => {
  const people = c.env.world.localAccounts();
  const list = people.map((row) => `<li><a href="${row.url}">${nameOf(row)}</a> @${row.username}</li>`).join('');
  const { title, description } = c.env.settings;
  return page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)}</p><ul>${list}</ul>`);
};

export function pageRoutes(app: Hono<Env>): void {
  app.get('/', home);
  app.get('/about', home);
  app.get('/tags/:name', tag);
  app.get('/:name{@[^/]+}', (c, next) => (wantsActivity(c.req.raw) ? next() : profile(c)));
  app.get('/:name{@[^/]+}/:id', (c, next) => (wantsActivity(c.req.raw) ? next() : post(c)));
  app.get('/users/:name', (c, next) => (wantsActivity(c.req.raw) ? next() : profile(c)));
}
