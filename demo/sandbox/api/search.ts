import type { Hono } from 'hono';
import { accountJson } from '../entities/account.js';
import { statusJson } from '../entities/status.js';
import { resolveUrl } from '../federation/resolve.js';
import { visitor, type Call, type Env } from '../http/auth.js';
import { ApiError, parameterMissing } from '../http/errors.js';
import { limitOf } from '../http/paging.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { plain } from '../world/text.js';
import { mayShow } from '../world/visibility.js';
import { searchAccounts } from './search-accounts.js';
import { tagJson } from './trends.js';

const refusal = (what: string) =>
  new ApiError(401, { error: `Search queries ${what} not supported without authentication` });

/** What visitors may not do, and what nobody may. */
function check(c: Call): void {
  const { params, viewer } = c.var;
  if (params.present('q') === undefined) throw parameterMissing('q');
  if (!viewer && params.present('offset') !== undefined) throw refusal('pagination is');
  if (!viewer && params.flag('resolve')) throw refusal('that resolve remote resources are');
  if ([params.whole('limit') ?? 0, params.whole('offset') ?? 0].some((value) => value < 0)) {
    throw new ApiError(400, { error: 'Pagination values for `offset` and `limit` must be positive' });
  }
}

interface Found {
  accounts: AccountRow[];
  statuses: StatusRow[];
  tags: string[];
}

/** An address names one thing: a person or a post. */
async function byAddress(c: Call, url: string): Promise<Found> {
  const found = await resolveUrl(c.env, url, c.var.params.flag('resolve') ?? false);
  const status = found && 'visibility' in found && mayShow(c.env.world, c.var.viewer, found) ? [found] : [];
  const account = found && !('visibility' in found) ? [found] : [];
  return { accounts: account, statuses: status, tags: [] };
}

/** Full text, for those signed in: public posts of people who allow it, and what is one's own. */
function byText(c: Call, query: string, limit: number, offset: number): StatusRow[] {
  const { viewer } = c.var;
  if (!viewer) return [];
  const words = query.toLowerCase().split(/\s+/);
  const author = c.var.params.present('account_id');
  const hits = c.env.world.ordered.filter((row) => {
    const own = row.accountId === viewer.id;
    const findable = own || (row.visibility === 'public' && c.env.world.account(row.accountId).indexable);
    if (row.boostOf !== null || !findable || (author && row.accountId !== author)) return false;
    const text = `${row.spoiler} ${plain(row.content)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return hits.slice(offset, offset + limit);
}

function byTag(c: Call, query: string, limit: number, offset: number): string[] {
  const name = query.replace(/^[#＃]/, '').toLowerCase();
  const known = new Set(
    c.env.world.ordered.filter(({ visibility }) => visibility === 'public').flatMap(({ tags }) => tags),
  );
  const hits = [...known].filter((tag) => tag.startsWith(name)).sort((a, b) => a.length - b.length);
  return hits.slice(offset, offset + limit);
}

async function byWords(c: Call, query: string): Promise<Found> {
  const { params, viewer } = c.var;
  const limit = limitOf(c, 20);
  const offset = params.present('type') ? (params.whole('offset') ?? 0) : 0;
  const wants = (type: string) => !params.present('type') || params.text('type') === type;
  const options = {
    viewer,
    resolve: params.flag('resolve') ?? false,
    following: params.flag('following') ?? false,
    limit,
    offset,
  };
  return {
    accounts: wants('accounts') && !query.startsWith('#') ? await searchAccounts(c.env, query, options) : [],
    statuses: wants('statuses') ? byText(c, query, limit, offset) : [],
    tags: wants('hashtags') && !query.includes('@') ? byTag(c, query, limit, offset) : [],
  };
}

async function search(c: Call) {
  check(c);
  const query = c.var.params.text('q')!.trim();
  const found = /^https?:\/\//.test(query) ? await byAddress(c, query) : await byWords(c, query);
  return c.json({
    accounts: found.accounts.map((row) => accountJson(c.env, row)),
    statuses: found.statuses.map((row) => statusJson(c.env, c.var.viewer, row)),
    hashtags: found.tags.map((name) => tagJson(c, name)),
    collections: [],
  });
}

export function searchRoutes(app: Hono<Env>): void {
  app.get('/api/v2/search', visitor('read', 'read:search'), search);
}
