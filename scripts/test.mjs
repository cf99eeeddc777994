/**
 * `node scripts/test.mjs [node] [chromium] [firefox] [webkit] [e2e]`: runs these suites and says the sum. ALREADY names
 * engines that the same run has tested before.
 */
import { engineNames, line, suites, sum } from './suites.mjs';

const wanted = process.argv.slice(2);
const already = process.env.ALREADY?.split(',') ?? [];
const engines = wanted.filter((name) => engineNames.includes(name) && !already.includes(name));
for (const name of already) if (wanted.includes(name)) console.log(`${name} has been tested in this run.`);
const counts = [];
if (wanted.includes('node')) counts.push(await suites.node());
if (engines.length) counts.push(await suites.browsers(...engines));
if (wanted.includes('e2e')) counts.push(await suites.e2e());

const total = sum(...counts);
for (const { engines: each = {} } of counts)
  for (const [name, count] of Object.entries(each)) console.log(`${name}: ${line(count)}`);
for (const { broken = [] } of counts)
  for (const { suite, file, failed } of broken) console.log(`✖ in ${suite}: ${file} (${failed})`);
console.log(`\n${line(total)}`);
process.exitCode = total.failed || !total.passed ? 1 : 0;
