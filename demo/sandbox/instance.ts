import type { Clock } from './clock.js';
import type { Fault } from './http/faults.js';
import type { LogEntry } from './http/log.js';
import type { Counters } from './http/limits.js';
import type { Population } from './population/population.js';
import type { Streams } from './streaming/streams.js';
import type { World } from './world/world.js';

/** Answers a request as a server would. */
export type Answer = (request: Request) => Promise<Response>;

/** Other instances by host (`localhost:4001`). The object is read at each use, so two instances may name each other. */
export type Peers = Readonly<Record<string, Answer>>;

export type FeedAccess = 'public' | 'authenticated' | 'disabled';

export interface FeedRule {
  local: FeedAccess;
  remote: FeedAccess;
}

/** How signing in differs from a plain Mastodon: other software, a broken proxy, an attacker. Null is as without. */
export interface OauthSettings {
  /** The scopes it knows; all others are refused. Default: those of the version. */
  scopes?: readonly string[] | null;
  /** At most these are granted, whatever was allowed. Default: what was asked. */
  grant?: readonly string[] | null;
  /** Laid over `/.well-known/oauth-authorization-server`; null takes a field away. */
  metadata?: Readonly<Record<string, unknown>> | null;
  /** Where `state` is given back. Default `always`. */
  state?: 'always' | 'never' | 'not on deny' | null;
  /** Sent as `iss` with every answer (RFC 9207), which Mastodon does not do. Default: none. */
  iss?: string | null;
}

/** How streaming differs from a plain Mastodon. */
export interface StreamSettings {
  /** False: there is none, 404. Default true. */
  on: boolean;
  /** Named as its address in the place of this instance's own; null names none. Default: this instance. */
  url?: string | null;
  /** False: a token offered as sub-protocol counts as none, as elsewhere than at Mastodon. Default true. */
  subprotocol: boolean;
}

/** How it takes files in. */
export interface MediaSettings {
  /** False: `/api/v2/media` is not there, as before 3.1.3. Default true. */
  v2: boolean;
  /** How long it works on a picture, in ms: above 0 it answers 202, then 206. Default 0. */
  pictures: number;
  /** The same for films and sounds. Default 2000. */
  films: number;
  /** True: the work on what is sent from now on comes to nothing. Default false. */
  fails: boolean;
}

/** What an administrator may set. */
export interface Settings {
  title: string;
  description: string;
  /** Who may read the public feeds (since 4.5). */
  timelinesAccess: { live_feeds: FeedRule; hashtag_feeds: FeedRule; trending_link_feeds: FeedRule };
  /** `api`: nobody reads without signing in; `federation`: not even the instance's description (limited federation). */
  requireAuth: 'no' | 'api' | 'federation';
  /** `4.2`: no metadata, no `profile`, no PKCE, one address an app, no API versions. */
  version: '4.6' | '4.2';
  /** The host in people's addresses where it is not this one (`LOCAL_DOMAIN`); null where it is. */
  accountDomain: string | null;
  /** Whether it has somebody who translates. */
  translation: boolean;
  oauth: OauthSettings;
  streaming: StreamSettings;
  media: MediaSettings;
  /** Laid over the limits of a stock server, for posts, files and polls: `{"characters": 5000, "media": 16}`. */
  limits: Partial<Record<keyof typeof stockLimits, number>>;
}

/** One running instance: what every route is given. */
export interface Instance {
  readonly origin: string;
  readonly host: string;
  readonly peers: Peers;
  /** Milliseconds since 1970, as this instance sees it. */
  readonly now: () => number;
  world: World;
  settings: Settings;
  faults: Fault[];
  readonly log: LogEntry[];
  readonly counters: Counters;
  readonly clock: Clock;
  /** Who listens to what happens. */
  readonly streams: Streams;
  /** Who goes on living while one looks. */
  readonly population: Population;
  /** Which people live here, and how their days fell out. */
  seed: number;
}

/** The limits of a stock server, as `/api/v2/instance` tells them. */
export const stockLimits = {
  characters: 500,
  perUrl: 23,
  media: 4,
  description: 10_000,
  pollOptions: 4,
  pollOption: 50,
  pollShortest: 300,
  pollLongest: 2_629_746,
  pins: 5,
} as const;

export type Limits = Readonly<Record<keyof typeof stockLimits, number>>;

export const limitsOf = ({ settings }: Instance): Limits => ({ ...stockLimits, ...settings.limits });

export const defaultSettings = (): Settings => {
  const open = (): FeedRule => ({ local: 'public', remote: 'public' });
  return {
    title: 'Harbour',
    description: 'A small town by the sea, made up so that programs have somebody to read.',
    timelinesAccess: { live_feeds: open(), hashtag_feeds: open(), trending_link_feeds: open() },
    requireAuth: 'no',
    version: '4.6',
    accountDomain: null,
    translation: true,
    oauth: {},
    streaming: { on: true, subprotocol: true },
    media: { v2: true, pictures: 0, films: 2000, fails: false },
    limits: {},
  };
};
