import { registry } from '../base/registry.js';
import { noBallot, totalsOf } from './ballot.js';
import type { Poll, Status, StatusKey } from './entities.js';
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';
import { normalisePoll } from './normalise-parts.js';
import { lookAgain, readStatus } from './reading.js';
import { localId } from './resolve.js';
import { Session } from './session.js';
import type { Stores } from './stores.js';
import { segment } from './transport.js';

const scope = 'write:statuses';

/** A server goes on telling the old for so long, in ms. */
const afterglow = 3000;

const pathOf = (id: string) => `/api/v1/polls/${segment(id)}`;

/** The poll as the reader's own server has it: its own id, its own order. */
async function localPoll(home: HomeSession, status: Status): Promise<Poll> {
  const { key } = status;
  // Read as nobody from the same server, it is the same.
  const near = home.statuses.get(key) ?? Session.at(home.origin).statuses.get(key);
  if (near?.poll) return near.poll;
  const id = await localId(home, status);
  const here = home.statuses.get(key) ?? home.statuses.get(await readStatus(home, id));
  if (!here?.poll) throw new MastoError('remote', { host: home.host });
  return here.poll;
}

/** Where the chosen answers stand in another server's copy of the poll, which may be older than an edit. */
function placesIn(local: Poll, poll: Poll, chosen: readonly number[], host: string): readonly number[] {
  return chosen.map((at) => {
    const { title } = poll.options[at]!;
    const place = local.options[at]?.title === title ? at : local.options.findIndex((option) => option.title === title);
    if (place < 0) throw new MastoError('remote', { host });
    return place;
  });
}

/** Takes in what a server says of a poll alone. */
function take({ statuses, host }: Session, key: StatusKey, data: unknown): void {
  const [poll, status] = [normalisePoll(data), statuses.get(key)];
  if (!poll) throw new MastoError('wrong-shape', { host });
  if (status?.poll) statuses.put([{ ...status, poll: { ...poll, id: status.poll.id } }]);
}

/** Every copy of the post on this page as it stands now. */
const copiesOf = (home: HomeSession, status: Status) =>
  [status, ...[home, ...(registry.sessions.values() as Iterable<Session>)].map((at) => at.statuses.get(status.key))]
    .filter((copy) => !!copy?.poll)
    .map((copy) => totalsOf(copy!.poll!, copy!.host));

async function send(home: HomeSession, status: Status, chosen: readonly number[]) {
  const { key } = status;
  const poll = await localPoll(home, status);
  // Only now the server was asked: the reader has voted elsewhere.
  if (home.mine.ballot(key).voted) return;
  const choices = placesIn(poll, status.poll!, chosen, home.host);
  const { data, asked } = await home.transport.send('POST', `${pathOf(poll.id)}/votes`, { choices });
  home.mine.cast(key, {
    ...home.mine.ballot(key),
    voted: true,
    choices: chosen,
    settled: home.transport.browser.now() + afterglow,
  });
  take(home, key, data);
  home.mine.takePoll(key, data, asked + afterglow);
}

/**
 * Votes, in the home session, whatever server the post was read from. It is shown at once, and taken back when it is
 * refused; who presses again while it is under way has pressed once.
 * @param status the post as it was read · @param chosen places of its answers
 * @throws MastoError
 */
export async function vote(home: HomeSession, status: Status, chosen: readonly number[]): Promise<void> {
  const { key } = status;
  const ballot = home.mine.ballot(key);
  if (ballot.guessed || ballot.voted || !chosen.length) return;
  if (home.expired) throw new MastoError('expired', { host: home.host });
  if (!home.may(scope)) throw new MastoError('out-of-scope', { host: home.host, scope });
  const without = new Set([...ballot.without, ...copiesOf(home, status)]);
  home.mine.cast(key, { ...noBallot, guessed: chosen, without });
  try {
    await send(home, status, chosen);
  } catch (error) {
    const { failure, facts } = error as MastoError;
    if (failure === 'not-found') void lookAgain(home, key);
    // Voted elsewhere, or ended meanwhile: the server knows more than this page.
    if (failure === 'refused') void refresh(home, home, status).catch(() => undefined);
    if (failure !== 'out-of-scope' || facts.scope) throw error;
    throw new MastoError('out-of-scope', { ...facts, scope }, { cause: error });
  } finally {
    home.mine.cast(key, { ...home.mine.ballot(key), guessed: undefined });
  }
}

/**
 * Asks how a poll stands: the server that the post was read from, and the reader's own for what is theirs.
 * @param facts where the post was read from; the page may have given it, and then there is nobody to ask
 * @throws MastoError
 */
export async function refresh(home: HomeSession, facts: Pick<Stores, 'statuses'>, status: Status): Promise<void> {
  const { key } = status;
  const from = 'transport' in facts ? (facts as Session) : undefined;
  const id = from?.statuses.get(key)?.poll?.id;
  if (!from || !id) return;
  try {
    const { data, asked } = await from.transport.get(pathOf(id));
    take(from, key, data);
    if (from === home) home.mine.takePoll(key, data, asked);
  } catch (error) {
    if (error instanceof MastoError && error.failure === 'not-found') void lookAgain(home, key);
    throw error;
  }
}
