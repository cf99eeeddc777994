/** What a list says that stays current by itself. */
export const words = {
  news: { one: '{n} new post', other: '{n} new posts' },
  resume: 'Continue where you were',
  open: 'Live',
  connecting: 'Connecting …',
  waiting: 'Not live. Tries again within {n} s.',
  polling: 'Looks every minute',
  offline: 'Offline. Waits for the network.',
  stopped: 'Not live any more',
  again: 'Try again',
} as const;
