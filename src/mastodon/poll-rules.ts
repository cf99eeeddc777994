import { clusters } from './clusters.js';
import type { DraftPoll } from './draft-parts.js';
import type { PollLimits } from './post-limits.js';

/** What a server would refuse of a poll (R178), and with what number. */
export interface PollFault {
  readonly term: 'tooLong' | 'twice' | 'tooFew' | 'tooMany' | 'tooShort' | 'tooLate' | 'noTime';
  /** The choice it is about; undefined for the poll as a whole. */
  readonly at?: number;
  readonly n?: number;
}

/** What is wrong with one choice. What the server calls the same, it refuses: it looks past blanks at the ends, not past capitals. */
function faultAt(options: readonly string[], at: number, most: number): PollFault | undefined {
  const option = options[at]!.trim();
  const over = clusters(option) - most;
  if (over > 0) return { term: 'tooLong', at, n: over };
  const before = option ? options.findIndex((other) => other.trim() === option) : at;
  return before < at ? { term: 'twice', at, n: before + 1 } : undefined;
}

const timeFault = (seconds: number, { shortest, longest }: PollLimits): PollFault | undefined => {
  if (!(seconds > 0)) return { term: 'noTime' };
  if (seconds < shortest) return { term: 'tooShort', n: shortest };
  return seconds > longest ? { term: 'tooLate', n: longest } : undefined;
};

/** All that is wrong with what has been written so far; that choices are missing is for later. */
export function pollFaults({ options, expiresIn }: DraftPoll, limits: PollLimits): readonly PollFault[] {
  const faults = options.map((_option, at) => faultAt(options, at, limits.perOption));
  const filled = options.filter((option) => option.trim()).length;
  if (filled > limits.options) faults.push({ term: 'tooMany', n: limits.options });
  return [...faults, timeFault(expiresIn, limits)].filter((fault) => fault !== undefined);
}

/** Why it cannot be sent. */
export function pollFault(poll: DraftPoll, limits: PollLimits): PollFault | undefined {
  const few = poll.options.filter((option) => option.trim()).length < 2;
  return pollFaults(poll, limits)[0] ?? (few ? { term: 'tooFew', at: emptyOne(poll.options) } : undefined);
}

const emptyOne = (options: readonly string[]) =>
  Math.max(
    0,
    options.findIndex((option) => !option.trim()),
  );

/** The choices in another order. */
export function moved(options: readonly string[], from: number, to: number): readonly string[] {
  const rest = options.filter((_option, at) => at !== from);
  return [...rest.slice(0, to), options[from]!, ...rest.slice(to)];
}
