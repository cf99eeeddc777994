import { setTimeout as sleep } from 'node:timers/promises';
import { heap, metrics, open } from './browser.mjs';
import { files, oursPage } from './contenders/ours.mjs';
import { script } from './contenders/page.mjs';
import { indexOf } from './data/statuses.mjs';
import { STREAM } from './server/stream.mjs';
import { openToolPage } from './tool-page.mjs';
import { quantile } from './statistics.mjs';

/** In the name of a design: fed by the instance's stream instead of a worker. */
const SOCKET = '+socket';

/** Time for the last of a burst to be seen: frames count for so long … */
const REST = 500;

/** … and of ours, which draws a flood once a second, so much later it has to be there. */
const TAIL = 1500;

const TAGS =
  '<masto-auth instance="masto.test"><masto-login></masto-login></masto-auth>' +
  '<masto-timeline feed="home" limit="40" live></masto-timeline>';

/** The page of a client with a live home timeline. */
export async function addOurs(site) {
  await site.putBundle('live-watch');
  await site.add({ name: 'live-ours', html: () => oursPage(TAGS + script('/live-watch.js')), files });
}

/** Signs in as a reader would, and comes back to the posts. */
async function openOurs({ browser, server }, away) {
  const opened = await open(browser, { url: 'https://blog.test/live-ours.html', selector: 'masto-login', count: 1 });
  const { page } = opened;
  await page.getByRole('button', { name: 'Sign in with Mastodon' }).first().click();
  await page.getByRole('button', { name: /^Go to/ }).click();
  await page.locator('masto-timeline masto-status').first().waitFor();
  await page.waitForFunction('window.ready');
  await server.stream.listened();
  await page.mouse.move(400, 400);
  if (away) {
    await page.mouse.wheel(0, 3000);
    await page.waitForFunction('scrollY > 1000');
  }
  await sleep(1000); // the gap is fetched, pictures come, nothing is planned any more
  return opened;
}

/**
 * How long after its sending each post was to be seen. A batch is seen when its newest is: `seen` has `[what, when]`,
 * `reach` says up to which post that goes.
 */
function latencies(sent, seen, reach) {
  const found = [];
  for (const [what, at] of seen) for (let n = found.length; n < reach(what); n++) found.push(at - sent[n]);
  return found;
}

/** How many of the burst there are up to this one. */
const upToKey = (key) => -indexOf(/(\d+)\D*$/.exec(key || '')?.[1] ?? '0');

async function burstOurs(bench, away, rate, ms) {
  const opened = await openOurs(bench, away);
  const { page, cdp, errors } = opened;
  const start = await heap(cdp);
  await sleep(300);
  const before = await metrics(cdp);
  await page.evaluate(`startWatch(${away})`);
  const sent = await bench.server.stream.burst(rate, ms);
  await sleep(REST);
  await page.evaluate('endBurst()');
  await sleep(TAIL);
  const { seen, ...found } = await page.evaluate('stopWatch()');
  const after = await metrics(cdp);
  const late = latencies(sent, seen, away ? (count) => count : upToKey);
  const end = await heap(cdp);
  if (away) found.toTop = await press(page, sent.length);
  await opened.context.close();
  return {
    ...found,
    ...spans(late),
    ...grown(start, end),
    sent: sent.length,
    shown: late.length,
    // This instance has no metadata for signing in, as those before 4.3.
    errors: errors.filter((text) => !/status of 404/.test(text)),
    before,
    after,
  };
}

/** Whether pressing the button leads to the newest post, and how soon. */
async function press(page, sent) {
  const start = Date.now();
  await page.locator('masto-timeline [part~=pill]').first().click();
  for (; Date.now() - start < 5000; await sleep(20)) {
    if (upToKey(await page.evaluate('newestAtTop()')) === sent) return { newest: true, ms: Date.now() - start };
  }
  return { newest: false, ms: Date.now() - start };
}

const spans = (late) =>
  late.length
    ? { p50: quantile(late, 0.5), p95: quantile(late, 0.95), latest: late.reduce((a, b) => Math.max(a, b)) }
    : { p50: NaN, p95: NaN, latest: NaN };

const grown = (start, end) => ({ heap: end.heap, heapGrown: end.heap - start.heap, nodes: end.nodes });

async function burstDesign({ browser, server }, name, rate, ms) {
  const design = name.replace(SOCKET, '');
  const isFed = name !== design;
  const query = { design, ...(isFed && { socket: `wss://${STREAM}/?stream=user` }) };
  const { page, cdp, context, errors } = await openToolPage(browser, 'live', query);
  if (isFed) await server.stream.listened();
  const start = await heap(cdp);
  await sleep(300);
  const before = await metrics(cdp);
  const found = isFed ? await feed(page, server, rate, ms) : await page.evaluate(`burst(${rate}, ${ms})`);
  const after = await metrics(cdp);
  const end = await heap(cdp);
  await context.close();
  return { ...found, ...grown(start, end), errors, before, after };
}

async function feed(page, server, rate, ms) {
  await page.evaluate('void startWatch()');
  await server.stream.burst(rate, ms);
  await sleep(REST);
  return page.evaluate('stopWatch()');
}

/** One burst into a fresh page; null when the page did not come to its end in three times the time. */
export async function burst(bench, name, rate, ms) {
  const patience = new AbortController();
  const giveUp = sleep(ms * 3 + 20_000, null, { signal: patience.signal }).catch(() => null);
  const [ours, away] = [/^ours/.test(name), name === 'ours-away'];
  const work = ours ? burstOurs(bench, away, rate, ms) : burstDesign(bench, name, rate, ms);
  const found = await Promise.race([work, giveUp]);
  patience.abort();
  if (!found) return null;
  const { before, after, ...rest } = found;
  return { ...rest, cpu: ((after.TaskDuration - before.TaskDuration) * 1e5) / ms };
}
