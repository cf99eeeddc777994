import type { Browser } from '../base/browser.js';
import { MastoError, type Failure, type FailureFacts } from './errors.js';
import { failureOf } from './failure.js';
import { Flights } from './flights.js';
import { asObject, errorText, parseJson } from './json.js';
import { parseLinks, type Links } from './links.js';
import { budget } from './rate.js';

/** Search parameters in the server's spelling. `undefined` and null are not sent; a list becomes `name[]`. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>
>;

export interface RequestOptions {
  /** Ends the request and everything that waits for it; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not every server has this endpoint: once it says so (400, 404, 405, 410, 501) it is not asked again (R136). */
  readonly optional?: boolean;
  /** Milliseconds until a try counts as failed. Default 30,000 (R144). */
  readonly timeout?: number;
  readonly cache?: RequestCache;
  readonly keepalive?: boolean;
}

export interface Answer<T = unknown> {
  /** The JSON as it came, in snake_case; undefined for an empty body (R141). Shared by all who asked: do not change it. */
  readonly data: T;
  readonly headers: Headers;
  readonly links: Links;
}

export interface TransportOptions {
  readonly browser: Browser;
  /** Looked up at each request. */
  readonly token?: (() => string | undefined) | undefined;
}

/** Waits before the second and third try of a read (R137). */
const waits = [1000, 3000];

/** A path segment made of an id: encoded, and never a step up (even `%2E%2E` would be one). */
export const segment = (id: string) =>
  encodeURIComponent(id).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%252E'));

interface Request {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly body?: unknown;
  readonly options: RequestOptions;
}

/**
 * Asks one server. The only place that knows HTTP: everything above sees an `Answer` or a `MastoError`. Reads are tried
 * again (5xx, 429, a cut body); writes never are.
 */
export class Transport {
  /** The server's host with its port, as the user reads it in a URL. */
  readonly host: string;
  readonly #flights = new Flights<Answer>();
  /** What is not asked again: gone URLs (R132), paths of endpoints that this server lacks (R136). */
  readonly #refused = new Map<string, MastoError>();
  #known = false;

  constructor(
    /** `https://host[:port]`, without a slash at the end. */
    readonly origin: string,
    readonly options: TransportOptions,
  ) {
    this.host = new URL(origin).host;
  }

  /** Reads. Who asks the same while it is under way shares the request. */
  async get(path: string, query: Query = {}, options: RequestOptions = {}): Promise<Answer> {
    const request = { ...this.#address(path, query), method: 'GET', options };
    const refused = this.#refused.get(request.url) ?? (options.optional && this.#refused.get(request.path));
    if (refused) throw refused;
    const { signal, headers } = options;
    return this.#flights.join(request.url + JSON.stringify(headers ?? ''), signal, (end) => this.#read(request, end));
  }

  /**
   * Reads a page of a list: by path and query, or by a link of an earlier answer, of which only path and query are used
   * (R149). A link to the page itself is left out. An empty body is an empty list; anything else is `wrong-shape` (R142).
   */
  async list(pathOrLink: string, query?: Query, options?: RequestOptions): Promise<Answer<readonly unknown[]>> {
    const { data = [], headers, links } = await this.get(pathOrLink, query, options);
    const { url, path } = this.#address(pathOrLink, query);
    if (!Array.isArray(data)) throw new MastoError('wrong-shape', { host: this.host, method: 'GET', path });
    const others = Object.entries(links).filter(([, link]) => this.#address(link as string).url !== url);
    return { data, headers, links: Object.fromEntries(others) };
  }

  /** Writes, once. `body` goes as JSON unless it is a form or a file. */
  async send(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const request = { ...this.#address(path), method, body, options };
    const { signal, optional } = options;
    signal?.throwIfAborted();
    const refused = optional && this.#refused.get(request.path);
    if (refused) throw refused;
    const { pausedUntil } = budget(this.host);
    if (pausedUntil > this.options.browser.now()) throw this.#error('rate-limited', request, { retryAt: pausedUntil });
    return this.#once(request, signal ?? new AbortController().signal);
  }

  /** Always on our own origin, whatever host a link names: tokens and questions go nowhere else (R52). */
  #address(path: string, query: Query = {}) {
    const url = new URL(path, this.origin);
    for (const [name, value] of Object.entries(query)) {
      if (Array.isArray(value)) for (const item of value) url.searchParams.append(`${name}[]`, String(item));
      else if (value != null) url.searchParams.append(name, String(value));
    }
    return { url: this.origin + url.pathname + url.search, path: url.pathname };
  }

  async #read(request: Request, signal: AbortSignal): Promise<Answer> {
    const { browser } = this.options;
    const patience = { server: waits.length, incomplete: 1, 'rate-limited': 4 } as Partial<Record<Failure, number>>;
    for (;;) {
      await budget(this.host).ready(browser, signal);
      try {
        return await this.#once(request, signal);
      } catch (error) {
        const { failure, facts } = error instanceof MastoError ? error : {};
        const left = failure && facts?.status !== 501 ? patience[failure] : 0;
        if (!failure || !left) throw error;
        patience[failure] = left - 1;
        const wait = failure === 'server' && waits[waits.length - left];
        if (wait) await browser.sleep(wait * (1 + browser.random() / 4), signal);
      }
    }
  }

  /** One try, with a limit of time; whatever way it ends, nothing goes on. */
  async #once(request: Request, signal: AbortSignal): Promise<Answer> {
    const { browser, token } = this.options;
    const done = new AbortController();
    const end = new AbortController();
    browser.sleep(request.options.timeout ?? 30_000, done.signal).then(
      () => end.abort(this.#error('timeout', request)),
      () => undefined,
    );
    const either = AbortSignal.any([signal, end.signal]);
    try {
      const secret = token?.();
      const response = await browser.fetch(request.url, this.#init(request, secret, either));
      return this.#judge(request, response, await this.#text(request, response), secret);
    } catch (error) {
      either.throwIfAborted();
      if (error instanceof MastoError) throw error;
      throw this.#error(browser.online() ? 'unreachable' : 'offline', request);
    } finally {
      done.abort();
      end.abort();
    }
  }

  #init({ method, body, options }: Request, secret: string | undefined, signal: AbortSignal): RequestInit {
    const headers: Record<string, string> = { ...options.headers };
    if (secret) headers['Authorization'] = `Bearer ${secret}`;
    const plain = asObject(body) && Object.getPrototypeOf(body) === Object.prototype;
    if (plain || Array.isArray(body)) headers['Content-Type'] = 'application/json';
    const { cache = 'default', keepalive = false } = options;
    return {
      method,
      headers,
      body: plain || Array.isArray(body) ? JSON.stringify(body) : ((body ?? null) as BodyInit | null),
      signal,
      cache,
      keepalive,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A token must not travel on: a redirected read is only noticed, a redirected write fails (R51, R53).
      redirect: method !== 'GET' ? 'error' : secret ? 'manual' : 'follow',
    };
  }

  /** The body, unless another host sent it (R145). */
  async #text(request: Request, response: Response) {
    const { host } = response.url ? new URL(response.url) : this;
    const redirected = response.type === 'opaqueredirect' || (response.status > 300 && response.status < 304);
    if (host !== this.host || redirected)
      throw this.#error('moved', request, { movedTo: redirected ? undefined : host });
    return response.text();
  }

  #judge(request: Request, response: Response, text: string, secret: string | undefined): Answer {
    const { status, headers } = response;
    const { method, url, path, options } = request;
    const contentType = headers.get('content-type') ?? undefined;
    const body = parseJson(text);
    const json = !body.broken && body.data !== undefined;
    const patience = budget(this.host);
    if (status !== 429) patience.served();
    if (response.ok && !body.broken) {
      this.#known ||= json;
      return { data: body.data, headers, links: parseLinks(headers.get('link')) };
    }
    const facts: FailureFacts = { status, contentType };
    if (response.ok)
      throw this.#error(/\bjson\b/i.test(contentType ?? '') ? 'incomplete' : 'not-mastodon', request, facts);
    if (status === 429 && method === 'GET')
      patience.refused(headers.get('x-ratelimit-reset'), this.options.browser.now());
    const said = errorText(body.data);
    const failure = failureOf({ status, method, json, text: said, signedIn: !!secret, known: this.#known });
    const error = this.#error(failure, request, {
      ...facts,
      serverText: secret ? said?.replaceAll(secret, '…') : said,
      details: asObject(body.data)?.['details'],
      retryAt: status === 429 ? patience.pausedUntil : undefined,
    });
    if (status === 410 && method === 'GET') this.#refused.set(url, error);
    if (options.optional && [400, 404, 405, 410, 501].includes(status)) this.#refused.set(path, error);
    throw error;
  }

  #error(failure: Failure, { method, path }: Request, facts: FailureFacts = {}) {
    return new MastoError(failure, { host: this.host, method, path, ...facts });
  }
}
