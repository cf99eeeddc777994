import { loseCors } from './cors.js';
import { setRateHeaders } from './limits.js';

/** What goes wrong with a stream that is open. */
export interface StreamFault {
  /** After so many ms the connection breaks, without a word. */
  drop?: number;
  /** No event comes, but what is said is answered. */
  stall?: boolean;
  /** The server has forgotten it: nothing comes and nothing is answered, and nobody ends it. */
  halfOpen?: boolean;
  /** Frames sent at once, as they are; true for a choice of bad ones. */
  garbage?: true | string[];
  /** Each event comes again, so many times; true for once. */
  replay?: boolean | number;
}

/** What goes wrong, and for which requests. The first fault that matches acts; what it does not name happens as usual. */
export interface Fault {
  /** With a stream that is opened: what goes wrong with it later. */
  stream?: StreamFault;
  /** `GET`; any without. Preflights are met by `OPTIONS` or by a fault with `cors: false`. */
  method?: string;
  /** A path, `*` for any run of characters: `/api/v1/timelines/*`. With a `?` in it, the query counts too. Any without. */
  path?: string;
  /** How many requests it meets; without it, all. Counted down. */
  times?: number;
  /** ms before anything else happens. */
  delay?: number;
  /** So many bytes of the request are taken a second; what it sends is on its way for that long. */
  slow?: number;
  /** The connection is refused: the function throws, a served sandbox destroys the socket. */
  refuse?: boolean;
  /** Answers 301 to this address. */
  redirect?: string;
  /** Answers 429, free again after so many seconds. */
  rateLimit?: number;
  /** Answers this status; without `body` as Mastodon's proxy would, in HTML. */
  status?: number;
  /** Answers this: text as it is, anything else as JSON. */
  body?: unknown;
  /** Content type of `body`; default JSON, or HTML for text. */
  type?: string;
  /** Header fields set on the answer; an empty value takes the field away. */
  headers?: Record<string, string>;
  /** Answers an HTML page where JSON was expected, with status 200 unless `status` says otherwise. */
  html?: boolean;
  /** The real answer without its body. */
  empty?: boolean;
  /** Lists become objects and objects lists. */
  wrongShape?: boolean;
  /** The body ends after so many bytes. */
  cut?: number;
  /** With `cut`: the connection breaks there; otherwise the body ends as if it were whole. */
  broken?: boolean;
  /** False: no `Access-Control-*` on the answer. */
  cors?: boolean;
}

/** Thrown in the place of an answer when a fault refuses the connection; `serve.ts` then destroys the socket. */
export class ConnectionRefused extends TypeError {
  override readonly name = 'ConnectionRefused';
}

const page = (status: number) =>
  `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>The harbour is closed</h1></body></html>`;

function matches({ method, path, times, cors }: Fault, request: Request): boolean {
  if (times === 0) return false;
  if (request.method === 'OPTIONS' ? method !== 'OPTIONS' && cors !== false : method && method !== request.method) {
    return false;
  }
  if (path === undefined) return true;
  const { pathname, search } = new URL(request.url);
  const pattern = path.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 's').test(path.includes('?') ? pathname + search : pathname);
}

/** The fault a request meets, counted. */
export function takeFault(faults: readonly Fault[], request: Request): Fault | undefined {
  const fault = faults.find((one) => matches(one, request));
  if (fault?.times !== undefined && request.method !== 'OPTIONS') fault.times--;
  return fault;
}

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });

/** The request, once its body has been taken in at so many bytes a second: what lies between waits no less. */
export async function slowly(request: Request, bytesPerSecond: number): Promise<Request> {
  if (!request.body) return request;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const reader = request.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    await wait((value.byteLength / bytesPerSecond) * 1000, request.signal);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: new Blob(parts) });
}

/** What happens before the server is reached: a delay, a refusal, an answer of somebody in between. */
export async function beforeAnswer(fault: Fault, request: Request, now: () => number): Promise<Response | undefined> {
  if (fault.delay) await wait(fault.delay, request.signal);
  if (fault.refuse) throw new ConnectionRefused('fetch failed');
  if (fault.redirect) return new Response(null, { status: 301, headers: { Location: fault.redirect } });
  if (fault.rateLimit !== undefined) {
    const answer = Response.json({ error: 'Too many requests' }, { status: 429 });
    setRateHeaders(answer.headers, { limit: 300, remaining: 0, reset: now() + fault.rateLimit * 1000 });
    return answer;
  }
  if ('body' in fault) {
    const text = typeof fault.body === 'string';
    const type = fault.type ?? (text ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8');
    const body = text ? (fault.body as string) : JSON.stringify(fault.body);
    return new Response(body, { status: fault.status ?? 200, headers: { 'Content-Type': type } });
  }
  if (fault.html || fault.status) {
    const status = fault.status ?? 200;
    return new Response(page(status), {
      status,
      headers: { 'Content-Type': fault.type ?? 'text/html; charset=utf-8' },
    });
  }
  return undefined;
}

/** Answers whose body ends in an error: behind a real port the connection has to break there. */
export const brokenAnswers = new WeakSet<Response>();

/** Ends after the bytes given; with `broken`, by an error. */
function cutBody(bytes: Uint8Array<ArrayBuffer>, broken: boolean): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => (broken ? controller.error(new TypeError('terminated')) : controller.close()),
  });
}

const swapShape = (json: string) => (json.trimStart().startsWith('[') ? '{}' : '[]');

/** What happens to an answer on its way back. */
export async function afterAnswer(fault: Fault, response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(fault.headers ?? {})) {
    if (value) headers.set(name, value);
    else headers.delete(name);
  }
  if (fault.cors === false) loseCors(headers);
  const { status } = response;
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  if (fault.empty) return new Response(null, { status, headers });
  if (fault.wrongShape) return new Response(swapShape(await response.text()), { status, headers });
  if (fault.cut === undefined) {
    const whole = new Response(response.body, { status, headers });
    if (brokenAnswers.has(response)) brokenAnswers.add(whole);
    return whole;
  }
  const bytes = new Uint8Array(await response.arrayBuffer()).slice(0, fault.cut);
  headers.delete('Content-Length');
  const cut = new Response(cutBody(bytes, !!fault.broken), { status, headers });
  if (fault.broken) brokenAnswers.add(cut);
  return cut;
}
