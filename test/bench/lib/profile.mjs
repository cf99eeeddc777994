import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folder } from './contenders/ours.mjs';

/** One load under the sampling profiler, 0.1 ms a sample: the profile of CDP. */
async function record(browser, { url }, cpu) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto('https://blog.test/blank.html'); // the same site: its process is the one that is profiled
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await cdp.send('Profiler.start');
  await page.goto(url);
  await sleep(700 * Math.sqrt(cpu));
  const { profile } = await cdp.send('Profiler.stop');
  await context.close();
  return profile;
}

/** The source map of a script: of our own bundles from the site, of the CDN build from beside its file. */
function sourceMaps(site) {
  const known = new Map();
  const load = (pathname) => {
    const beside = path.join(folder, `${pathname.replace('/cdn/', '')}.map`);
    const map = site.maps.get(pathname) ?? (fs.existsSync(beside) && JSON.parse(fs.readFileSync(beside, 'utf8')));
    return map ? { map: new SourceMap(map), payload: map } : null;
  };
  return (url) => {
    const { pathname } = new URL(url);
    if (!known.has(pathname)) known.set(pathname, load(pathname));
    return known.get(pathname);
  };
}

const PARTS_OF_PATH = 3;

/** Where a function is written: `{ name, place, text }`, in the original source where there is a map for it. */
function locate(frame, mapOf) {
  const { functionName: name, url, lineNumber, columnNumber } = frame;
  if (!url.startsWith('https:')) return { name: name || '(anonymous)', place: url, text: '' };
  const found = mapOf(url);
  const entry = found?.map.findEntry(lineNumber, columnNumber);
  if (!entry?.originalSource) {
    return { name: name || '(anonymous)', place: `${path.basename(url)}:${lineNumber + 1}:${columnNumber}`, text: '' };
  }
  const source = found.payload.sources.indexOf(entry.originalSource);
  const line = found.payload.sourcesContent?.[source]?.split('\n')[entry.originalLine] ?? '';
  const file = entry.originalSource.split('/').slice(-PARTS_OF_PATH).join('/');
  return { name, place: `${file}:${entry.originalLine + 1}`, file, text: line.trim().slice(0, 70) };
}

function addSelfTimes(profile, mapOf, times) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  profile.samples.forEach((id, i) => {
    const frame = nodes.get(id);
    const key = `${frame.functionName} ${frame.url}:${frame.lineNumber}:${frame.columnNumber}`;
    if (!times.has(key)) times.set(key, { ...locate(frame, mapOf), ms: 0 });
    times.get(key).ms += profile.timeDeltas[i] / 1000;
  });
}

/**
 * Self time by function over `n` loads: a list of `{ name, place, file, text, ms }`, ms a load, the dearest first,
 * without the time that nobody used.
 */
export async function selfTimes({ browser, site }, contender, { n, cpu }) {
  const mapOf = sourceMaps(site);
  const times = new Map();
  await record(browser, contender, cpu); // fills the server's compressed copies
  for (let k = 0; k < n; k++) addSelfTimes(await record(browser, contender, cpu), mapOf, times);
  return [...times.values()]
    .filter(({ name }) => name !== '(idle)')
    .map((entry) => ({ ...entry, ms: entry.ms / n }))
    .sort((a, b) => b.ms - a.ms);
}
