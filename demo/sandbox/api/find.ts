import type { Call } from '../http/auth.js';
import { notFound, recordNotFound } from '../http/errors.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { mayShow } from '../world/visibility.js';

/** The account in the path; throws 404. */
export function accountInPath(c: Call, name = 'id'): AccountRow {
  const row = c.env.world.accounts.get(c.req.param(name) ?? '');
  if (!row) throw recordNotFound();
  return row;
}

/** The post in the path, if the asker may see it; one that is hidden is "Not Found", one that is not there has no record. */
export function statusInPath(c: Call): StatusRow {
  const row = c.env.world.statuses.get(c.req.param('id') ?? '');
  if (!row) throw recordNotFound();
  if (!mayShow(c.env.world, c.var.viewer, row)) throw notFound();
  return row;
}

/** The asker's own post in the path; throws 404 for anybody else's. */
export function ownStatusInPath(c: Call): StatusRow {
  const row = c.env.world.statuses.get(c.req.param('id') ?? '');
  if (!row || row.accountId !== c.var.viewer?.id) throw recordNotFound();
  return row;
}
