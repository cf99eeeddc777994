import { compareIds } from './ids.js';
import type { AccountRow, StatusRow } from './rows.js';
import { leftOut } from './visibility.js';
import type { World } from './world.js';

type Viewer = AccountRow | undefined;

/** Signed-in readers see a whole thread, visitors a part of it. */
const limitsFor = (viewer: Viewer) =>
  viewer ? { up: 4096, down: 4096, depth: Infinity } : { up: 40, down: 60, depth: 20 };

/** What a post answers, the oldest first. Those that may not be seen are left out, but what lies above them is not. */
export function ancestors(world: World, viewer: Viewer, status: StatusRow, now: number): StatusRow[] {
  const found: StatusRow[] = [];
  let at = status.replyTo;
  while (at !== null && found.length < limitsFor(viewer).up) {
    const row = world.statuses.get(at);
    if (!row || found.includes(row)) break;
    found.unshift(row);
    at = row.replyTo;
  }
  return found.filter((row) => !leftOut(world, viewer, row, now));
}

function repliesByParent(world: World): Map<string, StatusRow[]> {
  const children = new Map<string, StatusRow[]>();
  for (const row of world.ordered) {
    if (row.replyTo === null) continue;
    const list = children.get(row.replyTo) ?? [];
    list.push(row);
    children.set(row.replyTo, list);
  }
  for (const list of children.values()) list.sort((a, b) => compareIds(a.id, b.id));
  return children;
}

/** All that answers a post, flat, in the order of the tree; what authors answer to themselves comes to the top. */
export function descendants(world: World, viewer: Viewer, status: StatusRow, now: number): StatusRow[] {
  const { down, depth } = limitsFor(viewer);
  const children = repliesByParent(world);
  const found: StatusRow[] = [];
  const walk = (id: string, level: number) => {
    for (const row of children.get(id) ?? []) {
      if (found.length >= down) return;
      found.push(row);
      if (level < depth) walk(row.id, level + 1);
    }
  };
  walk(status.id, 1);
  const shown = found.filter((row) => !leftOut(world, viewer, row, now));
  const own = (row: StatusRow) => row.replyToAccount === row.accountId;
  return [...shown.filter(own), ...shown.filter((row) => !own(row))];
}

/** The first post of a thread, as far as it is known here. */
export function rootOf(world: World, status: StatusRow): string {
  let root = status;
  const seen = new Set<string>();
  while (root.replyTo !== null && !seen.has(root.id)) {
    seen.add(root.id);
    const parent = world.statuses.get(root.replyTo);
    if (!parent) break;
    root = parent;
  }
  return root.id;
}
