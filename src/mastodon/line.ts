import type { HomeSession } from './home-session.js';
import type { LiveState } from './live.js';
import { Poller } from './poller.js';
import type { Session } from './session.js';
import type { Channel, Stream } from './stream.js';

/** Whom a line is for. */
export interface Caller {
  hear(event: string, payload: unknown): void;
  /** Asks for what may have been missed; rejects where that failed. */
  catchUp(): unknown;
  changed(state: LiveState, retryAt: number | undefined): void;
}

/** A subscription takes hold a moment after it was sent, and nobody says when. */
const settling = 1000;
const minute = 60_000;
const most = 3;

/** How one list hears what is new: by the session's socket, or by asking where there is none. */
export class Line {
  state: LiveState = 'connecting';
  #retryAt: number | undefined;
  #stream: Stream | undefined;
  #unsubscribe: (() => void) | undefined;
  #poller: Poller | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(
    private readonly session: Session,
    channel: Channel | undefined,
    private readonly caller: Caller,
  ) {
    if (channel && session.signedIn) void this.#listen(session as HomeSession, channel);
    else this.#poll(false);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
    this.#poller?.end();
  }

  async #listen(home: HomeSession, channel: Channel) {
    const stream = await home.stream().catch(() => undefined);
    if (this.#ended) return;
    if (!stream) return this.#poll(true);
    this.#stream = stream;
    this.#unsubscribe = stream.subscribe(channel, {
      hear: (event, payload) => {
        if (this.#poller) this.#resume();
        this.caller.hear(event, payload);
      },
      opened: () => this.#resume(),
      doubt: () => this.#poll(false),
      changed: () => this.#tell(),
    });
    this.#tell();
  }

  /** The channel holds. */
  #resume() {
    this.#unpoll();
    this.#tell();
    this.#catchUp(settling);
  }

  #catchUp(wait: number, tries = 0) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.state !== 'open') return;
      Promise.resolve(this.caller.catchUp()).catch(
        () => tries < most && !this.#ended && this.#catchUp(minute, tries + 1),
      );
    }, wait);
  }

  #poll(soon: boolean) {
    if (this.#ended) return;
    const { transport } = this.session;
    this.#poller ??= new Poller(
      transport,
      () => this.caller.catchUp(),
      () => this.#tell(),
      soon,
    );
    this.#tell();
  }

  #unpoll() {
    this.#poller?.end();
    this.#poller = undefined;
  }

  #tell() {
    const stream = this.#stream;
    if (stream?.state === 'refused' && !this.#poller) return this.#poll(true);
    if (stream?.state === 'stopped') this.#unpoll();
    const source = this.#poller ?? stream;
    if (!source || this.#ended) return;
    const { state, retryAt } = source;
    if (state === 'refused' || (state === this.state && retryAt === this.#retryAt)) return;
    this.state = state;
    this.#retryAt = retryAt;
    this.caller.changed(state, state === 'waiting' ? retryAt : undefined);
  }
}
