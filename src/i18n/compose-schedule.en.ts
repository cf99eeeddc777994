/** What is said of a time at which something is to be posted. */
export const words = {
  when: 'When it is posted, by your clock',
  now: 'Post it at once instead',
  today: 'It goes out today at {time}, {rest}.',
  tomorrow: 'It goes out tomorrow at {time}, {rest}.',
  onDay: 'It goes out on {date} at {time}, {rest}.',
  tooSoon: 'That is too soon: it must be at least five minutes ahead.',
  noTime: 'Choose a day and a time.',
  unable: '{host} cannot keep posts for later.',
} as const;
