import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { cdnFolder } from '../../scripts/fresh.mjs';
import { serveFolders } from '../../scripts/static.mjs';
import { makeWorld, type Visit, type World } from './world.js';

const reason = /^\[masto-elements\] This page has no origin of its own.* reading works, signing in will not, because/;

describe('a page without an origin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  let world: World;
  /** A host that lets every page have its scripts, as CDNs do. */
  let cdn: Awaited<ReturnType<typeof serveFolders>>;

  before(async () => {
    world = await makeWorld();
    cdn = await serveFolders({ '/': cdnFolder }, { headers: { 'access-control-allow-origin': '*' } });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all([world.close(), cdn.close()]);
  });

  const tags = () =>
    `<masto-auth instance="${world.named}"><masto-timeline feed="local" limit="3" load="eager"></masto-timeline></masto-auth>`;
  const script = () => `<script type="module" src="${cdn.origin}/masto-elements.js"></script>`;
  const html = (head: string, body: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A file</title>${head}${body}</html>`;

  /** Opens a page that lies in a folder. */
  function open(page: string): Promise<Visit> {
    const file = join(folder, 'page.html');
    writeFileSync(file, page);
    return world.visit(pathToFileURL(file).href);
  }

  /** What is said on the console when the page is loaded anew. */
  async function saidBy({ page }: Visit): Promise<string[]> {
    const said: string[] = [];
    page.on('console', (message) => said.push(`${message.type()} ${message.text()}`));
    await page.reload();
    return said;
  }

  it('R40 a file reads posts, and says on the console why signing in will not work', async () => {
    const visit = await open(html(script(), tags()));
    const said = await saidBy(visit);
    await visit.page.locator('masto-timeline masto-status').nth(2).waitFor();
    assert.equal(await visit.page.evaluate(() => self.origin), 'null');
    assert.match((await visit.page.locator('masto-status [part=name]').first().innerText()).trim(), /\w/);
    assert.deepEqual(visit.errors, []);
    assert.equal(
      said.filter((line) => line.startsWith('info ') && reason.test(line.slice(5))).length,
      1,
      said.join('\n'),
    );
    // Nothing was written anywhere, which such a page could not.
    assert.ok(visit.requests.every((url) => !/\/api\/v1\/apps|\/oauth\//.test(url)));
  });

  it('R40 so does a page in a sandboxed frame', async () => {
    const inside = html(script(), tags()).replaceAll('"', '&quot;');
    const visit = await world.show(
      `<iframe sandbox="allow-scripts" title="A frame" width="500" height="700" srcdoc="${inside}"></iframe>`,
    );
    const said = await saidBy(visit);
    await visit.page.frameLocator('iframe').locator('masto-timeline masto-status').nth(2).waitFor();
    assert.equal(said.filter((line) => reason.test(line.replace(/^info /, ''))).length, 1, said.join('\n'));
  });

  it('a page that has an origin is told nothing of the kind', async () => {
    const said = await saidBy(await world.show(tags()));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(
      said.filter((line) => reason.test(line.replace(/^info /, ''))),
      [],
    );
  });
});
