/**
 * `npm run size`: fails when the script a page downloads outgrows scripts/budgets.json, in bytes after brotli.
 * `npm run size -- --why masto-timeline` says what each source file costs such a page.
 */
import { readFileSync } from 'node:fs';
import { elementNames } from './elements.mjs';
import { filesOf, nameOf, readCdn } from './bytes.mjs';
import { line } from './suites.mjs';
import { why } from './why.mjs';

const [flag, tag] = process.argv.slice(2);
if (flag === '--why') {
  why(tag);
  process.exit();
}

const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));
const cdn = readCdn();
const counts = { passed: 0, failed: 0 };

function check(what, bytes, budget, files = '') {
  const good = bytes <= budget;
  counts[good ? 'passed' : 'failed']++;
  const limit = budget === undefined ? 'has no budget' : `of ${budget}`;
  console.log(`${good ? '✔' : '✖'} ${what.padEnd(24)} ${String(bytes).padStart(6)} B ${limit} ${files}`);
}

/** Every name that is measured has a budget, and every budget is measured. */
function checkAll(kind, measured) {
  for (const [name, { bytes, files }] of Object.entries(measured)) check(name, bytes, budgets[kind][name], files);
  for (const name of Object.keys(budgets[kind]).filter((each) => !(each in measured))) {
    counts.failed++;
    console.log(`✖ ${name} has a budget and is not there`);
  }
}

console.log('A page with one tag, all script:');
const tags = elementNames().map((name) => `masto-${name}`);
const weigh = (tag) => {
  const files = filesOf(tag, cdn);
  return {
    bytes: files.reduce((total, path) => total + cdn.get(path).bytes, 0),
    files: `(${files.map(nameOf).join(', ')})`,
  };
};
checkAll('pages', Object.fromEntries(tags.map((tag) => [tag, weigh(tag)])));

console.log('\nEach file (those of one name together):');
const files = {};
for (const { path, bytes } of cdn.values()) files[nameOf(path)] = { bytes: (files[nameOf(path)]?.bytes ?? 0) + bytes };
checkAll('files', files);

console.log('\nWhat an attribute brings along:');
for (const [what, { files: names, bytes }] of Object.entries(budgets.attributes))
  check(
    what,
    names.reduce((total, name) => total + files[name].bytes, 0),
    bytes,
    `(${names.join(', ')})`,
  );

console.log(`\n${line(counts)}`);
process.exitCode = counts.failed ? 1 : 0;
