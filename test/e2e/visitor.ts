import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { spotOf, stored, visibleText } from './inside.js';

/** What playwright's and puppeteer's pages have in common: all that a visitor needs. */
export interface Driven {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  bringToFront(): Promise<unknown>;
  close(): Promise<void>;
  isClosed(): boolean;
  url(): string;
  evaluate<A, R>(work: (given: A) => R | Promise<R>, given?: A): Promise<R>;
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
  readonly mouse: { click(x: number, y: number): Promise<void> };
}

/** In ms: a machine that does other things besides is slow, not wrong. */
const patience = 25_000;

const patternOf = (name: string | RegExp) =>
  typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;

/** Somebody at a tab: presses what can be seen, types, reads. Works through shadow roots, in every engine. */
export class Visitor {
  constructor(readonly page: Driven) {}

  async open(url: string): Promise<this> {
    await this.page.goto(url);
    return this;
  }

  /** By the browser's own button; a page that is kept as it was loads nothing, so that nothing can be waited for. */
  async back(): Promise<void> {
    await this.page.evaluate(() => history.back()).catch(() => undefined);
  }

  /** Tries until there is something; between two pages there is nothing. */
  async until<T>(work: () => Promise<T | undefined | false>, what: string): Promise<T> {
    let last: unknown;
    for (const end = Date.now() + patience; Date.now() < end; await sleep(25)) {
      try {
        const found = await work();
        if (found !== undefined && found !== false) return found;
      } catch (error) {
        last = error;
      }
    }
    const text = await this.text().catch(() => '');
    throw new Error(`${what}\n${this.page.url()}\n${text.slice(0, 1500)}`, { cause: last });
  }

  /** Presses what has this name, once it holds still. @param tag what it is a part of */
  async press(name: string | RegExp, tag?: string): Promise<void> {
    await this.#click('button', name, tag);
  }

  /** Puts the caret into a field, and a text in place of what is there. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.#click('field', name);
    await this.page.keyboard.press('End');
    for (const key of await this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      (active as HTMLInputElement | null)?.select?.();
      return (active as HTMLInputElement | null)?.value ? ['Delete'] : [];
    }))
      await this.page.keyboard.press(key);
    await this.page.keyboard.type(text);
  }

  sees(text: string | RegExp): Promise<string> {
    const found = async () => {
      const all = await this.text();
      return (typeof text === 'string' ? all.includes(text) : text.test(all)) && all;
    };
    return this.until(found, `Not seen: ${text}`);
  }

  offers(name: string | RegExp): Promise<unknown> {
    return this.until(() => this.#spot('button', name), `Nothing to press: ${name}`);
  }

  async can(name: string | RegExp): Promise<boolean> {
    return !!(await this.#spot('button', name));
  }

  text(): Promise<string> {
    return this.page.evaluate(visibleText);
  }

  stored() {
    return this.page.evaluate(stored);
  }

  /** The keys of everybody who is signed in, and where. */
  async people(): Promise<string[]> {
    const all = await this.stored();
    const places = ['session', 'local'] as const;
    return places.flatMap((place) =>
      Object.keys(all[place])
        .filter((key) => /^masto:v1:http/.test(key))
        .map((key) => `${place} ${key.replace(/^masto:v1:/, '')}`),
    );
  }

  /** From the button to the question what this page may do. */
  async ask(host: string, button = 'Sign in with Mastodon'): Promise<void> {
    await this.press(button);
    await this.fill('Server or address', host);
    await this.page.keyboard.press('Enter');
    await this.offers(/^Go to /);
  }

  /** On the server's pages. */
  async decide(person: string, allow = true): Promise<void> {
    const name = new RegExp(`@${person}$`);
    await this.press(name);
    // A page that has come but is not painted yet lets a press pass: who sees nothing happen presses again.
    let next = Date.now() + 3000;
    await this.until(async () => {
      if (await this.can('Authorize')) return true;
      if (Date.now() >= next && (await this.can(name))) {
        next = Date.now() + 3000;
        await this.press(name);
      }
      return false;
    }, 'The server does not ask what the page may do');
    await this.press(allow ? 'Authorize' : 'Deny');
  }

  /** The whole way there and back. */
  async signIn(host: string, person = 'ines', { button = 'Sign in with Mastodon', keep = false } = {}): Promise<void> {
    await this.ask(host, button);
    if (keep) await this.press(/^Keep me signed in/);
    await this.press(/^Go to /);
    await this.decide(person);
    await this.isIn();
  }

  isIn(name = ''): Promise<unknown> {
    return this.offers(new RegExp(`${name}.*, your account$`));
  }

  #spot(kind: 'button' | 'field', name: string | RegExp, tag?: string) {
    return this.page.evaluate(spotOf, { kind, name: patternOf(name), tag });
  }

  async #click(kind: 'button' | 'field', name: string | RegExp, tag?: string): Promise<void> {
    let before = '';
    const { x, y } = await this.until(
      async () => {
        const spot = await this.#spot(kind, name, tag);
        const still = spot && JSON.stringify(spot) === before;
        before = JSON.stringify(spot);
        return still && spot;
      },
      `Nothing to ${kind === 'field' ? 'write in' : 'press'}: ${name}`,
    );
    await this.page.mouse.click(x, y);
  }
}

/** A browser window with cookies and storage of its own. */
export interface Profile {
  /** @param script runs in each of the tab's pages before its own */
  tab(script?: () => void): Promise<Visitor>;
  /** The tab that the page has opened. */
  opened(): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  profile(): Promise<Profile>;
  close(): Promise<void>;
}

interface Context {
  newPage(): Promise<unknown>;
  pages(): unknown;
  close(): Promise<void>;
}

type Preparing = (page: unknown, script: () => void) => Promise<unknown>;

async function profileOf(context: Context, prepare: Preparing): Promise<Profile> {
  const known = new Set<unknown>(await Promise.resolve(context.pages() as unknown[]));
  return {
    async tab(script) {
      const page = await context.newPage();
      known.add(page);
      if (script) await prepare(page, script);
      return new Visitor(page as Driven);
    },
    async opened() {
      for (const end = Date.now() + patience; Date.now() < end; await sleep(25)) {
        const page = ((await context.pages()) as unknown[]).find((one) => !known.has(one));
        if (!page) continue;
        known.add(page);
        return new Visitor(page as Driven);
      }
      throw new Error('No window has opened.');
    },
    close: () => context.close(),
  };
}

const size = { width: 1000, height: 800 };

export async function launch(name: 'chromium' | 'firefox'): Promise<Engine> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name}: node scripts/browsers.mjs ${name} --install`);
  if (name === 'chromium') {
    // Its readers' browsers keep the pages that they leave.
    const ignoreDefaultArgs = ['--disable-back-forward-cache'];
    const browser = await chromium.launch({ executablePath, args: chromeArgs(), ignoreDefaultArgs });
    const prepare: Preparing = (page, script) =>
      (page as { addInitScript(script: () => void): Promise<void> }).addInitScript(script);
    return {
      name,
      profile: async () => profileOf(await browser.newContext({ viewport: size }), prepare),
      close: () => browser.close(),
    };
  }
  // Over BiDi: playwright needs a Firefox build of its own.
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, defaultViewport: size });
  const prepare: Preparing = (page, script) =>
    (page as { evaluateOnNewDocument(script: () => void): Promise<unknown> }).evaluateOnNewDocument(script);
  return {
    name,
    profile: async () => profileOf(await browser.createBrowserContext(), prepare),
    close: () => browser.close(),
  };
}
