import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { chromeArgs, findBrowser, missingBrowsers } from '../../../scripts/browsers.mjs';
import { installDrawn } from '../pages/drawn.js';
import { probe } from '../pages/probe.js';

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
  '--ignore-certificate-errors',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];

/** The five names lead to our servers and no other name leads anywhere. */
function rules({ pagePort, instancePort, streamPort }) {
  const to = (port, ...hosts) => hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`);
  const own = [
    ...to(pagePort, 'blog.test'),
    ...to(instancePort, 'masto.test', 'api.bsky.app'),
    ...to(streamPort, 'stream.masto.test'),
  ];
  return `--host-resolver-rules=${[...own, 'MAP * ~NOTFOUND'].join(', ')}`;
}

/** Throws a sentence where no Chromium is installed. */
export async function launch(server) {
  const sentence = missingBrowsers(['chromium']);
  if (sentence) throw new Error(sentence);
  const args = [...FLAGS, ...chromeArgs(), rules(server)];
  return chromium.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    ignoreDefaultArgs: ['--headless'],
    args,
  });
}

/**
 * Opens `url` in a fresh context and waits until `count` matches of `selector` are painted. `done` is false when that
 * did not happen in `timeout` ms. `cpu` is the factor of slowing; `inventory` goes to pages/drawn.js.
 */
export async function open(browser, { url, selector, count, cpu = 1, init, inventory, timeout = 40_000 }) {
  const context = await browser.newContext({
    viewport: { width: 800, height: 900 },
    ignoreHTTPSErrors: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 300)));
  page.on('console', (message) => {
    if (message.type() === 'error' || process.env.DEBUG) errors.push(message.text().slice(0, 300));
  });
  if (init) await page.addInitScript(init.run, init.argument);
  if (inventory) await page.addInitScript(installDrawn);
  await page.addInitScript(probe, { selector, count, inventory });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }); // CPU time of the main thread, not wall time
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.goto(url, { waitUntil: 'commit' });
  const wait = page.waitForFunction('globalThis.benchProbe?.state.paint > 0', null, { timeout, polling: 50 });
  const done = await wait.then(
    () => true,
    () => false,
  );
  return { context, page, cdp, errors, done };
}

/** CDP's Performance.getMetrics by name; durations in seconds. */
export async function metrics(cdp) {
  const { metrics: list } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** The JS heap in MB after two forced collections (the DOM is outside it), and the count of nodes. */
export async function heap(cdp) {
  await cdp.send('HeapProfiler.enable');
  for (let k = 0; k < 2; k++) await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.disable');
  const { JSHeapUsedSize, Nodes } = await metrics(cdp);
  return { heap: JSHeapUsedSize / 1e6, nodes: Nodes };
}

function privateMemory(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return [...text.matchAll(/Private_(?:Clean|Dirty):\s+(\d+)/g)].reduce((sum, [, kB]) => sum + Number(kB), 0) / 1024;
  } catch {
    return 0; // not Linux
  }
}

/** Private memory in MB of the largest renderer: here the DOM counts. */
export async function rendererMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMemory(id)));
}
