import { liveBrowser, type Wake } from '../base/live-browser.js';
import { registry } from '../base/registry.js';
import type { HomeSession } from './home-session.js';
import { instanceFacts } from './instance-facts.js';
import { Pulse } from './pulse.js';
import { streamUrl } from './stream-url.js';

/** `refused`: three tries in a row have failed, or did not last. A server that has never let us in is then left alone until the network changes. */
export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'offline' | 'refused' | 'stopped';

/** Whom a connection is for. */
export interface Owner {
  /** Whether there is anything to be connected for. */
  readonly needed: boolean;
  opened(): void;
  take(data: unknown): void;
  changed(): void;
}

const second = 1000;
const minute = 60 * second;
/** A socket that was open for so long has lived. */
const steady = 30 * second;
/** Who has just come back does not wait long for a dead one. */
const haste = 8 * second;
const most = 3;

/** A socket to the reader's server that comes back by itself, sees when it is dead, and ends with the token. */
export class Connection {
  state: ConnectionState = 'connecting';
  /** When it tries again, in ms since 1970. */
  retryAt: number | undefined;
  readonly #home: HomeSession;
  /** Nobody else can read it (R25). */
  readonly #token: () => string | undefined;
  readonly #owner: Owner;
  #socket: WebSocket | undefined;
  /** Since when it is open; 0 while it is not. */
  #opened = 0;
  /** Counts what was given up, so that nothing of it goes on. */
  #run = 0;
  #busy = false;
  /** Tries since it has lived; those in a row that did not open. */
  #tries = 0;
  #failed = 0;
  /** It has been open once: the token is sent as the server wants it. */
  #proven = false;
  #inQuery = false;
  /** Whether a `<masto-auth>` has shown this reader. */
  #shown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pulse: Pulse;
  #unwake: (() => void) | undefined;

  constructor(home: HomeSession, token: () => string | undefined, owner: Owner) {
    this.#home = home;
    this.#token = token;
    this.#owner = owner;
    this.#pulse = new Pulse(
      () => this.#now,
      (frame) => this.send(frame),
      () => this.#gone(false),
    );
  }

  get isOpen(): boolean {
    return !!this.#opened;
  }

  /** There is something to be connected for. */
  start(): void {
    if (!this.#unwake) this.#listen();
    if (this.#failed < most && this.state !== 'waiting') void this.#open();
  }

  /** There is nothing any more: it waits a little for a tag that is only moved. */
  rest(): void {
    this.#after(5 * second, () => {
      if (this.#owner.needed) return this.#retry();
      this.#drop('connecting');
      this.#unwake?.();
      this.#unwake = undefined;
    });
  }

  send(frame: object): void {
    if (this.#opened) this.#socket!.send(JSON.stringify(frame));
  }

  /** The server has refused something. Whether that was what it should. */
  refused(): boolean {
    return this.#pulse.refused();
  }

  #listen() {
    const end = liveBrowser.wakes((wake) => this.#woken(wake));
    registry.events.addEventListener('auths', this.#look);
    this.#unwake = () => {
      end();
      registry.events.removeEventListener('auths', this.#look);
    };
    this.#look();
  }

  /** Whoever signs out, or is another account now, hears nothing more; a tag that is only moved is back by now. */
  readonly #look = () =>
    queueMicrotask(() => {
      const here = [...registry.auths].some(({ session }) => session === this.#home);
      if ((this.#shown && !here) || !this.#token()) this.#drop('stopped');
      else if (this.state === 'stopped') {
        this.#set('connecting');
        void this.#open();
      }
      this.#shown ||= here;
    });

  #woken(wake: Wake) {
    if (this.state === 'stopped') return;
    if (wake === 'offline' || wake === 'hiding') return this.#drop(wake === 'offline' ? wake : 'connecting');
    if (wake === 'online') {
      this.#tries = this.#failed = 0;
      this.#inQuery &&= this.#proven;
    }
    if (this.#opened) this.#pulse.probe(haste);
    else this.#retry();
  }

  #retry() {
    if (this.#proven || this.#failed < most) void this.#open();
  }

  async #open() {
    if (this.#busy || this.#socket || !this.#owner.needed) return;
    clearTimeout(this.#timer);
    const { transport, origin, host } = this.#home;
    if (!transport.browser.online()) return this.#set('offline');
    if (this.#failed < most) this.#set('connecting');
    const facts = await this.#alone(instanceFacts(this.#home));
    if (!facts) return;
    const url = streamUrl(origin, facts.value?.streaming);
    const token = this.#token();
    if (!token || this.#home.expired) return this.#set('stopped');
    if (!url) {
      this.#failed = most;
      return this.#set('refused');
    }
    const inQuery = this.#inQuery && url.host === host;
    if (inQuery) url.searchParams.set('access_token', token);
    try {
      this.#attend(liveBrowser.socket(url.href, inQuery ? [] : [token]));
    } catch {
      this.#gone(false); // what the browser says of it may hold the token
    }
  }

  /** Waits for an answer and begins nothing else meanwhile; undefined when all was given up since. */
  async #alone<T>(answer: Promise<T>): Promise<{ readonly value: T | undefined } | undefined> {
    const run = this.#run;
    this.#busy = true;
    const value = await answer.catch(() => undefined);
    this.#busy = false;
    if (run === this.#run) return { value };
    if (this.state !== 'stopped') void this.#open();
    return undefined;
  }

  #attend(socket: WebSocket) {
    this.#socket = socket;
    const mine =
      <T extends Event>(work: (event: T) => void) =>
      (event: T) => {
        if (socket === this.#socket) work(event);
      };
    this.#pulse.await();
    socket.onopen = mine(() => {
      this.#opened = this.#pulse.heard = this.#now;
      this.#failed = 0;
      this.#proven = true;
      this.#pulse.watch();
      this.#set('open');
      this.#owner.opened();
    });
    socket.onmessage = mine(({ data }: MessageEvent) => {
      this.#pulse.heard = this.#now;
      this.#owner.take(data);
    });
    socket.onclose = mine(({ wasClean }: CloseEvent) => this.#gone(wasClean));
  }

  #gone(clean: boolean) {
    const [opened, now] = [this.#opened, this.#now];
    this.#shut();
    if (!opened) this.#failed++;
    else if (now - opened > steady) this.#tries = 0;
    if (opened ? clean : this.#failed === 1) void this.#doubt();
    else this.#again();
  }

  /** A closed door may be a token that was revoked: it is not tried at the door (R157). */
  async #doubt() {
    this.#set('connecting');
    const path = '/api/v1/accounts/verify_credentials';
    const said = await this.#alone(this.#home.transport.get(path, {}, { init: { cache: 'no-store' } }));
    if (!said) return;
    if (this.#home.expired) return this.#set('stopped');
    // The server is there and knows the token: it may not take it as a sub-protocol.
    this.#inQuery ||= !!said.value && !this.#proven;
    this.#again();
  }

  #again() {
    const { browser } = this.#home.transport;
    if (!this.#owner.needed) return this.#set('connecting');
    if (!browser.online()) return this.#set('offline');
    const longest = Math.min(minute, 2 * second * 2 ** this.#tries++);
    // One that opens and closes is as good as none.
    const lost = this.#tries >= most;
    if (this.#failed >= most && !this.#proven) return this.#set('refused');
    const wait = second + browser.random() * (longest - second);
    this.retryAt = this.#now + wait;
    this.#after(wait, () => void this.#open());
    this.#set(lost ? 'refused' : 'waiting', true);
  }

  #drop(state: ConnectionState) {
    this.#shut();
    this.#set(state);
  }

  #shut() {
    const socket = this.#socket;
    this.#run++;
    this.#opened = 0;
    this.#socket = undefined;
    this.#pulse.stop();
    clearTimeout(this.#timer);
    socket?.close();
  }

  #after(wait: number, work: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, wait);
    (this.#timer as { unref?(): void }).unref?.(); // Node must not stay awake for this
  }

  #set(state: ConnectionState, anew = false) {
    if (state === this.state && !anew) return;
    this.state = state;
    this.#owner.changed();
  }

  get #now() {
    return this.#home.transport.browser.now();
  }
}
