import { figure, median, paired, ratio, spread } from './statistics.mjs';

const kB = (bytes) => (bytes / 1e3).toFixed(1);
const all = (records, key) => records.map((record) => record[key]);

function columns(blankCpu) {
  const middle = (records, key) => median(all(records, key));
  const most = (records, key) => Math.max(...all(records, key));
  return [
    ['contender', (records, base, name) => name],
    ['JS br kB (gz)', (records) => `${kB(most(records, 'jsBr'))} (${kB(most(records, 'jsGz'))})`],
    ['CSS br', (records) => kB(most(records, 'cssBr'))],
    ['requests (API)', (records) => `${most(records, 'requests')} (${most(records, 'apiRequests')})`],
    ['all posts painted, ms [q1–q3]', (records) => spread(all(records, 'paint'))],
    ['÷ floor 1', (records, base) => ratio(paired(records, base, 'paint'))],
    ['main-thread CPU, ms', (records) => figure(middle(records, 'cpu'))],
    ['÷ floor 1', (records, base) => ratio(paired(records, base, 'cpu'))],
    [
      'above blank, ÷ floor 1',
      (records, base) =>
        blankCpu && base.length
          ? ((middle(records, 'cpu') - blankCpu) / (middle(base, 'cpu') - blankCpu)).toFixed(2)
          : '',
    ],
    ['CPU 0.35 s later', (records) => figure(middle(records, 'cpuSettled'))],
    ['style + layout, ms', (records) => figure(middle(records, 'style') + middle(records, 'layout'))],
    ['JS heap, MB', (records) => middle(records, 'heap').toFixed(2)],
    ['elements / nodes', (records) => `${most(records, 'elements')} / ${middle(records, 'nodes')}`],
    ['CLS', (records) => most(records, 'cls').toFixed(3)],
  ];
}

const row = (cells) => `| ${cells.join(' | ')} |`;

/** A markdown table of one speed of `first`: { contender: records }. Ratios are taken round by round. */
export function table(byContender) {
  const { floor1 = [], blank } = byContender;
  const shown = columns(blank && median(all(blank, 'cpu')));
  const names = Object.keys(byContender);
  return [
    row(shown.map(([title]) => title)),
    row(shown.map(() => '---')),
    ...names.map((name) => row(shown.map(([, cell]) => cell(byContender[name], floor1, name)))),
  ].join('\n');
}

/** All that a file of `first` holds, as markdown. */
export function report({ rounds, latency, chromium, load, cores, at }) {
  const about = `API latency ${latency} ms, Chromium ${chromium}, ${cores} cores, load ${load.join(' ')}, ${at}`;
  return Object.entries(rounds)
    .map(([cpu, byContender]) => {
      const n = Math.max(...Object.values(byContender).map(({ length }) => length));
      return `\n**CPU ${cpu}×, N = ${n}**, ${about}\n\n${table(byContender)}`;
    })
    .join('\n');
}
