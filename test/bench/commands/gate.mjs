import { contenders } from '../lib/contenders/index.mjs';
import { write } from '../lib/results.mjs';
import { look, measureRounds } from '../lib/rounds.mjs';
import { median, paired, ratio } from '../lib/statistics.mjs';
import { report } from '../lib/table.mjs';

const WITH = ['blank', 'floor1', 'floor1-lookup', 'floor1-best', 'emfed', 'emfed-lookup', 'ours', 'ours-lookup'];
const OURS = ['ours', 'ours-lookup'];
const MOST_JS = 18_000; // bytes of brotli

/** Like with like: who is told the account's id beside who is told it, who must look a name up beside who must. */
const cpuGates = [
  { of: 'ours', by: 'emfed', limit: 1, isBelow: true },
  { of: 'ours-lookup', by: 'emfed-lookup', limit: 1, isBelow: true },
  { of: 'ours', by: 'floor1', limit: 1.25 },
  { of: 'ours-lookup', by: 'floor1-lookup', limit: 1.25 },
];

function cpuGate({ of, by, limit, isBelow = false }, records) {
  const ratios = paired(records[of] ?? [], records[by] ?? [], 'cpu');
  const middle = ratios.length ? median(ratios) : NaN;
  const gate = `${of}: main-thread CPU ${isBelow ? '<' : '≤'} ${limit} of ${by}`;
  return { gate, figure: ratio(ratios), ok: isBelow ? middle < limit : middle <= limit };
}

function shiftGate(name, records) {
  const most = Math.max(...(records[name] ?? []).map(({ cls }) => cls));
  return { gate: `${name}: layout shift 0`, figure: most.toFixed(4), ok: most === 0 };
}

function requestGate(name, floor, records) {
  const requests = Math.max(...(records[name] ?? []).map((record) => record.requests));
  const ownFiles = Math.max(...(records[name] ?? []).map((record) => record.ownFiles));
  const allowed = Math.min(...(records[floor] ?? []).map((record) => record.requests)) + ownFiles;
  const gate = `${name}: requests ≤ ${floor}'s and our own ${ownFiles} files`;
  return { gate, figure: `${requests} of ${allowed}`, ok: requests <= allowed };
}

function bytesGate(name, drawn, records) {
  const loads = [...(records[name] ?? []), drawn[name]].filter(Boolean);
  const most = loads.length ? Math.max(...loads.map(({ jsBr }) => jsBr)) : NaN;
  return { gate: `${name}: JavaScript ≤ 18 kB brotli in all`, figure: `${most} bytes`, ok: most <= MOST_JS };
}

function drawnGates(name, drawn) {
  const { missing, late, added } = drawn[name] ?? { missing: 'everything', late: 'everything', added: NaN };
  return [
    { gate: `${name}: nothing that floor 1 draws is left out`, figure: missing || 'all there', ok: !missing },
    {
      gate: `${name}: nothing is drawn after the measured paint`,
      figure: late || `${added} elements later`,
      ok: !late && added === 0,
    },
  ];
}

function roundsGate(name, records, n) {
  const { length } = records[name] ?? [];
  return { gate: `${name}: every load draws its posts`, figure: `${length ?? 0} of ${n}`, ok: length === n };
}

function judge(records, drawn, n) {
  return [
    ...WITH.map((name) => roundsGate(name, records, n)).filter(({ ok }) => !ok),
    ...cpuGates.map((gate) => cpuGate(gate, records)),
    ...OURS.map((name) => shiftGate(name, records)),
    requestGate('ours', 'floor1', records),
    requestGate('ours-lookup', 'floor1-lookup', records),
    ...OURS.map((name) => bytesGate(name, drawn, records)),
    ...OURS.flatMap((name) => drawnGates(name, drawn)),
  ];
}

/** The gates that the library promises to stand in; false when one fails. */
export async function run({ browser, server, site }, { n = 9, out }) {
  const bench = { browser, server };
  const list = await contenders(site, WITH);
  const drawn = await look(bench, list);
  if (drawn.floor1?.missing !== '') throw new Error(`The inventory is wrong: floor 1 lacks ${drawn.floor1?.missing}.`);
  const rounds = { 1: await measureRounds(bench, list, { n: Number(n), cpu: 1 }) };
  const gates = judge(rounds[1], drawn, Number(n));
  const data = write('gate', { out, browser, latency: server.state.latency, drawn, rounds, gates });
  console.log(report(data));
  console.log(`\nJavaScript of ours, bytes of brotli:`);
  for (const { url, br } of drawn.ours?.files ?? []) console.log(`  ${String(br).padStart(6)}  ${url}`);
  for (const name of OURS) for (const error of drawn[name]?.errors ?? []) console.log(`  ! ${name}: ${error}`);
  console.log(`\nGates: CPU 1×, paired, median of ${n} (q1–q3)`);
  for (const { gate, figure, ok } of gates) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${gate}: ${figure}`);
  return gates.every(({ ok }) => ok);
}
