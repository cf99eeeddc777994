/** Somebody who listens to a sandbox: what came, in order, and a way to wait for more. */
import assert from 'node:assert/strict';
import type { Town } from './town.js';

export interface Told {
  stream: string[];
  event: string;
  payload: string;
}

export interface SocketLike {
  readonly readyState: number;
  readonly protocol: string;
  onopen: unknown;
  onmessage: unknown;
  onerror: unknown;
  onclose: unknown;
  send(text: string): void;
  close(code?: number): void;
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

export class Listener {
  readonly frames: string[] = [];
  readonly happened: string[] = [];
  code = 0;
  clean: boolean | undefined;

  constructor(readonly socket: SocketLike) {
    socket.onopen = () => this.happened.push('open');
    socket.onerror = () => this.happened.push('error');
    socket.onmessage = ({ data }: MessageEvent<string>) => this.frames.push(data);
    socket.onclose = ({ code, wasClean }: CloseEvent) => {
      this.happened.push('close');
      [this.code, this.clean] = [code, wasClean];
    };
  }

  /** Waits for the socket to be open, or not to become so. */
  async settled(): Promise<this> {
    await this.#until(() => this.happened.length > 0, 'neither opened nor closed');
    return this;
  }

  async closed(): Promise<number> {
    await this.#until(() => this.happened.includes('close'), 'still open');
    return this.code;
  }

  /** Everything so far, once there are so many. */
  async told(count: number): Promise<Told[]> {
    await this.#until(() => this.frames.length >= count, `${count} frames`);
    return this.frames.map((frame) => JSON.parse(frame) as Told);
  }

  /** The events so far, in short: `user update`. Waits a little for what ought not to come. */
  async all(): Promise<string[]> {
    await pause(20);
    return this.frames
      .map((frame) => JSON.parse(frame) as Told)
      .map(({ stream, event }) => `${stream.join()} ${event}`);
  }

  /** Empties what has come. */
  forget(): void {
    this.frames.length = 0;
  }

  say = (wish: object) => this.socket.send(JSON.stringify(wish));

  async #until(fits: () => boolean, what: string): Promise<void> {
    for (let tries = 0; !fits(); tries++) {
      assert.ok(tries < 600, `Waited in vain: ${what}; there are ${this.frames.join('\n') || 'no frames'}`);
      await pause(5);
    }
  }
}

/** Opens a socket to a town, for somebody, and listens to some channels. */
export async function listen(place: Town, person: string, ...channels: (string | object)[]): Promise<Listener> {
  const url = `${place.sandbox.origin.replace(/^http/, 'ws')}/api/v1/streaming`;
  const listener = new Listener(place.sandbox.connect(url, await place.token(person)));
  await listener.settled();
  for (const one of channels) {
    listener.say({ type: 'subscribe', ...(typeof one === 'string' ? { stream: one } : one) });
  }
  await pause(0);
  return listener;
}

export const parsed = <Body>({ payload }: Told): Body => JSON.parse(payload) as Body;
