import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { ConnectionRefused } from './http/faults.js';
import type { Sandbox } from './sandbox.js';
import type { SocketCarrier } from './streaming/admit.js';
import type { Line } from './streaming/line.js';

/** How often a socket is asked whether it is still there; one that did not say so is ended. */
const pulseMs = 30_000;

/** What was asked, as the sandbox reads it. */
function requestOf({ headers, url = '/' }: IncomingMessage): Request {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? '']),
  );
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), { headers: fields });
}

const offeredBy = ({ headers }: IncomingMessage) =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

async function refuse(socket: Duplex, { status, headers, body }: Response): Promise<void> {
  const content = body ? await new Response(body).text() : '';
  const fields = [...headers, ['Connection', 'close'], ['Content-Length', String(Buffer.byteLength(content))]];
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...fields.map((field) => field.join(': '))];
  socket.end(`${head.join('\r\n')}\r\n\r\n${content}`);
}

const carrierOf = (socket: WebSocket): SocketCarrier => ({
  send: (frame) => socket.send(frame),
  end: (how) => (how === 'cut' ? socket.terminate() : socket.close(how.code)),
});

function listen(socket: WebSocket, begin: (carrier: SocketCarrier) => Line): void {
  const line = begin(carrierOf(socket));
  socket.on('message', (data, binary) => {
    if (binary) line.end({ code: 1003 });
    else line.hear((data as Buffer).toString());
  });
  socket.on('close', () => line.gone());
  socket.on('error', () => line.gone());
}

/** Sockets that did not answer the last time are gone; all others are asked again. */
function keepPulse(sockets: WebSocketServer): () => void {
  const quiet = new WeakSet<WebSocket>();
  sockets.on('connection', (socket) => socket.on('pong', () => quiet.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (quiet.has(socket)) socket.terminate();
      quiet.add(socket);
      socket.ping();
    }
  }, pulseMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Lets sockets come to a server, each to the sandbox it names. @returns what ends them all */
export function serveSockets(server: Server, find: (incoming: IncomingMessage) => Sandbox): () => void {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: ([first]) => first ?? false });
  const stop = keepPulse(sockets);
  const come = async (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const admission = await find(incoming).upgrade(requestOf(incoming), offeredBy(incoming));
    if ('refusal' in admission) return refuse(socket, admission.refusal);
    if (socket.destroyed) return;
    sockets.handleUpgrade(incoming, socket, head, (opened) => {
      sockets.emit('connection', opened, incoming);
      listen(opened, admission.begin);
    });
  };
  server.on('upgrade', (incoming, socket, head) => {
    socket.on('error', () => socket.destroy());
    come(incoming, socket, head).catch((error: unknown) => {
      if (!(error instanceof ConnectionRefused)) console.error(error);
      socket.destroy();
    });
  });
  return () => {
    stop();
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
