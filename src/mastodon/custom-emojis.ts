import type { CustomEmoji } from './entities.js';
import { asObject } from './json.js';
import { normaliseEmojis } from './normalise-parts.js';
import { asName } from './read.js';
import type { Session } from './session.js';

/** One of a server's own emoji, as it is offered to writers. */
export interface OfferedEmoji extends CustomEmoji {
  /** Its heading among the others; empty where it has none. */
  readonly category: string;
}

const path = '/api/v1/custom_emojis';

/** The most that are taken from a server. */
const most = 20_000;

const known = new WeakMap<Session, Promise<readonly OfferedEmoji[]>>();

function offered(json: unknown): OfferedEmoji[] {
  const raw = asObject(json) ?? {};
  const [emoji] = normaliseEmojis([raw]);
  // It must come out of a post again, and whoever put it away does not want it offered.
  const isOffered = emoji && /^[\w+-]{1,64}$/.test(emoji.shortcode) && raw['visible_in_picker'] !== false;
  return isOffered ? [{ ...emoji, category: asName(raw['category']) }] : [];
}

async function ask({ transport }: Session): Promise<readonly OfferedEmoji[]> {
  const { data } = await transport.list(path);
  const byCode = new Map(data.slice(0, most).flatMap((json) => offered(json).map((each) => [each.shortcode, each])));
  return [...byCode.values()];
}

/** The server's own emoji. Asked for once a session, at the first wish; after a failure, again with the next one (R207). */
export function customEmojis(session: Session): Promise<readonly OfferedEmoji[]> {
  const asked = known.get(session) ?? ask(session);
  known.set(session, asked);
  asked.catch(() => known.delete(session));
  return asked;
}
