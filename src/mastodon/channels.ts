import type { FeedArgs, FeedName } from './feeds.js';
import type { Channel } from './stream.js';

const media = ({ onlyMedia }: FeedArgs) => (onlyMedia ? ':media' : '');

/** Where a feed is streamed: a row for each that is. */
const channels: Partial<Record<FeedName, (args: FeedArgs) => Channel>> = {
  home: () => ({ stream: 'user' }),
  list: ({ list }) => ({ stream: 'list', list }),
  tag: ({ tag }) => ({ stream: 'hashtag', tag }),
  public: (args) => ({ stream: `public${media(args)}` }),
  local: (args) => ({ stream: `public:local${media(args)}` }),
};

/** The channel of a feed; undefined where it has none and must be asked for. */
export const channelOf = (args: FeedArgs): Channel | undefined => channels[args.name]?.(args);
