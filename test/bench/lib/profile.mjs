import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folder } from './contenders/ours.mjs';

const BENCH = path.resolve(import.meta.dirname, '..');
const ROOT = path.resolve(BENCH, '../..');

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

const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** A map with the folder that its sources are relative to; null where a file has none. */
function beside(file) {
  if (!fs.existsSync(`${file}.map`)) return null;
  const payload = read(`${file}.map`);
  return { map: new SourceMap(payload), payload, from: path.dirname(file) };
}

/** The source map of what is served under a URL: of our own bundles from the site, of the CDN build from its folder. */
function sourceMaps(site) {
  const known = new Map();
  const load = (pathname) => {
    const payload = site.maps.get(pathname);
    if (payload) return { map: new SourceMap(payload), payload, from: BENCH };
    return beside(path.join(folder, pathname.replace('/cdn/', '')));
  };
  return (url) => {
    const { pathname } = new URL(url);
    if (!known.has(pathname)) known.set(pathname, load(pathname));
    return known.get(pathname);
  };
}

/** Follows a position through a map, and on through the map of what it finds: packages come minified, with maps. */
function trace(found, line, column) {
  const entry = found?.map.findEntry(line, column);
  if (!entry?.originalSource) return null;
  const { originalSource, originalLine, originalColumn } = entry;
  const file = path.resolve(found.from, found.payload.sourceRoot ?? '', originalSource);
  const deeper = trace(beside(file), originalLine, originalColumn);
  if (deeper) return deeper;
  const index = found.payload.sources.indexOf(originalSource);
  const text = found.payload.sourcesContent?.[index]?.split('\n')[originalLine] ?? '';
  return { file, line: originalLine + 1, text: text.trim().slice(0, 70) };
}

/** Where a function is written: `{ name, place, file, text }`, in the original source where there is a map for it. */
function locate({ functionName, url, lineNumber, columnNumber }, mapOf) {
  const name = functionName || '(anonymous)';
  if (!url.startsWith('https:')) return { name, place: url, text: '' };
  const found = trace(mapOf(url), lineNumber, columnNumber);
  if (!found) return { name, place: `${path.basename(url)}:${lineNumber + 1}:${columnNumber}`, text: '' };
  const file = path.relative(ROOT, found.file).replace(/^.*node_modules\//, '');
  return { name, place: `${file}:${found.line}`, file, text: found.text };
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
