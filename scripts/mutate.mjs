/**
 * `npm run mutate`: breaks chosen lines of src/ one by one and runs the tests that should notice. Each break must turn a test red.
 * `npm run mutate -- links` takes only the rows whose file or text has that word.
 */
import { spawnSync } from 'node:child_process';
import { mutations } from '../test/mutations.mjs';
import { broken } from './mutation.mjs';
import { line } from './suites.mjs';

const word = process.argv[2] ?? '';
const rows = mutations.filter(({ file, find }) => file.includes(word) || find.includes(word));

/** Runs these test files in Chromium, and in Node where they are Node's. */
function run(tests, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/test.mjs', 'node', 'chromium'], {
    env: { ...process.env, FILES: tests.join(','), ...env },
    encoding: 'utf8',
  });
  const said = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  if (!said) throw new Error(`The tests did not run:\n${stdout}\n${stderr}`);
  return { green: status === 0, stdout };
}

// One that no longer fits its file would break the test server, and look noticed.
rows.forEach(broken);

const control = [...new Set(rows.flatMap(({ tests }) => tests))];
const whole = run(control);
if (!whole.green) {
  console.error(`${whole.stdout}\nThe tests are red although nothing is broken.`);
  process.exit(1);
}

const counts = { passed: 0, failed: 0 };
for (const { tests, ...mutation } of rows) {
  const { green } = run(tests, { MUTATION: JSON.stringify(mutation) });
  counts[green ? 'failed' : 'passed']++;
  console.log(
    `${green ? '✖ nobody notices' : '✔ noticed'}  ${mutation.file}  ${mutation.find.trim()}  →  ${mutation.replace.trim()}`,
  );
}
console.log(`\n${line(counts)}`);
process.exitCode = counts.failed || !rows.length ? 1 : 0;
