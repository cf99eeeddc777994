/**
 * `npm run manifest` writes custom-elements.json. With --check it writes nothing, and fails when the file is not what the sources
 * say now, does not keep to the schema, or names a file that is not in dist/.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
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

/** What is wrong with it, one sentence each. */
function* faults({ modules, ...manifest }) {
  const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  if (!ajv.validate(schema, { modules, ...manifest }))
    for (const { instancePath, message } of ajv.errors) yield `${instancePath} ${message}`;
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);
  for (const name of readdirSync('src/elements'))
    if (!elements.some(({ tagName }) => tagName === `masto-${name}`))
      yield `src/elements/${name} defines no <masto-${name}>.`;
  for (const { tagName, summary } of elements.filter(({ tagName }) => tagName))
    if (!summary) yield `<${tagName}> has no @summary.`;
  for (const { path } of modules)
    if (existsSync('dist/index.js') && !existsSync(path)) yield `${path} is not published.`;
}

const manifest = await analyse();
const wrong = [...faults(manifest)];
if (wrong.length) fail(...wrong);
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) fail(`${file} is stale: npm run manifest`);
