import type { Instance } from '../instance.js';
import { boost, endPolls } from '../deeds/react.js';
import { notify } from '../deeds/notify.js';
import { blankStatus } from '../deeds/post.js';
import { toHtml } from '../world/text.js';
import { pictures } from '../pictures/pictures.js';
import { drawings } from '../pictures/drawings.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { cardImagePath } from './cards.js';
import { farPeople } from './people.js';
import { Chance } from './random.js';
import { readScript, settle, span, type ScriptedPost } from './script.js';
import { plantEmojis, plantFarPeople, plantFollows, plantPeople } from './settle.js';
import { attach, speak } from './speak.js';
import { townOf, type Town } from './towns.js';

const minuteMs = 60_000;

/** Everything anybody of a town says, the oldest first. */
function sayings(town: Town, chance: Chance): ScriptedPost[] {
  const scripted = Object.entries(town.scripts).flatMap(([by, script]) => readScript(by, script));
  return [...settle(scripted), ...town.bot(chance)].sort((a, b) => b.ago - a.ago);
}

const jitter = (chance: Chance) => chance.whole(1, 59_000);

/** Each post is liked by a few of the others, soon after it was said. */
function like(instance: Instance, chance: Chance, people: readonly AccountRow[], status: StatusRow): void {
  if (status.visibility === 'private') return;
  for (const who of people) {
    if (who.id === status.accountId || who.bot || !chance.happens(0.16)) continue;
    const at = Math.min(status.createdAt + chance.whole(1, 600) * minuteMs, instance.now() - jitter(chance));
    if (at <= status.createdAt) continue;
    instance.world.favourites.add(who.id, status.id, at);
    notify(instance, 'favourite', status.accountId, who.id, status, at);
  }
}

function farPosts(instance: Instance, accounts: readonly AccountRow[]): void {
  accounts.forEach((author, at) => {
    for (const [ago, text, media = ''] of farPeople[at]!.posts) {
      const status = blankStatus(instance, author, instance.now() - span(ago) * minuteMs);
      const uri = `${author.uri}/statuses/${status.id}`;
      status.content = toHtml(text, { origin: `https://${author.domain}`, mention: () => undefined });
      Object.assign(status, { uri, url: `${author.url}/${status.id}`, text: status.content });
      status.crowd = { replies: 3, boosts: author.crowd.followers >> 2, favourites: author.crowd.followers };
      attach(instance, author, status, { media });
      for (const id of status.mediaIds) instance.world.media.get(id)!.remoteUrl = `${author.url}/media/${id}.svg`;
      instance.world.addStatus(status);
    }
  });
}

/** Rows were made person by person and post by post: what people were told is put in the order of time. */
function orderNotifications(instance: Instance): void {
  const { notifications } = instance.world;
  notifications.sort((a, b) => a.createdAt - b.createdAt);
  notifications.forEach((row, at) => {
    row.id = String(at + 1);
    if (row.groupKey.startsWith('ungrouped')) row.groupKey = `ungrouped-${row.id}`;
  });
}

function plantBoosts(instance: Instance, town: Town, named: ReadonlyMap<string, StatusRow>): void {
  for (const [by, ago, of] of town.boosts) {
    const who = instance.world.accountByName(by, null)!;
    boost(instance, who, named.get(of)!, 'public', instance.now() - span(ago) * minuteMs);
  }
}

/** Bookmarks, a list, and how far each has read. */
function plantHabits(instance: Instance, chance: Chance, people: readonly AccountRow[]): void {
  const { world } = instance;
  for (const who of people) {
    for (const status of world.ordered) {
      if (status.boostOf === null && status.visibility === 'public' && chance.happens(0.02)) {
        world.bookmarks.add(who.id, status.id, instance.now() - chance.whole(60, 9000) * minuteMs);
      }
    }
    const told = world.notifications.filter(({ accountId }) => accountId === who.id);
    const lastReadId = told.at(-4)?.id;
    if (lastReadId)
      world.markers.set(`${who.id} notifications`, { lastReadId, version: 1, updatedAt: instance.now() - 3_600_000 });
  }
  const [owner, ...others] = people;
  const memberIds = others
    .filter(({ id }) => world.follow(owner!.id, id))
    .slice(0, 4)
    .map(({ id }) => id);
  world.lists.push({
    id: world.serial('lists'),
    accountId: owner!.id,
    title: 'Near the water',
    repliesPolicy: 'list',
    exclusive: false,
    memberIds,
  });
}

function plantFiles({ world }: Instance): void {
  for (const name of ['hills', 'stones', 'type', 'books']) {
    world.files.set(cardImagePath(name), { type: 'image/svg+xml', body: pictures[name]!.svg });
  }
  world.files.set('/system/site_uploads/files/000/000/001/@1x/preview.svg', {
    type: 'image/svg+xml',
    body: drawings.harbour,
  });
}

/** Fills an empty world: people, follows, posts, boosts, favourites and what everybody was told of it. */
export function plant(instance: Instance): void {
  const chance = new Chance(instance.seed);
  const town = townOf(instance.seed);
  Object.assign(instance.settings, { title: town.title, description: town.description });
  plantFiles(instance);
  plantEmojis(instance);
  const people = plantPeople(instance, town);
  farPosts(instance, plantFarPeople(instance));
  plantFollows(instance, chance, people);
  const named = new Map<string, StatusRow>();
  for (const post of sayings(town, chance)) {
    const author = instance.world.accountByName(post.by, null)!;
    const status = speak(instance, chance, author, post, named);
    if (post.words['id']) named.set(post.words['id'], status);
    if (post.words['pin'] !== undefined) instance.world.pins.add(author.id, status.id, status.createdAt);
    like(instance, chance, people, status);
  }
  plantBoosts(instance, town, named);
  endPolls(instance);
  orderNotifications(instance);
  plantHabits(instance, chance, people);
}
