import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../results');

/** Writes what a run measured to results/<command>-<time>.json, or to `out`; gives the data with its circumstances. */
export function write(command, { out, browser, ...data }) {
  const at = new Date().toISOString();
  const file = path.resolve(out ?? path.join(FOLDER, `${command}-${at.slice(0, 19).replaceAll(/[-:]/g, '')}.json`));
  const machine = { node: process.version, load: os.loadavg().map((x) => x.toFixed(2)), cores: os.cpus().length };
  const whole = { command, chromium: browser.version(), at, ...machine, ...data };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(whole, null, 1));
  console.log(`\nwrote ${path.relative(process.cwd(), file)}`);
  return whole;
}
