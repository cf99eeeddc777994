/** What a timeline says. */
export const words = {
  timeline: 'Timeline',
  emptyTitle: 'Nothing here yet',
  emptyText: 'When there are posts, they appear here.',
  more: 'Older posts',
  end: 'No older posts',
  slow: '{host} has not answered yet.',
  paused: '{host} asks for a pause. It goes on by itself in {n} s.',
  cancel: 'Stop waiting',
  signedOutTitle: 'Signed out',
  signedOutText: 'These posts can be read only by whoever is signed in.',
} as const;
