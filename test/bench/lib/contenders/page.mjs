import path from 'node:path';
import { build } from 'esbuild';

const PAGES = path.resolve(import.meta.dirname, '../../pages');

/** A file of pages/ as one minified module, with its source map (which is never served). */
export async function bundle(name) {
  const result = await build({
    entryPoints: [path.join(PAGES, `${name}.js`)],
    outfile: `${name}.js`,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    legalComments: 'none',
    logLevel: 'error',
    sourcemap: 'external',
    write: false,
  });
  const [map, code] = [...result.outputFiles].sort((a) => (a.path.endsWith('.map') ? -1 : 1));
  return { code: code.text, map: map.text };
}

/** The page that every contender stands in. */
export const page = (head, body) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  `<title>b</title><link rel="icon" href="data:,">${head}</head><body><h1>A blog</h1>${body}</body></html>`;

export const script = (url) => `<script type="module" src="${url}"></script>`;
