import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { idOf, status } from '../data/statuses.mjs';
import { certificate } from './certificate.mjs';

export const STREAM = 'stream.masto.test';

/** Far behind all posts of the feeds: the originals of boosts that are streamed. */
const OLD = 2_000_000;

/** A frame as Mastodon's streaming server sends it, with holes for what differs from one post to the next. */
function template(i) {
  const { id, created_at: created, reblog, ...post } = status(i, 'public');
  const payload = JSON.stringify({ id, created_at: created, ...post, reblog });
  return { text: JSON.stringify({ stream: ['user'], event: 'update', payload }), id, created, inner: reblog?.id };
}

/** Post number `n` of a burst, newer than all before it: its id is that of post −1 − n of the feed. */
function frame({ text, id, created, inner }, n) {
  const outer = text.replaceAll(id, idOf(-1 - n)).replace(created, new Date().toISOString());
  return inner ? outer.replaceAll(inner, idOf(OLD + n)) : outer;
}

const now = () => performance.timeOrigin + performance.now();

/** The streaming server of the instance: everybody who asks for `user` gets all that is sent. */
export class Stream {
  #templates = Array.from({ length: 40 }, (_, i) => template(i));
  #readers = new Set();

  constructor(server) {
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket, request) => {
      if (/[?&]stream=user\b/.test(request.url)) this.#readers.add(socket);
      socket.on('message', (data) => this.#hear(socket, String(data)));
      socket.on('close', () => this.#readers.delete(socket));
      socket.on('error', () => {});
    });
  }

  #hear(socket, text) {
    const { type, stream } = JSON.parse(text);
    if (stream !== 'user') return socket.send('{"error":"Unknown channel requested","status":400}');
    if (type === 'subscribe') this.#readers.add(socket);
    else this.#readers.delete(socket);
  }

  /** Waits until somebody listens; throws when nobody does. */
  async listened(ms = 10_000) {
    for (let waited = 0; !this.#readers.size; waited += 50) {
      if (waited > ms) throw new Error('Nobody has subscribed to the stream.');
      await sleep(50);
    }
  }

  /** `rate` posts a second for `ms`, numbered from there; gives when each was sent, in ms since 1970. */
  burst(rate, ms, from = 0) {
    const sent = [];
    const start = performance.now();
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const passed = performance.now() - start;
        for (const due = Math.floor((Math.min(passed, ms) * rate) / 1000); sent.length < due;) {
          const text = frame(this.#templates[sent.length % 40], from + sent.length);
          sent.push(now());
          for (const socket of this.#readers) socket.send(text);
        }
        if (passed <= ms) return;
        clearInterval(timer);
        resolve(sent);
      }, 4);
    });
  }
}

/** A server of HTTP/1.1, which is what browsers open sockets with. */
export function listenForSockets() {
  const server = https.createServer(certificate(STREAM), (request, response) => response.writeHead(404).end());
  const stream = new Stream(server);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, stream })));
}
