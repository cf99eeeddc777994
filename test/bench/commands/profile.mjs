import { contenders } from '../lib/contenders/index.mjs';
import { selfTimes } from '../lib/profile.mjs';
import { look, measureRounds } from '../lib/rounds.mjs';
import { figure, median } from '../lib/statistics.mjs';
import { phases } from '../lib/trace.mjs';

const PHASES = ['cpu', 'script', 'style', 'layout', 'cpuSettled'];

const line = (ms, ...cells) => `${ms.toFixed(2).padStart(7)}  ${cells.join('  ').trimEnd()}`;

function byFile(times) {
  const files = new Map();
  for (const { file, place, name, ms } of times) {
    const key = file ?? (place ? place.replace(/:.*/, '') : name);
    files.set(key, (files.get(key) ?? 0) + ms);
  }
  return [...files].sort(([, a], [, b]) => b - a);
}

/** Unprofiled loads of the contender beside floor 1: how much each phase costs. */
async function tellPhases(bench, list, { n, cpu }) {
  await look(bench, list);
  const records = await measureRounds(bench, list, { n, cpu });
  console.log(`\nCPU in ms, median of ${n}, without the profiler (script leaves out what follows an await)`);
  console.log(`  ${'contender'.padEnd(16)}${PHASES.map((phase) => phase.padStart(11)).join('')}`);
  for (const [name, loads] of Object.entries(records)) {
    const cells = PHASES.map((phase) => figure(median(loads.map((load) => load[phase]))).padStart(11));
    console.log(`  ${name.padEnd(16)}${cells.join('')}`);
  }
}

/** The main thread by kinds of work, dearest first: it says what the profiler calls "(program)". */
async function tellKinds({ browser }, list, { n }, name) {
  const found = await phases(browser, list, n);
  const names = Object.keys(found);
  console.log(`\nCPU in ms by kind of work, up to the paint, median of ${n}, traced`);
  console.log(`  ${'kind'.padEnd(40)}${names.map((one) => one.padStart(14)).join('')}`);
  const kinds = Object.entries(found[name]).sort(([, a], [, b]) => b - a);
  for (const [kind] of kinds.slice(0, 24)) {
    console.log(`  ${kind.padEnd(40)}${names.map((one) => figure(found[one][kind] ?? 0).padStart(14)).join('')}`);
  }
}

/** `profile <contender>`: its dearest functions by self time, in the original source where there is a source map. */
export async function run(bench, { n = 5, cpu = 1, top = 40 }, [name = 'ours']) {
  const speed = { n: Number(n), cpu: Number(cpu) };
  const list = await contenders(bench.site, ['blank', 'floor1', name]);
  const contender = list.find((one) => one.name === name);
  await tellPhases(bench, list, speed);
  await tellKinds(bench, list, speed, name);
  const times = await selfTimes(bench, contender, speed);
  const whole = times.reduce((sum, { ms }) => sum + ms, 0);
  console.log(`\n${name}: ${whole.toFixed(1)} ms a load under the profiler (mean of ${n}); self time in ms`);
  for (const { ms, name: called, place, text } of times.slice(0, Number(top))) {
    console.log(line(ms, called.padEnd(24), place.padEnd(44), text));
  }
  console.log('\nby file');
  for (const [file, ms] of byFile(times).slice(0, Number(top))) console.log(line(ms, file));
}
