import type { Instance } from '../instance.js';
import { snapshot } from '../deeds/edit.js';
import { answer, blankStatus } from '../deeds/post.js';
import type { AccountRow, EmojiRow, MediaRow, PollRow, QuotePolicy, StatusRow, Visibility } from '../world/rows.js';
import { saltOf } from '../world/ids.js';
import { cardFor } from '../seed/cards.js';
import { cachedUrl, fetchActivity, group, idOf, list, publicAddress, text, whole, type Activity } from './json.js';

const time = (value: unknown, otherwise: number) => Date.parse(text(value)) || otherwise;

function emojisOf(instance: Instance, object: Activity): EmojiRow[] {
  const tags = list(object['tag'])
    .map(group)
    .filter(({ type }) => type === 'Emoji');
  return tags.map(({ name, icon }) => ({
    shortcode: text(name).replaceAll(':', ''),
    url: cachedUrl(instance, text(group(icon)['url'])),
    staticUrl: cachedUrl(instance, text(group(icon)['static'])),
    category: null,
    visibleInPicker: false,
  }));
}

const pictureOf = (instance: Instance, value: unknown) => {
  const url = text(group(value)['url']);
  return url ? cachedUrl(instance, url) : '';
};

/** Counts that came with a person, less what is kept here and counted anyway. */
function crowdOf({ world }: Instance, person: Activity, known: AccountRow | undefined): AccountRow['crowd'] {
  const total = (name: string) => whole(group(person[name])['totalItems']);
  const follows = (side: 'from' | 'to') => world.follows.filter((row) => row[side] === known?.id).length;
  return {
    followers: Math.max(0, total('followers') - follows('to')),
    following: Math.max(0, total('following') - follows('from')),
    statuses: Math.max(0, total('outbox') - (known ? world.statusesOf(known.id).length : 0)),
  };
}

function profileOf(instance: Instance, person: Activity) {
  const avatar = pictureOf(instance, person['icon']);
  const fields = list(person['attachment']).map(group);
  return {
    displayName: text(person['name']),
    note: text(person['summary']),
    fields: fields.map(({ name, value }) => ({ name: text(name), value: text(value), verifiedAt: null })),
    avatar,
    avatarStatic: avatar,
    avatarDescription: text(group(person['icon'])['summary']),
    header: pictureOf(instance, person['image']),
    headerDescription: text(group(person['image'])['summary']),
    emojis: emojisOf(instance, person),
  };
}

/** Keeps somebody of another instance, new or again. Undefined for what is no person. */
export function keepPerson(instance: Instance, person: Activity): AccountRow | undefined {
  const uri = text(person['id']);
  const username = text(person['preferredUsername']);
  if (!URL.canParse(uri) || !username || new URL(uri).host === instance.host) return undefined;
  const { world } = instance;
  const known = world.accountByUri(uri);
  const createdAt = time(person['published'], instance.now());
  const row: AccountRow = {
    ...profileOf(instance, person),
    id: known?.id ?? world.ids.at(createdAt, saltOf(instance.host)),
    username,
    domain: new URL(uri).host,
    bot: person['type'] === 'Service',
    locked: person['manuallyApprovesFollowers'] === true,
    discoverable: person['discoverable'] === true,
    indexable: person['indexable'] === true,
    hideCollections: false,
    createdAt,
    uri,
    url: text(person['url']) || uri,
    language: 'en',
    quotePolicy: 'public',
    crowd: crowdOf(instance, person, known),
  };
  return world.addAccount(known ? Object.assign(known, row) : row);
}

function visibilityOf(note: Activity): Visibility {
  const [to, cc] = [list(note['to']), list(note['cc'])];
  if (to.includes(publicAddress)) return 'public';
  if (cc.includes(publicAddress)) return 'unlisted';
  return [...to, ...cc].some((address) => text(address).endsWith('/followers')) ? 'private' : 'direct';
}

function keepMedia(instance: Instance, status: StatusRow, attachment: Activity): string {
  const url = text(attachment['url']);
  const known = [...instance.world.media.values()].find(({ remoteUrl }) => remoteUrl === url);
  const [x, y] = list(attachment['focalPoint']).map(whole);
  const kept = cachedUrl(instance, url);
  const row: MediaRow = {
    id: known?.id ?? instance.world.ids.at(status.createdAt, saltOf(instance.host)),
    accountId: status.accountId,
    statusId: status.id,
    type: (text(attachment['kind']) || 'image') as MediaRow['type'],
    url: kept,
    previewUrl: kept.replace('/original/', '/small/'),
    remoteUrl: url,
    description: text(attachment['name']) || null,
    blurhash: text(attachment['blurhash']) || null,
    width: whole(attachment['width']),
    height: whole(attachment['height']),
    duration: whole(attachment['duration']) || null,
    focus: x === undefined || y === undefined ? null : { x, y },
    readyAt: 0,
  };
  instance.world.media.set(row.id, row);
  return row.id;
}

function keepPoll(instance: Instance, status: StatusRow, note: Activity): string | null {
  const options = list(note['oneOf'] ?? note['anyOf']).map(group);
  if (!options.length) return null;
  const known = status.pollId === null ? undefined : instance.world.polls.get(status.pollId);
  // Totals come with the note; our own people's votes are counted here too, so they are taken off.
  const own = (at: number) => known?.votes.filter(({ choice }) => choice === at).length ?? 0;
  const voters = new Set(known?.votes.map(({ accountId }) => accountId)).size;
  const poll: PollRow = {
    id: known?.id ?? instance.world.serial('polls'),
    accountId: status.accountId,
    statusId: status.id,
    expiresAt: note['endTime'] === undefined ? null : time(note['endTime'], instance.now()),
    multiple: note['anyOf'] !== undefined,
    hideTotals: note['hideTotals'] === true,
    options: options.map(({ name }) => text(name)),
    crowd: options.map(({ replies }, at) => Math.max(0, whole(group(replies)['totalItems']) - own(at))),
    crowdVoters: Math.max(0, whole(note['votersCount']) - voters),
    votes: known?.votes ?? [],
    notified: known?.notified ?? false,
  };
  instance.world.polls.set(poll.id, poll);
  return poll.id;
}

/** Fills a post of another instance from its note, as far as it can change by an edit. */
function fill(instance: Instance, status: StatusRow, note: Activity): void {
  const { world } = instance;
  const tags = list(note['tag']).map(group);
  status.content = text(note['content']);
  status.text = status.content;
  status.spoiler = text(note['summary']);
  status.sensitive = note['sensitive'] === true;
  status.language = text(note['language']) || null;
  status.quotePolicy = (text(note['quotePolicy']) || 'public') as QuotePolicy;
  status.tags = tags
    .filter(({ type }) => type === 'Hashtag')
    .map(({ name }) => text(name).replace('#', '').toLowerCase());
  const people = tags.filter(({ type }) => type === 'Mention').map(({ href }) => world.accountByUri(text(href))?.id);
  status.mentions = people.filter((id) => id !== undefined);
  status.emojis = emojisOf(instance, note);
  status.mediaIds = list(note['attachment']).map((one) => keepMedia(instance, status, group(one)));
  status.pollId = keepPoll(instance, status, note);
  status.card = cardFor(instance, status.content);
  const own = {
    likes: world.favourites.on(status.id).length,
    shares: world.ordered.filter(({ boostOf }) => boostOf === status.id).length,
  };
  const total = (name: 'likes' | 'shares') => Math.max(0, whole(group(note[name])['totalItems']) - own[name]);
  status.crowd = { replies: status.crowd.replies, favourites: total('likes'), boosts: total('shares') };
}

/** Somebody by address, asked of their instance when not known here. */
export async function meet(instance: Instance, uri: string): Promise<AccountRow | undefined> {
  const known = instance.world.accountByUri(uri);
  if (known) return known;
  const person = await fetchActivity(instance, uri);
  return person && keepPerson(instance, person);
}

/** A post by address, asked of its instance when not known here. */
export async function meetPost(instance: Instance, uri: string, depth = 0): Promise<StatusRow | undefined> {
  const known = instance.world.statusByUri(uri);
  if (known) return known;
  const note = await fetchActivity(instance, uri);
  return note && keepNote(instance, note, depth);
}

const deepest = 20;

/** Keeps a post of another instance with all it stands on; one that is known is brought up to date. */
export async function keepNote(instance: Instance, note: Activity, depth = 0): Promise<StatusRow | undefined> {
  const { world } = instance;
  const uri = text(note['id']);
  if (!['Note', 'Question'].includes(text(note['type'])) || depth > deepest) return undefined;
  const author = await meet(instance, idOf(note['attributedTo']));
  if (!author || author.domain === null || new URL(uri).host !== author.domain) return undefined;
  for (const tag of list(note['tag']).map(group))
    if (tag['type'] === 'Mention') await meet(instance, text(tag['href']));
  const parent = note['inReplyTo'] ? await meetPost(instance, idOf(note['inReplyTo']), depth + 1) : undefined;
  const quoted = note['quote'] ? await meetPost(instance, idOf(note['quote']), depth + 1) : undefined;
  const known = world.statusByUri(uri);
  const status = known ?? blankStatus(instance, author, time(note['published'], instance.now()));
  const edited = note['updated'] === undefined ? null : time(note['updated'], instance.now());
  if (known && edited !== null && !known.edits.length) known.edits.push(snapshot(instance, known, known.createdAt));
  Object.assign(status, { uri, url: text(note['url']) || uri, visibility: visibilityOf(note) });
  if (parent) answer(status, parent);
  if (quoted) status.quote ??= { state: 'accepted', statusId: quoted.id };
  fill(instance, status, note);
  if (known && edited !== null && edited !== known.editedAt) known.edits.push(snapshot(instance, status, edited));
  status.editedAt = edited;
  return known ?? world.addStatus(status);
}
