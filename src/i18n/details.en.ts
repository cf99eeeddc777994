/** What is said of a post that stands alone. */
export const words = {
  months: 'January February March April May June July August September October November December',
  moment: '{day} {month} {year}, {time}',
  unknownDate: 'unknown date',
  pinned: 'Pinned',
  public: 'Public',
  edited: 'edited {time}',
  boosts: { one: '{count} boost', other: '{count} boosts' },
  favourites: { one: '{count} favourite', other: '{count} favourites' },
  quotes: { one: '{count} quote', other: '{count} quotes' },
  application: 'written with {name}',
  facts: 'About this post',
} as const;
