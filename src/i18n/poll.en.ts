/** What stands in a poll for whoever may vote. */
export const words = {
  chooseOne: 'Poll: choose one answer',
  chooseSeveral: 'Poll: choose one answer or more',
  vote: 'Vote',
  chooseFirst: 'Choose an answer first.',
  results: 'Show results',
  back: 'Back to the answers',
  refresh: 'Refresh',
  own: 'Your vote',
  sending: 'Your vote is being sent.',
  voted: 'You have voted.',
} as const;
