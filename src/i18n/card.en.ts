/** What stands in a link's card that can do more than lead there. */
export const words = {
  play: 'Play {title}. Plays from {host}',
  from: 'Plays from {host}',
  stop: 'Close the player',
  moreBy: 'More by {name}',
} as const;
