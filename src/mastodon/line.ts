import type { HomeSession } from './home-session.js';
import type { LiveState } from './live.js';
import type { Session } from './session.js';
import type { Channel, Stream } from './stream.js';

/** Whom a line is for. */
export interface Caller {
  hear(event: string, payload: unknown): void;
  /** Asks for what may have been missed; rejects where that failed. */
  catchUp(): unknown;
  changed(state: LiveState, retryAt: number | undefined): void;
}

/** Whoever asks in the stead of the socket. */
interface Asking {
  state: LiveState;
  readonly retryAt?: number | undefined;
  end(): void;
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
  #poller: Asking | undefined;
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
    this.#unpoll();
  }

  async #listen(home: HomeSession, channel: Channel) {
    const stream = await home.stream().catch(() => undefined);
    if (this.#ended) return;
    if (!stream) return this.#poll(true);
    this.#stream = stream;
    this.#unsubscribe = stream.subscribe(channel, {
      hear: (event, payload) => {
        if (this.#poller) this.#hold();
        this.caller.hear(event, payload);
      },
      opened: () => this.#hold(!this.#poller),
      doubt: () => {
        clearTimeout(this.#timer);
        this.#poll(true);
      },
      changed: () => this.#tell(),
    });
    this.#tell();
  }

  /** The channel holds. @param sure else it is polled until the socket has lived for a moment: some servers open and close */
  #hold(sure = true, wait = settling, tries = 0) {
    if (sure) this.#unpoll();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#stream?.state !== 'open') return;
      this.#unpoll();
      Promise.resolve(this.caller.catchUp()).catch(
        () => tries < most && !this.#ended && this.#hold(false, minute, tries + 1),
      );
    }, wait);
  }

  #poll(soon: boolean) {
    if (this.#ended || this.#poller) return;
    const coming: Asking = { state: 'polling', end: () => undefined };
    this.#poller = coming;
    this.#tell();
    import('./poller.js').then(
      ({ Poller }) => {
        if (this.#poller !== coming) return;
        const { transport } = this.session;
        const poller = new Poller(
          transport,
          () => this.caller.catchUp(),
          () => this.#tell(),
        );
        this.#poller = poller;
        poller.start(soon);
      },
      () => {
        coming.state = 'stopped';
        this.#tell();
      },
    );
  }

  #unpoll() {
    this.#poller?.end();
    this.#poller = undefined;
    this.#tell();
  }

  #tell() {
    const stream = this.#stream;
    if (this.#ended) return;
    if (stream?.state === 'refused' && !this.#poller) return this.#poll(true);
    if (stream?.state === 'stopped' && this.#poller) return this.#unpoll();
    const source = this.#poller ?? stream;
    if (!source) return;
    const { state } = source;
    const retryAt = state === 'waiting' ? source.retryAt : undefined;
    if (state === 'refused' || (state === this.state && retryAt === this.#retryAt)) return;
    this.state = state;
    this.#retryAt = retryAt;
    this.caller.changed(state, retryAt);
  }
}
