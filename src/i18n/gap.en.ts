/** What is said where posts are missing in a list. */
export const words = {
  gap: 'Posts are missing here.',
  gapSeconds: { one: 'About a second is missing here.', other: 'About {n} seconds are missing here.' },
  gapMinutes: { one: 'About a minute is missing here.', other: 'About {n} minutes are missing here.' },
  gapHours: { one: 'About an hour is missing here.', other: 'About {n} hours are missing here.' },
  gapDays: { one: 'About a day is missing here.', other: 'About {n} days are missing here.' },
  load: 'Load them',
  loading: 'Loading …',
  failed: 'What is missing here could not be loaded.',
  again: 'Try again',
} as const;
