import type { Instance } from '../instance.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import { entitiesOf } from '../world/text.js';
import { askPeer, fetchActivity, group, list, text } from './json.js';
import { keepNote, keepPerson, meet } from './inward.js';

/** Somebody of another instance by name: webfinger, then the person. Undefined when there is nobody. */
export async function resolveAccount(
  instance: Instance,
  username: string,
  domain: string,
): Promise<AccountRow | undefined> {
  const { protocol } = new URL(instance.origin);
  const resource = encodeURIComponent(`acct:${username}@${domain}`);
  const answer = await askPeer(instance, `${protocol}//${domain}/.well-known/webfinger?resource=${resource}`);
  if (!answer) return undefined;
  const links = list(group(await answer.json())['links']).map(group);
  const uri = text(links.find(({ rel, type }) => rel === 'self' && type === 'application/activity+json')?.['href']);
  const person = await fetchActivity(instance, uri);
  return person && keepPerson(instance, person);
}

/** What stands behind an address: a person or a post, known or, with `ask`, fetched. */
export async function resolveUrl(
  instance: Instance,
  url: string,
  ask: boolean,
): Promise<AccountRow | StatusRow | undefined> {
  const known = instance.world.statusByUri(url) ?? instance.world.accountByUri(url);
  if (known || !ask) return known;
  const found = await fetchActivity(instance, url);
  if (!found) return undefined;
  return (await keepNote(instance, found)) ?? keepPerson(instance, found);
}

/** Makes the people of other instances known whom a text is about to mention. */
export async function meetMentioned(instance: Instance, source: string): Promise<void> {
  for (const entity of entitiesOf(source)) {
    if (entity.kind !== 'mention' || entity.domain === null) continue;
    const domain = entity.domain.toLowerCase();
    if (domain === instance.host || instance.world.accountByName(entity.username, domain)) continue;
    await resolveAccount(instance, entity.username, domain);
  }
}

/** The latest posts and boosts of somebody of another instance, brought here. */
export async function readOutbox(instance: Instance, account: AccountRow): Promise<void> {
  const page = await fetchActivity(instance, `${account.uri}/outbox?page=true`);
  for (const item of list(page?.['orderedItems']).map(group).toReversed()) {
    if (item['type'] === 'Create') await keepNote(instance, group(item['object']));
  }
}

export { meet };
