import type { Json } from '../entities/account.js';
import { filteredJson } from '../entities/filter.js';
import { notificationJson } from '../entities/notification.js';
import { statusJson } from '../entities/status.js';
import type { Instance } from '../instance.js';
import { homeFeed, inHome, inList, inPublicFeed, inTagFeed, listFeed } from '../world/feeds.js';
import type { NotificationRow } from '../world/notification-rows.js';
import type { AccountRow, StatusRow } from '../world/rows.js';
import type { Channel } from './channels.js';
import type { Line } from './line.js';

/** What a channel of everybody shows: nothing of the reader but what their filters say, and of those only the words. */
function publicJson(instance: Instance, reader: AccountRow, status: StatusRow): Json {
  const filtered = filteredJson(instance, reader, status)
    .filter(({ keyword_matches: words }) => words)
    .map(({ filter, keyword_matches }) => {
      const { filter_action: action, ...rest } = filter as Json;
      // The streaming server does not know `blur` yet.
      return { filter: action === 'blur' ? rest : filter, keyword_matches, status_matches: null };
    });
  return { ...statusJson(instance, undefined, status), filtered };
}

/** All who listen, and what is told to them. Costs nothing while nobody does. */
export class Streams {
  readonly lines = new Set<Line>();

  constructor(private readonly of: () => Instance) {}

  /** A new post or boost. */
  update(status: StatusRow): void {
    this.#tellPost('update', status);
  }

  /** A post that now says something else. */
  edit(status: StatusRow): void {
    this.#tellPost('status.update', status);
  }

  /** To be called before the row is gone. Also told to who never saw the post: nobody keeps account of that. */
  remove(status: StatusRow): void {
    for (const [line, channel] of this.#everyChannel()) {
      if (this.#mayHaveSeen(line, channel, status)) line.say(channel, 'delete', status.id);
    }
  }

  notify(row: NotificationRow): void {
    for (const [line, channel] of this.#personal(row.accountId)) {
      if (!line.may('read', 'read:notifications')) continue;
      const payload = notificationJson(this.of(), line.listener, row);
      line.say(channel, 'notification', JSON.stringify(payload));
    }
  }

  /** What had been kept back from somebody now stands among what they were told. */
  merged(accountId: string): void {
    for (const [line, channel] of this.#personal(accountId)) line.say(channel, 'notifications_merged', '1');
  }

  /** Ends what no token stands behind any more, nor anybody who may use theirs. */
  hangUp(): void {
    const { world } = this.of();
    for (const line of [...this.lines]) {
      const { token } = line;
      const why = world.hindrances.get(token.accountId ?? '');
      if (token.revoked || !world.tokens.includes(token) || why === 'disabled' || why === 'suspended') line.end();
    }
  }

  *#everyChannel(): Generator<[Line, Channel]> {
    for (const line of this.lines) for (const channel of line.channels.values()) yield [line, channel];
  }

  *#personal(accountId: string): Generator<[Line, Channel]> {
    for (const [line, channel] of this.#everyChannel()) {
      const personal = channel.kind === 'user' || channel.kind === 'notifications';
      if (personal && line.token.accountId === accountId) yield [line, channel];
    }
  }

  #tellPost(event: string, status: StatusRow): void {
    const instance = this.of();
    for (const [line, channel] of this.#everyChannel()) {
      if (!this.#reaches(line.listener, channel, status)) continue;
      const draw = channel.kind === 'user' || channel.kind === 'list' ? statusJson : publicJson;
      line.say(channel, event, JSON.stringify(draw(instance, line.listener, status)));
    }
  }

  /** Whether a post stands in a channel. */
  #reaches(reader: AccountRow, { kind, side, onlyMedia, of }: Channel, status: StatusRow): boolean {
    const { world, settings, now } = this.of();
    const from = world.account(status.accountId).domain === null ? 'local' : 'remote';
    switch (kind) {
      case 'user':
        if (!inHome(world, reader, status, now())) return false;
        // What was boosted a short while ago is not brought up again.
        return status.boostOf === null || homeFeed(world, reader, now()).includes(status);
      case 'list': {
        const list = world.lists.find(({ id }) => id === of);
        if (!list || !inList(world, reader, list, status, now())) return false;
        return status.boostOf === null || listFeed(world, reader, list, now()).includes(status);
      }
      case 'public':
        if (settings.timelinesAccess.live_feeds[from] === 'disabled') return false;
        return inPublicFeed(world, reader, status, { [side]: true, onlyMedia }, now());
      case 'hashtag':
        return inTagFeed(world, reader, of, status, { [side]: true, any: [], all: [], none: [] }, now());
      default:
        return false;
    }
  }

  #mayHaveSeen(line: Line, { kind, of }: Channel, status: StatusRow): boolean {
    const { world } = this.of();
    const reader = line.token.accountId!;
    if (kind === 'public') return status.visibility === 'public';
    if (kind === 'hashtag') return status.visibility === 'public' && status.tags.includes(of);
    if (kind === 'list') return !!world.lists.find(({ id }) => id === of)?.memberIds.includes(status.accountId);
    if (kind !== 'user') return false;
    return reader === status.accountId || status.mentions.includes(reader) || !!world.follow(reader, status.accountId);
  }
}
