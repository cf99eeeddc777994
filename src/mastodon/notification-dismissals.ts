import type { NotificationGroup } from './entities-notifications.js';
import { MastoError } from './errors.js';
import { compare, type Dated, newestOf } from './grouping.js';
import type { Notifications } from './notifications.js';
import { named, refusal } from './permission.js';
import { segment } from './transport.js';

const scope = 'write:notifications';

/** Servers read from copies that lag behind: for so long they may still say the old, in ms. */
const afterglow = 3000;

/** Takes notifications away: at once, and back when the server refuses. */
export class Dismissals {
  /** Nothing that was asked before this counts: ms since 1970. */
  cleared = -Infinity;
  /** Put away, and not yet answered. */
  readonly #away = new Set<string>();
  /** Gone → nothing that was asked before this brings it back, nor what is said again of what was in it. */
  readonly #gone = new Map<string, { readonly until: number; readonly last: Dated }>();
  /** The newest that was there when all was cleared. */
  #clearedTo: Dated | undefined;
  #clearing: ReadonlySet<string> | undefined;

  constructor(private readonly all: Notifications) {}

  get isClearing(): boolean {
    return !!this.#clearing;
  }

  isAway(key: string): boolean {
    return this.#away.has(key) || !!this.#clearing?.has(key);
  }

  /** Whether a group was gone when a page was asked for. */
  wasGone(key: string, asked: number): boolean {
    return asked < (this.#gone.get(key)?.until ?? 0);
  }

  /** Whether a stream says again what the reader has taken away. */
  isOld(key: string, row: Dated): boolean {
    return [this.#gone.get(key)?.last, this.#clearedTo].some(
      (last) => last && (row.id === last.id || (row.at !== undefined && compare(row, last) < 0)),
    );
  }

  /** It has happened again. */
  isBack(key: string): void {
    this.#gone.delete(key);
  }

  async dismiss(group: NotificationGroup): Promise<void> {
    const { key, id } = group;
    const { all } = this;
    const refused = refusal(all.home, scope);
    if (refused) throw refused;
    if (this.isAway(key)) return;
    this.#away.add(key);
    all.changed();
    const sent = all.home.transport.browser.now();
    try {
      await this.#send(key, id);
      const again = all.groups.heardOf(key) >= sent;
      this.#gone.set(key, { until: all.home.transport.browser.now() + afterglow, last: group });
      all.lose(group);
      // It is not known whether what has come meanwhile is gone, too.
      if (again) {
        this.#gone.delete(key);
        all.refresh();
      }
    } catch (error) {
      throw named(error, scope);
    } finally {
      this.#away.delete(key);
      all.changed();
    }
  }

  async clear(): Promise<void> {
    const { all } = this;
    const refused = refusal(all.home, scope);
    if (refused) throw refused;
    const keys = new Set<string>();
    all.each((list) => list.keys.forEach((key) => keys.add(key)));
    this.#clearing = keys;
    const known = [...keys].flatMap((key) => all.groups.get(key) ?? []);
    const sent = all.home.transport.browser.now();
    all.changed();
    try {
      await all.home.transport.send('POST', '/api/v1/notifications/clear');
      this.cleared = all.home.transport.browser.now();
      this.#clearedTo = newestOf(known) ?? this.#clearedTo;
      const again = [...keys].some((key) => all.groups.heardOf(key) >= sent);
      all.each((list) => list.empty(keys));
      all.sweep();
      // As above.
      if (again) all.refresh();
    } catch (error) {
      throw named(error, scope);
    } finally {
      this.#clearing = undefined;
      all.changed();
    }
  }

  async #send(key: string, id: string) {
    const { home, groups, grouped } = this.all;
    if (grouped) return home.transport.send('POST', `/api/v2/notifications/${segment(key)}/dismiss`);
    const ids = groups.idsOf(key);
    const path = (one: string) => `/api/v1/notifications/${segment(one)}/dismiss`;
    // Some want to be told in the body, too.
    const sent = (ids.length ? ids : [id]).map((one) => home.transport.send('POST', path(one), { id: one }));
    const answers = await Promise.allSettled(sent);
    const isGone = ({ reason }: PromiseRejectedResult) =>
      reason instanceof MastoError && reason.failure === 'not-found';
    const failed = answers.filter((answer) => answer.status === 'rejected');
    // What is there no longer need not be taken away; but where it is said of all, it may be the server that cannot.
    if (failed.length && (failed.length === answers.length || !failed.every(isGone))) throw failed[0]!.reason;
    return undefined;
  }
}
