import { page } from '../../base/page.js';
import { findServer, type Server } from '../../mastodon/discovery.js';
import { MastoError } from '../../mastodon/errors.js';
import { describeScopes, scopesFor, type Ability } from '../../mastodon/scopes.js';
import { type Answer, askedAt, finish, obstacleTo, prepare, type Wishes } from '../../mastodon/sign-in.js';
import { withoutAnswer } from './arrival.js';
import type { Keeper } from './keeper.js';
import { keyring } from './people.js';
import type { HandOver } from './returning.js';
import { usesOf } from './uses.js';

/** What a reader has chosen in the form. */
export interface Choice {
  readonly keep: boolean;
  /** Scopes that are needed besides what the tags on the page ask for (R34). */
  readonly extra?: readonly string[] | undefined;
  /** Another account at a server where there is one (R47). */
  readonly another?: boolean | undefined;
  /** `user@host` who should come back. */
  readonly expected?: string | undefined;
  /** Without a window, although the page wants one: it was blocked, or got lost. */
  readonly inTab?: boolean | undefined;
  /** Ends waiting for a window. */
  readonly signal?: AbortSignal | undefined;
}

/** A sign-in as one `<masto-auth>` wants it: which server, which scopes, which way there and back. */
export class Flow {
  constructor(private readonly keeper: Keeper) {}

  get #auth() {
    return this.keeper.host;
  }

  /** The only server to sign in at, as the page's author wrote it. */
  get fixed(): string | undefined {
    return this.#auth.instance || undefined;
  }

  /** Why nobody can sign in on this page at all; known before anything is asked. */
  get obstacle(): MastoError | undefined {
    return obstacleTo(page, this.popup);
  }

  /** The reader stays on this page, and the server opens in a window of its own. A framed page has no other way (R39). */
  get popup(): boolean {
    const forgetful = this.#memory || !(page.storage('session') ?? page.storage('local'));
    return this.#auth.getAttribute('flow') === 'popup' || forgetful || page.framed();
  }

  /** Whether somebody may stay signed in after the tab is closed (R28, R29). */
  get canKeep(): boolean {
    return this.keeper.canKeep;
  }

  /** Whether the box is ticked at first. */
  get keeps(): boolean {
    return this.canKeep && this.#auth.getAttribute('storage') === 'local';
  }

  /** Whether anything can be remembered until the tab is closed; else the session ends with the page. */
  get canRemember(): boolean {
    return !this.#memory && !!page.storage('session');
  }

  find(text: string, signal: AbortSignal): Promise<Server> {
    return findServer(text, { signal, page, fixed: !!this.fixed });
  }

  /** What the tags on the page need now. */
  scopes(extra: readonly string[] = []): readonly string[] {
    const scopes = scopesFor(usesOf(this.#auth), this.#auth.getAttribute('scopes'));
    const granted = this.keeper.session && extra.length ? this.keeper.session.scopes : [];
    return [...new Set([...scopes, ...granted, ...extra])];
  }

  /** The same in words that a person knows, as this server can be asked: an older one has only wider scopes (R12). */
  abilities(scopes: readonly string[], server: Server): readonly Ability[] {
    return describeScopes(askedAt(server, { scopes, redirectUri: this.#redirectUri }, page).asked);
  }

  /**
   * Goes to the server. Call it in the handler of a click: a window opens only there. By redirect it never resolves;
   * with a window it resolves when somebody is signed in.
   * @throws MastoError
   */
  async leave(server: Server, choice: Choice): Promise<void> {
    const win = this.popup && !choice.inTab ? open('', '', 'popup,width=520,height=720') : null;
    const popup = !!win;
    try {
      if (!win && (this.#memory || page.framed())) throw new MastoError('popup-blocked', { host: server.host });
      const { url, state } = await prepare(server, this.#wishes(server, choice, popup), page, choice.signal);
      if (!win) return await new Promise<never>(() => page.assign(url));
      win.location.href = url;
      await this.#admit(await this.#answerTo(state, choice.signal), choice);
    } finally {
      win?.close();
    }
  }

  keep(kept: boolean): void {
    this.keeper.keep(kept);
  }

  forget(): Promise<readonly string[]> {
    return this.keeper.forget();
  }

  get #memory() {
    return this.keeper.memory;
  }

  #wishes(server: Server, { keep, extra, another, expected }: Choice, popup: boolean): Wishes {
    const there = keyring.all().some(({ origin }) => origin === server.origin);
    return {
      scopes: this.scopes(extra),
      clientName: this.#auth.getAttribute('client-name') ?? undefined,
      redirectUri: this.#redirectUri,
      popup,
      keep: this.#memory ? 'memory' : keep && this.canKeep ? 'local' : 'session',
      returnTo: location.href,
      lang: document.documentElement.lang || undefined,
      expected,
      another: another ?? (there && !expected),
    };
  }

  /** On this origin, without a hash; the engine marks it with the server's name (R19). */
  get #redirectUri() {
    const own = this.#auth.getAttribute('redirect-uri');
    const url = new URL(own ?? withoutAnswer(location.href), document.baseURI);
    if (url.origin !== location.origin)
      throw new MastoError('bad-attribute', {
        attribute: 'redirect-uri',
        value: own ?? '',
        advice: 'is not on this origin',
      });
    url.hash = '';
    return url.href;
  }

  /** Waits for the other window. That it is closed means nothing: a server may cut the tie between the two (R38). */
  #answerTo(state: string, signal: AbortSignal | undefined): Promise<Answer> {
    const channel = page.channel(`masto:v1:${state}`);
    const ending = new AbortController();
    return new Promise<Answer>((resolve, reject) => {
      const hear = ({ data, origin, source }: MessageEvent<Partial<HandOver> | undefined>) => {
        const { masto, answer } = data ?? {};
        if (origin !== location.origin || masto !== 'answer' || answer?.state !== state) return;
        const taken: HandOver = { masto: 'taken', state };
        channel?.postMessage(taken);
        (source as Window | null)?.postMessage(taken, location.origin);
        resolve(answer);
      };
      channel?.addEventListener('message', hear, { signal: ending.signal });
      addEventListener('message', hear, { signal: ending.signal });
      signal?.addEventListener('abort', () => reject(new MastoError('popup-closed')), { signal: ending.signal });
    }).finally(() => {
      ending.abort();
      channel?.close();
    });
  }

  async #admit(answer: Answer, { signal }: Choice) {
    await this.keeper.admit(await finish(answer, page, signal));
  }
}
