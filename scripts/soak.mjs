/**
 * `npm run soak -- --minutes=60`: a day of a live page in so many minutes. Its heap is weighed once a minute; exit code 1
 * when it grows by 1 MB or more in an hour of that day, or when more than 400 posts are in the document (R212).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { beginReading, options, populate } from '../test/long/reader.ts';
import { slope } from '../test/long/slope.ts';
import { weigh } from '../test/long/weigh.ts';

const { minutes, events, every } = options({ minutes: 60, events: 5000, every: 60 });

/** R212, in MB for each of the day's hours, and in posts. */
const steepest = 1;
const mostMounted = 400;

/** What is remembered for ten minutes has all come by then. */
const warmUp = minutes >= 30 ? 12 : minutes * 0.3;

const reader = await beginReading();
const { page, stage, visitor } = reader;

const scroll = (y) => page.mouse.wheel(0, y);

/** What a reader does in the course of a day, one thing after the other: mostly nothing. */
const habits = [
  () => undefined,
  () => scroll(6000),
  () => undefined,
  () => scroll(6000),
  async () => {
    await scroll(20_000);
    if (await visitor.can('Older posts')) await visitor.press('Older posts');
  },
  async () => {
    if (await visitor.can(/new posts?$/)) await visitor.press(/new posts?$/);
    else await scroll(-1e6);
  },
  () => undefined,
  async () => {
    // The line is cut, as it is when somebody goes through a tunnel.
    await stage.control(stage.harbour, 'DELETE', 'streams');
  },
];

const header = ['minute', 'hour', 'heap MB', 'nodes', 'listeners', 'mounted'];
const row = (cells) => console.log(cells.map((cell) => String(cell).padStart(10)).join(''));

async function sample(minute, at) {
  const weight = await weigh(reader);
  const hour = (minute / minutes) * 24;
  row([minute.toFixed(1), hour.toFixed(1), weight.heap.toFixed(2), weight.nodes, weight.listeners, weight.mounted]);
  at.push({ minute, hour, ...weight });
}

console.log(`A day of ${events} events in ${minutes} minutes, weighed every ${every} s`);
row(header);
const weights = [];
await populate(stage, events / minutes);
const begun = Date.now();
for (let turn = 0; Date.now() - begun < minutes * 60_000; turn++) {
  await sample((Date.now() - begun) / 60_000, weights);
  try {
    await habits[turn % habits.length]();
  } catch (error) {
    console.log(`  ! ${error.message.split('\n')[0]}`);
  }
  await sleep(Math.max(0, begun + (turn + 1) * every * 1000 - Date.now()));
}
await sample((Date.now() - begun) / 60_000, weights);
await reader.close();

const late = weights.filter(({ minute }) => minute >= warmUp);
const growth = slope(late.map(({ hour, heap }) => [hour, heap]));
const nodes = slope(late.map(({ hour, nodes }) => [hour, nodes]));
const mounted = Math.max(...weights.map((weight) => weight.mounted));
const gates = [
  [`heap: ${growth.toFixed(3)} MB an hour of life after ${warmUp} min (below ${steepest})`, growth < steepest],
  [`posts in the document: ${mounted} at most (${mostMounted})`, mounted <= mostMounted],
  [`errors in the page: ${reader.errors.length}`, !reader.errors.length],
];
console.log(`\nnodes: ${nodes.toFixed(1)} an hour of life`);
for (const error of new Set(reader.errors)) console.log(`  ! ${error}`);
for (const [what, ok] of gates) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${what}`);
process.exitCode = gates.every(([, ok]) => ok) ? 0 : 1;
