import { inspect, measure } from './load.mjs';

/** Looks at each contender once, which also warms the server: { contender: what inspect() gives }. */
export async function look(bench, list) {
  const found = {};
  for (const contender of list) found[contender.name] = await inspect(bench, contender);
  return found;
}

/**
 * `n` rounds over all contenders, A B C, B C A …: whatever the machine does meanwhile meets them all alike. Gives
 * { contender: records }, each record with its round; a load whose posts were not drawn is left out.
 */
export async function measureRounds(bench, list, { n, cpu = 1 }) {
  const records = {};
  for (let round = 0; round < n; round++) {
    const turn = round % list.length;
    for (const contender of [...list.slice(turn), ...list.slice(0, turn)]) {
      const record = await measure(bench, contender, cpu);
      if (record) (records[contender.name] ??= []).push({ ...record, round });
    }
  }
  return Object.fromEntries(list.filter(({ name }) => records[name]).map(({ name }) => [name, records[name]]));
}
