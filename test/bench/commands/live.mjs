import { isBuilt, notBuilt } from '../lib/contenders/ours.mjs';
import { addOurs, burst } from '../lib/live-burst.mjs';
import { judge } from '../lib/live-gates.mjs';
import { write } from '../lib/results.mjs';
import { figure, median } from '../lib/statistics.mjs';
import { addToolPage } from '../lib/tool-page.mjs';

const DESIGNS = 'each,raf,raf-cv,raf-trim,raf-newest,budget,250ms,virtualizer,badge,ours,ours-away';

/** What the gates compare. */
const GATED = '250ms,badge,ours,ours-away';

function tell(rate, bursts) {
  console.log(`\n${rate} posts a second`);
  for (const [design, all] of Object.entries(bursts)) {
    const loads = all.filter(Boolean);
    if (!loads.length) {
      console.log(`  ${design.padEnd(12)} did not finish`);
      continue;
    }
    const middle = (key) => median(loads.map((load) => load[key] ?? NaN));
    console.log(
      `  ${design.padEnd(12)} ${figure(middle('dropped'))} % of frames dropped | ` +
        `from arrival to paint ${figure(middle('p50'))} ms, p95 ${figure(middle('p95'))} | ` +
        `main-thread CPU ${middle('cpu').toFixed(0)} % | ${middle('posts')} posts in the document, ` +
        `${middle('nodes')} nodes, heap ${figure(middle('heap'))} MB (${figure(middle('heapGrown'))} more)`,
    );
    for (const error of new Set(loads.flatMap(({ errors = [] }) => errors))) console.log(`    ! ${error}`);
  }
}

/** `live`: 50, 200 and 1,000 new posts a second for ten seconds, nine ways to draw them, and ours; false when a gate fails. */
export async function run({ browser, server, site }, options) {
  const isGate = 'gate' in options;
  const { n = isGate ? 3 : 1, only = isGate ? GATED : DESIGNS, rates = '50,200,1000', ms = 10_000, out } = options;
  const names = only.split(',');
  await addToolPage(site, 'live');
  if (names.some((name) => name.startsWith('ours'))) {
    if (!isBuilt()) throw new Error(notBuilt);
    await addOurs(site);
  }
  const rounds = {};
  for (const rate of String(rates).split(',').map(Number)) {
    const bursts = (rounds[rate] = {});
    for (let k = 0; k < Number(n); k++) {
      for (const name of names) (bursts[name] ??= []).push(await burst({ browser, server }, name, rate, Number(ms)));
    }
    tell(rate, bursts);
  }
  const gates = isGate ? judge(rounds) : [];
  write('live', { out, browser, ms: Number(ms), rounds, gates });
  for (const { gate, figure, ok } of gates) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${gate}: ${figure}`);
  return gates.every(({ ok }) => ok);
}
