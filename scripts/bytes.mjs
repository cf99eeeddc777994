/** What the files of dist/cdn weigh, and which of them a tag brings along. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { cdnFolder } from './fresh.mjs';

export const folder = cdnFolder;
const entry = 'masto-elements.js';

function* nodes(node) {
  if (!node || typeof node !== 'object') return;
  if (typeof node.type === 'string') yield node;
  for (const child of Object.values(node)) yield* nodes(child);
}

function read(path) {
  const code = readFileSync(join(folder, path), 'utf8');
  const imports = [...nodes(parseAst(code))]
    .filter(({ type }) => /^(Import|ExportNamed|ExportAll)Declaration$/.test(type))
    .flatMap(({ source }) => (source ? [normalize(join(dirname(path), source.value))] : []));
  const { sources } = JSON.parse(readFileSync(join(folder, `${path}.map`), 'utf8'));
  return { path, imports, sources, bytes: brotliCompressSync(code).length };
}

/** All files by path, with the paths they import at once, the sources they are made of, and their size in brotli. */
export function readCdn() {
  const chunks = readdirSync(join(folder, 'chunks')).map((name) => `chunks/${name}`);
  return new Map([entry, ...chunks].filter((path) => path.endsWith('.js')).map((path) => [path, read(path)]));
}

/** `chunks/posts.x1y2z3.js` → `posts`. */
export const nameOf = (path) => /([^/]+?)(?:\.\w{8})?\.js$/.exec(path)[1];

const { later } = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

/**
 * The files that a usual page with this tag loads, by path: the entry, the tag's chunk, what both import, and what budgets.json
 * says comes later. A test in a browser holds that list to what is really loaded.
 */
export function filesOf(tag, cdn = readCdn()) {
  const name = tag.replace('masto-', '');
  const source = `/src/elements/${name}/${name}.ts`;
  const home = [...cdn.values()].find(({ sources }) => sources.some((path) => path.endsWith(source)));
  if (!home) throw new Error(`No file of ${folder} holds <${tag}>.`);
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    cdn.get(path).imports.forEach(visit);
  };
  [entry, home.path].forEach(visit);
  for (const name of later[tag] ?? []) visit([...cdn.keys()].find((path) => nameOf(path) === name));
  return [...found].sort();
}
