/** `npm run verify`: all that must hold before something lands, in one sum. The last line is `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { line, sum } from './suites.mjs';

const all = ['npm', 'run', 'test:all'];

/**
 * Two rows of steps, each row in its order and both at the same time: most tests wait more than they compute. `npm test`
 * has run every test in Chromium: `test:all` runs them in the other two, one in each row (ALREADY names the rest).
 */
const rows = [
  [[['npm', 'test']], [all, 'chromium,webkit']],
  [
    [['npm', 'run', 'lint']],
    [['npm', 'run', 'build']],
    [['npm', 'run', 'manifest', '--', '--check']],
    [['npx', 'publint', '--strict']],
    [['npm', 'run', 'size']],
    [['npm', 'run', 'e2e']],
    [all, 'chromium,firefox'],
  ],
];

/** Runs a command and keeps what it says, so that nothing gets between its lines; the last sum in it counts. */
function carryOut([command, ...args], already, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, npm_config_loglevel: 'silent', ...(already && { ALREADY: already }), ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', (error) => resolve({ passed: 0, failed: 1, said: String(error) }));
    child.once('close', (code) => {
      const last = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].pop();
      const counts = last ? { passed: Number(last[1]), failed: Number(last[2]) } : { passed: code ? 0 : 1, failed: 0 };
      resolve({ ...counts, said, ...(code && !counts.failed && { failed: 1 }) });
    });
  });
}

/** What went wrong, out of all that a step has said: names of tests with the first lines of why, or its last words. */
function reasons(said) {
  const lines = said.split(/[\r\n]+/);
  const from = lines.lastIndexOf('✖ failing tests:');
  const isOne = (text, at) => /[❌𐄂]/u.test(text) || (from >= 0 && at > from && text.startsWith('✖ '));
  const told = lines.flatMap((text, at) => (isOne(text, at) ? lines.slice(at, at + 6) : []));
  return (told.length ? told.slice(0, 120) : lines.slice(-20)).join('\n');
}

async function step([words, already]) {
  const name = words.join(' ') + (already ? ` (after ${already.replace(',', ' and ')})` : '');
  const began = Date.now();
  console.log(`… ${name}`);
  const { said, ...counts } = await carryOut(words, already);
  console.log(`\n▶ ${name}\n\n${said}`);
  const why = counts.failed ? reasons(said) : '';
  return { name, ...counts, said, why, seconds: Math.round((Date.now() - began) / 1000) };
}

/** With more files than these something is broken, and no second look is taken. */
const few = 12;

/**
 * What failed while two rows shared the machine, looked at once more with the machine for itself. A file that is good
 * then is unsteady: it is named at the end, so that somebody mends it, and no longer counts as failed.
 */
async function lookAgain(results) {
  const unsteady = [];
  const broken = results.flatMap((result) =>
    [...result.said.matchAll(/^✖ in (\w+): (\S+) \((\d+)\)$/gm)].map(([, suite, file, failed]) => ({
      result,
      suite,
      file,
      failed: Number(failed),
    })),
  );
  if (broken.length > few) return unsteady;
  for (const { result, suite, file, failed } of broken) {
    console.log(`… ${file} again, in ${suite}`);
    const again = await carryOut([process.execPath, 'scripts/test.mjs', suite], undefined, { FILES: file });
    if (again.failed || !again.passed) {
      console.log(again.said);
      continue;
    }
    result.failed -= failed;
    result.passed += failed;
    unsteady.push(`${file}, in ${suite}: ${failed} failed at first`);
  }
  return unsteady;
}

async function row(steps) {
  const results = [];
  for (const each of steps) results.push(await step(each));
  return results;
}

const began = Date.now();
const results = (await Promise.all(rows.map(row))).flat();
const unsteady = await lookAgain(results);

for (const { name, why } of results) if (why) console.log(`\n✖ ${name}\n${why}`);
for (const each of unsteady) console.log(`\nunsteady, good when alone: ${each}`);
console.log('\n');
for (const { name, seconds, ...counts } of results)
  console.log(`${counts.failed ? '✖' : '✔'} ${name.padEnd(46)} ${String(seconds).padStart(4)} s  ${line(counts)}`);
const total = sum(...results);
console.log(`\n${Math.round((Date.now() - began) / 1000)} s in all\n\n${line(total)}`);
process.exitCode = total.failed ? 1 : 0;
