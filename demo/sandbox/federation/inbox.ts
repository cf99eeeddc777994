import type { Instance } from '../instance.js';
import { boost, favourite, unfavourite } from '../deeds/react.js';
import { acceptFollow, follow, rejectFollow, unfollow } from '../deeds/relate.js';
import { remove } from '../deeds/remove.js';
import { hearOfPost, hearOfEdit } from '../deeds/hear.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { quoteAnswer } from '../world/visibility.js';
import { group, idOf, text, type Activity } from './json.js';
import { keepNote, meet, meetPost } from './inward.js';
import { tellFollowAnswer, tellQuoteAnswer } from './tell.js';

const isOurs = ({ world }: Instance, status: StatusRow) => world.account(status.accountId).domain === null;

/** A note that answers a poll with the name of a choice is a vote. */
function takeVote(instance: Instance, actor: AccountRow, note: Activity): boolean {
  const status = instance.world.statusByUri(idOf(note['inReplyTo']));
  const poll = status?.pollId ? instance.world.polls.get(status.pollId) : undefined;
  const choice = poll?.options.indexOf(text(note['name'])) ?? -1;
  if (!poll || choice < 0) return false;
  if (!poll.votes.some((vote) => vote.accountId === actor.id && vote.choice === choice)) {
    poll.votes.push({ accountId: actor.id, choice, uri: text(note['id']) });
  }
  return true;
}

/** A quote of our post is answered by our policy. */
async function answerQuote(instance: Instance, actor: AccountRow, quoting: StatusRow): Promise<void> {
  const quoted = quoting.quote?.statusId ? instance.world.statuses.get(quoting.quote.statusId) : undefined;
  if (!quoting.quote || !quoted || !isOurs(instance, quoted)) return;
  const yes = quoteAnswer(instance.world, actor, quoted) === 'automatic';
  quoting.quote.state = yes ? 'accepted' : 'rejected';
  await tellQuoteAnswer(instance, quoting, quoted, yes);
}

async function create(instance: Instance, actor: AccountRow, note: Activity): Promise<void> {
  if (text(note['name']) && takeVote(instance, actor, note)) return;
  if (instance.world.statusByUri(text(note['id']))) return;
  const status = await keepNote(instance, note);
  if (!status) return;
  await answerQuote(instance, actor, status);
  hearOfPost(instance, status);
}

async function update(instance: Instance, note: Activity): Promise<void> {
  const known = instance.world.statusByUri(text(note['id']));
  const status = await keepNote(instance, note);
  if (known && status) hearOfEdit(instance, status);
}

async function takeBoost(instance: Instance, actor: AccountRow, activity: Activity): Promise<void> {
  const status = await meetPost(instance, idOf(activity['object']));
  const uri = text(activity['id']);
  if (!status || instance.world.statusByUri(uri)) return;
  const at = Date.parse(text(activity['published'])) || instance.now();
  boost(instance, actor, status, 'public', at, uri);
}

async function takeFollow(instance: Instance, actor: AccountRow, activity: Activity): Promise<void> {
  const whom = instance.world.accountByUri(idOf(activity['object']));
  if (!whom || whom.domain !== null) return;
  const row = Object.assign(follow(instance, actor, whom), { uri: text(activity['id']) });
  if (!whom.locked) await tellFollowAnswer(instance, whom, actor, row, 'Accept');
}

/** Yes or no to something we asked: a follow, or a quote. */
function takeAnswer(instance: Instance, actor: AccountRow, activity: Activity, yes: boolean): void {
  const { world } = instance;
  const object = group(activity['object']);
  if (object['type'] === 'QuoteRequest') {
    const quoting = world.statusByUri(idOf(object['instrument']));
    if (quoting?.quote) quoting.quote.state = yes ? 'accepted' : 'rejected';
    return;
  }
  const who = world.accountByUri(idOf(object['actor']));
  if (who && yes) acceptFollow(instance, who.id, actor.id);
  else if (who && !rejectFollow(instance, who.id, actor.id)) unfollow(instance, who.id, actor.id);
}

function undo(instance: Instance, actor: AccountRow, object: Activity): void {
  const { world } = instance;
  const target = idOf(object['object']);
  if (object['type'] === 'Follow') {
    const whom = world.accountByUri(target);
    if (whom) unfollow(instance, actor.id, whom.id);
    return;
  }
  const row = world.statusByUri(object['type'] === 'Announce' ? text(object['id']) : target);
  if (row && object['type'] === 'Like') unfavourite(instance, actor, row);
  else if (row && row.accountId === actor.id) remove(instance, row);
}

/** A report that another instance forwards; who wrote it is not said. */
function takeReport({ world, now }: Instance, activity: Activity): void {
  const uris = [activity['object']].flat().map(idOf);
  const whom = uris.map((uri) => world.accountByUri(uri)).find((row) => row?.domain === null);
  if (!whom) return;
  const posts = uris.map((uri) => world.statusByUri(uri)).filter((row) => row?.accountId === whom.id);
  world.reports.push({
    id: world.serial('reports'),
    from: null,
    to: whom.id,
    category: 'other',
    comment: text(activity['content']),
    statusIds: posts.map((row) => row!.id),
    ruleIds: null,
    forwarded: false,
    createdAt: now(),
  });
}

/** Takes in what another instance sends. Only what concerns the sender's own things has an effect. */
export async function receive(instance: Instance, activity: Activity): Promise<void> {
  if (activity['type'] === 'Flag') return takeReport(instance, activity);
  const actor = await meet(instance, idOf(activity['actor']));
  if (!actor || actor.domain === null) return;
  const object = group(activity['object']);
  const owned = idOf(object['attributedTo']) === actor.uri;
  switch (activity['type']) {
    case 'Create':
      return owned ? create(instance, actor, object) : undefined;
    case 'Update':
      return owned ? update(instance, object) : undefined;
    case 'Announce':
      return takeBoost(instance, actor, activity);
    case 'Follow':
      return takeFollow(instance, actor, activity);
    case 'Accept':
    case 'Reject':
      return takeAnswer(instance, actor, activity, activity['type'] === 'Accept');
    case 'Undo':
      return undo(instance, actor, object);
    case 'Like': {
      const status = instance.world.statusByUri(idOf(activity['object']));
      if (status) favourite(instance, actor, status);
      return;
    }
    case 'Delete': {
      const status = instance.world.statusByUri(idOf(activity['object']));
      if (status?.accountId === actor.id) remove(instance, status);
    }
  }
}
