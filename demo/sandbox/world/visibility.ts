import type { AccountRow, StatusRow } from './rows.js';
import type { World } from './world.js';

type Viewer = AccountRow | undefined;

const mentions = (status: StatusRow, viewer: Viewer) => !!viewer && status.mentions.includes(viewer.id);

/** Whether somebody may see a post at all; a boost is seen by who may see both. */
export function mayShow(world: World, viewer: Viewer, status: StatusRow): boolean {
  const original = status.boostOf === null ? undefined : world.statuses.get(status.boostOf);
  if (status.boostOf !== null && (!original || !mayShow(world, viewer, original))) return false;
  if (viewer?.id === status.accountId) return true;
  if (status.visibility === 'direct') return mentions(status, viewer);
  if (status.visibility === 'private') {
    return mentions(status, viewer) || (!!viewer && !!world.follow(viewer.id, status.accountId));
  }
  return !viewer || !world.blocks.has(status.accountId, viewer.id);
}

/** Whether somebody wants nothing of an account: muted or blocked, itself or with its server, or blocked by it. */
export function unwanted(world: World, viewer: Viewer, accountId: string, now: number): boolean {
  if (!viewer || viewer.id === accountId) return false;
  const mute = world.mute(viewer.id, accountId);
  const muted = !!mute && (mute.expiresAt === null || mute.expiresAt > now);
  const { domain } = world.account(accountId);
  const severed = domain !== null && world.domainBlocks.has(viewer.id, domain);
  return muted || severed || world.blocks.has(viewer.id, accountId) || world.blocks.has(accountId, viewer.id);
}

/** Posts a thread leaves out. */
export const leftOut = (world: World, viewer: Viewer, status: StatusRow, now: number) =>
  !mayShow(world, viewer, status) || unwanted(world, viewer, status.accountId, now);

/** What a post may be quoted by: at once, never, or by followers only. */
export function quoteAnswer(world: World, viewer: Viewer, status: StatusRow): 'automatic' | 'denied' {
  if (!viewer) return 'denied';
  if (viewer.id === status.accountId) return status.visibility === 'direct' ? 'denied' : 'automatic';
  if (status.visibility === 'private' || status.visibility === 'direct') return 'denied';
  if (world.blocks.has(status.accountId, viewer.id)) return 'denied';
  if (status.quotePolicy === 'public') return 'automatic';
  return status.quotePolicy === 'followers' && world.follow(viewer.id, status.accountId) ? 'automatic' : 'denied';
}
