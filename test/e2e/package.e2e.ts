import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { elementNames } from '../../scripts/elements.mjs';

const pkg = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

/** The package as npm would unpack it, installed in a folder of its own. */
describe('the npm package', () => {
  let folder: string;
  let files: string[];

  before(() => {
    if (!existsSync('dist/index.js')) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
    folder = mkdtempSync(join(tmpdir(), 'package-'));
    const npm = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [packed] = JSON.parse(npm.stdout) as { filename: string; files: { path: string }[] }[];
    files = packed!.files.map(({ path }) => path);
    mkdirSync(join(folder, 'node_modules'));
    execFileSync('tar', ['-xzf', packed!.filename, '-C', 'node_modules'], { cwd: folder });
    symlinkSync(join(folder, 'node_modules/package'), join(folder, 'node_modules/masto-elements'), 'junction');
    // What npm would put beside it.
    for (const name of Object.keys(pkg.dependencies)) {
      mkdirSync(join(folder, 'node_modules', name, '..'), { recursive: true });
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Bundles this page script and gives the text of all that it loads at once. */
  async function bundle(script: string): Promise<string> {
    const { outputFiles, metafile } = await build({
      stdin: { contents: script, resolveDir: folder },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      splitting: true,
      outdir: 'out',
      external: Object.keys(pkg.dependencies).flatMap((name) => [name, `${name}/*`]),
      logLevel: 'silent',
    });
    const textOf = (path: string) => outputFiles.find((file) => file.path === resolve(path))!.text;
    const atOnce = (path: string): string[] => {
      const { imports } = metafile.outputs[path]!;
      return [
        path,
        ...imports
          .filter(({ kind, external }) => kind === 'import-statement' && !external)
          .flatMap((next) => atOnce(next.path)),
      ];
    };
    const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]!.entryPoint === '<stdin>')!;
    return [...new Set(atOnce(entry))].map(textOf).join('\n');
  }
  const definitions = (text: string) =>
    [...text.matchAll(/\bdefine\d?\("(masto-[\w-]+)"/g)].map(([, tag]) => tag!).sort();

  it('defines one element and what it draws with, by its own path', async () => {
    assert.deepEqual(definitions(await bundle("import 'masto-elements/elements/status.js';")), ['masto-status']);
    assert.deepEqual(definitions(await bundle("import 'masto-elements/elements/auth.js';")), ['masto-auth']);
  });

  it('defines all elements by its name', async () => {
    // Heavy leaves have an entry of their own.
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object };
    const light = elementNames().filter((name) => !(`./${name}.js` in exports));
    const all = light.map((name) => `masto-${name}`);
    assert.deepEqual(definitions(await bundle("import 'masto-elements';")), all.sort());
  });

  it('brings no element with the autoloader before its tag is there', async () => {
    assert.deepEqual(definitions(await bundle("import 'masto-elements/autoloader.js';")), []);
  });

  it('has types for every import that is told of', () => {
    const script = [
      "import { MastoTimeline, type MastoErrorEvent } from 'masto-elements';",
      "import 'masto-elements/elements/timeline.js';",
      "import { autoload } from 'masto-elements/autoloader.js';",
      'export const timeline: MastoTimeline = document.createElement("masto-timeline");',
      "timeline.addEventListener('masto-error', (event: MastoErrorEvent) => console.log(event.error));",
      "timeline.heading = 'News';",
      'export const stop: () => void = autoload();',
      '// @ts-expect-error a heading is text',
      'timeline.heading = 1;',
    ];
    writeFileSync(join(folder, 'page.ts'), script.join('\n'));
    const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['page.ts'] }));
    const tsc = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc')], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(tsc.status, 0, tsc.stdout);
  });

  it('holds what is published and nothing else', () => {
    const wanted = /^(dist\/|custom-elements\.json$|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$|SECURITY\.md$)/;
    assert.deepEqual(
      files.filter((path) => !wanted.test(path)),
      [],
    );
    for (const path of [
      'dist/cdn/masto-elements.js',
      'dist/index.d.ts',
      'custom-elements.json',
      'LICENSE',
      'README.md',
    ])
      assert.ok(files.includes(path), path);
  });

  it('says its version wherever it says one', () => {
    const { version } = JSON.parse(readFileSync(join(folder, 'node_modules/masto-elements/package.json'), 'utf8')) as {
      version: string;
    };
    const entry = readFileSync(join(folder, 'node_modules/masto-elements/dist/cdn/masto-elements.js'), 'utf8');
    assert.ok(entry.includes(`/*! masto-elements ${version} | MIT */`));
    assert.ok(entry.includes(`"${version}"`));
  });
});
