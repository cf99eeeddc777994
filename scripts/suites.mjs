/** The test suites: each prints as it runs and gives back what it counted. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNames, installBrowsers, missingBrowsers } from './browsers.mjs';

/** Runs a command with this terminal's output; gives its exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

export const runNode = (args, env) => run(process.execPath, args, env);

/** Runs Node and keeps what it says, so that it does not get between the lines of another; gives its exit code as well. */
export function saidByNode(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** A tool of node_modules, by the path of its script: `.bin` has no plain script on Windows. */
export const tool = (path) => join('node_modules', path);

/** Runs Node with a file for the counts. A run that leaves none, or fails without a failed test, is one failure. */
async function counted(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  const file = join(folder, 'counts.json');
  try {
    const code = await runNode(args, { ...env, COUNTS: file });
    const counts = readCounts(file);
    return code === 0 || counts.failed ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** All files below `test/` with this ending; FILES narrows them down to the paths it names. */
function testFiles(ending) {
  const all = readdirSync('test', { recursive: true })
    .map((path) => join('test', path))
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules'))
    .sort();
  const named = process.env.FILES?.split(',');
  return named ? all.filter((path) => named.includes(path)) : all;
}

function nodeTests(ending, ...options) {
  const files = testFiles(ending);
  if (!files.length) return { passed: 0, failed: 0 };
  const reporters = ['spec', './scripts/counts.mjs'].flatMap((name) => [
    `--test-reporter=${name}`,
    '--test-reporter-destination=stdout',
  ]);
  return counted(['--import', './scripts/ts-hook.mjs', '--test', ...reporters, ...options, ...files]);
}

async function browserTests(...engines) {
  if (process.env.FILES && !/\.test\.ts/.test(process.env.FILES)) return { passed: 0, failed: 0 };
  const { present, failed } = await available(engines);
  if (!present.length) return { passed: 0, failed };
  const counts = await counted([tool('@web/test-runner/dist/bin.js')], { BROWSERS: present.join(',') });
  return { ...counts, failed: counts.failed + failed };
}

/** Which of these engines can be had. One that cannot is said; it is a failure in CI, and when nothing else would run. */
async function available(engines) {
  installBrowsers(engines);
  const sentence = missingBrowsers(engines);
  const present = engines.filter((name) => !missingBrowsers([name]));
  if (sentence) console.error(sentence);
  const failed = process.env.CI || !present.length ? engines.length - present.length : 0;
  return { present, failed };
}

/** Name → suite. */
export const suites = {
  node: () => nodeTests('.node.ts'),
  browsers: browserTests,
  e2e: async () => {
    const { present, failed } = await available(['chromium']);
    // One file at a time: each has a browser of its own.
    return present.length ? nodeTests('.e2e.ts', '--test-concurrency=1') : { passed: 0, failed };
  },
};

export { engineNames };

export const sum = (...all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

export const line = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
