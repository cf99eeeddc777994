import { figure, median } from './statistics.mjs';

/** Frames of ten seconds are 600: less than one of them is none. */
const NO_FRAME = 0.17;

/** MB of heap and posts in the document, however many came. */
const MOST_HEAP = 20;
const MOST_POSTS = 200;
const SOON = 300; // ms

const over = (bursts, name) => (bursts[name] ?? []).filter(Boolean);

/** The median over the rounds; NaN, which passes no gate, where a design did not finish. */
const middle = (bursts, name, key) => {
  const values = over(bursts, name).map((load) => load[key]);
  return values.length ? median(values) : NaN;
};

function awayGates(rate, bursts) {
  const [own, floor] = ['ours-away', 'badge'].map((name) => middle(bursts, name, 'dropped'));
  const late = middle(bursts, 'ours-away', 'latest');
  const loads = over(bursts, 'ours-away');
  const counted = loads.length > 0 && loads.every(({ count, sent }) => count === sent);
  return [
    {
      gate: `${rate}/s away: no frame dropped that "badge" does not drop`,
      figure: `${figure(own)} % beside ${figure(floor)} %`,
      ok: own <= floor + NO_FRAME,
    },
    { gate: `${rate}/s away: every post is counted within ${SOON} ms`, figure: `${figure(late)} ms`, ok: late <= SOON },
    {
      gate: `${rate}/s away: the count is right at the end`,
      figure: loads.map(({ count, sent }) => `${count} of ${sent}`).join(', '),
      ok: counted,
    },
    {
      gate: `${rate}/s away: the button leads to the newest`,
      figure: loads.map(({ toTop }) => `${toTop?.newest} in ${toTop?.ms} ms`).join(', '),
      ok: loads.length > 0 && loads.every(({ toTop }) => toTop?.newest),
    },
  ];
}

function topGates(rate, bursts) {
  const [own, floor] = ['ours', '250ms'].map((name) => middle(bursts, name, 'dropped'));
  const [cpu, least] = ['ours', '250ms'].map((name) => middle(bursts, name, 'cpu'));
  const loads = over(bursts, 'ours');
  return [
    {
      gate: `${rate}/s at the top: at most one point more frames dropped than "250ms"`,
      figure: `${figure(own)} % beside ${figure(floor)} %`,
      ok: own <= floor + 1,
    },
    {
      gate: `${rate}/s at the top: main-thread CPU ≤ 1.5 of "250ms"`,
      figure: `${figure(cpu / least)} (${figure(cpu)} % beside ${figure(least)} %)`,
      ok: cpu <= least * 1.5,
    },
    {
      gate: `${rate}/s at the top: the newest is shown at the end`,
      figure: loads.map(({ shown, sent }) => `${shown} of ${sent}`).join(', '),
      ok: loads.length > 0 && loads.every(({ shown, sent }) => shown === sent),
    },
  ];
}

function boundGates(rate, bursts, name) {
  const posts = Math.max(...over(bursts, name).map((load) => load.posts));
  const heap = middle(bursts, name, 'heapGrown');
  return [
    { gate: `${rate}/s ${name}: at most ${MOST_POSTS} posts in the document`, figure: posts, ok: posts <= MOST_POSTS },
    {
      gate: `${rate}/s ${name}: heap grows by at most ${MOST_HEAP} MB`,
      figure: `${figure(heap)} MB`,
      ok: heap <= MOST_HEAP,
    },
  ];
}

/** What the library promises of a live timeline, at each rate. */
export const judge = (rounds) =>
  Object.entries(rounds).flatMap(([rate, bursts]) => [
    ...awayGates(rate, bursts),
    ...topGates(rate, bursts),
    ...['ours', 'ours-away'].flatMap((name) => boundGates(rate, bursts, name)),
  ]);
