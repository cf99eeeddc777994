import type { Poll } from './entities.js';
import { asObject } from './json.js';

/** What the reader has chosen in a poll: at their server, whichever server the poll was read from. */
export interface Ballot {
  readonly voted: boolean;
  /** The places of what they have chosen. */
  readonly choices: readonly number[];
  /** What has been sent and not been answered yet. */
  readonly guessed?: readonly number[] | undefined;
  /** Totals (see `totalsOf`) that do not hold the choice. */
  readonly without: ReadonlySet<string>;
  /** What was asked before this moment knows nothing of the choice; ms since 1970. */
  readonly settled: number;
}

export const noBallot: Ballot = { voted: false, choices: [], without: new Set(), settled: 0 };

/** The totals of a poll as one server gave them. Totals that have moved since are others, and are taken as they are. */
export const totalsOf = ({ votesCount, votersCount, options }: Poll, host: string): string =>
  JSON.stringify([host, votesCount, votersCount, options.map((option) => option.votesCount)]);

/** What an answer of the reader's own server says of their choice; what was there where it says nothing. */
export function ballotIn(json: unknown, old: Ballot | undefined, asked: number): Ballot | undefined {
  const raw = asObject(json);
  if (typeof raw?.['voted'] !== 'boolean' || asked < (old?.settled ?? 0)) return old;
  const own: readonly unknown[] = Array.isArray(raw['own_votes']) ? raw['own_votes'] : [];
  const choices = own.filter((at): at is number => Number.isInteger(at) && (at as number) >= 0);
  return { ...(old ?? noBallot), voted: raw['voted'], choices };
}

/** What is shown as the reader's choice. */
export const chosenIn = ({ guessed, choices }: Ballot): readonly number[] => guessed ?? choices;

/** A poll as the reader is shown it: its totals hold them. @param host the server that gave it */
export function joinPoll(poll: Poll, host: string, ballot: Ballot): Poll {
  const chosen = chosenIn(ballot);
  if (!chosen.length || !ballot.without.has(totalsOf(poll, host))) return poll;
  const options = poll.options.map((option, at) =>
    option.votesCount === undefined || !chosen.includes(at) ? option : { ...option, votesCount: option.votesCount + 1 },
  );
  const votersCount = poll.votersCount === undefined ? undefined : poll.votersCount + 1;
  return { ...poll, options, votersCount, votesCount: poll.votesCount + chosen.length };
}
