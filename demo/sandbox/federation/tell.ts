import type { Instance } from '../instance.js';
import type { AccountRow, FollowRow, PollRow, ReportRow, StatusRow } from '../world/rows.js';
import { askPeer, type Activity } from './json.js';
import { addresses, announceJson, noteJson } from './outward.js';

/** Brings an activity to some instances and waits for them, so that a test may look at once. */
async function deliver(instance: Instance, hosts: Iterable<string>, activity: Activity): Promise<void> {
  const { protocol } = new URL(instance.origin);
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/activity+json' },
    body: JSON.stringify(activity),
  };
  await Promise.all([...new Set(hosts)].map((host) => askPeer(instance, `${protocol}//${host}/inbox`, init)));
}

const domainOf = (instance: Instance, id: string | null | undefined) =>
  id ? (instance.world.accounts.get(id)?.domain ?? null) : null;

const isHost = (host: string | null): host is string => host !== null;

/** The instances a post of ours concerns: of followers, of those mentioned, answered, quoted, and of who boosted it. */
function audience(instance: Instance, status: StatusRow): string[] {
  const { world } = instance;
  const author = status.accountId;
  const followers =
    status.visibility === 'direct' ? [] : world.follows.filter(({ to }) => to === author).map(({ from }) => from);
  const boosters = world.ordered.filter(({ boostOf }) => boostOf === status.id).map(({ accountId }) => accountId);
  const quoted = status.quote?.statusId ? world.statuses.get(status.quote.statusId)?.accountId : undefined;
  const answered = status.visibility === 'direct' ? undefined : status.replyToAccount;
  const people = [...followers, ...boosters, ...status.mentions, answered, quoted];
  return people.map((id) => domainOf(instance, id)).filter(isHost);
}

const actorOf = (instance: Instance, status: StatusRow) => instance.world.account(status.accountId).uri;

export async function tellNew(instance: Instance, status: StatusRow): Promise<void> {
  const object = noteJson(instance, status);
  const activity = { id: `${status.uri}/activity`, type: 'Create', actor: actorOf(instance, status), object };
  await deliver(instance, audience(instance, status), { ...activity, ...addresses(instance, status) });
}

export async function tellEdited(instance: Instance, status: StatusRow): Promise<void> {
  const object = noteJson(instance, status);
  const id = `${status.uri}#updates/${status.editedAt}`;
  await deliver(instance, audience(instance, status), { id, type: 'Update', actor: actorOf(instance, status), object });
}

/** To be called before the row is gone: who heard of it must be known. */
export async function tellRemoved(instance: Instance, status: StatusRow): Promise<void> {
  const actor = actorOf(instance, status);
  const { boostOf, uri } = status;
  const activity =
    boostOf === null ? { type: 'Delete', object: uri } : { type: 'Undo', object: { id: uri, type: 'Announce' } };
  await deliver(instance, audience(instance, status), { id: `${uri}#delete`, actor, ...activity });
}

/** A favourite, or that it is one no more. */
export async function tellFavourite(
  instance: Instance,
  who: AccountRow,
  status: StatusRow,
  on: boolean,
): Promise<void> {
  const host = domainOf(instance, status.accountId);
  const like = { id: `${who.uri}#likes/${status.id}`, type: 'Like', actor: who.uri, object: status.uri };
  const undo = { id: `${like.id}/undo`, type: 'Undo', actor: who.uri, object: like };
  if (host !== null) await deliver(instance, [host], on ? like : undo);
}

const boostAudience = (instance: Instance, status: StatusRow, boost: StatusRow) => [
  ...audience(instance, boost),
  ...[domainOf(instance, status.accountId)].filter(isHost),
];

export async function tellBoost(
  instance: Instance,
  who: AccountRow,
  status: StatusRow,
  boost: StatusRow,
): Promise<void> {
  const activity = announceJson(instance, boost, status);
  await deliver(instance, boostAudience(instance, status, boost), { ...activity, actor: who.uri });
}

export async function tellUnboost(
  instance: Instance,
  who: AccountRow,
  status: StatusRow,
  boost: StatusRow,
): Promise<void> {
  const object = { id: boost.uri, type: 'Announce', object: status.uri };
  const activity = { id: `${boost.uri}/undo`, type: 'Undo', actor: who.uri, object };
  await deliver(instance, boostAudience(instance, status, boost), activity);
}

export async function tellFollow(instance: Instance, who: AccountRow, whom: AccountRow, row: FollowRow): Promise<void> {
  if (whom.domain === null) return;
  await deliver(instance, [whom.domain], { id: row.uri, type: 'Follow', actor: who.uri, object: whom.uri });
}

export async function tellUnfollow(
  instance: Instance,
  who: AccountRow,
  whom: AccountRow,
  row: FollowRow,
): Promise<void> {
  if (whom.domain === null) return;
  const object = { id: row.uri, type: 'Follow', actor: who.uri, object: whom.uri };
  await deliver(instance, [whom.domain], { id: `${row.uri}/undo`, type: 'Undo', actor: who.uri, object });
}

/** A report goes to the other instance in the name of this one, never of whoever wrote it. */
export async function tellReport(instance: Instance, whom: AccountRow, row: ReportRow): Promise<void> {
  if (whom.domain === null) return;
  const posts = row.statusIds.map((id) => instance.world.statuses.get(id)!.uri);
  const id = `${instance.origin}/${row.id}#report`;
  const activity = { id, type: 'Flag', actor: `${instance.origin}/actor`, content: row.comment };
  await deliver(instance, [whom.domain], { ...activity, object: [whom.uri, ...posts] });
}

/** Our `who` says yes or no to a follower of another instance. */
export async function tellFollowAnswer(
  instance: Instance,
  who: AccountRow,
  follower: AccountRow,
  row: FollowRow,
  type: 'Accept' | 'Reject',
): Promise<void> {
  if (follower.domain === null) return;
  const object = { id: row.uri, type: 'Follow', actor: follower.uri, object: who.uri };
  await deliver(instance, [follower.domain], { id: `${who.uri}#answers/${row.id}`, type, actor: who.uri, object });
}

/** Whether a quote of our post stands. */
export async function tellQuoteAnswer(
  instance: Instance,
  quoting: StatusRow,
  quoted: StatusRow,
  yes: boolean,
): Promise<void> {
  const host = domainOf(instance, quoting.accountId);
  const actor = actorOf(instance, quoted);
  const object = { type: 'QuoteRequest', object: quoted.uri, instrument: quoting.uri };
  const activity = { id: `${quoted.uri}#quotes/${quoting.id}`, type: yes ? 'Accept' : 'Reject', actor, object };
  if (host !== null) await deliver(instance, [host], activity);
}

/** Votes go to the poll's instance alone, one note a choice. */
export async function tellVote(
  instance: Instance,
  who: AccountRow,
  poll: PollRow,
  choices: readonly number[],
): Promise<void> {
  const host = domainOf(instance, poll.accountId);
  const status = instance.world.statuses.get(poll.statusId);
  if (host === null || !status) return;
  for (const choice of choices) {
    const id = `${who.uri}#votes/${poll.id}/${choice}`;
    const object = { id, type: 'Note', name: poll.options[choice], attributedTo: who.uri, inReplyTo: status.uri };
    await deliver(instance, [host], { id: `${id}/activity`, type: 'Create', actor: who.uri, object });
  }
}
