import type { Instance } from '../instance.js';
import { addPoll, answer, blankStatus, fillContent } from '../deeds/post.js';
import { hearOfPost } from '../deeds/hear.js';
import { snapshot } from '../deeds/edit.js';
import { filePath } from '../deeds/upload.js';
import { digest } from '../http/cache.js';
import { pictures } from '../pictures/pictures.js';
import { birdSeconds, birdSong } from '../pictures/sound.js';
import type { AccountRow, MediaRow, StatusRow, Visibility } from '../world/rows.js';
import { cardFor } from './cards.js';
import type { Chance } from './random.js';
import { span, type ScriptedPost } from './script.js';

const minuteMs = 60_000;

const application = { name: 'Web', website: null };

function medium(instance: Instance, author: AccountRow, status: StatusRow, name: string): MediaRow {
  const { world, origin } = instance;
  const picture = pictures[name];
  const id = world.ids.at(status.createdAt);
  const file = `${digest(name + id).slice(0, 16)}.${picture ? 'svg' : 'wav'}`;
  for (const size of ['original', 'small'] as const) {
    world.files.set(filePath(id, size, file), {
      type: picture ? 'image/svg+xml' : 'audio/wav',
      body: picture ? picture.svg : birdSong,
    });
  }
  return {
    id,
    accountId: author.id,
    statusId: status.id,
    type: picture ? 'image' : 'audio',
    url: origin + filePath(id, 'original', file),
    previewUrl: origin + filePath(id, 'small', file),
    remoteUrl: null,
    description: picture?.alt ?? null,
    blurhash: picture?.blurhash ?? null,
    width: picture?.width ?? 0,
    height: picture?.height ?? 0,
    duration: picture ? null : birdSeconds,
    focus: picture?.focus ?? null,
    readyAt: 0,
  };
}

/** `alt` gives one text a picture, parted by bars; an empty one means that nobody described it. */
export function attach(instance: Instance, author: AccountRow, status: StatusRow, words: ScriptedPost['words']): void {
  const names = (words['media'] ?? '').split(',').filter(Boolean);
  const texts = words['alt']?.split('|');
  names.forEach((name, at) => {
    const row = medium(instance, author, status, name);
    if (texts?.[at] !== undefined) row.description = texts[at] || null;
    instance.world.media.set(row.id, row);
    status.mediaIds.push(row.id);
  });
}

function askPeople(instance: Instance, status: StatusRow, words: ScriptedPost['words']): void {
  const options = words['poll']?.split('|').filter(Boolean);
  if (!options) return;
  const poll = addPoll(instance, status, {
    options,
    expiresIn: 0,
    multiple: words['multiple'] !== undefined,
    hideTotals: words['hidden'] !== undefined,
  });
  poll.expiresAt = instance.now() + span(words['ends'] ?? '1d') * minuteMs;
  poll.crowd = (words['votes'] ?? '').split(',').map(Number);
  const total = poll.crowd.reduce((sum, count) => sum + count, 0);
  poll.crowdVoters = poll.multiple ? Math.ceil(total * 0.7) : total;
}

/** The history of a post that was put right later. */
function amend(instance: Instance, status: StatusRow, words: ScriptedPost['words']): void {
  const before = words['edited'];
  if (before === undefined) return;
  const text = status.text;
  status.text = before;
  fillContent(instance, status);
  status.edits.push(snapshot(instance, status, status.createdAt));
  status.text = text;
  fillContent(instance, status);
  status.editedAt = instance.now() - span(words['editedago'] ?? '1m') * minuteMs;
  status.edits.push(snapshot(instance, status, status.editedAt));
}

/** What somebody said, at its time, with all that hangs on it. `named` finds the posts it speaks of. */
export function speak(
  instance: Instance,
  chance: Chance,
  author: AccountRow,
  { ago, text, words }: ScriptedPost,
  named: ReadonlyMap<string, StatusRow>,
): StatusRow {
  const status = blankStatus(instance, author, instance.now() - ago * minuteMs + chance.whole(-20, 20) * 1000);
  const find = (name: string | undefined) => (name === undefined ? undefined : named.get(name));
  const [parent, quoted] = [find(words['re']), find(words['quote'])];
  status.text = text;
  status.spoiler = words['cw'] ?? '';
  status.sensitive = words['sensitive'] !== undefined || !!status.spoiler;
  status.visibility = (words['vis'] ?? 'public') as Visibility;
  status.language = words['lang'] ?? author.language;
  if (status.visibility === 'private') status.quotePolicy = 'nobody';
  status.application = application;
  if (parent) answer(status, parent);
  if (quoted) status.quote = { state: words['qstate'] === 'pending' ? 'pending' : 'accepted', statusId: quoted.id };
  attach(instance, author, status, words);
  askPeople(instance, status, words);
  fillContent(instance, status);
  amend(instance, status, words);
  status.card = cardFor(instance, status.text);
  const likes = Number(words['likes'] ?? (parent ? 0 : chance.whole(0, 9)));
  status.crowd = { replies: 0, favourites: likes, boosts: Number(words['boosts'] ?? Math.floor(likes / 9)) };
  instance.world.addStatus(status);
  hearOfPost(instance, status, status.createdAt);
  return status;
}
