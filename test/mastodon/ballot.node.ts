import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ballotIn, chosenIn, joinPoll, noBallot, totalsOf } from '../../src/mastodon/ballot.js';
import { normalisePoll } from '../../src/mastodon/normalise-parts.js';

const pollOf = (counts: (number | null)[], voters: number | null = 2) =>
  normalisePoll({
    id: '1',
    votes_count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    voters_count: voters,
    options: counts.map((votes_count, at) => ({ title: `${at}`, votes_count })),
  })!;
const shown = (poll: ReturnType<typeof pollOf>) => [
  poll.votesCount,
  poll.votersCount,
  ...poll.options.map(({ votesCount }) => votesCount),
];

describe('what a reader has voted', () => {
  it('is what their server says; hostile answers say nothing', () => {
    assert.deepEqual(ballotIn({ voted: true, own_votes: [1, 'x', -1, 2.5, null, 0] }, undefined, 5)?.choices, [1, 0]);
    for (const json of [null, 7, [], {}, { voted: 'yes' }, { own_votes: [1] }]) {
      assert.equal(ballotIn(json, undefined, 5), undefined);
      assert.equal(ballotIn(json, noBallot, 5), noBallot);
    }
    assert.deepEqual(ballotIn({ voted: true, own_votes: {} }, undefined, 5)?.choices, []);
  });

  it('is not undone by an answer to a question that left before the vote', () => {
    const voted = { ...noBallot, voted: true, choices: [1], settled: 100 };
    assert.equal(ballotIn({ voted: false, own_votes: [] }, voted, 99), voted);
    assert.equal(ballotIn({ voted: false, own_votes: [] }, voted, 101)?.voted, false);
  });

  it('is in totals exactly once: added to those that stood there before, and to no others', () => {
    const before = pollOf([1, 1]);
    const without = new Set([totalsOf(before, 'a.example')]);
    const guess = { ...noBallot, guessed: [1], without };
    assert.deepEqual(chosenIn(guess), [1]);
    assert.deepEqual(shown(joinPoll(before, 'a.example', guess)), [3, 3, 1, 2]);
    assert.deepEqual(shown(joinPoll(pollOf([1, 2], 3), 'a.example', guess)), [3, 3, 1, 2]);
    assert.deepEqual(shown(joinPoll(before, 'b.example', guess)), [2, 2, 1, 1]);
    assert.deepEqual(shown(joinPoll(before, 'a.example', { ...guess, guessed: undefined })), [2, 2, 1, 1]);
  });

  it('is in no hidden total, and makes up no people', () => {
    const before = pollOf([null, null], null);
    const without = new Set([totalsOf(before, 'a.example')]);
    assert.deepEqual(shown(joinPoll(before, 'a.example', { ...noBallot, guessed: [0], without })), [
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
