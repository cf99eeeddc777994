import type { Draft } from '../../mastodon/drafts.js';

/** Marks are no content; all else is. */
export const leftOver = ({ addressed, ...draft }: Draft): boolean =>
  Object.values(draft).some((value) => value !== undefined);

/** Nobody need ask what became of it. */
export const shut = (draft: Draft): Draft => (draft.sent ? { ...draft, sent: { ...draft.sent, open: false } } : draft);

/** The same to a reader. */
export const equal = ({ sent: a, ...one }: Draft, { sent: b, ...other }: Draft) =>
  Object.entries({ ...one, ...other }).every(
    ([name]) => JSON.stringify(one[name as keyof typeof one]) === JSON.stringify(other[name as keyof typeof other]),
  );
