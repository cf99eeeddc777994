import type { LitElement } from 'lit';
import type { NotificationGroup } from '../../mastodon/entities-notifications.js';
import type { HomeSession } from '../../mastodon/home-session.js';
import { bringFor } from '../status/rich.js';
import { pageOf } from './rows.js';

const same = (a: readonly unknown[], b: readonly unknown[] | undefined) =>
  a.length === b?.length && a.every((each, at) => each === b[at]);

/** Brings what the posts of a list need besides before they are drawn, so that nothing moves afterwards. */
export class Posts {
  #home: HomeSession | undefined;
  #groups: readonly NotificationGroup[] = [];
  #coming: readonly NotificationGroup[] | undefined;

  constructor(private readonly host: LitElement) {}

  /** The last ones whose posts can be drawn: as long as nothing changes, the same array. */
  ready(groups: readonly NotificationGroup[], home: HomeSession): readonly NotificationGroup[] {
    if (home !== this.#home) this.#groups = [];
    this.#home = home;
    if (!same(groups, this.#groups) && !same(groups, this.#coming)) this.#bring(groups, home);
    return this.#groups;
  }

  #bring(groups: readonly NotificationGroup[], home: HomeSession) {
    const known = new Set(this.#groups.map(({ status }) => status));
    const keys = groups.flatMap(({ status }) => (status === undefined || known.has(status) ? [] : status));
    const coming = keys.length ? bringFor(this.host, pageOf(home), keys, 'auto') : undefined;
    this.#coming = coming && groups;
    if (!coming) this.#groups = groups;
    void coming?.then(() => {
      if (this.#coming !== groups || home !== this.#home) return;
      this.#coming = undefined;
      this.#groups = groups;
      this.host.requestUpdate();
    });
  }
}
