/** What a server lets the files and polls of a post be (R169, R178). */
import { asObject, type Raw } from './json.js';

export interface MediaLimits {
  /** How many files a post may have. */
  readonly most: number;
  /** MIME types that are taken; undefined where the server does not say: then it is tried. */
  readonly types: readonly string[] | undefined;
  /** Bytes. */
  readonly imageSize: number;
  /** Bytes, of films and sound. */
  readonly filmSize: number;
  /** Pixels, width times height. */
  readonly imageMatrix: number;
  /** Characters of an alternative text. */
  readonly description: number;
}

export interface PollLimits {
  readonly options: number;
  /** Characters of a choice. */
  readonly perOption: number;
  /** Seconds. */
  readonly shortest: number;
  /** Seconds. */
  readonly longest: number;
}

export interface PostLimits {
  readonly media: MediaLimits;
  readonly polls: PollLimits;
  /** Whether its posts can be quoted, and say by whom (Mastodon 4.5). */
  readonly quotes: boolean;
}

/** A stock Mastodon's of today, for servers that do not say (R194). */
export const standardLimits: PostLimits = {
  media: {
    most: 4,
    types: undefined,
    imageSize: 16_777_216,
    filmSize: 103_809_024,
    imageMatrix: 33_177_600,
    description: 1500,
  },
  polls: { options: 4, perOption: 50, shortest: 300, longest: 2_629_746 },
  quotes: false,
};

const positive = (value: unknown, otherwise: number) =>
  typeof value === 'number' && value >= 1 && value < Infinity ? Math.trunc(value) : otherwise;

function mediaOf(raw: Raw | undefined, most: unknown): MediaLimits {
  const { media } = standardLimits;
  const types = raw?.['supported_mime_types'];
  const named = Array.isArray(types) ? types.filter((type) => typeof type === 'string') : [];
  return {
    most: positive(most, media.most),
    types: named.length ? named : undefined,
    imageSize: positive(raw?.['image_size_limit'], media.imageSize),
    filmSize: positive(raw?.['video_size_limit'], media.filmSize),
    imageMatrix: positive(raw?.['image_matrix_limit'], media.imageMatrix),
    description: positive(raw?.['description_limit'], media.description),
  };
}

function pollsOf(raw: Raw | undefined): PollLimits {
  const { polls } = standardLimits;
  return {
    options: positive(raw?.['max_options'], polls.options),
    perOption: positive(raw?.['max_characters_per_option'] ?? raw?.['max_option_chars'], polls.perOption),
    shortest: positive(raw?.['min_expiration'], polls.shortest),
    longest: positive(raw?.['max_expiration'], polls.longest),
  };
}

/** From an instance, v1 or v2. Pleroma and Akkoma say `poll_limits`. */
export function readLimits(instance: Raw | undefined): PostLimits {
  const configuration = asObject(instance?.['configuration']);
  const statuses = asObject(configuration?.['statuses']);
  const version = asObject(instance?.['api_versions'])?.['mastodon'];
  return {
    media: mediaOf(asObject(configuration?.['media_attachments']), statuses?.['max_media_attachments']),
    polls: pollsOf(asObject(configuration?.['polls']) ?? asObject(instance?.['poll_limits'])),
    quotes: typeof version === 'number' && version >= 7,
  };
}
