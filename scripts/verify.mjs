/** `npm run verify`: all that must hold before something lands, in one sum. The last line is `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { line, sum } from './suites.mjs';

/** The README's command first; each step says its own sum, or counts as one. */
const steps = [
  ['npm', 'test'],
  ['npm', 'run', 'lint'],
  ['npm', 'run', 'build'],
  ['npm', 'run', 'manifest', '--', '--check'],
  ['npx', 'publint', '--strict'],
  ['npm', 'run', 'test:all'],
  ['npm', 'run', 'e2e'],
  ['npm', 'run', 'size'],
];

/** `npm test` has run every test in Chromium: `test:all` runs them in the other two. */
const ALREADY = 'chromium';

/** Runs a step with its output shown, and reads the last sum in it. */
function step([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, npm_config_loglevel: 'silent', ...(args.includes('test:all') && { ALREADY }) },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      output = (output + data).slice(-10_000);
    });
    child.once('error', () => resolve({ passed: 0, failed: 1 }));
    child.once('close', (code) => {
      const said = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].pop();
      const counts = said ? { passed: Number(said[1]), failed: Number(said[2]) } : { passed: code ? 0 : 1, failed: 0 };
      resolve(code && !counts.failed ? { ...counts, failed: 1 } : counts);
    });
  });
}

const results = [];
for (const words of steps) {
  const name = words.join(' ');
  console.log(`\n▶ ${name}\n`);
  const began = Date.now();
  results.push({ name, ...(await step(words)), seconds: Math.round((Date.now() - began) / 1000) });
}

console.log('\n');
for (const { name, seconds, ...counts } of results)
  console.log(`${counts.failed ? '✖' : '✔'} ${name.padEnd(32)} ${String(seconds).padStart(4)} s  ${line(counts)}`);
const total = sum(...results);
console.log(`\n${line(total)}`);
process.exitCode = total.failed ? 1 : 0;
