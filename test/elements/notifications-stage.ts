/** What tests of `<masto-notifications>` share. */
import { all, mount, seen, until } from '../helpers.js';
import { asked, cameBefore, visitor, type Visitor } from './signed-in.js';
import { town, type Post, type Town } from './town.js';

export interface Stage {
  readonly here: Town;
  readonly box: HTMLElement;
  readonly tag: HTMLElement;
  /** As the reader's server answers the reader. */
  readonly truth: <T>(path: string, method?: string) => Promise<T>;
}

/** What comes by `import()` comes late to the first test alone: its modules are made when they are asked for. */
before(async function () {
  this.timeout(60_000);
  await import('../../src/elements/notifications/notifications.js');
  await import('../../src/elements/notifications/deeds.js');
  await import('../../src/elements/status/acts.js');
  await import('../../src/elements/status/fuller.js');
});

/** What somebody else does by the API. */
export class Somebody {
  constructor(
    private readonly here: Town,
    private readonly who: Visitor,
  ) {}

  static of = async (here: Town, name: string) => new Somebody(here, await visitor(here, name));

  asks = (path: string) => asked<unknown>(this.here, this.who, `/api/v1/${path}`);

  does = (path: string) => asked<Record<string, unknown>>(this.here, this.who, `/api/v1/${path}`, 'POST');
}

/** These people do this, one after the other. */
export async function theyDo(here: Town, names: readonly string[], path: string): Promise<void> {
  for (const name of names) await (await Somebody.of(here, name)).does(path);
}

export interface Setting {
  readonly person?: string;
  readonly scopes?: string;
  readonly attributes?: string;
  /** Attributes of what is around the tag, and its style. */
  readonly around?: string;
  readonly style?: string;
  /** What has happened before. */
  readonly before?: (here: Town) => Promise<unknown>;
}

/** A page on which somebody reads what they are told of; `person` empty for nobody. */
export async function stage({ person = 'noor', ...more }: Setting = {}): Promise<Stage> {
  const { scopes = 'read write', attributes = '', around = 'lang="en"', style = '', before } = more;
  const here = await town();
  await quiet(here, person || 'noor');
  await before?.(here);
  const token = person ? (await cameBefore(here, person, 'session', scopes)).token : '';
  await here.forget();
  const box = mount(
    `<div ${around}><masto-auth></masto-auth><masto-notifications load="eager" ${attributes}></masto-notifications></div>`,
    style,
  );
  const tag = box.querySelector('masto-notifications')!;
  const truth = <T>(path: string, method?: string) => asked<T>(here, { token } as Visitor, path, method);
  return { here, box, tag, truth };
}

/** Nothing has happened to them yet. */
async function quiet(here: Town, name: string) {
  await (await Somebody.of(here, name)).does('notifications/clear');
}

export const lines = (tag: Element) => all(tag, '.feed > li[data-key]');
export const said = (tag: Element) => all(tag, '.notification-line').map((line) => flat(line));
export const flat = (element: Element) =>
  seen(element)
    .replace(/[\u2066-\u2069]|:\w+:/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** As many lines are there. */
export const has = (tag: Element, n: number) => until(() => lines(tag).length === n, `${n} lines`);

export const press = (tag: Element, value: string, at = 0): void => {
  const button = all<HTMLButtonElement>(tag, `button[value="${value}"]`)[at];
  if (!button) throw new Error(`No button ${value}. Seen: ${seen(tag).slice(0, 500)}`);
  button.click();
};

let id = 1000;

/** An account as the API answers it. */
export const account = (username: string, displayName: string, more: object = {}) => ({
  id: `a-${username}`,
  username,
  acct: `${username}@elsewhere.example`,
  display_name: displayName,
  url: `https://elsewhere.example/@${username}`,
  ...more,
});

/** A group as the API answers it. */
export const group = (type: string, accounts: readonly string[], more: object = {}) => ({
  group_key: `ungrouped-${++id}`,
  notifications_count: Math.max(1, accounts.length),
  type,
  most_recent_notification_id: id,
  page_min_id: String(id),
  page_max_id: String(id),
  latest_page_notification_at: new Date(Date.now() - 7_200_000).toISOString(),
  sample_account_ids: accounts.map((name) => `a-${name}`),
  ...more,
});

/** A post as the API answers it. */
export const post = (by: object, content: string, more: object = {}) => ({
  id: `p-${++id}`,
  uri: `https://elsewhere.example/p/${id}`,
  url: `https://elsewhere.example/@x/${id}`,
  account: by,
  content: `<p>${content}</p>`,
  created_at: new Date().toISOString(),
  visibility: 'public',
  ...more,
});

/** A server that answers with these. */
export const answers = (
  here: Town,
  groups: readonly object[],
  accounts: readonly object[],
  statuses: readonly object[] = [],
) =>
  here.breaks({
    path: '/api/v2/notifications',
    status: 200,
    body: { accounts, statuses, notification_groups: groups },
  });

export type { Post, Town };
