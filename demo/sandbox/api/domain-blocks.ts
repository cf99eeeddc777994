import type { Hono } from 'hono';
import { blockDomain } from '../deeds/relate.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { validationFailed } from '../http/errors.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { compareIds } from '../world/ids.js';

const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';

/** A host, as it is kept; ports are for sandboxes. */
const shape = new RegExp(`^${label}(?:\\.${label})*(?::\\d+)?$`);

function domainIn(c: Call): string {
  const domain = (c.var.params.text('domain') ?? '').trim().toLowerCase();
  if (!shape.test(domain)) throw validationFailed('Domain is not a valid domain name');
  return domain;
}

/** The servers that somebody has blocked, the latest first. */
function listing(c: Call) {
  const limit = limitOf(c, 100);
  const rows = c.env.world.domainBlocks.by(me(c).id).sort((a, b) => compareIds(b.id, a.id));
  const page = pageById(c, rows, ({ id }) => id, limit);
  linkPage(
    c,
    page.map(({ id }) => id),
    limit,
    { next: 'full', prev: 'since_id' },
  );
  return c.json(page.map(({ targetId }) => targetId));
}

export function domainBlockRoutes(app: Hono<Env>): void {
  const at = '/api/v1/domain_blocks';
  const blocking = user('follow', 'write', 'write:blocks');
  app.get(at, user('follow', 'read', 'read:blocks'), listing);
  app.post(at, blocking, (c) => {
    blockDomain(c.env, me(c), domainIn(c));
    return c.json({});
  });
  app.delete(at, blocking, (c) => {
    c.env.world.domainBlocks.remove(me(c).id, domainIn(c));
    return c.json({});
  });
}
