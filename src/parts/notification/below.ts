import { html, nothing } from 'lit';
import { textOf } from '../../content/content.js';
import { full } from '../../i18n/figures.js';
import type { NotificationContext, NotificationData } from './notification-data.js';
import { excerptOf, postLink, serverLink } from './names.js';
import { resultOf } from './result.js';

const quiet = (text: unknown) => (text ? html`<p class="notification-excerpt" dir="auto">${text}</p>` : nothing);

/** What moderators and reporters write is plain text, in whatever language. */
const quoted = (text: string) => (text ? html`<p class="notification-excerpt"><q dir="auto">${text}</q></p>` : nothing);

function severed({ group: { event } }: NotificationData, { words, post, host, origin }: NotificationContext) {
  const { followersCount = 0, followingCount = 0, purged } = event ?? {};
  const lost = [
    followersCount ? words.say('lostFollowers', { n: full(followersCount, post) }) : '',
    followingCount ? words.say('lostFollowing', { n: full(followingCount, post) }) : '',
  ].filter(Boolean);
  return [
    lost.length
      ? html`<p class="notification-excerpt">${words.say('severedHow')}</p>
          <ul class="notification-facts">${lost.map((each) => html`<li>${each}</li>`)}</ul>`
      : nothing,
    event && !purged ? serverLink(`${origin}/severed_relationships`, words.say('openSevered', { host })) : nothing,
  ];
}

function warned({ group: { warning } }: NotificationData, { words, host, origin }: NotificationContext) {
  return [
    quoted(warning?.text ?? ''),
    warning?.id
      ? serverLink(`${origin}/disputes/strikes/${encodeURIComponent(warning.id)}`, words.say('openWarning', { host }))
      : nothing,
  ];
}

function reported({ group: { report } }: NotificationData, { words, host, origin }: NotificationContext) {
  return [
    quoted(report?.comment ?? ''),
    report?.id
      ? serverLink(`${origin}/admin/reports/${encodeURIComponent(report.id)}`, words.say('openReport', { host }))
      : nothing,
  ];
}

function collected({ group: { collection } }: NotificationData, { words }: NotificationContext) {
  const { url } = collection ?? {};
  return url ? serverLink(url, words.say('openCollection', { host: new URL(url).host })) : nothing;
}

function unknown({ group: { fallback } }: NotificationData, { words, host, origin }: NotificationContext) {
  return [
    quiet(fallback && textOf(fallback.summary)),
    serverLink(`${origin}/notifications`, words.say('openThere', { host })),
  ];
}

function excerpt({ status }: NotificationData, context: NotificationContext) {
  const text = status && excerptOf(status, context);
  return text ? html`<p>${postLink(status, text, 'notification-excerpt')}</p>` : nothing;
}

const people = () => nothing;

type Below = (data: NotificationData, context: NotificationContext) => unknown;

/** One row a type. What is not here is not known here. */
const rows: Readonly<Record<string, Below>> = {
  mention: excerpt,
  status: excerpt,
  quote: excerpt,
  reblog: excerpt,
  favourite: excerpt,
  update: excerpt,
  quoted_update: excerpt,
  follow: people,
  follow_request: people,
  'admin.sign_up': people,
  poll: ({ status }, context) => quiet(status?.poll && resultOf(status.poll, context)),
  'admin.report': reported,
  added_to_collection: collected,
  collection_update: collected,
  severed_relationships: severed,
  moderation_warning: warned,
  annual_report: (_data, { words, host, origin }) =>
    serverLink(`${origin}/notifications`, words.say('openAnnual', { host })),
};

/** What stands below the sentence: the post's first words, what else is known, and the way to the server's own page. */
export const below: Below = (data, context) =>
  (Object.hasOwn(rows, data.group.type) ? rows[data.group.type]! : unknown)(data, context);
