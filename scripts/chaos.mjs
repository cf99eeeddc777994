/**
 * `npm run chaos -- --minutes=10 --seed=1`: a live page in bad times. What goes wrong with its streams, its requests and its
 * network is drawn by lot; at the end all is well again, gaps are filled by their buttons, and the page has to be what the
 * server has: no post twice, none missing, none that is gone; nothing thrown, nothing still at it (R220).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { below, random } from '../test/bench/lib/data/random.mjs';
import { compare } from '../test/long/compare.ts';
import { habits, makeWell, mishaps } from '../test/long/mishaps.ts';
import { beginReading, options, populate } from '../test/long/reader.ts';
import { revokeOnce } from '../test/long/revoke.ts';
import { settle } from '../test/long/settle.ts';

const { minutes, seed, rate } = options({ minutes: 10, seed: 1, rate: 60 });
const next = random(seed);

function draw(list) {
  let lot = next() * list.reduce((sum, { weight }) => sum + weight, 0);
  return list.find(({ weight }) => (lot -= weight) < 0) ?? list[0];
}

const reader = await beginReading();
const begun = Date.now();
const said = new Map();
const time = () => ((Date.now() - begun) / 1000).toFixed(0).padStart(4);

/** One thing after the other out of a list, with pauses between them, until a part of the time is over. */
async function live(part, list, pause) {
  while (Date.now() - begun < part * minutes * 60_000) {
    const one = draw(list);
    const [least, most] = one.lasts;
    const ms = 1000 * (least + below(next, most - least + 1));
    said.set(one.name, (said.get(one.name) ?? 0) + 1);
    try {
      await one.begin(reader);
      if (list === mishaps) console.log(`${time()} s  ${one.name}, for ${ms / 1000} s`);
      await sleep(ms);
      await one.end?.(reader);
    } catch (error) {
      console.log(`${time()} s  ! ${one.name}: ${String(error.message).split('\n')[0]}`);
    }
    await sleep(below(next, pause));
  }
}

console.log(`Chaos for ${minutes} minutes, seed ${seed}, ${rate} events a minute`);
await populate(reader.stage, rate);
/** Everything at once until then. */
const until = (part) => Promise.all([live(part, mishaps, 8000), live(part, habits, 5000)]);

await until(0.2);
await makeWell(reader);
console.log(`${time()} s  the token is revoked`);
const begging = await revokeOnce(reader);
await until(1);
await populate(reader.stage, 0);
await makeWell(reader);

const { seconds, filled, pages } = await settle(reader);
console.log(`\nAt rest after ${seconds} s; ${filled} times a gap's button, ${pages} times the button for what is new`);
const found = await compare(reader);
for (const [name, times] of [...said].sort()) console.log(`${String(times).padStart(4)} × ${name}`);
console.log(`${found.shown} posts on the page, ${found.told} at the server`);
const errors = [...new Set(reader.errors)];
const gates = [
  ['twice', found.twice],
  ['missing', found.missing],
  ['that the server does not have', found.strange],
  ['that say something else than at the server', found.different],
  ['out of order', found.disordered],
  ["lines of notifications unlike the server's", found.notifications],
  ['lines asked for without a token that is good', begging],
  ['thrown in the page', errors],
  ['left', found.left],
];
for (const [what, which] of gates) {
  console.log(`${which.length ? 'FAILED' : 'ok    '}  ${which.length} ${what}`);
  for (const one of which.slice(0, 10)) console.log(`        ${one}`);
}
await reader.close();
process.exitCode = gates.every(([, { length }]) => !length) ? 0 : 1;
