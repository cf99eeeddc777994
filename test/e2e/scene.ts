import { after, before, beforeEach, describe } from 'node:test';
import { findBrowser } from '../../scripts/browsers.mjs';
import { makeStage, type Stage } from './stage.js';
import { launch, type Engine, type Profile, type Visitor } from './visitor.js';

/** The tags of a client, as most of these tests have them. */
export const client = '<masto-auth><masto-login></masto-login></masto-auth><masto-compose></masto-compose>';

/** One stage and one browser for many tests; each has a profile of its own, and servers that know nothing yet. */
export class Scene {
  stage!: Stage;
  engine!: Engine;
  profile!: Profile;

  constructor(readonly browser: 'chromium' | 'firefox') {}

  /** Somebody at a new tab, on a page of the blog with this body, or at an address. */
  async visit(page = client, script?: () => void): Promise<Visitor> {
    const url = page.startsWith('http') ? page : this.stage.page(page);
    return (await this.profile.tab(script)).open(url);
  }

  /**
   * Where a server would send the reader back to, when they decide on the page that the visitor has come to. They stay
   * there.
   */
  async answerTo(visitor: Visitor, person = 'ines', deny = false): Promise<string> {
    const next = await visitor.until(
      () => Promise.resolve(new URL(visitor.page.url()).searchParams.get('next') ?? undefined),
      'The server does not ask who this is.',
    );
    const { host } = new URL(visitor.page.url());
    const body = { person, url: `http://${host}${next}`, ...(deny && { deny }) };
    return (await this.stage.control<{ redirect: string }>(host, 'POST', 'authorize', body)).redirect;
  }

  /** How often a server was asked for something. */
  async count(host: string, call: string): Promise<number> {
    return (await this.stage.asked(host)).filter((one) => one === call).length;
  }

  /** The tokens that a server has given to this site. */
  async tokens(host: string): Promise<{ access_token: string; person: string; revoked: boolean; scope: string }[]> {
    return this.stage.control(host, 'GET', 'tokens');
  }
}

const known = ['chromium', 'firefox'] as const;

/** The same flows in each browser; `BROWSERS=chromium` narrows them down. */
export function inBrowsers(what: string, flows: (scene: Scene) => void, browsers: readonly string[] = known): void {
  const wanted = process.env['BROWSERS']?.split(',') ?? browsers;
  const here = known.filter((name) => browsers.includes(name) && wanted.includes(name));
  for (const name of here) {
    // Only Chromium is sure to be there: `scripts/suites.mjs` looks for it.
    if (name === 'firefox' && !findBrowser(name) && !process.env['CI']) {
      console.error(`Not run, for there is no Firefox: ${what}`);
      continue;
    }
    describe(`${what}, in ${name}`, () => {
      const scene = new Scene(name);
      before(async () => {
        [scene.stage, scene.engine] = await Promise.all([makeStage(), launch(name)]);
      });
      after(async () => {
        await Promise.all([scene.engine.close(), scene.stage.close()]);
      });
      beforeEach(async () => {
        await Promise.all([scene.stage.reset(), scene.profile?.close()]);
        scene.profile = await scene.engine.profile();
      });
      flows(scene);
    });
  }
}
