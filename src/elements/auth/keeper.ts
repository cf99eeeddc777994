import type { SignedIn } from '../../base/context.js';
import { MastoErrorEvent, MastoLoginEvent, MastoLogoutEvent } from '../../base/events.js';
import { page } from '../../base/page.js';
import { MastoError } from '../../mastodon/errors.js';
import { HomeSession } from '../../mastodon/home-session.js';
import { parseInstance } from '../../mastodon/instance-name.js';
import type { Saved } from '../../mastodon/keyring.js';
import { normaliseAccount } from '../../mastodon/normalise.js';
import type { Answer } from '../../mastodon/oauth.js';
import type { Granted } from '../../mastodon/sign-in.js';
import type { MastoAuth } from './auth.js';
import type { Flow } from './flow.js';
import { lostAnswer } from './lost.js';
import { forgetHere, giveBack, keyring, same, tokenOf, welcomeBack } from './people.js';
import { listen, type News, tell } from './tabs.js';
import { loginOf } from './uses.js';

/** All of the page: one account has one session, whichever `<masto-auth>` shows it. */
const keepers = new Set<Keeper>();

/** The answer that this page was opened with is used once, whoever asks first (R18). */
let finishing: Promise<Granted | undefined> | undefined;

/** Knows who is signed in at one `<masto-auth>`: brings them back, lets them in, and lets them go. */
export class Keeper {
  pending = true;
  problem: MastoError | undefined;
  session: HomeSession | undefined;
  #saved: Saved | undefined;
  #stranger: Granted | undefined;
  #flow: Promise<Flow> | undefined;
  #ending = new AbortController();

  /** @param changed Called whenever something has. */
  constructor(
    readonly host: MastoAuth,
    private readonly changed: () => void,
  ) {}

  get expired(): boolean {
    return !!this.session?.expired;
  }

  get accounts(): readonly SignedIn[] {
    return keyring.all().map(({ acct, displayName, avatar, origin, kept, credentials }) => {
      const { emojis } = normaliseAccount(credentials, new URL(origin).host);
      return { acct, displayName, emojis, avatar, origin, kept };
    });
  }

  /** Nothing is remembered: whoever signs in is signed out when the page is left. */
  get memory(): boolean {
    return this.host.getAttribute('storage') === 'memory';
  }

  /** Whether somebody may stay signed in after the tab is closed (R28, R29). */
  get canKeep(): boolean {
    return !this.memory && !page.shared() && !!page.storage('local');
  }

  /** The session of somebody, where they are signed in here with that very key. */
  sessionOf(saved: Saved): HomeSession | undefined {
    return same(this.#saved, saved) && this.#saved?.token === saved.token ? this.session : undefined;
  }

  /** Finds out who is signed in: whoever has just come from a server, or was here before. */
  async start(arrival?: Answer): Promise<void> {
    keepers.add(this);
    this.#ending = new AbortController();
    await activated();
    listen((news) => this.#hear(news), this.#ending.signal);
    if (arrival && !finishing) await this.#finish(arrival);
    else await finishing?.catch(() => undefined);
    const lost = finishing ? undefined : lostAnswer();
    if (lost) this.#complain(lost);
    this.pending = false;
    this.look();
    this.changed();
  }

  stop(): void {
    keepers.delete(this);
    this.#ending.abort();
  }

  /** Looks who should be here now; nothing changes while it is the same person. */
  look(): void {
    if (this.pending) return;
    const saved = this.#choose();
    if (same(saved, this.#saved) && saved?.token === this.#saved?.token) return;
    const before = this.#saved;
    this.session = saved && this.#sessionFor(saved);
    this.#saved = saved;
    this.#flow = undefined;
    this.changed();
    if (before && !same(before, saved)) this.host.dispatchEvent(new MastoLogoutEvent(before.acct));
    if (saved) this.host.dispatchEvent(new MastoLoginEvent(saved.acct));
  }

  /** Takes in what a sign-in brought. */
  async admit(granted: Granted): Promise<void> {
    const { saved, expected } = granted;
    // Somebody else than expected has come back: the reader is asked before they are let in (R42).
    if (expected !== undefined) {
      this.#stranger = granted;
      const facts = { host: new URL(saved.origin).host, value: saved.acct, advice: expected };
      return this.#complain(new MastoError('other-account', facts));
    }
    await this.#letIn(granted);
  }

  /** What becomes of somebody else than expected: let in, or sent back (R42). */
  async welcome(yes: boolean): Promise<void> {
    const granted = this.#stranger;
    this.#stranger = this.problem = undefined;
    this.changed();
    if (!granted) return;
    if (yes) await this.#letIn(granted);
    else await giveBack(granted.saved);
  }

  async ask(instance?: string, extra?: readonly string[]): Promise<void> {
    const { MastoLogin } = await import('../login/login.js');
    let login = loginOf(this.host);
    if (!(login instanceof MastoLogin)) {
      const own = this.host.shadowRoot!;
      login = own.querySelector('masto-login') ?? own.appendChild(document.createElement('masto-login'));
      login.toggleAttribute('dialog', true);
    }
    await (login as InstanceType<typeof MastoLogin>).ask({ instance, extra });
  }

  /** First here, then at the server: whoever presses the button is signed out, whatever becomes of the network (R48). */
  async logout(): Promise<void> {
    const saved = this.#saved;
    if (!saved) return;
    drop(saved);
    if (!(await giveBack(saved))) this.#complain(new MastoError('not-revoked', { host: new URL(saved.origin).host }));
  }

  switchTo(account: string): void {
    const wanted = account.replace(/^@/, '').toLowerCase();
    const saved = keyring.all().find(({ acct }) => acct.toLowerCase() === wanted);
    if (!saved || !this.#fits(saved)) return;
    keyring.use(saved);
    if (saved.kept) tell({ changed: true });
    for (const keeper of keepers) keeper.look();
  }

  /** What a form to sign in needs; brings all that speaks OAuth. */
  flow(): Promise<Flow> {
    return (this.#flow ??= import('./flow.js').then(({ Flow }) => new Flow(this)));
  }

  /** Keeps the current account after the browser is closed, or no longer. */
  keep(kept: boolean): void {
    if (!this.#saved) return;
    keyring.keep(this.#saved, kept);
    tell({ changed: true });
    this.changed();
  }

  /** Everybody on this site, and all that was remembered. @returns the hosts that could not be told */
  async forget(): Promise<readonly string[]> {
    const everybody = keyring.forgetAll();
    everybody.forEach(drop);
    const told = await Promise.all(everybody.map(giveBack));
    return everybody.filter((_, at) => !told[at]).map(({ origin }) => new URL(origin).host);
  }

  async #letIn(granted: Granted) {
    const { commit } = await import('../../mastodon/sign-in.js');
    welcomeBack(granted.saved);
    const place = commit(granted, page);
    this.problem = undefined;
    if (place === 'local') tell({ changed: true });
    for (const keeper of keepers) keeper.look();
    this.changed();
  }

  async #finish(arrival: Answer) {
    try {
      finishing = import('./returning.js').then(({ finishArrival }) => finishArrival(arrival));
      const granted = await finishing;
      if (granted) await this.admit(granted);
    } catch (error) {
      this.#complain(error as MastoError);
    }
  }

  /** Who was in front last, of those who may be here. */
  #choose(): Saved | undefined {
    const origin = this.#fixed;
    return origin === undefined ? undefined : keyring.current(origin || undefined);
  }

  /** A server that the page has fixed is the only one to be signed in at; empty for any, undefined for nonsense. */
  get #fixed(): string | undefined {
    try {
      return this.host.instance && parseInstance(this.host.instance);
    } catch {
      return undefined;
    }
  }

  #fits({ origin }: Saved) {
    return this.#fixed === '' || this.#fixed === origin;
  }

  #sessionFor(saved: Saved): HomeSession {
    for (const keeper of keepers) {
      const session = keeper.sessionOf(saved);
      if (session && !session.expired) return session;
    }
    const person = { origin: saved.origin, scopes: saved.scopes, credentials: saved.credentials };
    return new HomeSession(person, tokenOf(saved), () => {
      for (const keeper of keepers)
        if (keeper.sessionOf(saved)) keeper.#complain(new MastoError('expired', { host: new URL(saved.origin).host }));
    });
  }

  #hear(news: News) {
    if ('out' in news) {
      const [origin, id] = news.out;
      for (const saved of keyring.all()) if (saved.origin === origin && saved.id === id) forgetHere(saved);
    }
    this.look();
  }

  #complain(error: MastoError) {
    // Who says no at the server means it (R44).
    if (error.failure === 'denied') return;
    this.problem = error;
    this.changed();
    this.host.dispatchEvent(new MastoErrorEvent(error));
  }
}

function drop(saved: Saved) {
  forgetHere(saved);
  tell({ out: [saved.origin, saved.id] });
  for (const keeper of keepers) keeper.look();
}

/** A page that is made ready before anybody looks at it must not use up an answer (R41). */
const activated = () =>
  (document as { prerendering?: boolean }).prerendering
    ? new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }))
    : undefined;
