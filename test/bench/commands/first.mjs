import { contenders, fillFloor2 } from '../lib/contenders/index.mjs';
import { write } from '../lib/results.mjs';
import { look, measureRounds } from '../lib/rounds.mjs';
import { report } from '../lib/table.mjs';

const tell = ([name, found]) => {
  if (!found) return `${name}: never drew its posts`;
  const { missing, late, added } = found;
  const parts = [missing && `leaves out ${missing}`, late && `draws late ${late}`, added && `${added} elements later`];
  return `${name}: ${parts.filter(Boolean).join('; ') || 'all that floor 1 draws'}`;
};

/** `first`: the first page of 20 posts, every contender. */
export async function run(bench, { n = 9, cpu = '1', only, latency = 0, out }) {
  const list = await contenders(bench.site, only?.split(','));
  if (list.some(({ name }) => name === 'floor2')) await fillFloor2(bench.site, bench.browser);
  const drawn = await look(bench, list);
  console.log('What each draws, beside floor 1:');
  for (const entry of Object.entries(drawn)) if (entry[0] !== 'blank') console.log(`  ${tell(entry)}`);
  const rounds = {};
  for (const speed of String(cpu).split(',').map(Number)) {
    rounds[speed] = await measureRounds(bench, list, { n: Number(n), cpu: speed });
  }
  const what = Object.fromEntries(list.map((contender) => [contender.name, contender.what]));
  const data = write('first', { out, browser: bench.browser, latency: Number(latency), what, drawn, rounds });
  console.log(report(data));
}
