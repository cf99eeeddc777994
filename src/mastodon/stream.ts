import { Connection, type ConnectionState } from './connection.js';
import type { HomeSession } from './home-session.js';
import { asObject } from './json.js';

/** What is subscribed to, as the server names it. */
export interface Channel {
  readonly stream: string;
  readonly list?: string | undefined;
  readonly tag?: string | undefined;
}

/** Who listens to a channel. */
export interface Listener {
  /** @param payload JSON of posts and notifications; else as it came */
  hear(event: string, payload: unknown): void;
  /** The channel holds, for the first time or again: what came meanwhile is to be asked for. */
  opened(): void;
  /** The server has refused a channel, and nothing has been heard on this one yet. */
  doubt(): void;
  changed(): void;
}

interface Subscription {
  readonly channel: Channel;
  readonly listeners: Set<Listener>;
  heard: boolean;
}

/** Whose payload is JSON. An id is none: it would lose its last digits. */
const inJson = /^(?:status\.)?update$|^notification$/;

/** Some servers say `["list", "1"]`, others `["list:1"]`, and a hashtag as they write it. */
const nameOf = (parts: readonly unknown[]) =>
  parts.every((part) => typeof part === 'string') ? parts.join(':').toLowerCase() : '';

/** R158: what is no JSON is nothing. */
function parse(text: unknown): unknown {
  try {
    return JSON.parse(text as string);
  } catch {
    return undefined;
  }
}

/** What one reader's server tells as it happens: many channels, for all tags of the page, over one socket (R153). */
export class Stream {
  readonly #subs = new Map<string, Subscription>();
  readonly #connection: Connection;

  /** @param token looked up at each connection; undefined once it is given back */
  constructor(home: HomeSession, token: () => string | undefined) {
    const subs = this.#subs;
    this.#connection = new Connection(home, token, {
      get needed() {
        return !!subs.size;
      },
      opened: () => {
        for (const sub of subs.values()) {
          sub.heard = false;
          this.#connection.send({ type: 'subscribe', ...sub.channel });
        }
        this.#each((listener) => listener.opened());
      },
      take: (data) => this.#take(asObject(parse(data)) ?? {}),
      changed: () => this.#each((listener) => listener.changed()),
    });
  }

  get state(): ConnectionState {
    return this.#connection.state;
  }

  /** When it tries again, in ms since 1970. */
  get retryAt(): number | undefined {
    return this.#connection.retryAt;
  }

  /** Listens to a channel; who wants the same shares it. Returns what ends it. */
  subscribe(channel: Channel, listener: Listener): () => void {
    const connection = this.#connection;
    const { stream, list, tag } = channel;
    const name = nameOf([stream, list ?? tag ?? []].flat());
    const sub = this.#subs.get(name) ?? { channel, listeners: new Set(), heard: false };
    if (!sub.listeners.size) connection.send({ type: 'subscribe', ...channel });
    sub.listeners.add(listener);
    this.#subs.set(name, sub);
    if (connection.isOpen) listener.opened();
    connection.start();
    return () => {
      if (!sub.listeners.delete(listener) || sub.listeners.size) return;
      this.#subs.delete(name);
      connection.send({ type: 'unsubscribe', ...channel });
      if (!this.#subs.size) connection.rest();
    };
  }

  #take({ error, event, stream, payload }: Readonly<Record<string, unknown>>) {
    const sub = Array.isArray(stream) && this.#subs.get(nameOf(stream));
    if (sub && typeof event === 'string') {
      sub.heard = true;
      const said = typeof payload === 'string' && inJson.test(event) ? parse(payload) : payload;
      for (const listener of [...sub.listeners]) listener.hear(event, said);
    } else if (error && !this.#connection.refused()) this.#each((listener, { heard }) => heard || listener.doubt());
  }

  #each(work: (listener: Listener, sub: Subscription) => unknown) {
    for (const sub of [...this.#subs.values()]) for (const listener of [...sub.listeners]) work(listener, sub);
  }
}
