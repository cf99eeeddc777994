import type { AccountRow, EmojiRow } from './rows.js';
import { entitiesOf, shortcodesOf, type Linker } from './text.js';
import type { World } from './world.js';

/** Who is meant by `@user@domain` in a text written on `host`. */
export function findMentioned(
  world: World,
  host: string,
  username: string,
  domain: string | null,
): AccountRow | undefined {
  return world.accountByName(username, domain === null || domain.toLowerCase() === host ? null : domain);
}

/** Links mentions to the pages of those we know. */
export function linkerFor(world: World, origin: string): Linker {
  const { host } = new URL(origin);
  return { origin, mention: (username, domain) => findMentioned(world, host, username, domain) };
}

/** The ids of all people mentioned in a text, and its hashtags in lower case. */
export function readEntities(world: World, host: string, text: string): { mentions: string[]; tags: string[] } {
  const mentions = new Set<string>();
  const tags = new Set<string>();
  for (const entity of entitiesOf(text)) {
    if (entity.kind === 'tag') tags.add(entity.name.toLowerCase());
    if (entity.kind !== 'mention') continue;
    const who = findMentioned(world, host, entity.username, entity.domain);
    if (who) mentions.add(who.id);
  }
  return { mentions: [...mentions], tags: [...tags] };
}

/** The instance's own emoji used in some texts. */
export function emojisIn(world: World, ...texts: string[]): EmojiRow[] {
  const used = new Set(texts.flatMap(shortcodesOf));
  return world.emojis.filter(({ shortcode }) => used.has(shortcode));
}
