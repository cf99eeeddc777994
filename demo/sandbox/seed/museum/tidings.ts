import { blankStatus, fillContent } from '../../deeds/post.js';
import { snapshot } from '../../deeds/edit.js';
import { notify } from '../../deeds/notify.js';
import { newFollow } from '../../deeds/relate.js';
import { boost } from '../../deeds/react.js';
import { accountJson, iso, type Json } from '../../entities/account.js';
import type { Instance } from '../../instance.js';
import type { NotificationType } from '../../world/notification-rows.js';
import type { AccountRow, StatusRow } from '../../world/rows.js';

const minuteMs = 60_000;

/** What few kinds carry, as the API shows it. */
export function aboutOf(instance: Instance, type: string, about: AccountRow, statusIds: readonly string[] = []): Json {
  const at = iso(instance.now());
  const target_account = accountJson(instance, about);
  switch (type) {
    case 'severed_relationships': {
      const event = { id: '7', type: 'domain_block', purged: false, target_name: 'fog.example' };
      return { event: { ...event, followers_count: 3, following_count: 1, created_at: at } };
    }
    case 'moderation_warning': {
      const text = 'Please keep the turnips behind a warning.';
      const warning = { id: '4', action: 'mark_statuses_as_sensitive', text, status_ids: statusIds };
      return { moderation_warning: { ...warning, target_account, appeal: null, created_at: at } };
    }
    case 'admin.report': {
      const comment = 'It moved. I counted twice.';
      const report = { id: '12', action_taken: false, action_taken_at: null, category: 'other', comment };
      const ids = { status_ids: statusIds, rule_ids: null, collection_ids: [] };
      return { report: { ...report, ...ids, forwarded: false, created_at: at, target_account } };
    }
    case 'added_to_collection':
    case 'collection_update': {
      const url = `${instance.origin}/collections/5`;
      const names = { id: '5', account_id: about.id, name: 'People who look closely', description: '', language: 'en' };
      const rest = { local: true, sensitive: false, discoverable: true, item_count: 2, items: [], tag: null };
      return { collection: { ...names, ...rest, uri: url, url, created_at: at, updated_at: at } };
    }
    case 'annual_report':
      return { annual_report: { year: String(new Date(instance.now()).getUTCFullYear() - 1) } };
    default:
      return {};
  }
}

/** What the server says of kinds that a client may not know. */
const fallbacks: Partial<Record<NotificationType, (name: string) => { title: string; summary: string }>> = {
  lantern_lit: (name) => ({
    title: `<strong>${name}</strong> has lit a lantern for you`,
    summary: '<p>It hangs in the second window from the left, until morning.</p>',
  }),
  added_to_collection: (name) => ({ title: `<strong>${name}</strong> has added you to a collection`, summary: '' }),
  collection_update: (name) => ({ title: `<strong>${name}</strong> has changed a collection`, summary: '' }),
};

/** Tells somebody of something of any kind, with what that kind carries. */
export function tell(
  instance: Instance,
  type: NotificationType,
  to: AccountRow,
  from: AccountRow,
  { status, at, about }: { status?: StatusRow | undefined; at?: number; about?: Json | undefined } = {},
) {
  const target = type === 'admin.report' ? from : type.includes('collection') ? from : to;
  const more = {
    about: about ?? aboutOf(instance, type, target, status ? [status.id] : []),
    fallback: fallbacks[type]?.(from.username),
  };
  // Of a report and of a warning, the posts stand in what they carry.
  const shown = type === 'admin.report' || type === 'moderation_warning' ? undefined : status;
  return notify(instance, type, to.id, from.id, shown, at, more);
}

/** Posts that only who follows or is named finds. */
function say(instance: Instance, author: AccountRow, ago: number, text: string, fields: Partial<StatusRow> = {}) {
  const status = blankStatus(instance, author, instance.now() - ago * minuteMs);
  Object.assign(status, { text, visibility: 'unlisted', language: 'en', ...fields });
  fillContent(instance, status);
  return instance.world.addStatus(status);
}

/** One thing of each kind that somebody can be told, and two people who wait to be heard. */
export function tellVisitor(instance: Instance, visitor: AccountRow, neighbours: readonly AccountRow[]): void {
  const { world, now } = instance;
  const named = (name: string) => world.accountByName(name, null)!;
  const [museum, guard, guide, donor] = ['museum', 'night_guard', 'audio_guide', 'donor'].map(named) as [
    AccountRow,
    AccountRow,
    AccountRow,
    AccountRow,
  ];
  const [first, second, third] = neighbours.filter(({ bot }) => !bot) as [AccountRow, AccountRow, AccountRow];
  const mine = say(
    instance,
    visitor,
    900,
    'Stood in front of the comma for an hour. It did not move. I did, a little.',
  );
  const asked = [...world.polls.values()].find(({ votes }) => votes.some(({ accountId }) => accountId === visitor.id));
  const poll = asked && world.statuses.get(asked.statusId);
  const [from, to] = ['The comma is upstairs now', 'The comma is downstairs again'];
  const moved = say(instance, guard, 800, from);
  boost(instance, visitor, moved, 'unlisted', now() - 790 * minuteMs);
  moved.edits.push(snapshot(instance, moved, moved.createdAt));
  Object.assign(moved, { text: to, editedAt: now() - 300 * minuteMs });
  fillContent(instance, moved);
  moved.edits.push(snapshot(instance, moved, moved.editedAt!));
  const quote = { state: 'accepted' as const, statusId: mine.id };
  const quoting = say(instance, second, 260, 'An hour well spent', { quote });
  const quotes = say(instance, visitor, 700, 'This, but with tea', { quote: { ...quote, statusId: moved.id } });
  const hello = say(instance, guard, 40, '@visitor the exhibit you leaned on has asked after you.');
  const call = say(instance, museum, 30, 'Open late tonight: the moon is up, and so are we.');
  const report = { about: aboutOf(instance, 'admin.report', donor, []) };

  const told: [NotificationType, AccountRow, Parameters<typeof tell>[4]?][] = [
    ['annual_report', visitor],
    ['admin.sign_up', donor],
    ['admin.report', guard, report],
    ['severed_relationships', visitor],
    ['moderation_warning', visitor, { status: mine }],
    ['collection_update', museum],
    ['added_to_collection', guard],
    ['lantern_lit', guard],
    ['poll', museum, { status: poll }],
    ['update', guard, { status: moved }],
    ['quoted_update', guard, { status: quotes }],
    ['quote', second, { status: quoting }],
    ['reblog', third, { status: mine }],
    ...[museum, guide, first, second, third].map((who): [NotificationType, AccountRow, { status: StatusRow }] => [
      'favourite',
      who,
      { status: mine },
    ]),
    ...[second, third].map((who): [NotificationType, AccountRow] => ['follow', who]),
    ['follow_request', donor],
    ['status', museum, { status: call }],
    ['mention', guard, { status: hello }],
  ];
  for (const who of [museum, guide, first, second, third])
    world.favourites.add(who.id, mine.id, now() - 100 * minuteMs);
  for (const who of [second, third]) world.follows.push(newFollow(instance, who, visitor, now() - 50 * minuteMs));
  world.requests.push(newFollow(instance, donor, visitor, now() - 45 * minuteMs));
  boost(instance, third, mine, 'unlisted', now() - 120 * minuteMs);
  world.notifications.splice(
    0,
    world.notifications.length,
    ...world.notifications.filter(({ accountId }) => accountId !== visitor.id),
  );
  told.forEach(([type, who, more], index) =>
    tell(instance, type, visitor, who, { ...more, at: now() - (told.length - index) * 11 * minuteMs }),
  );
  for (const who of [donor, first]) {
    const visibility = 'direct';
    const whisper = say(instance, who, 20, '@visitor psst. Is it true about the comma?', { visibility });
    tell(instance, 'mention', visitor, who, { status: whisper });
  }
}
