import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { inBrowsers } from './scene.js';
import { eavesdrop, lookEverywhere } from './traces.js';
import type { Visitor } from './visitor.js';

const pageOf = (visitor: Visitor) => visitor.page as unknown as Page;

/** Notes down all that a browser window says, sends and shows, to be searched afterwards. */
class Traces {
  readonly heard: { readonly place: string; readonly text: string }[] = [];
  readonly requests: Request[] = [];

  static async of(context: BrowserContext): Promise<Traces> {
    const traces = new Traces();
    await context.exposeBinding('report', (_, kind: string, text: string) => traces.heard.push({ place: kind, text }));
    await context.addInitScript(eavesdrop);
    context.on('request', (request) => traces.requests.push(request));
    context.on('console', (message) => traces.heard.push({ place: 'console', text: message.text() }));
    context.on('weberror', (error) => traces.heard.push({ place: 'console', text: String(error.error().stack) }));
    return traces;
  }

  /** Looks at a page as it is now. */
  async look(visitor: Visitor): Promise<void> {
    const found = await pageOf(visitor).evaluate(lookEverywhere);
    for (const [place, text] of Object.entries(found)) this.heard.push({ place, text });
  }

  /** Where a secret stands. */
  places(secret: string): string[] {
    return this.heard.filter(({ text }) => text.includes(secret)).map(({ place }) => place);
  }

  /** What carries a secret: `POST http://…: header authorization`. */
  async carriers(secret: string): Promise<string[]> {
    const found: string[] = [];
    for (const request of this.requests) {
      const where = `${request.method()} ${new URL(request.url()).origin}${new URL(request.url()).pathname}`;
      if (request.url().includes(secret)) found.push(`${where}: address`);
      if (request.postData()?.includes(secret)) found.push(`${where}: body`);
      const headers = await request.allHeaders();
      for (const [name, value] of Object.entries(headers))
        if (value.includes(secret)) found.push(`${where}: header ${name}`);
    }
    return [...new Set(found)].sort();
  }

  figures(): string {
    const places = [...new Set(this.heard.map(({ place }) => place))].map((place) => {
      const texts = this.heard.filter((one) => one.place === place);
      return `${place} ${texts.length} × (${Math.ceil(texts.reduce((sum, { text }) => sum + text.length, 0) / 1000)} kB)`;
    });
    return [...places, `requests ${this.requests.length} ×`].join(', ');
  }
}

inBrowsers(
  'a token',
  (scene) => {
    it('R219 R24 R25 R52 is nowhere but under its own key and in the requests to its server, a whole session long', async (test) => {
      const { stage } = scene;
      const visitor = await scene.visit('about:blank');
      const traces = await Traces.of(pageOf(visitor).context());
      const body = `<masto-auth><masto-login></masto-login></masto-auth><masto-compose></masto-compose>
        <masto-timeline feed="home" limit="5"></masto-timeline>
        <masto-timeline instance="http://${stage.hills}" feed="local" limit="5"></masto-timeline>`;
      await visitor.open(stage.page(body));
      await visitor.sees('Older posts');
      await visitor.signIn(stage.harbour, 'ines', { keep: true });
      await traces.look(visitor);
      await visitor.fill('Text', 'Nobody shall hear of it');
      await visitor.press('Post', 'masto-compose');
      await visitor.sees('Your post is out.');
      await visitor.press('Bookmark', 'masto-status');
      await visitor.until(
        async () => (await stage.asked(stage.harbour)).some((one) => one.endsWith('/bookmark')),
        'Not bookmarked.',
      );
      await traces.look(visitor);
      // A failure must not tell it either.
      await stage.control(stage.harbour, 'PUT', 'faults', [{ method: 'POST', path: '/api/v1/statuses', status: 500 }]);
      await visitor.fill('Text', 'Nor of this');
      await visitor.press('Post', 'masto-compose');
      await visitor.sees(`${stage.harbour} has a problem.`);
      await traces.look(visitor);
      const stored = Object.entries((await visitor.stored()).local).find(([key]) => /^masto:v1:http/.test(key));
      const saved = JSON.parse(stored![1]) as { token: string; client: { secret: string } };
      await visitor.press(/your account$/);
      await visitor.press('Sign out');
      await visitor.offers('Sign in with Mastodon');
      await visitor.until(async () => (await scene.tokens(stage.harbour))[0]!.revoked, 'Not revoked.');
      await traces.look(visitor);

      const { token, client } = saved;
      const [given] = await scene.tokens(stage.harbour);
      assert.equal(token, given!.access_token);
      assert.deepEqual(traces.places(token), []);
      const carriers = await traces.carriers(token);
      const others = carriers.filter((one) => !/^\w+ \S+: header authorization$/.test(one));
      assert.deepEqual(others, [`POST http://${stage.harbour}/oauth/revoke: body`], 'RFC 7009 wants it there');
      assert.deepEqual(
        carriers.filter((one) => !one.includes(` http://${stage.harbour}/`)),
        [],
      );
      assert.ok(carriers.length > 5);
      assert.equal(
        (await pageOf(visitor).evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }).length)) > 0,
        true,
      );
      assert.equal(JSON.stringify(await visitor.stored()).includes(token), false);
      assert.deepEqual(
        (await traces.carriers(client.secret)).filter((one) => !/: body$/.test(one) || !one.includes(stage.harbour)),
        [],
      );
      // It would have been found: what the same search finds of what is no secret.
      for (const place of ['dom', 'tags’ properties', 'dispatchEvent'])
        assert.ok(
          traces.places(place === 'dispatchEvent' ? 'masto-post' : 'Nobody shall hear of it').includes(place),
          place,
        );
      test.diagnostic(`searched: ${traces.figures()}`);
      test.diagnostic(`in Authorization, to its server: ${carriers.length - 1} addresses`);
    });

    // A browser says for ever where a page was loaded from, and nobody can take that back: there the code stands, used up.
    // A page of its own for answers is left, and so that is gone, too.
    for (const [way, attribute, left] of [
      ['to the page itself', '', ['navigation entry']],
      ['by callback.html', 'redirect-uri="/dist/cdn/callback.html"', []],
    ] as const)
      it(`R20 R53 R59 the code of a sign-in is in no address, referrer or history afterwards: ${way}`, async (test) => {
        const { stage } = scene;
        const picture = `<img src="http://${stage.hills}/avatars/original/missing.png?first" alt="">`;
        const visitor = await scene.visit('about:blank');
        const traces = await Traces.of(pageOf(visitor).context());
        const body = `<masto-auth ${attribute}><masto-login></masto-login></masto-auth>${picture}`;
        const url = `${stage.page(body)}?own=1`;
        await visitor.open(url);
        await visitor.signIn(stage.harbour);
        assert.equal(visitor.page.url(), url);
        await traces.look(visitor);
        const exchange = traces.requests.find((request) => request.url().endsWith('/oauth/token'))!;
        const code = new URLSearchParams(exchange.postData()!).get('code')!;
        assert.match(code, /^[0-9a-f]{64}$/);
        assert.deepEqual(traces.places(code), left);
        const carriers = await traces.carriers(code);
        assert.deepEqual(
          // The page's own host has had the code in the request for the page.
          carriers.filter((one) => !one.includes(` ${stage.blog}/`)),
          [`POST http://${stage.harbour}/oauth/token: body`],
        );
        for (const request of traces.requests.filter((one) => /\/(api|oauth\/token|\.well-known)/.test(one.url()))) {
          const { referer, cookie } = await request.allHeaders();
          assert.deepEqual([referer, cookie], [undefined, undefined], request.url());
        }
        test.diagnostic(`the code travelled in: ${carriers.join(', ')}`);
      });
  },
  ['chromium'],
);
