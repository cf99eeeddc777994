import { heap, open, rendererMemory } from '../lib/browser.mjs';
import { idotj } from '../lib/contenders/peers.mjs';
import { write } from '../lib/results.mjs';
import { figure, median } from '../lib/statistics.mjs';
import { addToolPage, openToolPage } from '../lib/tool-page.mjs';

const DESIGNS = 'naive,cv,cv-chunk,window,virtualizer,lit,lit-chunk';
const numbers = (list) => String(list).split(',').map(Number);

/** Grows the list to `mark`; null when the time is up before that. */
async function growTo(page, mark, deadline) {
  const pages = [];
  for (let total = await page.evaluate('bench.total()'); total < mark;) {
    if (Date.now() > deadline) return null;
    pages.push(await page.evaluate('bench.more()'));
    ({ total } = pages.at(-1));
  }
  return pages.slice(-8);
}

async function readings(browser, { page, cdp }) {
  const scroll = await page.evaluate('bench.scroll()');
  const jump = median(await page.evaluate('bench.jump()'));
  const resize = await page.evaluate('bench.resize()');
  await page.evaluate('bench.toEnd()');
  return { scroll, jump, resize, ...(await heap(cdp)), memory: await rendererMemory(browser) };
}

/** One design from nothing to the last mark: a list of readings, one a mark, up to where its time was up. */
async function oneDesign(browser, design, marks, seconds) {
  const opened = await openToolPage(browser, 'scale', { design });
  const deadline = Date.now() + seconds * 1000;
  const found = [];
  for (const mark of marks) {
    const pages = await growTo(opened.page, mark, deadline);
    if (!pages) {
      console.log(`  ${design} stopped before ${mark} posts: its time was up`);
      break;
    }
    const middle = (key) => median(pages.map((one) => one[key]));
    found.push({
      mark,
      script: middle('script'),
      paint: middle('paint'),
      ...(await readings(browser, opened)),
    });
  }
  await opened.context.close();
  return found;
}

function tellDesign(design, loads, naive) {
  const middle = (take) => median(loads.map(take));
  const beside = naive.length ? `, ×${(middle((x) => x.paint) / median(naive.map((x) => x.paint))).toFixed(2)}` : '';
  const cells = [
    `page ${figure(middle((x) => x.paint))} ms (script ${figure(middle((x) => x.script))}${beside})`,
    `${middle((x) => x.scroll.fps).toFixed(0)} fps, ${(100 * middle((x) => x.scroll.blank)).toFixed(0)} % blank`,
    `jump ${figure(middle((x) => x.jump))} ms`,
    `narrower ${figure(middle((x) => x.resize))} ms`,
    `process ${middle((x) => x.memory).toFixed(0)} MB, ${middle((x) => x.nodes)} nodes`,
  ];
  console.log(`  ${design.padEnd(12)} ${cells.join(' | ')}`);
}

function tell(rounds, marks) {
  for (const mark of marks) {
    console.log(`\n${mark} posts: what one page more costs, and the list as it stands; × naive`);
    const at = (design) => (rounds[design] ?? []).flat().filter((reading) => reading.mark === mark);
    for (const design of Object.keys(rounds)) if (at(design).length) tellDesign(design, at(design), at('naive'));
  }
}

/** The one peer that can be asked for more than a page: one cold load of so many posts. */
async function coldLoads(bench, sizes) {
  const found = {};
  for (const posts of sizes) {
    const contender = await bench.site.add(idotj(posts));
    const { page, context, done } = await open(bench.browser, { ...contender, timeout: 90_000 });
    const { paint, long } = await page.evaluate('benchProbe.report()');
    found[posts] = { done, paint, long, memory: await rendererMemory(bench.browser) };
    await context.close();
    console.log(
      `idotj, cold load of ${posts}: ${done ? `${figure(paint)} ms` : 'not done'}, long tasks ${figure(long)} ms`,
    );
  }
  return found;
}

/** `scale`: seven ways to grow a list by pages of 40, up to 10,000 posts. Ours has `more` for this. */
export async function run(bench, options) {
  const { n = 1, only = DESIGNS, marks = '40,200,1000,5000,10000', peers = '20,40,200,1000', max = 100, out } = options;
  await addToolPage(bench.site, 'scale');
  const rounds = {};
  for (let k = 0; k < Number(n); k++) {
    for (const design of only.split(',')) {
      (rounds[design] ??= []).push(await oneDesign(bench.browser, design, numbers(marks), Number(max)));
    }
  }
  tell(rounds, numbers(marks));
  const cold = peers === '0' ? {} : await coldLoads(bench, numbers(peers));
  write('scale', { out, browser: bench.browser, rounds, cold });
}
