import type { StatusKey } from './entities.js';
import type { Gap } from './live.js';
import type { Session } from './session.js';

/** A gap, and what is needed to read down into it. */
export interface Hole extends Gap {
  /** The server's id of the post above it. */
  readonly above: string | undefined;
  /** The way to the next page, once some of it has been read. */
  readonly next?: string | undefined;
  /** What stands below it, newest first. */
  readonly floor: readonly StatusKey[];
}

let holes = 0;

/** One that nobody has seen yet. */
export const holeId = (): string => `${holes++}`;

/** The gap below a post, to be made while the store still has what is around it. */
export function holeBelow({ statuses }: Session, newer: StatusKey, floor: readonly StatusKey[]): Hole {
  const [top, bottom] = [statuses.get(newer), statuses.get(floor[0] ?? '')];
  return { id: holeId(), from: bottom?.createdAt, until: top?.createdAt, above: top?.id, floor };
}
