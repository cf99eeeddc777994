import type { Hono } from 'hono';
import type { Call } from './control-people.js';
import { readParams } from './http/params.js';
import type { Instance } from './instance.js';

/** The part of the control path that knows how people go on living. */

const told = (c: Call) => {
  const { perMinute, deeds } = c.env.population;
  return c.json({ perMinute, deeds });
};

async function set(c: Call) {
  const params = await readParams(c.req.raw);
  c.env.population.set(Number(params.text('perMinute') ?? 0));
  return told(c);
}

/** So many things happen now. */
async function live(c: Call) {
  const params = await readParams(c.req.raw);
  for (let left = params.whole('deeds') ?? 1; left > 0; left--) await c.env.population.live();
  return told(c);
}

export function populationControl(app: Hono<{ Bindings: Instance }>): void {
  app.get('/population', told);
  app.put('/population', set);
  app.post('/population', live);
}
