/** Serves copies of the library, each a single file with a version of its own: what a page gets that loads two of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const made = new Map();

/** Puts another version into the one place where it stands. */
const versioned = (version) => ({
  name: 'versioned',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]base[\\/]registry\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/(version = ')[^']+/, `$1${version}`);
      if (contents === text) throw new Error(`${path} names no version, or already ${version}.`);
      return { contents, loader: 'ts' };
    });
  },
});

async function bundle(version) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    plugins: [versioned(version)],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** A middleware: `/__copy/9.0.0/index.js` is the library as if it were version 9.0.0. */
export async function copies(context, next) {
  const [, version] = /^\/__copy\/([\w.-]+)\/index\.js$/.exec(context.path) ?? [];
  if (!version) return next();
  if (!made.has(version)) made.set(version, bundle(version));
  context.body = await made.get(version);
  context.type = 'js';
}
