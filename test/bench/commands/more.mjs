import { setTimeout as sleep } from 'node:timers/promises';
import { metrics, open } from '../lib/browser.mjs';
import { files, isBuilt, notBuilt, oursPage } from '../lib/contenders/ours.mjs';
import { INSTANCE } from '../lib/data/people.mjs';
import { status } from '../lib/data/statuses.mjs';
import { write } from '../lib/results.mjs';
import { figure, median } from '../lib/statistics.mjs';
import { installMore } from '../pages/more.js';

const PAGE = 40; // the most that the API gives at once
const LIMIT = 1.5;
const SHARED = { instance: INSTANCE, limit: String(PAGE), more: 'button', load: 'eager' };
const FEEDS = {
  public: { ...SHARED, feed: 'public' },
  author: { ...SHARED, account: '@bench', 'account-id': '1000' },
};
const BUTTON = process.env.OURS_MORE ?? 'button[value="more"]';

const tag = (attributes) =>
  `<masto-timeline ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}></masto-timeline>`;

/** The address of the last post among the first `posts` of a feed, as its time links to it. */
function lastUrl(feed, posts) {
  const last = status(posts - 1, feed);
  return (last.reblog ?? last).url;
}

const KINDS = { cpu: 'TaskDuration', script: 'ScriptDuration', style: 'RecalcStyleDuration', layout: 'LayoutDuration' };

/** ms of each kind that have been used until now. */
async function used(cdp) {
  const all = await metrics(cdp);
  return Object.fromEntries(Object.entries(KINDS).map(([kind, name]) => [kind, all[name] * 1e3]));
}
const call = (page, method, argument) =>
  page.evaluate(([name, value]) => globalThis.benchMore[name](value), [method, argument]);

async function grow(page, feed, from, to) {
  for (let posts = from; posts < to; posts += PAGE) {
    await call(page, 'goToEnd');
    await call(page, 'press', lastUrl(feed, posts + PAGE));
  }
}

/** What 40 more posts cost when `posts` are there, `presses` times: CPU until all is quiet again, and ms to the paint. */
async function costs({ page, cdp }, feed, posts, presses) {
  const found = [];
  for (let k = 0; k < presses; k++) {
    await call(page, 'goToEnd');
    await sleep(250); // what the scrolling set off is not the cost of the press
    const before = await used(cdp);
    const toPaint = await call(page, 'press', lastUrl(feed, posts + (k + 1) * PAGE));
    await sleep(250); // tidying up far chunks is
    const after = await used(cdp);
    const cost = Object.keys(KINDS).map((kind) => [kind, after[kind] - before[kind]]);
    found.push({ ...Object.fromEntries(cost), toPaint });
  }
  const middle = (kind) => median(found.map((one) => one[kind]));
  return Object.fromEntries([...Object.keys(KINDS), 'toPaint'].map((kind) => [kind, middle(kind)]));
}

/**
 * One round in one document: a first timeline is grown to the end only to make the code hot, for else the young list
 * would pay for the compiler and the old one would look cheap; then a second one, of other posts, is measured.
 */
async function oneRound({ browser }, { marks, presses }) {
  const opened = await open(browser, {
    url: 'https://blog.test/more.html',
    selector: '[part~="actions"]',
    count: 1,
    init: { run: installMore, argument: { button: BUTTON, patience: 15_000 } },
  });
  const { page, cdp, context, done, errors } = opened;
  if (!done) throw new Error(`The timeline never drew a post. ${errors.slice(0, 3).join(' | ')}`);
  try {
    await call(page, 'goToEnd');
    await call(page, 'drawn', lastUrl('public', PAGE));
    await grow(page, 'public', PAGE, marks.at(-1) + presses * PAGE);
    await call(page, 'replace', FEEDS.author);
    await call(page, 'goToEnd');
    await call(page, 'drawn', lastUrl('author', PAGE));
    await cdp.send('HeapProfiler.collectGarbage');
    const found = [];
    let posts = PAGE;
    for (const mark of marks) {
      await grow(page, 'author', posts, mark);
      found.push(await costs(opened, 'author', mark, presses));
      posts = mark + presses * PAGE;
    }
    return found;
  } finally {
    await context.close();
  }
}

function tell(round, posts, { cpu, script, style, layout, toPaint }) {
  const kinds = `script ${figure(script)}, style ${figure(style)}, layout ${figure(layout)}`;
  const where = `round ${round}: 40 more at ${String(posts).padStart(4)} posts`;
  console.log(`${where}: CPU ${figure(cpu)} ms (${kinds}), painted after ${figure(toPaint)} ms`);
}

/** `more`: what 40 more posts cost in a long list against a short one, through the real button; false when too much. */
export async function run({ browser, site }, { n = 3, presses = 5, from = 200, to = 1000, out }) {
  if (!isBuilt()) throw new Error(notBuilt);
  for (const [name, body] of Object.entries(files())) site.put(name, body);
  site.put('/more.html', oursPage(tag(FEEDS.public)));
  const marks = [Number(from), Number(to)];
  const rounds = [];
  for (let k = 0; k < Number(n); k++) {
    rounds.push(await oneRound({ browser }, { marks, presses: Number(presses) }));
    rounds.at(-1).forEach((cost, i) => tell(k + 1, marks[i], cost));
  }
  write('more', { out, browser, marks, presses: Number(presses), rounds });
  const ratioOf = (key) => median(rounds.map(([short, long]) => long[key] / short[key]));
  const ok = ratioOf('cpu') <= LIMIT;
  const gate = `adding 40 posts costs at ${marks[1]} posts ≤ ${LIMIT} × what it costs at ${marks[0]} (CPU)`;
  console.log(
    `${ok ? 'ok    ' : 'FAILED'}  ${gate}: ${ratioOf('cpu').toFixed(2)}; to paint ${ratioOf('toPaint').toFixed(2)}`,
  );
  return ok;
}
