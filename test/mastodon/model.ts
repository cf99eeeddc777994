/**
 * A browser with tabs of one site, two servers, and somebody who does things in any order. A page that is left stops where
 * it is.
 */
import assert from 'node:assert/strict';
import { MastoError } from '../../src/mastodon/errors.js';
import { findServer, type Server } from '../../src/mastodon/discovery.js';
import { Keyring } from '../../src/mastodon/keyring.js';
import { allPending } from '../../src/mastodon/pending.js';
import { revoke } from '../../src/mastodon/revocation.js';
import { commit, finish, prepare, type Answer, type Wishes } from '../../src/mastodon/sign-in.js';
import {
  dice,
  hostOf,
  hosts,
  ModelPage,
  Network,
  people,
  sandboxOf,
  settle,
  tokens,
  type Host,
  type Tab,
} from './model-network.js';
import { mustBeThemselves, mustBeTidy, mustStillWork } from './model-invariants.js';
import { answerIn, decide, Drawer, FakePage, noon, Site, wish } from './oauth-world.js';

const minute = 60_000;

export class Model {
  readonly #random: ReturnType<typeof dice>;
  readonly #clock = { time: noon };
  readonly #site = new Site();
  readonly #network = new Network(this.#clock);
  readonly #tabs: Tab[] = [];
  readonly #servers = new Map<Host, Server>();
  /** Addresses that somebody has come back by. */
  readonly #addresses: string[] = [];
  /** `host person`, once they have allowed it. */
  readonly #allowed = new Set<string>();
  readonly #usedStates = new Set<string>();
  /** How sign-ins ended. */
  readonly outcomes: string[] = [];
  /** What has happened, for whoever has to understand it. */
  readonly trace: string[] = [];

  constructor(seed: number) {
    this.#random = dice(seed);
  }

  async open() {
    for (const host of hosts) this.#servers.set(host, await findServer(host, { browser: this.#network.browserOf() }));
    this.#newTab();
    this.#newTab();
  }

  /** One thing that may happen. */
  async step() {
    const { next, pick } = this.#random;
    const tab = pick(this.#tabs);
    const { held } = this.#network;
    const chance = next();
    if (held.length && chance < 0.45) await this.#release();
    else if (tab.at && next() < 0.75) await this.#decide(tab, tab.at);
    else if (chance < 0.62) this.#signIn(tab);
    else if (chance < 0.68 && !tab.at) this.#load(tab, undefined);
    else if (chance < 0.75) this.#back(tab);
    else if (chance < 0.82) this.#replay(tab);
    else if (chance < 0.86) this.#mixUp(tab);
    else if (chance < 0.91) this.#moreTabs(tab);
    else if (chance < 0.95) this.#jump();
    else if (chance < 0.98) this.#signOut(tab);
    else this.#forget();
    await settle();
    this.#check();
  }

  /** All goes on to its end; then a plain sign-in must work. */
  async close() {
    while (this.#network.held.length) {
      await this.#release();
      await settle();
      this.#check();
    }
    const host = this.#random.pick(hosts);
    await mustStillWork(this.#network, this.#servers.get(host)!, new FakePage(this.#clock, this.#site));
    assert.deepEqual(this.#network.seen, []);
  }

  #newTab(session = new Drawer(), opener?: ModelPage): Tab {
    const page = new ModelPage(this.#clock, this.#site, session);
    page.locks = this.#random.next() < 0.8;
    const tab: Tab = { session, page, at: undefined, history: [], opener };
    this.#tabs.push(tab);
    return tab;
  }

  async #release() {
    const held = this.#random.pick(this.#network.held);
    this.trace.push(`release ${held.what}`);
    await this.#network.release(held);
  }

  #signIn(tab: Tab) {
    if (tab.at) return;
    const { next, pick } = this.#random;
    const { page, session } = tab;
    const server = this.#servers.get(pick(hosts))!;
    const popup = next() < 0.25;
    const keep = popup && next() < 0.4 ? 'memory' : pick(['session', 'local'] as const);
    const scopes = pick([['profile'], ['profile', 'read:statuses']]);
    const wishes: Wishes = wish({ popup, keep, scopes, another: next() < 0.5 });
    this.trace.push(`sign in at ${server.host}, ${keep}${popup ? ', popup' : ''}`);
    // A window is opened by the click, before anything is known; it starts with what the tab had written until then.
    const window = popup ? this.#newTab(session.copy(), page) : tab;
    const leave = ({ url }: { url: string }) => {
      if (page.alive) this.#go(window, url);
    };
    prepare(server, wishes, page, undefined, this.#network.browserOf(page)).then(leave, this.#failed);
  }

  /** To a server's page. */
  #go(tab: Tab, url: string) {
    this.#leave(tab);
    tab.at = url;
    tab.history.push(url);
  }

  #leave({ page }: Tab) {
    page.stop();
    this.#network.drop(page, () => this.#random.next() < 0.5);
  }

  /** What somebody does on the page of a server. */
  async #decide(tab: Tab, url: string) {
    const { host } = new URL(url) as { host: Host };
    const person = this.#random.pick(people[host]);
    const deny = this.#random.next() < 0.25;
    const address = await decide(sandboxOf(host), url, person, deny);
    this.trace.push(`${person} ${deny ? 'denies' : 'allows'} at ${host}${address ? '' : ', which shows a page'}`);
    // The server does not know the site any more: it says so, and that is all.
    if (!address) return this.#load(tab, undefined);
    const code = new URL(address).searchParams.get('code');
    if (code) {
      this.#network.codes.set(code, host);
      this.#allowed.add(`${host} ${person}`);
    }
    this.#addresses.push(address);
    this.#load(tab, address);
  }

  /** A page of the site comes up in a tab, with an answer in its address or without. */
  #load(tab: Tab, address: string | undefined) {
    this.#leave(tab);
    tab.at = undefined;
    tab.page = new ModelPage(this.#clock, this.#site, tab.session);
    tab.history.push('page');
    if (!address) return;
    const answer = answerIn(address);
    const opener = tab.opener?.alive && answer.state.endsWith('.popup') ? tab.opener : undefined;
    this.#understand(answer, opener ?? tab.page, tab);
    if (opener) this.#tabs.splice(this.#tabs.indexOf(tab), 1);
  }

  #understand(answer: Answer, page: ModelPage, tab: Tab) {
    const browser = this.#network.browserOf(page);
    page.assign = (url) => this.#go(tab, url);
    finish(answer, page, undefined, browser).then((granted) => {
      if (page.alive) commit(granted, page, browser);
      this.outcomes.push('signed in');
    }, this.#failed);
    this.#usedStates.add(answer.state);
  }

  readonly #failed = (error: unknown) => {
    if (!(error instanceof MastoError)) throw error;
    const text = JSON.stringify([error.message, error.facts, String(error)]);
    if (tokens().some(({ token }) => text.includes(token))) this.#network.seen.push('a token in an error');
    this.outcomes.push(error.failure);
  };

  #back(tab: Tab) {
    const before = tab.history.at(-2);
    if (!before) return;
    tab.history.splice(-2);
    this.trace.push(`back to ${before.slice(0, 30)}`);
    if (before === 'page') this.#load(tab, undefined);
    else this.#go(tab, before);
  }

  #replay(tab: Tab) {
    if (!this.#addresses.length) return;
    this.trace.push('replay');
    // The last answer is the likeliest to be seen again, by a tab that was restored.
    const again = this.#random.next() < 0.5 ? this.#addresses.at(-1) : this.#random.pick(this.#addresses);
    this.#load(tab, again);
  }

  /** An answer of one server with the state of another's question, or with one that nobody has. */
  #mixUp(tab: Tab) {
    if (!this.#addresses.length) return;
    const url = new URL(this.#random.pick(this.#addresses));
    const other = hosts.find((host) => host !== url.searchParams.get('masto'));
    const asked = allPending(tab.page).filter(({ server }) => hostOf(server.origin) === other);
    url.searchParams.set('state', this.#random.pick([...asked.map(({ state }) => state), 'forged']));
    this.trace.push('mix-up');
    this.#load(tab, url.href);
  }

  #moreTabs(tab: Tab) {
    if (this.#tabs.length > 2 && this.#random.next() < 0.4) {
      this.#leave(tab);
      this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    } else if (this.#tabs.length < 5) {
      this.trace.push('a tab more');
      this.#newTab(this.#random.next() < 0.7 ? tab.session.copy() : new Drawer());
    }
  }

  #jump() {
    const ms = this.#random.pick([30_000, 6 * minute, 11 * minute, -minute, -24 * 60 * minute, 25 * 60 * minute]);
    this.trace.push(`clock ${ms}`);
    this.#clock.time += ms;
    if (ms > 0 && this.#random.next() < 0.5) this.#network.pass(ms);
  }

  #signOut({ page, at }: Tab) {
    const saved = at ? undefined : new Keyring(page).current();
    if (!saved) return;
    this.trace.push(`sign out ${saved.acct}`);
    new Keyring(page).remove(saved);
    void revoke(saved, page, this.#network.browserOf(page));
  }

  #forget() {
    const host = this.#random.pick(hosts);
    this.trace.push(`${host} forgets its apps`);
    const { world } = sandboxOf(host).instance;
    world.apps.length = world.grants.length = 0;
  }

  /** What must always hold. */
  #check() {
    const drawers = [this.#site.local, ...this.#tabs.map(({ session }) => session)];
    const people = this.#tabs.flatMap(({ page }) => new Keyring(page).all());
    assert.deepEqual(this.#network.seen, []);
    drawers.forEach(mustBeTidy);
    for (const state of this.#usedStates)
      assert.equal(this.#site.local.getItem(`masto:v1:pending:${state}`), null, 'a record survives its use');
    for (const saved of people) mustBeThemselves(saved, this.#allowed);
  }
}
