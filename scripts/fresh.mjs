/** The script tag's files, built when they are missing or older than what they are made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, tool } from './suites.mjs';

/** Where the files are that tests and demo serve. `CDN=/tmp/mine` names a build that is taken as it is, made by `rollup -c --configCdn -d /tmp/mine`. */
export const cdnFolder = process.env.CDN ?? 'dist/cdn';

const entry = 'dist/cdn/masto-elements.js';

const changed = (path) => statSync(path).mtimeMs;

function isStale() {
  if (!existsSync(entry)) return true;
  const sources = ['src', 'scripts/rollup'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((path) => join(folder, path)),
  );
  const built = changed(entry);
  return [...sources, 'rollup.config.mjs', 'package.json'].some((path) => changed(path) > built);
}

let building;

/** Throws when the build fails; its reasons are on the terminal. Calls at the same time share one build. */
export function freshCdn() {
  building ??= build().finally(() => (building = undefined));
  return building;
}

async function build() {
  if (process.env.CDN || !isStale()) return;
  console.log('Building dist/cdn …');
  if (await runNode([tool('rollup/dist/bin/rollup'), '-c', '--configCdn', '--silent']))
    throw new Error('dist/cdn could not be built.');
}
