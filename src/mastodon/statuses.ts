import type { Status, StatusKey } from './entities.js';
import { Store } from './store.js';

/** An answer that comes so long after a post is gone is no late one: the server has it again. In ms. */
const lately = 120_000;

/** The posts that one server told us. */
export class Statuses extends Store<Status> {
  /** What is no longer there → since when, ms since 1970. */
  readonly #graves = new Map<StatusKey, number>();

  /** The post itself; of a boost, what was boosted. */
  proper(key: StatusKey): Status | undefined {
    const entry = this.get(key);
    return entry?.boost ? this.get(entry.boost) : entry;
  }

  /** Whether a post was here, and was deleted or hidden since (R129). */
  isGone(key: StatusKey | undefined): boolean {
    return this.#graves.has(key!);
  }

  /** Takes away a post that is no longer there: whoever shows it says so, and no late answer brings it back. */
  bury(key: StatusKey): void {
    const status = this.get(key);
    if (!status) return;
    this.#graves.set(key, Date.now());
    this.remove(key);
    const parent = this.get(this.keyOf(status.inReplyToId ?? '') ?? '');
    if (parent?.repliesCount) this.put([{ ...parent, repliesCount: parent.repliesCount - 1 }]);
  }

  /** An older edit never replaces a newer one: answers and events overtake each other. */
  protected override replaces({ key, editedAt = '' }: Status, old: Status | undefined): boolean {
    if (Date.now() - this.#graves.get(key)! < lately) return false;
    this.#graves.delete(key);
    return editedAt >= (old?.editedAt ?? '');
  }
}
