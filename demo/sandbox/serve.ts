import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { brokenAnswers, ConnectionRefused } from './http/faults.js';
import { serveSockets } from './serve-sockets.js';
import { createSandbox, type Answer, type Sandbox, type SandboxOptions } from './sandbox.js';

/** Only this machine may reach a sandbox: its control path hands out tokens. */
const loopback = '127.0.0.1';

const idleMs = 5 * 60_000;

/** Time for the last bytes to leave before a connection is broken. */
const lingerMs = 30;

/** A body that breaks must not end as if it were whole: its connection is destroyed instead. */
function breaking(response: Response, { socket }: IncomingMessage): Response {
  const reader = response.body!.getReader();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        setTimeout(() => socket.destroy(), lingerMs);
        await new Promise(() => {});
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}

/** What serves, and what ends it with all its connections, so that a test run can end too. */
interface Listener {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

function listener(find: (incoming: IncomingMessage) => Sandbox): Listener {
  const serve = getRequestListener(
    async (request, { incoming }) => {
      try {
        const response = await find(incoming as IncomingMessage)(request);
        return brokenAnswers.has(response) ? breaking(response, incoming as IncomingMessage) : response;
      } catch (error) {
        if (error instanceof ConnectionRefused) incoming.socket.destroy();
        else if (!request.signal.aborted) console.error(error); // who asked has gone away: nothing is wrong
        return new Response(null, { status: 500 });
      }
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  const endSockets = serveSockets(server, find);
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        endSockets();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Tries `port` and those after it, because a developer may have something else there. 0 takes any. */
async function listenFrom(server: Server, port: number): Promise<number> {
  for (let next = port; ; next++) {
    try {
      return await listen(server, next);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || next > port + 100) throw error;
    }
  }
}

export interface ServedSandboxes {
  /** `http://localhost:4000`, one each, in order. */
  readonly origins: readonly string[];
  readonly sandboxes: readonly Sandbox[];
  close(): Promise<void>;
}

export interface ServeOptions extends Pick<SandboxOptions, 'faults' | 'now' | 'acquainted' | 'museum' | 'population'> {
  /** The first port to try; taken ones are passed over. Default 4000; 0 takes any. */
  port?: number;
  /** How many instances, each the peer of all others. Default 2. */
  count?: number;
  /** The seed of the first; each next one has the next number. Default 1. */
  seed?: number;
}

/** Serves some sandboxes on ports of their own. Origins are known only once the ports are, hence the late creation. */
export async function serveSandboxes(options: ServeOptions = {}): Promise<ServedSandboxes> {
  const { port = 4000, count = 2, seed = 1, ...rest } = options;
  const sandboxes: Sandbox[] = [];
  const listeners: Listener[] = [];
  const peers: Record<string, Answer>[] = [];
  let next = port;
  for (let n = 0; n < count; n++) {
    const one = listener(() => sandboxes[n]!);
    const taken = await listenFrom(one.server, next);
    next = port && taken + 1;
    listeners.push(one);
    peers.push({});
    sandboxes.push(
      createSandbox({
        acquainted: true,
        museum: n === 0,
        ...rest,
        origin: `http://localhost:${taken}`,
        seed: seed + n,
        peers: peers[n]!,
      }),
    );
  }
  for (const [n, known] of peers.entries()) {
    for (const [m, other] of sandboxes.entries()) if (m !== n) known[other.host] = other;
  }
  return {
    origins: sandboxes.map(({ origin }) => origin),
    sandboxes,
    close: async () => void (await Promise.all(listeners.map(({ close }) => close()))),
  };
}

export interface ServedNamespaces {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * One port on which every host name `NAME.localhost` is an instance of its own, made at its first request: a test takes a
 * name that no other has. `NAME-peer.localhost` is its peer. One that nobody asked for five minutes, nor listens to, is forgotten.
 */
export async function serveNamespaces(port = 0): Promise<ServedNamespaces> {
  const namespaces = new Map<string, { sandbox: Sandbox; used: number }>();
  const find = (host: string) => {
    const entry = namespaces.get(host) ?? { sandbox: makeNamespace(host, find), used: 0 };
    entry.used = Date.now();
    namespaces.set(host, entry);
    return entry.sandbox;
  };
  const { server, close } = listener(({ headers }) => find((headers.host ?? 'localhost').toLowerCase()));
  const forget = setInterval(() => {
    for (const [host, { used, sandbox }] of namespaces) {
      if (Date.now() - used > idleMs && !sandbox.instance.streams.lines.size) namespaces.delete(host);
    }
  }, 30_000);
  forget.unref();
  const taken = await listen(server, port);
  return {
    port: taken,
    close: () => {
      clearInterval(forget);
      return close();
    },
  };
}

function makeNamespace(host: string, find: (host: string) => Sandbox): Sandbox {
  const [, name = 'sandbox', rest = ''] = /^([^.:]+)(.*)$/.exec(host) ?? [];
  const peer = name.endsWith('-peer');
  const other = peer ? name.slice(0, -5) + rest : `${name}-peer${rest}`;
  return createSandbox({
    origin: `http://${host}`,
    seed: peer ? 2 : 1,
    peers: { [other]: (request) => find(other)(request) },
  });
}
