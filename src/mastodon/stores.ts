import { Accounts } from './accounts.js';
import type { Harvest, Status } from './entities.js';
import { Statuses } from './statuses.js';

/** Facts from one server. Another server, or another reader, has stores of its own, so nobody can rewrite somebody else's post. */
export class Stores {
  readonly statuses = new Statuses();
  readonly accounts = new Accounts();

  /** Takes in an answer and returns the keys that were asked for, without those of posts that are gone. */
  put({ keys, statuses, accounts }: Harvest): readonly string[] {
    this.accounts.put(accounts);
    this.statuses.put(statuses);
    return keys.filter((key) => !this.statuses.isGone(key));
  }
}

/** Whether anybody may read a post. */
export const isPublic = (status: Status | undefined): boolean =>
  status?.visibility === 'public' || status?.visibility === 'unlisted';
