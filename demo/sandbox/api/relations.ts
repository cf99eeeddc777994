import type { Hono } from 'hono';
import { acceptFollow, block, follow, mute, rejectFollow, unfollow, unmute } from '../deeds/relate.js';
import { accountJson, relationshipJson } from '../entities/account.js';
import { tellFollow, tellFollowAnswer, tellUnfollow } from '../federation/tell.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { countDeed } from '../http/limits.js';
import { limitOf, linkPage, pageById } from '../http/paging.js';
import { compareIds } from '../world/ids.js';
import type { AccountRow } from '../world/rows.js';
import { accountInPath } from './find.js';

const answer = (c: Call, whom: AccountRow) => c.json(relationshipJson(c.env, me(c), whom));

async function doFollow(c: Call) {
  c.set('family', 'follows');
  const whom = accountInPath(c);
  const { params } = c.var;
  const known = c.env.world.follow(me(c).id, whom.id) ?? c.env.world.request(me(c).id, whom.id);
  if (!known) countDeed(c.env.counters, 'follows', me(c).id, c.env.now());
  const row = follow(c.env, me(c), whom, {
    reblogs: params.flag('reblogs'),
    notify: params.flag('notify'),
    languages: params.list('languages'),
  });
  if (!known) await tellFollow(c.env, me(c), whom, row);
  return answer(c, whom);
}

async function undoFollow(c: Call) {
  const whom = accountInPath(c);
  const row = unfollow(c.env, me(c).id, whom.id);
  if (row) await tellUnfollow(c.env, me(c), whom, row);
  return answer(c, whom);
}

async function doBlock(c: Call) {
  const whom = accountInPath(c);
  const row = c.env.world.follow(me(c).id, whom.id);
  block(c.env, me(c), whom);
  if (row) await tellUnfollow(c.env, me(c), whom, row);
  return answer(c, whom);
}

function doMute(c: Call) {
  const whom = accountInPath(c);
  mute(c.env, me(c), whom, c.var.params.flag('notifications') ?? true, c.var.params.whole('duration') ?? 0);
  return answer(c, whom);
}

async function removeFollower(c: Call) {
  const whom = accountInPath(c);
  const row = unfollow(c.env, whom.id, me(c).id);
  if (row) await tellFollowAnswer(c.env, me(c), whom, row, 'Reject');
  return answer(c, whom);
}

const note = (c: Call) => {
  const whom = accountInPath(c);
  c.env.world.notes.set(`${me(c).id} ${whom.id}`, c.var.params.text('comment') ?? '');
  return answer(c, whom);
};

const answerRequest = (yes: boolean) => async (c: Call) => {
  const whom = accountInPath(c);
  const row = yes ? acceptFollow(c.env, whom.id, me(c).id) : rejectFollow(c.env, whom.id, me(c).id);
  if (row) await tellFollowAnswer(c.env, me(c), whom, row, yes ? 'Accept' : 'Reject');
  return answer(c, whom);
};

/** People on the other end of a relation, the latest first. */
const listing = (rowsOf: (c: Call) => { id: string; other: string }[]) => (c: Call) => {
  const limit = limitOf(c, 40);
  const rows = rowsOf(c).sort((a, b) => compareIds(b.id, a.id));
  const page = pageById(c, rows, ({ id }) => id, limit);
  const ids = page.map(({ id }) => id);
  linkPage(c, ids, limit, { next: 'full', prev: 'since_id' });
  return c.json(page.map(({ other }) => accountJson(c.env, c.env.world.account(other))));
};

const requestsTo = (c: Call) =>
  c.env.world.requests.filter(({ to }) => to === me(c).id).map(({ id, from }) => ({ id, other: from }));
const blockedBy = (c: Call) => c.env.world.blocks.by(me(c).id).map(({ id, targetId }) => ({ id, other: targetId }));
const mutedBy = (c: Call) =>
  c.env.world.mutes.filter(({ from }) => from === me(c).id).map(({ id, to }) => ({ id, other: to }));

/** Who, of those the asker follows, follows somebody too. */
function familiar(c: Call) {
  const { world } = c.env;
  const circles = c.var.params.several('id').map((id) => {
    const shared = world.follows.filter(({ from, to }) => to === id && world.follow(me(c).id, from));
    return { id, accounts: shared.map(({ from }) => accountJson(c.env, world.account(from))) };
  });
  return c.json(circles);
}

export function relationRoutes(app: Hono<Env>): void {
  const at = '/api/v1/accounts/:id';
  const following = user('follow', 'write', 'write:follows');
  const blocking = user('follow', 'write', 'write:blocks');
  const muting = user('follow', 'write', 'write:mutes');
  app.get('/api/v1/accounts/familiar_followers', user('read', 'read:follows'), familiar);
  app.post(`${at}/follow`, following, doFollow);
  app.post(`${at}/unfollow`, following, undoFollow);
  app.post(`${at}/remove_from_followers`, following, removeFollower);
  app.post(`${at}/block`, blocking, doBlock);
  app.post(`${at}/unblock`, blocking, (c) => {
    c.env.world.blocks.remove(me(c).id, accountInPath(c).id);
    return answer(c, accountInPath(c));
  });
  app.post(`${at}/mute`, muting, doMute);
  app.post(`${at}/unmute`, muting, (c) => {
    unmute(c.env, me(c).id, accountInPath(c).id);
    return answer(c, accountInPath(c));
  });
  app.post(`${at}/note`, user('write', 'write:accounts'), note);
  app.get('/api/v1/follow_requests', user('follow', 'read', 'read:follows'), listing(requestsTo));
  app.post('/api/v1/follow_requests/:id/authorize', following, answerRequest(true));
  app.post('/api/v1/follow_requests/:id/reject', following, answerRequest(false));
  app.get('/api/v1/blocks', user('follow', 'read', 'read:blocks'), listing(blockedBy));
  app.get('/api/v1/mutes', user('follow', 'read', 'read:mutes'), listing(mutedBy));
}
