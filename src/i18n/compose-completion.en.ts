/** What is said of the words that a form proposes. */
export const words = {
  person: 'People',
  tag: 'Hashtags',
  emoji: 'Emoji',
  found: {
    one: '{n} suggestion. Enter takes it.',
    other: '{n} suggestions. Choose with the arrow keys, Enter takes one.',
  },
  uses: { one: '{n} post this week', other: '{n} posts this week' },
} as const;
