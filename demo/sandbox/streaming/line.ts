import type { Instance } from '../instance.js';
import type { StreamFault } from '../http/faults.js';
import type { TokenRow } from '../world/oauth-rows.js';
import type { AccountRow } from '../world/rows.js';
import { channelNamed, checkChannel, NoChannel, type Channel } from './channels.js';

/** What carries a line: a socket, or an answer that does not end. */
export interface Wire {
  readonly event: (label: readonly string[], event: string, payload: string) => void;
  /** Something that is no event, as it is. */
  readonly raw: (text: string) => void;
  /** Ends it: by the rules, with or without a code, or as a cable that is cut. */
  readonly end: (how: { code?: number } | 'cut') => void;
}

/** Frames that no client should stumble over. */
export const litter: readonly string[] = [
  '{',
  'null',
  '[]',
  '"update"',
  '{"event":"x"}',
  '{"stream":"user","event":"update","payload":"{"}',
  '{"stream":["user"],"event":"update","payload":"null"}',
  '{"stream":["user"],"event":"update"}',
  '{"stream":["user"],"event":"delete","payload":{"id":1}}',
  '{"stream":["user"],"event":"hologram.update","payload":"{}"}',
  'not even JSON \u0000\uFFFD',
];

/** Somebody who listens: the server's end of a connection. */
export class Line {
  readonly channels = new Map<string, Channel>();
  readonly openedAt: number;
  #replay: number;
  #stalled: boolean;
  #dead: boolean;

  constructor(
    private readonly instance: Instance,
    readonly kind: 'socket' | 'sse',
    readonly token: TokenRow,
    private readonly wire: Wire,
    fault: StreamFault = {},
  ) {
    this.openedAt = instance.now();
    this.#replay = Number(fault.replay ?? 0);
    this.#stalled = fault.stall === true;
    this.#dead = fault.halfOpen === true;
  }

  get listener(): AccountRow {
    return this.instance.world.account(this.token.accountId!);
  }

  may(...scopes: readonly string[]): boolean {
    return scopes.some((scope) => this.token.scopes.includes(scope));
  }

  /** Listens to a channel; throws where that is not allowed. A second time is none. */
  join(channel: Channel): void {
    checkChannel(this.instance, this.token, channel);
    if (!this.channels.has(channel.id)) this.channels.set(channel.id, channel);
  }

  say({ label }: Channel, event: string, payload: string): void {
    if (this.#stalled || this.#dead) return;
    for (let again = 0; again <= this.#replay; again++) this.wire.event(label, event, payload);
  }

  /** A frame of one's own, whatever it is. */
  frame(text: string): void {
    if (!this.#dead) this.wire.raw(text);
  }

  /** What goes wrong from now on. */
  spoil({ stall, halfOpen, replay }: StreamFault): void {
    this.#stalled = stall ?? this.#stalled;
    this.#dead = halfOpen ?? this.#dead;
    this.#replay = Number(replay ?? this.#replay);
  }

  /** Takes in what the client says; what is no wish is passed over, as the real server does. */
  hear(text: string): void {
    let wish: unknown;
    try {
      wish = JSON.parse(text);
    } catch {
      return;
    }
    if (this.#dead || typeof wish !== 'object' || wish === null) return;
    const { type, stream, tag, list } = wish as Readonly<Record<string, string | number | null | undefined>>;
    const word = (value: string | number | null | undefined) =>
      value === undefined || value === null ? undefined : String(value);
    if (type !== 'subscribe' && type !== 'unsubscribe') return;
    this.ask(type, String(stream), word(tag), word(list));
  }

  /** Joins or leaves; a refusal is told on the line. */
  ask(type: 'subscribe' | 'unsubscribe', name: string, tag?: string, list?: string): void {
    try {
      const channel = channelNamed(name, tag, list);
      if (type === 'subscribe') this.join(channel);
      else this.channels.delete(channel.id);
    } catch (error) {
      if (!(error instanceof NoChannel)) throw error;
      this.frame(JSON.stringify({ error: error.message, status: error.status }));
    }
  }

  end(how: { code?: number } | 'cut' = {}): void {
    this.instance.streams.lines.delete(this);
    this.wire.end(how);
  }

  /** The other side has gone. */
  gone(): void {
    this.instance.streams.lines.delete(this);
  }
}
