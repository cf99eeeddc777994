import { registry } from '../base/registry.js';
import type { StatusKey } from './entities.js';
import { type Failure, MastoError } from './errors.js';
import { Flights } from './flights.js';
import type { HomeSession } from './home-session.js';
import { harvestStatuses } from './normalise.js';
import type { Session } from './session.js';
import { isPublic } from './stores.js';
import { type RequestOptions, segment } from './transport.js';

const path = '/api/v1/statuses';

/** A server gives at most so many at once. */
const most = 20;

/** How servers refuse whose API has no such list (it came with Mastodon 4.3). */
const unheard: readonly (Failure | undefined)[] = ['not-found', 'refused', 'wrong-shape', 'not-mastodon'];

/** Who asks for what in one turn of the page. */
interface Round {
  readonly wishes: { readonly id: string; readonly signal: AbortSignal | undefined }[];
  /** The ids that somebody still waits for when the turn is over, in order. */
  readonly ids: Promise<readonly string[]>;
  readonly flights: Flights<readonly StatusKey[]>;
}

/** Another reader at the same server is another session: they never share a question. */
const rounds = new WeakMap<Session, Round>();

function roundAt(session: Session): Round {
  const known = rounds.get(session);
  if (known) return known;
  const wishes: Round['wishes'] = [];
  const ids = session.transport.browser.sleep(0).then(() => {
    rounds.delete(session);
    return [...new Set(wishes.filter(({ signal }) => !signal?.aborted).map(({ id }) => id))];
  });
  const round: Round = { wishes, ids, flights: new Flights() };
  rounds.set(session, round);
  return round;
}

const notFound = ({ host }: Session, id: string) =>
  new MastoError('not-found', { host, method: 'GET', path: `${path}/${segment(id)}`, status: 404 });

/** R117: whoever is not signed in is shown nothing but public posts, whatever a server lets slip. */
function checked(session: Session, key: StatusKey): StatusKey {
  const { signedIn, statuses } = session;
  const { boost = key } = statuses.get(key)!;
  if (!signedIn && !statuses.isGone(boost) && !isPublic(statuses.get(boost)))
    throw new MastoError('members-only', { host: session.host, method: 'GET', path });
  return key;
}

/** What was told of a post that is not there any more is buried. */
function gone(session: Session, id: string): void {
  const key = session.statuses.keyOf(id);
  if (key !== undefined) session.statuses.bury(key);
}

async function readOne(session: Session, id: string, options: RequestOptions): Promise<StatusKey> {
  const at = `${path}/${segment(id)}`;
  try {
    const { data, asked } = await session.transport.get(at, {}, options);
    const [key] = session.harvest([data], asked);
    // A post that was buried stays so for a while, whoever still tells of it.
    if (!key)
      throw harvestStatuses([data], session.host).keys.length ? notFound(session, id) : session.transport.strange(at);
    return checked(session, key);
  } catch (error) {
    if (error instanceof MastoError && error.failure === 'not-found') gone(session, id);
    throw error;
  }
}

/** Rejects when the server does not know such lists, or does not look at what it is asked. */
async function readSeveral(session: Session, ids: readonly string[], signal: AbortSignal) {
  const { data, asked } = await session.transport.list(path, { id: ids }, { signal, optional: true });
  const keys = session.harvest(data, asked);
  if (!ids.some((id) => keys.includes(session.statuses.keyOf(id) ?? ''))) throw session.transport.strange(path);
  return keys;
}

/**
 * One post by what a server calls it; gives its key. Those asked for in the same turn go in one request; who does
 * not wait any longer is left out of it, and when nobody waits, it ends.
 * @throws MastoError, or the signal's reason
 */
export async function readStatus(session: Session, id: string, signal?: AbortSignal): Promise<StatusKey> {
  const round = roundAt(session);
  round.wishes.push({ id, signal });
  const ids = await round.ids;
  signal?.throwIfAborted();
  const at = ids.indexOf(id);
  const together = ids.slice(at - (at % most), at - (at % most) + most);
  if (together.length === 1) return readOne(session, id, { signal });
  let keys: readonly StatusKey[];
  try {
    keys = await round.flights.join(together.join(), signal, (end) => readSeveral(session, together, end));
  } catch (error) {
    const old = error instanceof MastoError && (unheard.includes(error.failure) || error.facts.status === 501);
    if (old) return readOne(session, id, { signal });
    throw error;
  }
  const key = session.statuses.keyOf(id);
  if (key !== undefined && keys.includes(key)) return checked(session, key);
  // The server leaves out what it does not have.
  gone(session, id);
  throw notFound(session, id);
}

/** Who may have told of a post: the reader's own server, and all that visitors ask on this page. */
const everywhere = (home: HomeSession) => [home, ...(registry.sessions.values() as Iterable<Session>)];

/** The reader has deleted a post of theirs: nobody has it any more. */
export function buryEverywhere(home: HomeSession, key: StatusKey): void {
  for (const { statuses } of everywhere(home)) statuses.bury(key);
}

/** A server has said that a post is not there: whoever told of it is asked again, and buries it when that is so (R129). Never rejects. */
export async function lookAgain(home: HomeSession, key: StatusKey): Promise<void> {
  const asks = everywhere(home).flatMap((session) => {
    const id = session.statuses.get(key)?.id;
    // What a visitor was answered may lie in the browser's cache for a while.
    return id ? [readOne(session, id, { init: { cache: 'reload' } })] : [];
  });
  await Promise.allSettled(asks);
}
