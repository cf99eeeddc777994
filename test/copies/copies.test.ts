import { expect } from '@open-wc/testing';
import type { MastoErrorEvent } from '../../src/index.js';
import { pause, until } from '../helpers.js';
import { page, type Page } from '../elements/page.js';
import { town, type Town } from '../elements/town.js';

const copy = (version: string) => `/__copy/${version}/index.js`;
const post = 'Read by two copies';
const tags = ['masto-auth', 'masto-compose', 'masto-login', 'masto-notifications', 'masto-status', 'masto-timeline'];

async function told(): Promise<Town> {
  const here = await town();
  await here.post('ines', { status: post });
  await here.forget();
  return here;
}
const tag = (attributes = '') => `<masto-timeline load="eager" feed="local" limit="1" ${attributes}></masto-timeline>`;
const shows = (there: Page, times: number) => until(() => there.text().split(post).length === times + 1, there.text());

describe('R209 two copies of the library on a page', () => {
  for (const [first, second] of [
    ['0.1.1', '0.2.0'],
    ['0.2.0', '0.1.1'],
  ] as const) {
    it(`R209 ${first}, then ${second}: the first one’s tags stay, silently`, async () => {
      const here = await told();
      const there = await page(tag(`instance="${here.host}"`));
      await there.load(copy(first));
      const before = tags.map((name) => there.window.customElements.get(name));
      await there.load(copy(second));
      expect(tags.map((name) => there.window.customElements.get(name))).to.deep.equal(before);
      await shows(there, 1);
      expect(there.said).to.deep.equal([]);
      expect(await here.asks()).to.have.length(1);
    });
  }

  for (const [first, second] of [
    ['0.1.1', '1.0.0'],
    ['1.0.0', '0.1.1'],
  ] as const)
    it(`R209 of another major version (${first}, ${second}): a warning a tag, with both versions, and all works`, async () => {
      const here = await told();
      const there = await page(tag(`instance="${here.host}"`));
      await there.load(copy(first));
      await there.load(copy(second));
      await shows(there, 1);
      expect(there.said).to.have.length(tags.length);
      for (const name of tags) expect(there.said.filter((line) => line.includes(`<${name}>`))).to.have.length(1);
      for (const line of there.said) expect(line).to.contain(first).and.contain(second);
    });

  it('R209 a tag that another script took is left alone, and that is said', async () => {
    const there = await page('');
    there.window.customElements.define('masto-status', class extends there.window.HTMLElement {});
    await there.load(copy('0.1.1'));
    expect(there.said).to.have.length(1);
    expect(there.said[0]).to.contain('<masto-status>').and.contain('another script');
  });

  it('R209 tags of one copy work with the masto-auth of the other', async () => {
    const here = await told();
    const there = await page(`<masto-auth instance="${here.host}">${tag()}</masto-auth>${tag()}`);
    await there.load('/src/elements/auth/auth.ts');
    await there.load(copy('0.2.0'));
    await shows(there, 2);
    expect(there.said).to.deep.equal([]);
    expect(await here.asks()).to.have.length(1);
    const other = await told();
    there.body.querySelector('masto-auth')!.setAttribute('instance', other.host);
    await until(async () => (await other.asks()).length === 1);
    await shows(there, 2);
  });

  it('R209 R123 they share sessions: one asks what both need, and both heed a rate limit', async () => {
    const here = await told();
    const { id } = await here.post('noor', { status: 'Lone' });
    await here.forget();
    const there = await page('');
    await there.load('/src/elements/timeline/timeline.ts');
    await there.load(copy('0.2.0'));
    await here.breaks({ path: '/api/v1/timelines/*', rateLimit: 30 });
    there.body.innerHTML = tag(`instance="${here.host}"`);
    await until(async () => (await here.asks()).length === 1);
    await pause(200);
    await here.heals();
    there.body.innerHTML += `<masto-status load="eager" instance="${here.host}" status-id="${id}"></masto-status>`;
    await pause(500);
    expect(await here.asks()).to.have.length(1);
    expect(there.text()).to.not.contain('Lone');
  });

  it('R209 an error of one copy is a MastoError to the other', async () => {
    const here = await told();
    await here.breaks({ path: '/api/*', status: 403, body: { error: 'No' } });
    const there = await page('');
    await there.load('/src/elements/timeline/timeline.ts');
    await there.load(copy('0.2.0'));
    const heard = new Promise<MastoErrorEvent>((resolve) =>
      there.window.addEventListener('masto-error', (event) => resolve(event as MastoErrorEvent), { once: true }),
    );
    there.body.innerHTML = tag(`instance="${here.host}"`);
    const { error } = await heard;
    const other = (await (there.window as unknown as { eval(code: string): unknown }).eval(
      `import('${copy('0.2.0')}')`,
    )) as { MastoError: new (failure: string) => Error };
    expect(error instanceof other.MastoError).to.equal(true);
    expect(new TypeError('x') instanceof other.MastoError).to.equal(false);
  });

  /** Two copies on a page with this policy, and a tag. */
  async function underPolicy(policy: string) {
    const here = await told();
    const there = await page('');
    const meta = there.window.document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = `require-trusted-types-for 'script'${policy}`;
    there.window.document.head.append(meta);
    await there.load(copy('0.1.1'));
    await there.load(copy('0.2.0'));
    const element = there.window.document.createElement('masto-timeline');
    for (const [name, value] of Object.entries({ load: 'eager', feed: 'local', limit: '1', instance: here.host }))
      element.setAttribute(name, value);
    there.body.append(element);
    await shows(there, 1);
    return there.said;
  }

  for (const policy of ['', "; trusted-types masto-elements lit-html test 'allow-duplicates'"])
    it(`R209 both under Trusted Types${policy}: content is drawn, nothing is said`, async () => {
      expect(await underPolicy(policy)).to.deep.equal([]);
    });

  it('R209 where a policy may be made only once, the second copy cannot start, and the first is none the worse', async () => {
    const said = await underPolicy('; trusted-types masto-elements lit-html test');
    expect(
      said.filter((line) => !/["']lit-html["'] already exists|creating policy named 'lit-html'/.test(line)),
    ).to.deep.equal([]);
  });
});
