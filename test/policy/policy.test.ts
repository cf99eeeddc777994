import { expect } from '@open-wc/testing';
import type { Report } from './page.js';

/** As SECURITY.md documents it (R88): the tests add the sandbox's origin, and nothing else. */
const documented = (sandbox: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src https: wss: ${sandbox}; ` +
  `img-src https: data: blob: ${sandbox}; media-src https: blob: ${sandbox}`;
const typed = "; require-trusted-types-for 'script'";

/** What comes after the documented policy; undefined for a page without any. */
const policies: Record<string, string | undefined> = {
  'no policy': undefined,
  'the documented policy, without trusted types': '',
  'the documented policy': typed,
  'the documented policy with the list of trusted types': `${typed}; trusted-types lit-html masto-elements`,
  'the same, duplicates allowed': `${typed}; trusted-types lit-html masto-elements 'allow-duplicates'`,
};

async function sandboxAt(name: string): Promise<string> {
  const answer = await fetch('/__sandbox-origin');
  const { port } = answer.ok ? ((await answer.json()) as { port: number | null }) : { port: null };
  return port ? `http://${name}.localhost:${port}` : '';
}

async function visit(query: Record<string, string> | URLSearchParams): Promise<Report> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:600px;height:800px';
  const report = new Promise<Report>((resolve) => {
    addEventListener('message', function told({ source, data }) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', told);
      resolve(data as Report);
    });
  });
  frame.src = `/test/policy/page.html?${new URLSearchParams(query)}`;
  document.body.append(frame);
  try {
    return await report;
  } finally {
    frame.remove();
  }
}

const drawnBody =
  '<p>drawn <b>bold</b> :e: <a rel="nofollow noopener noreferrer ugc" target="_blank" referrerpolicy="no-referrer" href="https://a.example/">link</a></p>';

describe('policies', function () {
  this.timeout(40_000);
  let sandbox: string;
  before(async () => (sandbox = await sandboxAt('policy')));

  const given = (extra: string | undefined) => ({
    instance: sandbox,
    ...(extra === undefined ? {} : { policy: documented(sandbox) + extra }),
  });

  for (const [name, extra] of Object.entries(policies))
    it(`R86 R87 R88 all is drawn and nothing forbidden: ${name}`, async () => {
      const report = await visit(given(extra));
      expect(report.violations).to.eql([]);
      expect([report.strict, report.typed]).to.eql([extra !== undefined, !!extra]);
      expect(report.body).to.equal(drawnBody);
      expect(report.name).to.match(/^A <img [^>]*src="https:\/\/e\.example\/e\.png"[^>]*>$/);
      expect(report.status).to.contain('drawn bold');
      expect(report.pictures).to.be.at.least(2);
      expect(report.styled).to.equal(true);
      if (sandbox) expect(report.timeline).to.be.above(0);
      else console.log('1 case not run: no sandbox for the timeline.');
    });

  it('R86 where the policy is refused, the browser’s own safe parser does it; without one, the words', async () => {
    const { violations, body, status } = await visit(given(`${typed}; trusted-types lit-html`));
    expect(violations.map((entry) => entry.split(' ')[0])).to.eql(['trusted-types']);
    expect(body).to.be.oneOf('parseHTML' in Document ? [drawnBody] : [' drawn  bold  :e:  link   …']);
    expect(status).to.match(/drawn\s+bold/);
  });

  it('R91 a prototype that was polluted before the library came changes nothing', async () => {
    const names = 'script iframe emojis mentions hideQuoteLine put titles onclick tag kids polluted'.split(' ');
    const query = new URLSearchParams({ instance: sandbox });
    for (const name of names) query.append('polluted', name);
    const report = await visit(query);
    expect(report.body).to.equal(drawnBody);
    expect(report.status).to.contain('drawn bold');
  });
});
