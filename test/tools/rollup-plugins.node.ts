import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { type OutputChunk, type OutputOptions, rollup } from 'rollup';
import { entryRegistry } from '../../scripts/rollup/entry-registry.mjs';
import { parallelImports } from '../../scripts/rollup/parallel-imports.mjs';

/** Builds modules given as text, the entry being `entry.js`, as the script tag's files are built. */
async function bundle(modules: Readonly<Record<string, string>>, folder?: string) {
  const build = await rollup({
    input: 'entry.js',
    preserveEntrySignatures: 'allow-extension',
    plugins: [{ name: 'text', resolveId: (id) => id.replace('./', ''), load: (id) => modules[id] ?? null }],
  });
  const options: OutputOptions = {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    plugins: [parallelImports(), entryRegistry()],
  };
  const { output } = folder ? await build.write({ ...options, dir: folder }) : await build.generate(options);
  return new Map((output as OutputChunk[]).map(({ fileName, code }) => [fileName, code]));
}

describe('the entry registry', () => {
  const modules = {
    'entry.js':
      "import { shared } from './shared.js';\nshared.push('entry');\nexport {};\nglobalThis.opened = import('./lazy.js');",
    'shared.js': 'export const shared = globalThis.seen = [];',
    'lazy.js': "import { shared } from './shared.js';\nshared.push('lazy');",
  };

  it('hands what they share to lazy chunks, without an import of the entry', async () => {
    const files = await bundle(modules);
    assert.deepEqual([...files.keys()], ['entry.js', 'chunks/lazy.js']);
    assert.doesNotMatch(files.get('chunks/lazy.js')!, /^\s*import/m);
    assert.doesNotMatch(files.get('entry.js')!, /^\s*export/m);
  });

  it('runs the entry once, whatever its address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'registry-'));
    try {
      await bundle(modules, folder);
      await import(`${pathToFileURL(join(folder, 'entry.js')).href}?ver=6.5`);
      const page = globalThis as { seen?: string[]; opened?: Promise<void> };
      await page.opened;
      assert.deepEqual(page.seen, ['entry', 'lazy']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses what a copy would make stale', async () => {
    const changing = {
      ...modules,
      'shared.js': 'export let shared = [];\nexport const renew = () => { shared = []; };\nglobalThis.renew = renew;',
    };
    await assert.rejects(bundle(changing), /"shared" of the entry changes/);
  });

  it('refuses an entry that exports something itself', async () => {
    await assert.rejects(
      bundle({ ...modules, 'entry.js': `${modules['entry.js']}\nexport const other = 1;` }),
      /export/,
    );
  });
});

describe('parallel imports', () => {
  it('ask for what a chunk imports beside the chunk itself', async () => {
    const files = await bundle({
      'entry.js':
        "globalThis.a = () => import('./a.js');\nglobalThis.b = () => import('./b.js');\nglobalThis.c = () => import('./c.js');",
      'a.js': "import './common.js';\nglobalThis.seen = 'a';",
      'b.js': "import './common.js';\nglobalThis.seen = 'b';",
      'c.js': "globalThis.seen = 'c';",
      'common.js': 'globalThis.common = 1;',
    });
    const entry = files.get('entry.js')!;
    const common = [...files.keys()].find((name) => name.includes('common'))!;
    assert.equal(entry.split(`import('./${common}').catch`).length - 1, 2, entry);
    assert.match(entry, /c = \(\) => import\('\.\/chunks\/c\.js'\);/);
  });
});
