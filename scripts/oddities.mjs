/** `npm run oddities`: draws posts with each field broken in each way, in all browsers that are there. BROWSERS names others. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNames, line, runNode, sum, tool } from './suites.mjs';
import { installBrowsers, missingBrowsers } from './browsers.mjs';

const engines = process.env.BROWSERS?.split(',') ?? engineNames;
installBrowsers(engines);
const results = [];
for (const engine of engines) {
  const missing = missingBrowsers([engine]);
  if (missing) {
    console.error(missing);
    results.push({ passed: 0, failed: process.env.CI ? 1 : 0 });
    continue;
  }
  console.log(`\n${engine}`);
  const file = join(tmpdir(), `oddities-${process.pid}-${engine}.json`);
  const env = { BROWSERS: engine, COUNTS: file };
  const code = await runNode([tool('@web/test-runner/dist/bin.js'), '--config', 'scripts/oddities.config.mjs'], env);
  let counts = { passed: 0, failed: code ? 1 : 0 };
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
  } catch {
    // It has not come to the end: that is the one failure.
  }
  results.push(counts);
}
const total = sum(...results);
console.log(`\n${line(total)}`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
