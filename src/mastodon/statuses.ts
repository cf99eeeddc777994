import type { Status } from './entities.js';
import { Store } from './store.js';

/** The posts that one server told us. */
export class Statuses extends Store<Status> {
  /** An older edit never replaces a newer one: answers and events overtake each other. */
  protected override replaces(status: Status, old: Status): boolean {
    return (status.editedAt ?? '') >= (old.editedAt ?? '');
  }
}
