import { html } from 'lit';
import { textOf } from '../../content/content.js';
import { full } from '../../i18n/figures.js';
import type { NotificationsWords } from '../../i18n/notifications.js';
import type { NotificationContext, NotificationData } from './notification-data.js';
import { excerptOf, named, postLink } from './names.js';

type Term = keyof NotificationsWords;

/** Types whose sentence names one person, and nothing else. */
const plain = new Set<string>(['follow_request', 'update', 'quoted_update'] satisfies Term[]);

/** Types that a server may group. */
const groups = new Set<string>(['reblog', 'favourite', 'follow', 'admin.sign_up'] satisfies Term[]);

/** Types whose post stands there in full. */
export const isWhole = ({ group, status }: NotificationData): boolean =>
  !!status && ['mention', 'status', 'quote'].includes(group.type);

/** A number that a server says, or the people it names where it says none that can be true. */
function grouped({ group, accounts }: NotificationData, context: NotificationContext) {
  const { words, post } = context;
  const [first, second] = accounts;
  const all = Math.max(group.count, accounts.length);
  const name = named(first, context);
  if (all < 2) return words.weave<unknown>(group.type as Term, { name });
  if (all === 2 && second)
    return words.weave<unknown>(`${group.type}Two` as Term, { name, second: named(second, context) });
  return words.weave<unknown>(`${group.type}Many` as Term, { name, n: full(all - 1, post) });
}

function poll({ status }: NotificationData, context: NotificationContext) {
  const { words, me } = context;
  const own = status?.account === me.key;
  const text = status && excerptOf(status, context);
  if (!status || !text) return words.say(own ? 'pollOwn' : 'poll');
  return words.weave<unknown>(own ? 'pollOwnText' : 'pollText', { text: postLink(status, html`<b>${text}</b>`) });
}

function report({ group, target, accounts }: NotificationData, context: NotificationContext) {
  const values = { name: named(accounts[0], context), target: named(target, context) };
  return context.words.weave<unknown>(group.report?.statusesCount ? 'admin.reportPost' : 'admin.report', values);
}

function collection({ group, accounts }: NotificationData, context: NotificationContext) {
  const { type, collection } = group;
  const name = named(accounts[0], context);
  if (!collection?.name) return context.words.weave<unknown>(type as Term, { name });
  const term = type === 'added_to_collection' ? 'addedTo' : 'collectionEdited';
  return context.words.weave<unknown>(term, { name, collection: html`<b><bdi>${collection.name}</bdi></b>` });
}

const bold = (text: string) => html`<b><bdi dir="ltr">${text}</bdi></b>`;

/** One word of several, by what a server names; the last where it names what is not known. */
const oneOf = <T extends string>(name: string | undefined, known: readonly T[], other: T): T =>
  known.find((each) => each === name) ?? other;

function severed({ group: { event } }: NotificationData, { words, host }: NotificationContext) {
  const known = ['domain_block', 'user_domain_block', 'account_suspension'] as const;
  const kind = oneOf<(typeof known)[number] | ''>(event?.type, known, '');
  if (!event?.target) return words.say('severed_relationships');
  return words.weave<unknown>(kind ? `severed-${kind}` : 'severedFrom', {
    host: bold(host),
    target: bold(event.target),
  });
}

function warned({ group: { warning } }: NotificationData, { words, host }: NotificationContext) {
  const kind = oneOf<(typeof deeds)[number] | ''>(warning?.action, deeds, '');
  return words.weave<unknown>(kind ? `warning-${kind}` : 'moderation_warning', { host: bold(host) });
}

const deeds = ['disable', 'mark_statuses_as_sensitive', 'delete_statuses', 'sensitive', 'silence', 'suspend'] as const;

function annual({ group: { year } }: NotificationData, { words, host }: NotificationContext) {
  return words.weave<unknown>(year ? 'annualOf' : 'annual_report', { host: bold(host), year: String(year) });
}

/** What is known of a type that is not: what its server says of it, as plain text. */
function unknown({ group: { fallback } }: NotificationData, { words, host }: NotificationContext) {
  const title = fallback && textOf(fallback.title);
  return title ? html`<span dir="auto">${title}</span>` : words.weave<unknown>('unknown', { host: bold(host) });
}

const rows: Readonly<Record<string, (data: NotificationData, context: NotificationContext) => unknown>> = {
  poll,
  'admin.report': report,
  added_to_collection: collection,
  collection_update: collection,
  severed_relationships: severed,
  moderation_warning: warned,
  annual_report: annual,
};

const lines: Readonly<Record<string, Term>> = { mention: 'mentionLine', status: 'statusLine', quote: 'quoteLine' };

/** What has happened, in a sentence. */
export function sentence(data: NotificationData, context: NotificationContext): unknown {
  const { type } = data.group;
  if (groups.has(type)) return grouped(data, context);
  if (Object.hasOwn(rows, type)) return rows[type]!(data, context);
  const term = plain.has(type) ? (type as Term) : Object.hasOwn(lines, type) ? lines[type] : undefined;
  return term ? context.words.weave<unknown>(term, { name: named(data.accounts[0], context) }) : unknown(data, context);
}
