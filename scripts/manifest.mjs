/**
 * `npm run manifest` writes custom-elements.json. With --check it writes nothing, and fails when the file is not what the sources
 * say now, does not keep to the schema, or names a file that is not in dist/.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './manifest-faults.mjs';
import { runNode, tool } from './suites.mjs';

const file = 'custom-elements.json';
const fail = (...lines) => {
  console.error(lines.join('\n'));
  process.exit(1);
};

async function analyse() {
  const code = await runNode([
    tool('@custom-elements-manifest/analyzer/cem.js'),
    'analyze',
    '--config',
    'cem.config.mjs',
    '--quiet',
  ]);
  if (code) fail('The analyzer failed.');
  return JSON.parse(readFileSync(join('.cache', file), 'utf8'));
}

const manifest = await analyse();
const wrong = [...faults(manifest)];
if (wrong.length) fail(...wrong);
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) fail(`${file} is stale: npm run manifest`);
