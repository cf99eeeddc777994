import type { Hono } from 'hono';
import { rulesJson } from '../entities/instance.js';
import { accountJson, iso, type Json } from '../entities/account.js';
import { tellReport } from '../federation/tell.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, validationFailed } from '../http/errors.js';
import { countDeed } from '../http/limits.js';
import type { AccountRow, ReportRow } from '../world/rows.js';
import { mayShow } from '../world/visibility.js';

const categories = ['spam', 'legal', 'violation', 'other'];

/** The posts named, which must be the person's own and the asker's to see. */
function reported(c: Call, whom: AccountRow): string[] {
  const { world } = c.env;
  return (c.var.params.list('status_ids') ?? []).map((id) => {
    const row = world.statuses.get(id);
    if (!row || row.accountId !== whom.id || !mayShow(world, me(c), row)) throw recordNotFound();
    return id;
  });
}

/** Rules that are cited make it a violation, whatever is said besides. */
function categoryOf(c: Call, ruleIds: readonly string[] | undefined): ReportRow['category'] {
  const category = ruleIds?.length ? 'violation' : (c.var.params.present('category') ?? 'other');
  // An unknown member of a Rails enum is an ArgumentError, which the API answers with 422.
  if (!categories.includes(category)) throw validationFailed('Category is not included in the list');
  return category as ReportRow['category'];
}

const reportJson = (c: Call, row: ReportRow): Json => ({
  id: row.id,
  action_taken: false,
  action_taken_at: null,
  category: row.category,
  comment: row.comment,
  forwarded: row.forwarded,
  created_at: iso(row.createdAt),
  status_ids: row.statusIds,
  collection_ids: [],
  rule_ids: row.ruleIds,
  target_account: accountJson(c.env, c.env.world.account(row.to)),
});

async function report(c: Call) {
  const { world, now } = c.env;
  const { params } = c.var;
  const whom = world.accounts.get(params.text('account_id') ?? '');
  if (!whom) throw recordNotFound();
  const ruleIds = params.list('rule_ids');
  const comment = params.text('comment') ?? '';
  const category = categoryOf(c, ruleIds);
  if (comment.length > 1000) throw validationFailed('Comment is too long (maximum is 1000 characters)');
  if (ruleIds?.some((id) => !rulesJson().some((rule) => rule.id === id)))
    throw validationFailed('Rules does not reference valid rules');
  const statusIds = reported(c, whom);
  countDeed(c.env.counters, 'reports', me(c).id, now());
  const row: ReportRow = {
    id: world.serial('reports'),
    from: me(c).id,
    to: whom.id,
    category,
    comment,
    statusIds,
    ruleIds: ruleIds ?? null,
    forwarded: params.flag('forward') === true && whom.domain !== null,
    createdAt: now(),
  };
  world.reports.push(row);
  if (row.forwarded) await tellReport(c.env, whom, row);
  return c.json(reportJson(c, row));
}

export function reportRoutes(app: Hono<Env>): void {
  app.post('/api/v1/reports', user('write', 'write:reports'), report);
}
