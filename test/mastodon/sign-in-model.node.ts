import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Model } from './model.js';

const runs = 320;
const steps = 45;

async function run(seed: number): Promise<readonly string[]> {
  const model = new Model(seed);
  try {
    await model.open();
    for (let step = 0; step < steps; step++) await model.step();
    await model.close();
  } catch (error) {
    throw new Error(`seed ${seed}:\n${model.trace.join('\n')}`, { cause: error });
  }
  return model.outcomes;
}

describe('signing in, in any order', () => {
  it(`R215 ${runs} random walks of tabs, servers, people, answers, reloads and clocks break nothing`, async () => {
    const broken: unknown[] = [];
    process.on('unhandledRejection', (error) => broken.push(error));
    const count = new Map<string, number>();
    for (let seed = 1; seed <= runs; seed++) {
      for (const outcome of await run(seed)) count.set(outcome, (count.get(outcome) ?? 0) + 1);
      assert.deepEqual(broken, [], `seed ${seed}`);
    }
    // A walk that meets nothing proves nothing.
    for (const outcome of ['signed in', 'denied', 'not-started-here', 'wrong-issuer', 'sign-in-refused'])
      assert.ok((count.get(outcome) ?? 0) >= 10, `${outcome}: ${count.get(outcome) ?? 0} times`);
    console.log([...count].map(([outcome, times]) => `${outcome} ${times}`).join(', '));
  });
});
