/** What somebody of a town is told, and how this library shows it; in Node, the town in the place of the network. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { NotificationGroup } from '../../src/mastodon/entities-notifications.js';
import type { HomeSession } from '../../src/mastodon/home-session.js';
import type { NotificationList } from '../../src/mastodon/notification-list.js';
import { Notifications } from '../../src/mastodon/notifications.js';
import type { Json, Town } from '../sandbox/town.js';
import { type AtHome, atHome } from './at-home.js';

export interface Told extends AtHome {
  readonly all: Notifications;
  readonly list: NotificationList;
  /** What the town tells the reader, as v1 has it, the latest first. */
  readonly rows: () => Promise<Json[]>;
  /** Somebody of the town does something. */
  readonly does: (person: string, path: string, json?: Json) => Promise<Json>;
  /** A post of the reader's. */
  readonly mine: () => Promise<string>;
}

/** Somebody whose list is not asked for yet. @param fresh nothing has happened to them before */
export async function told({
  person = 'noor',
  scopes = 'read write',
  types = [] as string[],
  limit = 40,
  fresh = true,
} = {}) {
  const at = await atHome(person, scopes);
  const { here, home } = at;
  const tokens = new Map<string, string>();
  const tokenOf = async (person: string) => {
    const known = tokens.get(person) ?? (await here.token(person));
    tokens.set(person, known);
    return known;
  };
  if (fresh) await here.get('/api/v1/notifications/clear', { method: 'POST', token: await tokenOf(person) });
  const all = Notifications.of(home);
  const { list } = all.join(types, limit);
  await here.ask('/__sandbox/log', { method: 'DELETE' });
  return {
    ...at,
    all,
    list,
    rows: async () => here.get<Json[]>('/api/v1/notifications?limit=80', { token: await tokenOf(person) }),
    does: async (person: string, path: string, json: Json = {}) =>
      here.get(path, { method: 'POST', token: await tokenOf(person), json }),
    mine: async () => (await here.post(person)).id,
  } satisfies Told;
}

/** Waits for a page that has been asked for. */
export async function settled(list: NotificationList): Promise<void> {
  for (let n = 0; n < 400 && list.busy; n++) await pause(5);
  assert.equal(list.busy, false, 'a page did not come');
}

/** Asks for a page, and waits for it. */
export async function more(list: NotificationList): Promise<readonly NotificationGroup[]> {
  list.more();
  await settled(list);
  if (list.error) throw list.error;
  return list.groups;
}

/** Waits until something is so. */
export async function so(is: () => boolean, what: string): Promise<void> {
  for (let n = 0; n < 600 && !is(); n++) await pause(5);
  assert.ok(is(), what);
}

/** Groups as one reads them: kind, how many, and who did it last. */
export const lines = (home: HomeSession, groups: readonly NotificationGroup[]): string[] =>
  groups.map(({ type, count, accounts }) => `${type} ${count} ${home.accounts.get(accounts[0] ?? '')?.username}`);

/** A town that has no grouped API. */
export const without = (here: Town, more: Json[] = []) =>
  here.ask('/__sandbox/faults', {
    method: 'PUT',
    json: [...more, { path: '/api/v2/notifications*', status: 404, body: { error: 'Not Found' } }],
  });
