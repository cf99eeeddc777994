import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { createSandbox } from '../../demo/sandbox/sandbox.js';
import { chromeArgs, findBrowser } from '../../scripts/browsers.mjs';
import { cdnFolder, freshCdn } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';

const readme = readFileSync('README.md', 'utf8');

/** The first block of code in this language. */
const block = (language: string) => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(readme)![1]!.trim();

/** Names in backticks in the first column of the table below these words. */
function firstColumn(before: string): string[] {
  const table = readme
    .slice(readme.indexOf(before))
    .split(/^(?=\|)/m)
    .slice(1)
    .join('')
    .split(/\n(?!\|)/)[0]!;
  return table
    .split('\n')
    .flatMap((row) => [...row.split('|')[1]!.matchAll(/`<?([\w-]+)>?`/g)].map(([, name]) => name!));
}

interface Declaration {
  tagName?: string;
  attributes?: { name: string }[];
  events?: { name: string }[];
  slots?: { name: string }[];
  cssParts?: { name: string; description?: string }[];
  cssStates?: { name: string }[];
}
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: { declarations: Declaration[] }[];
};
const tags = new Map(
  manifest.modules.flatMap(({ declarations }) =>
    declarations.flatMap((each) => (each.tagName ? [[each.tagName, each] as const] : [])),
  ),
);
const names = (list: { name: string }[] = []) => list.map(({ name }) => name).sort();

const shared = ['instance', 'lang', 'load'];

describe('the README', () => {
  let folder: string;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolders>>;
  /** Sent with the page. */
  const headers: Record<string, string> = {};

  before(async () => {
    await freshCdn();
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    writeFileSync(join(folder, 'index.html'), block('html'));
    cpSync(cdnFolder, join(folder, 'masto-elements'), { recursive: true });
    site = await serveFolders({ '/': folder }, { headers });
    browser = await chromium.launch({ executablePath: findBrowser('chromium')!, args: chromeArgs() });
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  /** The page as pasted; the server that it names is a sandbox of that name. */
  async function visit(javaScriptEnabled = true) {
    const sandbox = createSandbox({ origin: 'https://mastodon.social' });
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (/error|warning/.test(message.type()) && !message.location().url.endsWith('/favicon.ico'))
        errors.push(message.text());
    });
    await page.route(`${sandbox.origin}/**`, async (route) => {
      const asked = route.request();
      const answer = await sandbox(new Request(asked.url(), { method: asked.method(), headers: asked.headers() }));
      const body = Buffer.from(await answer.arrayBuffer());
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
    });
    await page.goto(`${site.origin}/`);
    return { page, errors };
  }

  it('has a page of ten lines that works by copy and paste', async () => {
    assert.ok(block('html').split('\n').length <= 10);
    const { page, errors } = await visit();
    await page
      .locator('masto-timeline masto-status .content', { hasText: /#caturday/i })
      .first()
      .waitFor();
    assert.deepEqual(errors, []);
  });

  it('R104 has a page that is a plain link without JavaScript', async () => {
    const { page } = await visit(false);
    assert.ok(await page.getByRole('link', { name: '#caturday on Mastodon' }).isVisible());
  });

  it('R87 R88 has a policy that the page works under', async () => {
    headers['content-security-policy'] = /^default-src 'none'.*$/m.exec(readme)![0];
    const { page, errors } = await visit();
    await page.locator('masto-timeline masto-status').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(errors, []);
    await page.context().close();
    headers['content-security-policy'] += `; ${/trusted-types lit-html [^`]*/.exec(readme)![0]}`;
    const second = await visit();
    await second.page.locator('masto-timeline masto-status').first().waitFor();
    assert.deepEqual(second.errors, []);
    delete headers['content-security-policy'];
  });

  it('has an import that defines the tag', async () => {
    if (!existsSync('dist/index.js')) spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules/masto-elements'), 'junction');
    const { outputFiles } = await build({
      stdin: { contents: block('js'), resolveDir: folder },
      bundle: true,
      write: false,
      format: 'esm',
      splitting: true,
      outdir: 'out',
      logLevel: 'silent',
    });
    assert.ok(outputFiles.some(({ text }) => text.includes('"masto-timeline"')));
  });

  it('has commands that exist, and `npm start` prints the address it names', async () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const told = [...readme.matchAll(/\bnpm (?:run ([\w:]+)|(start|test))/g)].map(([, run, own]) => run ?? own!);
    assert.ok(told.length > 5);
    for (const name of told) assert.ok(scripts[name], name);
    assert.equal(block('sh'), 'npm ci && npm start\nnpm ci && npm test');
    const child = spawn('npm', ['start'], {
      env: { ...process.env, PORT: '8000' },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    try {
      let said = '';
      for await (const data of child.stdout) if (/Demo +http:.*\n/.test((said += String(data)))) break;
      const address = /Demo +(\S+)/.exec(said)![1]!;
      assert.match(address, /^http:\/\/localhost:80\d\d\/$/); // 8000, or the next that is free
      assert.match(await (await fetch(address)).text(), /<masto-timeline/);
    } finally {
      process.kill(-child.pid!);
    }
  });

  it('has a picture that is there and light', () => {
    const [, path] = /!\[[^\]]{10,}\]\(([^)]+)\)/.exec(readme)!;
    assert.ok(statSync(path!).size <= 120_000);
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, path]) => path!);
    assert.ok(links.length >= 4);
    for (const path of links) assert.ok(existsSync(path), path);
  });

  it('lists every tag and attribute that there is, and no other', () => {
    assert.deepEqual(firstColumn('| tag').sort(), [...tags.keys()].sort());
    assert.deepEqual(firstColumn('Every tag but').sort(), shared);
    for (const tag of ['masto-timeline', 'masto-status', 'masto-compose', 'masto-auth'])
      assert.deepEqual(
        firstColumn(`\`<${tag}>\`:`).sort(),
        names(tags.get(tag)!.attributes).filter((name) => tag === 'masto-auth' || !shared.includes(name)),
        tag,
      );
  });

  it('lists every event, state, slot, part and token that there is, and no other', () => {
    const all = [...tags.values()];
    const events = all.flatMap((each) => names(each.events)).filter((name) => name.startsWith('masto-'));
    assert.deepEqual(firstColumn('## Events').sort(), [...new Set(events)].sort());
    const section = readme.slice(readme.indexOf('## States'), readme.indexOf('## Look'));
    // A doc line may tell of several parts; single actions are parts by their verb.
    const partsOf = ({ cssParts = [] }: Declaration) =>
      cssParts.flatMap(({ name, description = '' }) => [
        name,
        ...[...description.matchAll(/@csspart ([\w-]+)/g)].map(([, more]) => more!),
      ]);
    const verbs = ['reply', 'boost', 'favourite', 'bookmark', 'more'];
    for (const [tag, each] of tags) {
      if (tag === 'masto-auth') continue;
      const row = new RegExp(`^\\| \`<${tag}>\` .*$`, 'm').exec(section)![0];
      const [slots, states, parts] = row
        .split('|')
        .slice(2, 5)
        .map((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!).sort());
      const own = partsOf(each);
      // A timeline hands on the parts of its posts.
      const handed = tag === 'masto-timeline' ? partsOf(tags.get('masto-status')!) : [];
      assert.deepEqual(slots, names(each.slots).filter(Boolean), tag);
      assert.deepEqual(states, names(each.cssStates), tag);
      assert.deepEqual(
        parts,
        [
          ...new Set([
            ...own.filter((name) => name === 'button' || name === 'notice' || !handed.includes(name)),
            ...(tag === 'masto-status' ? verbs : []),
          ]),
        ].sort(),
        tag,
      );
    }
    const tokens = [...readFileSync('src/styles/host.ts', 'utf8').matchAll(/var\((--masto-[\w-]+)/g)].map(
      ([, name]) => name!,
    );
    assert.deepEqual(firstColumn('## Look').sort(), [...new Set(tokens)].sort());
  });
});
