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

/** Any of these lets somebody listen to a channel. */
export const scopesFor = ({ kind }: Channel): readonly string[] => [
  'read',
  kind === 'notifications' ? 'read:notifications' : 'read:statuses',
];
