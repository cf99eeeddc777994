import { answerApi } from './api/app.js';
import { Clock } from './clock.js';
import { answerControl, isControl } from './control.js';
import { greet } from './federation/greet.js';
import { isSigned } from './federation/json.js';
import { addCors, preflight } from './http/cors.js';
import { afterAnswer, beforeAnswer, slowly, takeFault, type Fault, type StreamFault } from './http/faults.js';
import { logRequest } from './http/log.js';
import { defaultSettings, type Answer, type Instance, type Peers, type Settings } from './instance.js';
import { admit, type Admission } from './streaming/admit.js';
import { answerStream, isStream } from './streaming/sse.js';
import { LocalSocket } from './streaming/socket.js';
import { Streams } from './streaming/streams.js';
import { Population } from './population/population.js';
import { openMuseum } from './seed/museum/museum.js';
import { plant } from './seed/plant.js';
import { World } from './world/world.js';

export { ConnectionRefused, type Fault } from './http/faults.js';
export type { LogEntry } from './http/log.js';
export type { Answer, Peers, Settings } from './instance.js';

export interface SandboxOptions {
  /** Default `https://harbour.example`. */
  origin?: string;
  /** The same seed and `now` make the same instance. Odd ones are the harbour town, even ones the hill town. Default 1. */
  seed?: number;
  /** Other instances by host; they may be put in later. */
  peers?: Peers;
  /** What goes wrong from the start. */
  faults?: readonly Fault[];
  /** ms since 1970; default `Date.now`. */
  now?: () => number;
  settings?: Partial<Settings>;
  /** True: at the first request the people here meet some of the peers': follow, read, answer. Default false. */
  acquainted?: boolean;
  /** True: there is a museum in town, whose accounts have one post of every kind. Default false. */
  museum?: boolean;
  /** How much the people do by themselves, a minute: they post, like, boost, edit, delete and follow. Default 0. */
  population?: number;
}

/** One Mastodon instance as a function: it may stand in the place of `fetch`, or behind a real port (`serve.ts`). */
export interface Sandbox extends Answer {
  /** Where it believes to live. */
  readonly origin: string;
  readonly host: string;
  /** In the place of `new WebSocket`. */
  connect(url: string | URL, protocols?: string | string[]): WebSocket;
  /** Judges a wish for a socket, for who has a real one to give. `protocols` as offered. */
  upgrade(request: Request, protocols: readonly string[]): Promise<Admission>;
  /** All that is in it, for tests that run in the same process. */
  readonly instance: Instance;
}

function build(options: SandboxOptions): Instance {
  const origin = new URL(options.origin ?? 'https://harbour.example').origin;
  const clock = new Clock(options.now ?? Date.now);
  const instance: Instance = {
    origin,
    host: new URL(origin).host,
    peers: options.peers ?? {},
    now: () => clock.now(),
    world: new World(),
    settings: { ...defaultSettings(), ...options.settings },
    faults: options.faults?.map((fault) => ({ ...fault })) ?? [],
    log: [],
    counters: new Map(),
    clock,
    streams: new Streams(() => instance),
    population: new Population(() => instance, options.population ?? 0),
    seed: options.seed ?? 1,
  };
  plant(instance);
  if (options.museum) openMuseum(instance);
  instance.population.reset();
  return instance;
}

/** What a real server would say, with what stands before it: CORS first, then all else. */
async function answerAsServer(instance: Instance, request: Request, fault?: StreamFault): Promise<Response> {
  const early = preflight(request);
  if (early) return early;
  const response = isStream(request) ? answerStream(instance, request, fault) : await answerApi(instance, request);
  addCors(request, response.headers);
  return response;
}

/** As the real server, but for what was told to go wrong. */
async function answerWithFaults(instance: Instance, request: Request): Promise<Response> {
  const fault = takeFault(instance.faults, request);
  if (!fault) return answerAsServer(instance, request);
  const sent = fault.slow ? await slowly(request, fault.slow) : request;
  const instead = await beforeAnswer(fault, sent, instance.now);
  if (!instead) return afterAnswer(fault, await answerAsServer(instance, sent, fault.stream));
  addCors(request, instead.headers);
  return afterAnswer(fault, instead);
}

/** A socket, or why there is none: what would answer a request refuses it, all else waits until it is open. */
async function admitWithFaults(instance: Instance, request: Request, protocols: readonly string[]): Promise<Admission> {
  const fault = takeFault(instance.faults, request);
  const refusal = fault && (await beforeAnswer(fault, request, instance.now));
  return refusal ? { refusal } : admit(instance, request, protocols, fault?.stream);
}

/** Makes an instance with its people and posts. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const instance = build(options);
  let met = options.acquainted ? undefined : Promise.resolve();
  const answer = async (request: Request) => {
    if (isControl(request)) return answerControl(instance, request);
    // Between instances nothing is logged, limited or broken.
    if (isSigned(request)) return answerApi(instance, request);
    await (met ??= greet(instance));
    const entry = logRequest(instance.log, request, instance.now());
    const response = await answerWithFaults(instance, request);
    entry.status = response.status;
    return response;
  };
  const upgrade = async (request: Request, protocols: readonly string[]) => {
    await (met ??= greet(instance));
    const entry = logRequest(instance.log, request, instance.now());
    const admission = await admitWithFaults(instance, request, protocols);
    entry.status = 'refusal' in admission ? admission.refusal.status : 101;
    return admission;
  };
  const connect = (url: string | URL, protocols: string | string[] = []) =>
    new LocalSocket(url, protocols, (offered) =>
      upgrade(new Request(String(url).replace(/^ws/, 'http')), offered),
    ) as unknown as WebSocket;
  return Object.assign(answer, { origin: instance.origin, host: instance.host, instance, upgrade, connect });
}
