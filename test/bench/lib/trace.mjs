import { open } from './browser.mjs';
import { median } from './statistics.mjs';

const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile', 'toplevel'];

/** The events of the thread that loaded the blog: other renderers run beside it. */
function mainThread(events) {
  const { pid, tid } = events.find(({ name, args }) => name === 'CommitLoad' && args.data?.url?.includes('blog.test'));
  return events.filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid);
}

/** CPU time of each kind of work itself, without the work inside it; ms. */
function selfTimes(events) {
  const sorted = events.filter(({ tdur }) => tdur !== undefined).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const times = {};
  const around = [];
  for (const { name, ts, dur, tdur } of sorted) {
    while (around.length && around.at(-1).end <= ts) around.pop();
    times[name] = (times[name] ?? 0) + tdur / 1000;
    if (around.length) times[around.at(-1).name] -= tdur / 1000;
    around.push({ name, end: ts + dur });
  }
  return times;
}

/** What the main thread does from the start until just after the paint, in the browser's own words: { kind: ms }. */
async function traceOnce(browser, contender) {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  const { context } = await open(browser, contender);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await context.close();
  return selfTimes(mainThread(traceEvents));
}

/** Median over `n` loads of each contender, interleaved: { contender: { kind: ms } }. */
export async function phases(browser, list, n) {
  const all = {};
  for (let k = 0; k < n; k++) {
    for (const contender of list) (all[contender.name] ??= []).push(await traceOnce(browser, contender));
  }
  const middle = (loads) => {
    const kinds = new Set(loads.flatMap(Object.keys));
    return Object.fromEntries([...kinds].map((kind) => [kind, median(loads.map((load) => load[kind] ?? 0))]));
  };
  return Object.fromEntries(Object.entries(all).map(([name, loads]) => [name, middle(loads)]));
}
