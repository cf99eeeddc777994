/** What the sandbox keeps, row by row: the tables of a Mastodon server, as far as the API shows them. Times are ms since 1970. */

export type Visibility = 'public' | 'unlisted' | 'private' | 'direct';

export type QuotePolicy = 'public' | 'followers' | 'nobody';

export interface FieldRow {
  name: string;
  /** Plain text for people of this instance, HTML for others. */
  value: string;
  verifiedAt: number | null;
}

export interface AccountRow {
  id: string;
  username: string;
  /** Null for people of this instance. */
  domain: string | null;
  displayName: string;
  /** Plain text for people of this instance, HTML for others. */
  note: string;
  fields: FieldRow[];
  /** Absolute addresses; empty for "missing.png". */
  avatar: string;
  avatarStatic: string;
  avatarDescription: string;
  header: string;
  headerDescription: string;
  bot: boolean;
  locked: boolean;
  discoverable: boolean | null;
  indexable: boolean;
  hideCollections: boolean;
  createdAt: number;
  uri: string;
  url: string;
  /** Language a new post is in when it does not say. */
  language: string;
  quotePolicy: QuotePolicy;
  /** Emoji that came with an account of another instance; our own are looked up. */
  emojis: EmojiRow[];
  /** Followers, follows and posts that are counted but not kept here. */
  crowd: { followers: number; following: number; statuses: number };
}

export interface EmojiRow {
  shortcode: string;
  url: string;
  staticUrl: string;
  category: string | null;
  visibleInPicker: boolean;
}

/** Where a quoted post stands; the quoted one may be gone. */
export interface QuoteRow {
  state:
    | 'pending'
    | 'accepted'
    | 'rejected'
    | 'revoked'
    | 'deleted'
    | 'unauthorized'
    | 'blocked_account'
    | 'blocked_domain'
    | 'muted_account';
  statusId: string | null;
}

export interface CardRow {
  url: string;
  title: string;
  description: string;
  language: string | null;
  providerName: string;
  authorName: string;
  /** The author's account on this instance, when the page names one. */
  authorId: string | null;
  image: { path: string; width: number; height: number; blurhash: string; description: string } | null;
  publishedAt: number | null;
  /** Default `link`. */
  type?: 'link' | 'photo' | 'video' | 'rich';
  /** Where the page's player is; `html` is the frame that Mastodon makes of it. */
  embedUrl?: string;
  /** Further authors, who have no account here. */
  others?: readonly { name: string; url: string }[];
}

/** One version of a post, as `/history` shows it. */
export interface EditRow {
  content: string;
  text: string;
  spoiler: string;
  sensitive: boolean;
  createdAt: number;
  mediaIds: string[];
  /** How they were described then. */
  mediaDescriptions: (string | null)[];
  pollOptions: string[] | null;
}

export interface StatusRow {
  id: string;
  uri: string;
  url: string;
  accountId: string;
  createdAt: number;
  editedAt: number | null;
  /** What the author typed; for posts of other instances, the HTML that came. */
  text: string;
  content: string;
  spoiler: string;
  sensitive: boolean;
  visibility: Visibility;
  language: string | null;
  replyTo: string | null;
  /** Stays when the post answered is gone. */
  replyToAccount: string | null;
  boostOf: string | null;
  quote: QuoteRow | null;
  quotePolicy: QuotePolicy;
  mediaIds: string[];
  pollId: string | null;
  card: CardRow | null;
  mentions: string[];
  /** Lower case. */
  tags: string[];
  emojis: EmojiRow[];
  application: { name: string; website: string | null } | null;
  edits: EditRow[];
  /** Replies, boosts and favourites that are counted but not kept here. */
  crowd: { replies: number; boosts: number; favourites: number };
  /** Laid over what the API answers: what a broken or hostile server would send. */
  raw?: Record<string, unknown>;
}

export interface MediaRow {
  id: string;
  accountId: string;
  statusId: string | null;
  type: 'image' | 'gifv' | 'video' | 'audio' | 'unknown';
  url: string;
  previewUrl: string;
  remoteUrl: string | null;
  description: string | null;
  blurhash: string | null;
  width: number;
  height: number;
  /** Seconds, for what has a length. */
  duration: number | null;
  focus: { x: number; y: number } | null;
  /** Until then it is being processed. */
  readyAt: number;
  /** The work came to nothing. */
  failed?: boolean;
}

export interface PollRow {
  id: string;
  accountId: string;
  statusId: string;
  expiresAt: number | null;
  multiple: boolean;
  hideTotals: boolean;
  options: string[];
  /** Votes that are counted but not kept here, by option. */
  crowd: number[];
  crowdVoters: number;
  votes: { accountId: string; choice: number; uri?: string }[];
  /** The end was told to those concerned. */
  notified: boolean;
}

/** A post that waits for its time, as it was sent. */
export interface ScheduledRow {
  id: string;
  accountId: string;
  at: number;
  appId: string | undefined;
  values: Record<string, unknown>;
  mediaIds: string[];
}

export interface FollowRow {
  id: string;
  from: string;
  to: string;
  createdAt: number;
  showReblogs: boolean;
  notify: boolean;
  languages: string[] | null;
  /** The `id` of the Follow activity, for those that came from elsewhere. */
  uri: string;
}

/** What somebody said of a person to the moderators. One that another instance forwarded comes from nobody. */
export interface ReportRow {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly category: 'spam' | 'legal' | 'violation' | 'other';
  readonly comment: string;
  readonly statusIds: readonly string[];
  readonly ruleIds: readonly string[] | null;
  readonly forwarded: boolean;
  /** ms since 1970. */
  readonly createdAt: number;
}

export interface MuteRow {
  id: string;
  from: string;
  to: string;
  notifications: boolean;
  expiresAt: number | null;
}

/** A favourite, a bookmark, a pin, a muted conversation, a block, an endorsement: somebody and something. */
export interface MarkRow {
  id: string;
  accountId: string;
  targetId: string;
  createdAt: number;
}

export interface ListRow {
  id: string;
  accountId: string;
  title: string;
  repliesPolicy: 'followed' | 'list' | 'none';
  exclusive: boolean;
  memberIds: string[];
}

export interface KeywordRow {
  id: string;
  keyword: string;
  wholeWord: boolean;
}

/** What somebody does not want to read, or not at once. */
export interface FilterRow {
  id: string;
  accountId: string;
  title: string;
  context: string[];
  expiresAt: number | null;
  action: 'warn' | 'hide' | 'blur';
  keywords: KeywordRow[];
  /** Single posts, put there by hand. */
  statuses: { id: string; statusId: string }[];
}

export interface MarkerRow {
  lastReadId: string;
  version: number;
  updatedAt: number;
}

/** How somebody posts when a post does not say. */
export interface PostingDefaults {
  privacy: Visibility;
  sensitive: boolean;
}
