import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '..');

/** Where the peers are: a folder of its own, so that none of their code is ever part of the library. */
export const modules = path.join(FOLDER, 'node_modules');

const readJson = (...names) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8'));

/** Whether every package of package.json is there in the version it is pinned to. */
function isInstalled() {
  return Object.entries(readJson(FOLDER, 'package.json').dependencies).every(([name, version]) => {
    const manifest = path.join(modules, name, 'package.json');
    return fs.existsSync(manifest) && readJson(manifest).version === version;
  });
}

/** Fetches the peers from npm when they are missing. Throws a sentence when that fails. */
export function installPeers() {
  if (isInstalled()) return;
  console.log('Fetching the peers from npm into test/bench/node_modules …');
  const options = ['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', options, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm could not fetch the peers: the benchmark needs the network once.');
}
