import type { NotificationGroup } from '../../mastodon/entities-notifications.js';

type Groups = readonly NotificationGroup[];

/**
 * What is shown while the reader is not at the top: as it was, in its order; less what is gone, and with older ones that they have
 * asked for. What is new waits. @returns what is shown, and how many wait
 */
function holdBack(shown: Groups, groups: Groups): { shown: Groups; waiting: number } {
  const now = new Map(groups.map((group) => [group.key, group]));
  const before = new Map(shown.map((group) => [group.key, group.id]));
  const first = groups.findIndex(({ key, id }) => before.get(key) === id);
  if (first < 0) return { shown: groups, waiting: 0 };
  const older = groups.slice(first).filter(({ key }) => !before.has(key));
  // What has grown stays where it stands, as it was; what has changed otherwise is shown.
  const kept = shown.flatMap((group) => {
    const { [0]: same } = [now.get(group.key)];
    return same ? [same.id === group.id ? same : group] : [];
  });
  return { shown: [...kept, ...older], waiting: groups.slice(0, first).length };
}

/** Keeps what comes in from moving what the reader reads. */
export class Above {
  /** What is shown. */
  shown: Groups = [];
  /** How many lines wait above it. */
  waiting = 0;
  #taken: Groups | undefined;

  /** @param still nothing may move: the reader is further down, or in the middle of something */
  take(groups: Groups, still: boolean): void {
    if (groups === this.#taken) return;
    this.#taken = groups;
    if ((still || this.waiting) && this.shown.length) Object.assign(this, holdBack(this.shown, groups));
    else this.show();
  }

  /** What waits is shown. */
  show(): void {
    this.shown = this.#taken ?? [];
    this.waiting = 0;
  }
}
