import type { Browser } from '../base/browser.js';
import { MastoError, type Failure, type FailureFacts } from './errors.js';
import { Flights } from './flights.js';
import { parseLinks, type Links } from './links.js';
import { budget } from './rate.js';

/** Search parameters in the server's spelling. `undefined` and null are not sent; a list becomes `name[]`. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>
>;

export interface RequestOptions {
  /** Ends the request and all that waits for it; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not every server has this endpoint: once it says so (400, 404, 405, 410, 501) it is not asked again (R136). */
  readonly optional?: boolean;
  /** Milliseconds until a try has failed. Default 30,000 (R144). */
  readonly timeout?: number;
  readonly init?: Pick<RequestInit, 'cache' | 'keepalive'>;
  /** Carries it in the place of fetch: for what tells how far it is (`uploading.ts`). */
  readonly by?: Browser['fetch'];
}

export interface Answer<T = unknown> {
  /** The JSON as it came, in snake_case; undefined for an empty body (R141). Others may hold it too: do not change it. */
  readonly data: T;
  /** 2xx: some say by it whether they are ready. */
  readonly status: number;
  readonly headers: Headers;
  readonly links: Links;
  /** When the question left, ms since 1970: a later answer may be older news. */
  readonly asked: number;
}

export interface TransportOptions {
  readonly browser: Browser;
  /** Looked up at each request. */
  readonly token?: (() => string | undefined) | undefined;
  /** Looks at a refusal of whoever is signed in, and says what it means (R49). */
  readonly doubt?: ((error: MastoError) => Promise<MastoError>) | undefined;
}

interface Request {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly body?: unknown;
  readonly options: RequestOptions;
}

/** How often a read is tried again (R123, R137, R140). */
const again: Partial<Record<Failure, number>> = { server: 2, incomplete: 1, 'rate-limited': 4 };

/** A path segment made of an id: encoded, and never a step up (`%2E%2E` would still be one). */
export const segment = (id: string) =>
  encodeURIComponent(id).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%252E'));

/**
 * Asks one server. The only place that knows HTTP: all above sees an `Answer` or a `MastoError`. Reads are tried again
 * (5xx, 429, a body cut off); writes never are.
 */
export class Transport {
  /** The server's host, with the port if it is not the usual one. */
  readonly host: string;
  readonly #flights = new Flights<Answer>();
  /** What is not asked again: gone URLs (R132) and endpoints that this server lacks (R136). */
  readonly #refused = new Map<string, MastoError>();
  /** What failed: it is asked for past the browser's cache, where the broken answer may lie. */
  readonly #doubtful = new Set<string>();
  /** Nobody else can read it: sessions are handed about, tokens are not (R25). */
  readonly #token: TransportOptions['token'];
  readonly #doubt: TransportOptions['doubt'];
  readonly browser: Browser;
  #known = false;

  constructor(
    /** `https://host[:port]`, without a slash at the end. */
    readonly origin: string,
    { browser, token, doubt }: TransportOptions,
  ) {
    this.host = new URL(origin).host;
    this.browser = browser;
    this.#token = token;
    this.#doubt = doubt;
  }

  /** Reads. Who asks the same while it is under way shares the request. */
  async get(path: string, query?: Query, options: RequestOptions = {}): Promise<Answer> {
    return this.#shared(this.#request('GET', path, options, query));
  }

  /** Reads a page of a list, also by a link of an earlier answer. An empty body is an empty list; no list is `wrong-shape` (R142). */
  async list(pathOrLink: string, query?: Query, options: RequestOptions = {}): Promise<Answer<readonly unknown[]>> {
    const { data = [], ...rest } = await this.get(pathOrLink, query, options);
    if (Array.isArray(data)) return { data, ...rest };
    throw this.strange(pathOrLink, query);
  }

  /** The error for a read whose answer has another form than it should (R142). The next one goes past the browser's cache. */
  strange(path: string, query?: Query): MastoError {
    const request = this.#request('GET', path, {}, query);
    this.#doubtful.add(request.url);
    return this.#error('wrong-shape', request);
  }

  /** Writes, once, and not while the server wants to be left alone. `body` goes as JSON unless it is a form or a file. */
  async send(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const request = { ...this.#request(method, path, options), body };
    const retryAt = budget(this.host).pausedUntil;
    if (retryAt > this.browser.now()) throw this.#error('rate-limited', request, { retryAt });
    return this.#once(request, options.signal);
  }

  /** Always to our own origin, whatever address is given: tokens and questions go nowhere else (R52). */
  #request(method: string, address: string, options: RequestOptions, query: Query = {}): Request {
    options.signal?.throwIfAborted();
    const { pathname: path, search, searchParams } = new URL(address, this.origin);
    const more = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      for (const item of [value].flat())
        if (item != null) more.append(Array.isArray(value) ? name + '[]' : name, String(item));
    const url = this.origin + path + search + (more.size ? (searchParams.size ? '&' : '?') + more.toString() : '');
    const refused = this.#refused.get(method + url) ?? this.#refused.get(method + path);
    if (refused) throw refused;
    return { method, url, path, options };
  }

  #shared(request: Request): Promise<Answer> {
    const { headers, signal } = request.options;
    const read = (signal?: AbortSignal) => this.#read(request, signal);
    return headers ? read(signal) : this.#flights.join(request.url, signal, read);
  }

  async #read(request: Request, signal?: AbortSignal): Promise<Answer> {
    const { browser } = this;
    for (let tries = 0; ; tries++) {
      await budget(this.host).ready(browser, signal);
      try {
        return await this.#once(request, signal);
      } catch (error) {
        if (!(error instanceof MastoError)) throw error;
        this.#doubtful.add(request.url);
        if (tries >= (again[error.failure] ?? 0) || error.facts.status === 501) throw error;
        if (error.failure === 'server') await browser.sleep(1000 * 3 ** tries * (1 + browser.random() / 4), signal);
      }
    }
  }

  /** One try, with a limit of time. Whichever way it ends, nothing goes on. */
  async #once(request: Request, signal?: AbortSignal): Promise<Answer> {
    const { browser } = this;
    const end = new AbortController();
    const either = signal ? AbortSignal.any([signal, end.signal]) : end.signal;
    browser.sleep(request.options.timeout ?? 30_000, either).then(
      () => end.abort(this.#error('timeout', request)),
      () => undefined,
    );
    const secret = this.#token?.();
    const asked = browser.now();
    let response: Response;
    let text: string;
    try {
      const init = this.#init(request, secret, either);
      response = await (request.options.by?.(request.url, init) ?? browser.fetch(request.url, init));
      text = await response.text();
    } catch {
      either.throwIfAborted();
      throw this.#error(browser.online() ? 'unreachable' : 'offline', request);
    } finally {
      end.abort();
    }
    return this.#judge(request, response, text, secret, asked);
  }

  #init({ method, url, body, options }: Request, secret: string | undefined, signal: AbortSignal): RequestInit {
    const json = {}.toString.call(body) === '[object Object]';
    return {
      ...options.init,
      ...(this.#doubtful.delete(url) && { cache: 'reload' }),
      method,
      headers: {
        ...(json && { 'Content-Type': 'application/json' }),
        ...options.headers,
        ...(secret && { Authorization: `Bearer ${secret}` }),
      },
      body: json ? JSON.stringify(body) : ((body ?? null) as BodyInit | null),
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A token must not travel on: a redirected read is noticed, a redirected write fails (R51, R53).
      redirect: method !== 'GET' ? 'error' : secret ? 'manual' : 'follow',
    };
  }

  /** What is plainly an answer; all else is judged by what is loaded for it. `text()` has removed a BOM and mended what was no UTF-8 (R143). */
  async #judge(
    request: Request,
    response: Response,
    text: string,
    secret: string | undefined,
    asked: number,
  ): Promise<Answer> {
    const { ok, status, headers, url } = response;
    const { host, browser } = this;
    // At once: others must not ask while what this means is on its way.
    if (status === 429 && request.method === 'GET')
      budget(host).refused(headers.get('x-ratelimit-reset'), browser.now());
    else if (status !== 429) budget(host).served();
    if (ok && new URL(url || this.origin).host === host) {
      try {
        const data: unknown = text.trim() ? JSON.parse(text) : undefined;
        this.#known ||= !!data;
        return { data, status, headers, links: parseLinks(headers.get('link'), request.url), asked };
      } catch {
        // no JSON, or not all of it
      }
    }
    const { method, path, options } = request;
    const { judge } = await import('./judge.js').catch(() => {
      throw this.#error('unreachable', request);
    });
    const signedIn = !!secret;
    // A server that says our token back must not put it into an error.
    const said = secret ? text.replaceAll(secret, '…') : text;
    const error = judge(response, said, { host, method, path, signedIn, known: this.#known });
    this.#known ||= !!error.facts.body;
    if (status === 410) this.#refused.set(method + request.url, error);
    if (options.optional && [400, 404, 405, 410, 501].includes(status)) this.#refused.set(method + path, error);
    throw (signedIn && (await this.#doubt?.(error))) || error;
  }

  #error(failure: Failure, { method, path }: Request, facts?: FailureFacts) {
    return new MastoError(failure, { host: this.host, method, path, ...facts });
  }
}
