import type { Browser } from '../base/browser.js';
import { cleanName } from '../base/text.js';
import { parseInstance } from './instance-name.js';
import { asObject, type Raw } from './json.js';
import { objects } from './read.js';
import { isMastodonMetadata, issuerOf, serverBy, type Server } from './server-metadata.js';

const stepMs = 5000;
const wholeMs = 12_000;

/** More than one hint of where else to look is rare, and each costs two requests. */
const mostCandidates = 3;

/** What came back: from where, and what. */
interface Heard {
  /** Of the final address, after redirects. */
  readonly origin: string;
  readonly ok: boolean;
  readonly status: number;
  readonly text: string;
  readonly json: Raw | undefined;
}

function parsed(text: string): Raw | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const asCount = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);

/** What an instance's description says of it, of version 2 or 1; undefined when it is none. */
function describe(json: Raw): Pick<Server, 'title' | 'version' | 'people'> | undefined {
  const { title, version, domain, uri, usage, stats } = json;
  if (![version, domain, uri].some((value) => typeof value === 'string' && value)) return undefined;
  const people = asCount(asObject(asObject(usage)?.['users'])?.['active_month'] ?? asObject(stats)?.['user_count']);
  return {
    ...(typeof title === 'string' && { title: cleanName(title).slice(0, 200) }),
    ...(typeof version === 'string' && { version: cleanName(version).slice(0, 60) }),
    ...(people !== undefined && { people }),
  };
}

/** Of WebFinger the account and its page, of NodeInfo the documents. */
const telling = /^self$|\/profile-page$|\/nodeinfo|nodeinfo\./;

/** The addresses in answers that say where an account's server is. */
function hintsIn({ json, text }: Heard): string[] {
  const links = objects(json?.['links']).filter(({ rel }) => typeof rel === 'string' && telling.test(rel));
  const hrefs = links.map(({ href }) => href);
  const [, template] = /<Link[^>]+template=["'](https?:\/\/[^"']+)/.exec(text) ?? [];
  return [...hrefs, template].filter((url): url is string => typeof url === 'string');
}

/** One search for a server, with its limits of time, and what was noticed of the host itself on the way. */
export class Hunt {
  readonly #origin: string;
  readonly #browser: Browser;
  readonly #signal: AbortSignal | undefined;
  readonly #over = new AbortController();
  /** Somebody answered, in a way that a browser may read. */
  answered = false;
  /** Where the host's answers came from, when that was another one. */
  movedTo: string | undefined;
  /** Its address leads to http. */
  downgraded = false;
  late = false;
  /** Of its description: why there is none. 0 when nobody answered. */
  status = 0;

  constructor(origin: string, browser: Browser, signal: AbortSignal | undefined) {
    this.#origin = origin;
    this.#browser = browser;
    this.#signal = signal;
    browser.sleep(wholeMs, this.#over.signal).then(
      () => this.#over.abort(),
      () => undefined,
    );
  }

  /** Nothing goes on. */
  end(): void {
    this.#over.abort();
  }

  /** @param handle `user@host`, whom the host may know elsewhere @param roam whether another host may be the one */
  async find(handle: string | undefined, roam: boolean): Promise<Server | undefined> {
    const origin = this.#origin;
    const metadata = await this.#ask(origin, '/.well-known/oauth-authorization-server');
    const first = this.#believe(metadata, origin, roam);
    if (first) return first;
    const [here, hints] = await Promise.all([this.#described(origin), roam ? this.#hints(handle) : []]);
    if (here?.origin === origin) return { ...serverBy(metadata?.json, origin), ...here.said };
    if (!roam) return undefined;
    const claims = [here?.origin, issuerOf(metadata?.json), ...hints, origin.replace('//www.', '//')];
    for (const candidate of this.#candidates(claims, origin)) {
      const said = await this.#ask(candidate, '/.well-known/oauth-authorization-server');
      const server = this.#believe(said, candidate, false);
      if (server) return server;
      const there = await this.#described(candidate);
      if (there?.origin === candidate) return { ...serverBy(said?.json, candidate), ...there.said };
    }
    return undefined;
  }

  /** Metadata that is enough by itself: of a Mastodon, about the very host that it came from. */
  #believe(heard: Heard | undefined, origin: string, roam: boolean): Server | undefined {
    if (!heard?.ok || !heard.json || issuerOf(heard.json) !== heard.origin || !isMastodonMetadata(heard.json))
      return undefined;
    if (heard.origin !== origin && !(roam && this.#candidates([heard.origin], origin).length)) return undefined;
    return serverBy(heard.json, heard.origin);
  }

  /** The instance's description, and who gave it: that is where the API lives (R5), whatever domain it names. */
  async #described(origin: string): Promise<{ origin: string; said: ReturnType<typeof describe> } | undefined> {
    for (const path of ['/api/v2/instance', '/api/v1/instance']) {
      const heard = await this.#ask(origin, path);
      if (!heard) continue;
      if (origin === this.#origin) this.status = heard.status;
      const said = heard.ok && heard.json && describe(heard.json);
      if (said) return { origin: heard.origin, said };
      // Limited federation: not even this is for visitors, and still it is a Mastodon.
      const closed = [401, 403, 422].includes(heard.status) && typeof heard.json?.['error'] === 'string';
      if (closed) return { origin: heard.origin, said: {} };
    }
    return undefined;
  }

  /** Whoever has an address at one host may live at another (R4). No answer means nothing: these need not have CORS. */
  async #hints(handle: string | undefined): Promise<string[]> {
    const paths = [
      ...(handle ? [`/.well-known/webfinger?resource=${encodeURIComponent(`acct:${handle}`)}`] : []),
      '/.well-known/nodeinfo',
      '/.well-known/host-meta',
    ];
    const heard = await Promise.all(paths.map((path) => this.#ask(this.#origin, path)));
    return heard.flatMap((one) => (one?.ok ? [...hintsIn(one), one.origin] : []));
  }

  /** Other public hosts among the claims, each once. */
  #candidates(claims: readonly (string | undefined)[], origin: string): string[] {
    const origins = claims.flatMap((claim) => {
      try {
        return claim ? [parseInstance(claim, this.#browser)] : [];
      } catch {
        return [];
      }
    });
    return [...new Set(origins)].filter((one) => one !== origin).slice(0, mostCandidates);
  }

  /** Reads, for 5 s at most; undefined for no answer. Rejects only when the reader stops waiting. */
  async #ask(origin: string, path: string): Promise<Heard | undefined> {
    const step = new AbortController();
    const signals = [this.#over.signal, step.signal, this.#signal].filter((signal) => !!signal);
    const signal = AbortSignal.any(signals);
    this.#browser.sleep(stepMs, signal).then(
      () => step.abort(),
      () => undefined,
    );
    try {
      const init = { signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;
      const response = await this.#browser.fetch(origin + path, init);
      const text = await response.text();
      return this.#note(response, text, origin);
    } catch {
      this.#signal?.throwIfAborted();
      this.late ||= signal.aborted;
      return undefined;
    } finally {
      step.abort();
    }
  }

  #note({ url, ok, status }: Response, text: string, asked: string): Heard | undefined {
    const { origin, host, protocol } = new URL(url || asked);
    const downgraded = protocol !== new URL(asked).protocol;
    if (asked === this.#origin) {
      this.answered = true;
      this.downgraded ||= downgraded;
      if (origin !== asked) this.movedTo = host;
    }
    return downgraded ? undefined : { origin, ok, status, text, json: parsed(text) };
  }
}
