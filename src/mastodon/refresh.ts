import { asObject } from './json.js';
import { asId } from './read.js';
import type { Session } from './session.js';

/** How often, in ms; how many posts a server gives at once, and how many are asked for at most. */
const [minute, most, mostInAll] = [60_000, 20, 200];

/** When each session's posts are or were asked for again. */
const rounds = new WeakMap<Session, number>();

/** Asks once more for what is on the page: edits and deletions that nobody heard of. Servers before 4.3 have no such list. */
export function refresh(session: Session): void {
  const now = Date.now();
  const before = rounds.get(session) ?? 0;
  if (before > now) return;
  const due = Math.max(now, before + minute);
  rounds.set(session, due);
  setTimeout(() => void ask(session).catch(() => undefined), due - now);
}

async function ask(session: Session) {
  const { statuses, transport } = session;
  const shown = [...statuses.held].flatMap((key) => statuses.get(key) ?? []).slice(-mostInAll);
  while (shown.length) {
    const some = shown.splice(-most);
    const { data, asked } = await transport.list(
      '/api/v1/statuses',
      { id: some.map(({ id }) => id) },
      { optional: true },
    );
    const found = new Set(data.map((post) => asId(asObject(post)?.['id'])));
    // One that does not look at what it is asked has not said that they are gone.
    if (!some.some(({ id }) => found.has(id))) return;
    session.harvest(data, asked);
    for (const { id, key } of some) if (!found.has(id)) statuses.bury(key);
  }
}
