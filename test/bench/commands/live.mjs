import { setTimeout as sleep } from 'node:timers/promises';
import { metrics } from '../lib/browser.mjs';
import { write } from '../lib/results.mjs';
import { figure, median } from '../lib/statistics.mjs';
import { addToolPage, openToolPage } from '../lib/tool-page.mjs';

const DESIGNS = 'each,raf,raf-cv,raf-trim,raf-newest,budget,250ms,virtualizer,badge';

/** One burst; null when the page did not come to its end in three times the time. */
async function burst(browser, design, rate, ms) {
  const { page, cdp, context } = await openToolPage(browser, 'live', { design });
  await sleep(300);
  const before = await metrics(cdp);
  const patience = new AbortController();
  const giveUp = sleep(ms * 3 + 2000, null, { signal: patience.signal }).catch(() => null);
  const found = await Promise.race([page.evaluate(`burst(${rate}, ${ms})`), giveUp]);
  patience.abort();
  const after = found && (await metrics(cdp));
  await context.close();
  return found && { ...found, cpu: ((after.TaskDuration - before.TaskDuration) * 1e5) / ms };
}

function tell(rate, bursts) {
  console.log(`\n${rate} posts a second`);
  for (const [design, all] of Object.entries(bursts)) {
    const loads = all.filter(Boolean);
    if (!loads.length) {
      console.log(`  ${design.padEnd(12)} did not finish`);
      continue;
    }
    const middle = (key) => median(loads.map((load) => load[key]));
    console.log(
      `  ${design.padEnd(12)} ${figure(middle('dropped'))} % of frames dropped | ` +
        `from arrival to paint ${figure(middle('p50'))} ms, p95 ${figure(middle('p95'))} | ` +
        `main-thread CPU ${middle('cpu').toFixed(0)} % | ${middle('posts')} posts in the document`,
    );
  }
}

/** `live`: 50, 200 and 1,000 new posts a second for ten seconds, nine ways to draw them. */
export async function run({ browser, site }, options) {
  const { n = 1, only = DESIGNS, rates = '50,200,1000', ms = 10_000, out } = options;
  await addToolPage(site, 'live');
  const rounds = {};
  for (const rate of String(rates).split(',').map(Number)) {
    const bursts = (rounds[rate] = {});
    for (let k = 0; k < Number(n); k++) {
      for (const design of only.split(',')) {
        (bursts[design] ??= []).push(await burst(browser, design, rate, Number(ms)));
      }
    }
    tell(rate, bursts);
  }
  write('live', { out, browser, ms: Number(ms), rounds });
}
