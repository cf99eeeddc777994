import type { Instance } from '../instance.js';
import type { TokenRow } from '../world/oauth-rows.js';

/** Which posts a channel of everybody carries. */
type Side = 'all' | 'local' | 'remote';

/** What one can listen to. */
export interface Channel {
  readonly kind: 'user' | 'notifications' | 'public' | 'hashtag' | 'list' | 'direct';
  /** The same for the same channel, however it was asked for. */
  readonly id: string;
  /** What its events name as `stream`: what was asked for, as it was written. */
  readonly label: readonly string[];
  readonly side: Side;
  readonly onlyMedia: boolean;
  /** Of a hashtag or of a list. */
  readonly of: string;
}

/** Why a channel cannot be had. */
export class NoChannel extends Error {
  constructor(
    readonly status: 400 | 401,
    reason: string,
  ) {
    super(reason);
  }
}

const kinds: Readonly<Record<string, Channel['kind']>> = {
  user: 'user',
  'user:notification': 'notifications',
  direct: 'direct',
  list: 'list',
  hashtag: 'hashtag',
  'hashtag:local': 'hashtag',
  ...Object.fromEntries(
    ['public', 'public:local', 'public:remote'].flatMap((name) => [
      [name, 'public'],
      [`${name}:media`, 'public'],
    ]),
  ),
};

const sideOf = (name: string): Side =>
  name.includes(':local') ? 'local' : name.includes(':remote') ? 'remote' : 'all';

/** The channel of a name, or a throw in the server's words. */
export function channelNamed(name: string, tag: string | undefined, list: string | undefined): Channel {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw new NoChannel(400, 'Unknown stream type');
  if (kind === 'hashtag' && !tag) throw new NoChannel(400, 'Missing tag name parameter');
  if (kind === 'list' && !list) throw new NoChannel(400, 'Missing list name parameter');
  const asked = kind === 'hashtag' ? tag! : kind === 'list' ? list! : '';
  const of = kind === 'hashtag' ? asked.normalize('NFKC').toLowerCase() : asked;
  return {
    kind,
    id: `${name} ${of}`,
    label: asked ? [name, asked] : [name],
    side: sideOf(name),
    onlyMedia: name.endsWith(':media'),
    of,
  };
}

/** Throws where a token does not reach to a channel, or a list is somebody else's. */
export function checkChannel({ world }: Instance, { scopes, accountId }: TokenRow, { kind, of }: Channel): void {
  const one = kind === 'notifications' ? 'read:notifications' : 'read:statuses';
  if (!scopes.includes('read') && !scopes.includes(one)) {
    throw new NoChannel(401, 'Access token does not have the required scopes');
  }
  if (kind === 'list' && !world.lists.some((list) => list.id === of && list.accountId === accountId)) {
    throw new NoChannel(401, 'Not authorized to stream this list');
  }
}
