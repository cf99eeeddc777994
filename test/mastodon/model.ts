/**
 * A browser with tabs of one site, two servers, and somebody who does things in any order. Requests are held until it is
 * their turn, so that all that is under way runs into each other; a page that is left stops where it is.
 */
import assert from 'node:assert/strict';
import { createSandbox, type Sandbox } from '../../demo/sandbox/sandbox.js';
import type { Browser } from '../../src/base/browser.js';
import { Keyring } from '../../src/mastodon/keyring.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { findServer, type Server } from '../../src/mastodon/discovery.js';
import { allPending } from '../../src/mastodon/pending.js';
import { revoke } from '../../src/mastodon/revocation.js';
import { commit, finish, prepare, type Answer, type Wishes } from '../../src/mastodon/sign-in.js';
import { answerIn, decide, Drawer, FakePage, noon, Site, wish } from './oauth-world.js';

const minute = 60_000;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number) {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]! };
}

/** A page whose script stops when it is left: what it holds is let go, what it waits for never comes. */
class ModelPage extends FakePage {
  alive = true;
  #end!: () => void;
  readonly ended = new Promise<void>((resolve) => (this.#end = resolve));

  stop() {
    this.alive = false;
    this.#end();
  }

  override lock<T>(name: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const mine = () => (this.alive ? work().then(resolve, reject) : Promise.resolve());
      if (!this.locks) void mine();
      else void this.site.lock(name, () => Promise.race([mine(), this.ended]));
    });
  }
}

interface Tab {
  readonly session: Drawer;
  page: ModelPage;
  /** Where it is when it is at a server: the address of the page that asks. */
  at: { readonly url: string; readonly host: string } | undefined;
  readonly history: string[];
  /** The page that opened this window. */
  readonly opener: ModelPage | undefined;
}

interface Held {
  readonly page: ModelPage;
  readonly request: Request;
  readonly go: () => Promise<void>;
}

const hosts = ['harbour.example', 'hills.example'] as const;
const people = { 'harbour.example': ['ines', 'noor'], 'hills.example': ['desmond', 'ama'] } as const;
const planted = new Map<string, Sandbox>();

/** What the servers' clock says: theirs is right whatever the reader's does. */
let serverTime = noon;

function sandboxOf(host: (typeof hosts)[number]): Sandbox {
  const known = planted.get(host);
  if (known) return known;
  const seed = host === hosts[0] ? 1 : 2;
  const made = createSandbox({ origin: `https://${host}`, now: () => serverTime, seed });
  planted.set(host, made);
  return made;
}

let digests = 0;
const { digest } = crypto.subtle;
crypto.subtle.digest = async (...args) => {
  digests++;
  try {
    return await digest.apply(crypto.subtle, args);
  } finally {
    digests--;
  }
};

/** Until all that is under way waits for its turn. */
async function settle() {
  for (let quiet = 0; quiet < 8; quiet = digests ? 0 : quiet + 1) await new Promise((resolve) => setImmediate(resolve));
}

export class Model {
  readonly clock = { time: noon };
  readonly site = new Site();
  readonly tabs: Tab[] = [];
  readonly servers = new Map<string, Server>();
  readonly held: Held[] = [];
  /** Addresses that somebody has come back by. */
  readonly addresses: string[] = [];
  /** `host person` that were allowed; code → host; how often each was sent. */
  readonly allowed = new Set<string>();
  readonly codes = new Map<string, string>();
  readonly sentCodes = new Map<string, number>();
  readonly usedStates = new Set<string>();
  readonly outcomes: string[] = [];
  readonly trace: string[] = [];

  constructor(readonly random: ReturnType<typeof dice>) {
    for (const host of hosts) {
      const { world, counters } = sandboxOf(host).instance;
      for (const rows of [world.apps, world.grants, world.tokens]) rows.length = 0;
      counters.clear();
    }
  }

  async open() {
    const browser: Browser = {
      ...this.#browserOf(undefined),
      fetch: (input, init) => this.#deliver(new Request(input, init)),
    };
    for (const host of hosts) this.servers.set(host, await findServer(host, { browser }));
    this.newTab();
    this.newTab();
  }

  newTab(session = new Drawer(), opener?: ModelPage): Tab {
    const page = new ModelPage(this.clock, this.site, session);
    page.locks = this.random.next() < 0.8;
    const tab: Tab = { session, page, at: undefined, history: [], opener };
    this.tabs.push(tab);
    return tab;
  }

  #browserOf(page: ModelPage | undefined): Browser {
    return {
      fetch: (input, init) =>
        page ? this.#hold(page, new Request(input, init)) : this.#deliver(new Request(input, init)),
      online: () => true,
      now: () => this.clock.time,
      sleep: (ms, signal) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
      random: () => 0,
      loopback: () => false,
    };
  }

  #hold(page: ModelPage, request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      const go = async () => {
        const response = await this.#deliver(request).catch((error: unknown) => error as Error);
        // A page that was left meanwhile never hears of it.
        if (page.alive) response instanceof Response ? resolve(response) : reject(response);
      };
      this.held.push({ page, request, go });
    });
  }

  async #deliver(request: Request): Promise<Response> {
    const { host, pathname, protocol } = new URL(request.url);
    const sandbox = sandboxOf(host as (typeof hosts)[number]);
    const body = await request.clone().text();
    assert.equal(protocol, 'https:');
    this.#noLeak(host, request, body);
    const code = pathname === '/oauth/token' ? new URLSearchParams(body).get('code') : null;
    if (code && code !== 'none') {
      assert.equal(this.codes.get(code), host, 'a code goes only to the server it came from');
      this.sentCodes.set(code, (this.sentCodes.get(code) ?? 0) + 1);
      assert.equal(this.sentCodes.get(code), 1, 'each code is exchanged at most once');
    }
    const response = await sandbox(request);
    Object.defineProperty(response, 'url', { value: request.url });
    return response;
  }

  /** R52, R219: each token to its own server, in a header, or in the body of a revocation. */
  #noLeak(host: string, request: Request, body: string) {
    for (const at of hosts)
      for (const { token } of sandboxOf(at).instance.world.tokens) {
        assert.ok(!request.url.includes(token), 'no token in an address');
        const inBody = body.includes(token) && !request.url.endsWith('/oauth/revoke');
        assert.ok(!inBody, 'no token in a body');
        const carried = body.includes(token) || (request.headers.get('authorization') ?? '').includes(token);
        assert.ok(!carried || at === host, 'a token goes only to the server it came from');
      }
  }

  /** One thing that may happen. */
  async step() {
    const { next, pick } = this.random;
    const tab = pick(this.tabs);
    const chance = next();
    if (this.held.length && chance < 0.45) await this.release(pick(this.held));
    else if (tab.at && next() < 0.75) await this.decide(tab);
    else if (chance < 0.62) this.signIn(tab);
    else if (chance < 0.68) this.reload(tab);
    else if (chance < 0.75) this.back(tab);
    else if (chance < 0.81) this.replay(tab);
    else if (chance < 0.86) this.mixUp(tab);
    else if (chance < 0.9) this.moreTabs(tab);
    else if (chance < 0.95) this.jump();
    else if (chance < 0.98) this.signOut(tab);
    else this.forget();
    await settle();
    this.check();
  }

  async release(held: Held) {
    this.held.splice(this.held.indexOf(held), 1);
    this.trace.push(`release ${held.request.method} ${new URL(held.request.url).pathname}`);
    await held.go();
  }

  signIn(tab: Tab) {
    if (tab.at) return;
    const { next, pick } = this.random;
    const server = this.servers.get(pick(hosts))!;
    const popup = next() < 0.25;
    const keep = popup && next() < 0.4 ? 'memory' : pick(['session', 'local'] as const);
    const { page } = tab;
    // A window is opened by the click, before anything is known; it starts with what the tab had written until then.
    const window = popup ? this.newTab(tab.session.copy(), page) : tab;
    const wishes: Wishes = wish({
      popup,
      keep,
      another: next() < 0.5,
      scopes: pick([['profile'], ['profile', 'read:statuses']]),
    });
    this.trace.push(`sign in at ${server.host}, ${keep}${popup ? ', popup' : ''}`);
    const leave = ({ url }: { url: string }) => {
      if (!page.alive) return;
      if (!popup) this.#leave(tab);
      window.at = { url, host: server.origin.slice('https://'.length) };
      window.history.push(url);
    };
    prepare(server, wishes, page, undefined, this.#browserOf(page)).then(leave, (error: unknown) =>
      this.#failed(error),
    );
  }

  #leave(tab: Tab) {
    tab.page.stop();
    for (const held of this.held.filter(({ page }) => page === tab.page)) {
      this.held.splice(this.held.indexOf(held), 1);
      // What was on its way may reach the server, or not.
      if (this.random.next() < 0.5) void held.go();
    }
  }

  /** What somebody does on the page of a server. */
  async decide(tab: Tab) {
    const { url, host } = tab.at!;
    const person = this.random.pick(people[host as (typeof hosts)[number]]);
    const deny = this.random.next() < 0.25;
    const address = await decide(sandboxOf(host as (typeof hosts)[number]), url, person, deny);
    this.trace.push(`${person} ${deny ? 'denies' : 'allows'} at ${host}${address ? '' : ', which shows a page'}`);
    // The server does not know the site any more: it says so, and that is all.
    if (!address) return this.load(tab, undefined);
    const code = new URL(address).searchParams.get('code');
    if (code) {
      this.codes.set(code, host);
      this.allowed.add(`${host} ${person}`);
    }
    this.addresses.push(address);
    this.load(tab, address);
  }

  /** A page of the site comes up in a tab, with an answer in its address or without. */
  load(tab: Tab, address: string | undefined) {
    this.#leave(tab);
    tab.at = undefined;
    tab.page = new ModelPage(this.clock, this.site, tab.session);
    tab.history.push('page');
    if (!address) return;
    const answer = answerIn(address);
    const opener = tab.opener?.alive && answer.state.endsWith('.popup') ? tab.opener : undefined;
    this.understand(answer, opener ?? tab.page, opener ? undefined : tab);
    if (opener) this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  understand(answer: Answer, page: ModelPage, tab: Tab | undefined) {
    page.assign = (url) => {
      if (tab) {
        this.#leave(tab);
        tab.at = { url, host: new URL(url).host };
      }
    };
    const granted = async () => {
      const granted = await finish(answer, page, undefined, this.#browserOf(page));
      if (page.alive) commit(granted, page, this.#browserOf(page));
      return 'signed in';
    };
    granted().then(
      (outcome) => this.outcomes.push(outcome),
      (error: unknown) => this.#failed(error),
    );
    this.usedStates.add(answer.state);
  }

  #failed(error: unknown) {
    assert.ok(error instanceof MastoError, String(error instanceof Error ? error.stack : error));
    const text = JSON.stringify([error.message, error.facts, String(error)]);
    for (const host of hosts)
      for (const { token } of sandboxOf(host).instance.world.tokens)
        assert.ok(!text.includes(token), 'no token in an error');
    this.outcomes.push(error.failure);
  }

  reload(tab: Tab) {
    this.trace.push('reload');
    if (!tab.at) this.load(tab, undefined);
  }

  back(tab: Tab) {
    const [here] = tab.history.splice(-1);
    const before = tab.history.pop();
    if (!here || !before) return;
    this.trace.push(`back to ${before.slice(0, 30)}`);
    if (before === 'page') return this.load(tab, undefined);
    this.#leave(tab);
    tab.at = { url: before, host: new URL(before).host };
    tab.history.push(before);
  }

  replay(tab: Tab) {
    if (!this.addresses.length) return;
    this.trace.push('replay');
    this.load(tab, this.random.pick(this.addresses));
  }

  /** An answer of one server with the state of another's question, or with one that nobody has. */
  mixUp(tab: Tab) {
    if (!this.addresses.length) return;
    const url = new URL(this.random.pick(this.addresses));
    const other = this.random.pick(hosts.filter((host) => host !== url.searchParams.get('masto')));
    const asked = allPending(tab.page).filter(({ server }) => server.origin === `https://${other}`);
    const states = asked.map(({ state }) => state);
    url.searchParams.set('state', this.random.pick([...states, 'forged']));
    this.trace.push('mix-up');
    this.load(tab, url.href);
  }

  moreTabs(tab: Tab) {
    if (this.tabs.length > 2 && this.random.next() < 0.4) {
      this.#leave(tab);
      this.tabs.splice(this.tabs.indexOf(tab), 1);
    } else if (this.tabs.length < 5) this.newTab(this.random.next() < 0.5 ? tab.session.copy() : new Drawer());
  }

  jump() {
    const ms = this.random.pick([30_000, 6 * minute, 11 * minute, -minute, -24 * 60 * minute, 25 * 60 * minute]);
    this.trace.push(`clock ${ms}`);
    this.clock.time += ms;
    if (this.random.next() < 0.5 && ms > 0) serverTime += ms;
  }

  signOut({ page, at }: Tab) {
    const saved = at ? undefined : new Keyring(page).current();
    if (!saved) return;
    this.trace.push(`sign out ${saved.acct}`);
    new Keyring(page).remove(saved);
    void revoke(saved, page, this.#browserOf(page));
  }

  forget() {
    const host = this.random.pick(hosts);
    this.trace.push(`${host} forgets its apps`);
    const { world } = sandboxOf(host).instance;
    world.apps.length = world.grants.length = 0;
  }

  /** What must always hold. */
  check() {
    const drawers = [this.site.local, ...this.tabs.map(({ session }) => session)];
    for (const drawer of drawers) {
      const entries = Object.entries(drawer.all);
      assert.ok(
        entries.filter(([key]) => key.startsWith('masto:v1:pending:')).length <= 5,
        'at most five are under way',
      );
      for (const host of hosts)
        for (const { token } of sandboxOf(host).instance.world.tokens)
          for (const [key, text] of entries)
            assert.ok(!text.includes(token) || key.startsWith(`masto:v1:https://${host}:`), `a token under ${key}`);
    }
    for (const state of this.usedStates)
      assert.equal(this.site.local.getItem(`masto:v1:pending:${state}`), null, 'no record survives its use');
    for (const { page } of this.tabs) for (const saved of new Keyring(page).all()) this.#mayBe(saved);
  }

  /** Nobody is signed in who has not allowed it, and everybody with their own token. */
  #mayBe({ origin, id, acct, token }: { origin: string; id: string; acct: string; token: string }) {
    const host = origin.slice('https://'.length) as (typeof hosts)[number];
    assert.ok(this.allowed.has(`${host} ${acct.split('@')[0]}`), `${acct} has not allowed it`);
    const row = sandboxOf(host).instance.world.tokens.find((one) => one.token === token);
    if (row) assert.equal(row.accountId, id, 'somebody has the token of somebody else');
  }

  /** All goes on to its end; then a plain sign-in must work. */
  async close() {
    while (this.held.length) {
      await this.release(this.held[0]!);
      await settle();
      this.check();
    }
    const host = this.random.pick(hosts);
    const sandbox = sandboxOf(host);
    sandbox.instance.counters.clear();
    const page = new FakePage(this.clock, this.site);
    const browser = this.#browserOf(undefined);
    const [person] = people[host];
    const ask = async () =>
      decide(
        sandbox,
        (await prepare(this.servers.get(host)!, wish({ another: true }), page, undefined, browser)).url,
        person,
      );
    // R13: a server that has forgotten this site says so on a page of its own; the second click finds that out.
    const address = (await ask()) ?? (await ask());
    assert.ok(address, 'the second click works');
    this.codes.set(new URL(address).searchParams.get('code')!, host);
    const granted = await finish(answerIn(address), page, undefined, browser);
    assert.equal(granted.saved.acct, `${person}@${host}`);
  }
}
