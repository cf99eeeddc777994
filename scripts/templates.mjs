/**
 * lit-analyzer over src/. It does not know that Lit's `nothing` leaves an attribute out, and takes it for a value of the type
 * `Symbol(undefined)`: what it finds for that reason alone is left out. Nor does it know `hidden="until-found"`, that a text may be
 * assigned to `style`, and that `sandbox` takes several words.
 */
import { spawnSync } from 'node:child_process';
import { tool } from './suites.mjs';

const known = [
  / \| Symbol\(undefined\)' is not assignable to /,
  /'Symbol\(undefined\) \| ("[\w-]+")' is not assignable to '[^']*\1/,
  /^The 'hidden' attribute is of boolean type/,
  /'string' is not assignable to 'CSSStyleDeclaration'$/,
  /^Type '"allow-scripts allow-same-origin allow-presentation"' is not assignable to /,
];

const args = [tool('lit-analyzer/cli.js'), '--strict', '--quiet', '--noColor', '--format', 'list', 'src'];
const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
const found = [];
let file = '';
for (const line of stdout.split('\n')) {
  if (line.startsWith('./')) file = line.trim();
  const [, place, said] = /^\s+(\d+:\d+)\s+error\s+(.*)$/.exec(line) ?? [];
  if (place && !known.some((pattern) => pattern.test(said))) found.push(`${file}:${place} ${said}`);
}
if (!/Analyzing \d+ files/.test(stdout)) found.push(`lit-analyzer did not run: ${stdout}${stderr}`);
if (found.length) console.error(found.join('\n'));
process.exitCode = found.length ? 1 : 0;
