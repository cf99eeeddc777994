/// <reference lib="esnext.disposable" preserve="true" />
// masto's types name Disposable: who uses ours need not know of it.

/**
 * masto.js over our transport: its types, call shape, paginator and errors; our retries, rate budget and signals. The
 * one file that loads masto, itself loaded by `import()`. The deep imports are public by masto's exports map, not by its
 * version numbers: each has a test.
 */
import { HttpActionDispatcherHookMastodon } from 'masto/adapters/action/dispatcher-http-hook-mastodon.js';
import { PaginatorHttp } from 'masto/adapters/action/paginator-http.js';
import { MastoHttpError } from 'masto/adapters/errors/masto-http-error.js';
import { MastoTimeoutError } from 'masto/adapters/errors/masto-timeout-error.js';
import { BaseHttp } from 'masto/adapters/http/base-http.js';
import type { mastodon } from 'masto';
import type { HttpMetaParams, HttpRequestParams, HttpResponse } from 'masto/interfaces/http.js';
import { callPath, type Written } from './call-path.js';
import { MastoError, type Failure, type FailureFacts } from './errors.js';
import { toForm, toSearch } from './forms.js';
import { camelKeys, isPlain, snakeKeys } from './keys.js';
import { untilProcessed } from './processing.js';
import { segment, type RequestOptions, type Transport } from './transport.js';

export { MastoHttpError, MastoTimeoutError };

/** What a call is about to do, for `beforeCall`. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly params: unknown;
}

export interface ClientOptions {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Runs before every call but reads. The call waits for it, and does not leave when it throws or rejects. */
  readonly beforeCall?: (call: Call) => unknown;
}

/** masto's client. */
export interface Client extends mastodon.rest.Client {
  /** A step of the path below `/api`, for what masto has no type for: `$select('v1_alpha').asyncRefreshes.…`. */
  readonly $select: (step: string) => unknown;
  /** The same client with other options beside its own. */
  with(options: ClientOptions): Client;
}

/** What the server said about its patience, if it did. */
export interface Rate {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: Date;
}

function rateOf(headers: Headers | undefined): Rate | undefined {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => headers?.get(`x-ratelimit-${name}`));
  return limit && remaining && reset ? { limit: +limit, remaining: +remaining, reset: new Date(reset) } : undefined;
}

/** masto's error for all that fails but by time, with what we know beside. `statusCode` is 0 when nobody answered. */
export class MastoCallError extends MastoHttpError {
  readonly failure: Failure;
  readonly facts: FailureFacts;
  readonly rate: Rate | undefined;

  constructor(cause: MastoError) {
    const { status: statusCode = 0, serverText, body, headers } = cause.facts;
    const said = { ...(camelKeys(body) as object) } as Record<string, unknown>;
    const { error, errorDescription, details, ...additionalProperties } = said;
    super(
      {
        statusCode,
        message: serverText || (typeof error === 'string' && error) || cause.message,
        additionalProperties,
        ...(typeof errorDescription === 'string' && { description: errorDescription }),
        ...(isPlain(details) && { details: details as NonNullable<MastoHttpError['details']> }),
      },
      { cause },
    );
    // masto's own is made of the class's, which a build shortens; and it is read-only.
    Object.defineProperty(this, 'name', { value: 'MastoHttpError' });
    this.failure = cause.failure;
    this.facts = cause.facts;
    this.rate = rateOf(headers);
  }
}

function asMasto(error: unknown) {
  if (!(error instanceof MastoError)) return error;
  return error.failure === 'timeout'
    ? new MastoTimeoutError(error.message, { cause: error })
    : new MastoCallError(error);
}

class Http extends BaseHttp {
  constructor(
    readonly transport: Transport,
    readonly options: ClientOptions,
  ) {
    super();
  }

  async request<T>({ method, path, search, body, encoding, requestInit }: HttpRequestParams): Promise<HttpResponse<T>> {
    const { transport } = this;
    const options = this.#options(requestInit);
    const query = typeof search === 'string' ? search : toSearch(snakeKeys(search));
    const url = query ? `${path}?${query}` : path;
    try {
      const answer = await (method === 'GET'
        ? transport.get(url, {}, options)
        : transport.send(method, url, this.#body(body, encoding), options));
      const headers = new Headers(answer.headers);
      // The paginator reads this header, and splits it at every comma: it is to see what the transport believes of it.
      const links = Object.entries(answer.links as Record<string, string>);
      const link = links.map(([rel, to]) => `<${transport.origin}${to.replaceAll(',', '%2C')}>; rel="${rel}"`);
      headers.set('link', link.join(', '));
      return { headers, data: camelKeys(answer.data, path.endsWith('/translation_languages')) as T };
    } catch (error) {
      throw asMasto(error);
    }
  }

  #body(body: unknown, encoding: string | undefined) {
    const params = snakeKeys(body);
    const file = isPlain(params) && Object.values(params).some((value) => value instanceof Blob);
    return isPlain(params) && (file || encoding === 'multipart-form') ? toForm(params) : params;
  }

  #options(requestInit: RequestInit = {}): RequestOptions {
    const { cache, keepalive } = requestInit;
    const signal = this.signal(requestInit);
    const headers = { ...this.options.headers, ...Object.fromEntries(new Headers(requestInit.headers)) };
    return {
      ...(signal && { signal }),
      ...(Object.keys(headers).length && { headers }),
      init: { ...(cache && { cache }), ...(keepalive && { keepalive }) },
    };
  }

  /** The client's signal and the call's: whichever ends first. */
  signal({ signal }: RequestInit = {}): AbortSignal | undefined {
    const signals = [signal, this.options.signal].filter((one) => !!one);
    return signals.length ? AbortSignal.any(signals) : undefined;
  }
}

const methods = { fetch: 'GET', list: 'GET', create: 'POST', update: 'PUT', remove: 'DELETE' };

/** One call: masto's table says what is sent, we send it. */
function perform(http: Http, hook: HttpActionDispatcherHookMastodon, { path, verb, raw, args }: Written): unknown {
  const [params, given] = args as [unknown, HttpMetaParams | undefined];
  const action = hook.beforeDispatch({ type: verb, path, data: params, meta: given ?? {}, raw });
  const { type, meta } = action;
  if (type === 'list') return new PaginatorHttp(http, raw, action.path, params, meta as HttpMetaParams);
  const method = action.path.endsWith('/accounts/update_credentials') ? 'PATCH' : methods[type];
  const upload = method === 'POST' && action.path === '/api/v2/media';
  const { skipPolling = false, ...data } = (upload ? params : {}) as { skipPolling?: boolean };
  const run = async () => {
    const field = method === 'GET' ? 'search' : 'body';
    const sent = { method, path: action.path, [field]: upload ? data : params, ...meta } as HttpRequestParams;
    let response = await http.request<unknown>(sent);
    if (upload && !skipPolling) response = await processed(http, response as HttpResponse<Media>, given?.requestInit);
    return raw ? response : response.data;
  };
  const gate = http.options.beforeCall;
  if (method === 'GET' || !gate) return run();
  return (async () => {
    await gate({ method, path: action.path, params });
    return run();
  })();
}

type Media = mastodon.v1.MediaAttachment;

/** A file that is ready comes back at once (masto sleeps a second first); another when it is, or a MastoTimeoutError. */
async function processed(http: Http, first: HttpResponse<Media>, requestInit: RequestInit = {}) {
  if (first.data.url) return first;
  const look = async () => {
    try {
      const { data } = await http.get<Media>(`/api/v1/media/${segment(first.data.id)}`, undefined, { requestInit });
      return data.url ? data : undefined;
    } catch (error) {
      // A copy of the server's database may not have heard of it yet.
      if (error instanceof MastoHttpError && error.statusCode === 404) return undefined;
      throw error;
    }
  };
  const data = await untilProcessed(look, http.transport.browser, http.signal(requestInit));
  if (!data) throw new MastoTimeoutError('The server is still processing the file');
  return { ...first, data };
}

/**
 * A `mastodon.rest.Client` that asks through `transport`. Every method takes `{ requestInit: { signal, headers } }` as
 * its last argument, lists too. Rejects with MastoCallError (a MastoHttpError), MastoTimeoutError, or a signal's reason.
 */
export function createClient(transport: Transport, options: ClientOptions = {}): Client {
  const http = new Http(transport, options);
  const hook = new HttpActionDispatcherHookMastodon(http);
  const api = callPath((written) => perform(http, hook, written)) as Client;
  return {
    v1: api.v1,
    v2: api.v2,
    $select: api.$select,
    with: (more) => {
      const signals = [options.signal, more.signal].filter((signal) => !!signal);
      const headers = { ...options.headers, ...more.headers };
      const signal = signals.length ? AbortSignal.any(signals) : undefined;
      return createClient(transport, { ...options, ...more, headers, signal });
    },
  };
}
