/** Reporters that print as usual and write what they counted, as JSON, to the file that COUNTS names. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';

/** A skipped test counts as failed: it says that something is tested, and nothing is. */
function write(counts) {
  if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
}

const plain = (file) => relative('.', file.startsWith('file:') ? fileURLToPath(file) : file);

/** For @web/test-runner. */
export function countingReporter() {
  const usual = defaultReporter();
  return {
    ...usual,
    reportTestFileResults(args) {
      // Shared data is asked for wherever it may be, and absent on most machines.
      for (const session of args.sessionsForTestFile)
        session.request404s = session.request404s.filter((path) => !path.startsWith('__shared/'));
      return usual.reportTestFileResults(args);
    },
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, engines: {}, broken: [] };
      for (const { browser, testFile, testResults, passed } of sessions) {
        const tests = testResults ? [...testsOf(testResults)] : [];
        const good = tests.filter((test) => test.passed && !test.skipped).length;
        // A file that broke, or has no test, is a failure of its own.
        const bad = tests.length - good || (passed && tests.length ? 0 : 1);
        counts.passed += good;
        counts.failed += bad;
        const engine = (counts.engines[browser.name] ??= { passed: 0, failed: 0 });
        engine.passed += good;
        engine.failed += bad;
        if (bad) counts.broken.push({ suite: engineOf(browser.name), file: plain(testFile), failed: bad });
      }
      write(counts);
    },
  };
}

/** The launchers' names are for people. */
const engineOf = (name) => name.toLowerCase().replace(/^chrome$/, 'chromium');

function* testsOf(suite) {
  yield* suite.tests;
  for (const inner of suite.suites) yield* testsOf(inner);
}

/** For `node --test`. A file without a test is reported as if it were one, and is a failure as well. */
export default async function* count(events) {
  const counts = { passed: 0, failed: 0 };
  const broken = new Map();
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    const good = data?.skip === undefined && data?.todo === undefined && data?.name !== data?.file;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const holds = type === 'test:pass' && good;
    counts[holds ? 'passed' : 'failed']++;
    if (!holds) broken.set(data.file, (broken.get(data.file) ?? 0) + 1);
  }
  const suite = (file) => (file.endsWith('.e2e.ts') ? 'e2e' : 'node');
  write({
    ...counts,
    broken: [...broken].map(([file, failed]) => ({ suite: suite(String(file)), file: plain(String(file)), failed })),
  });
  yield '';
}
