import type { Hono } from 'hono';
import type { Call } from './control-people.js';
import { readParams } from './http/params.js';
import type { Instance } from './instance.js';
import { signs } from './pictures/signs.js';

/** The part of the control path that knows of an instance's own emoji. */

const drawings = Object.values(signs);

/** So many more, `many_1` to `many_6000`, a hundred a category. */
async function add(c: Call) {
  const params = await readParams(c.req.raw);
  const { world, origin } = c.env;
  const more = params.whole('count') ?? 0;
  const first = world.emojis.length + 1;
  for (let at = 0; at < more; at++) {
    const shortcode = `many_${at + 1}`;
    const keep = (kind: string) => {
      const path = `/system/custom_emojis/images/${first + at}/${kind}/${shortcode}.svg`;
      world.files.set(path, { type: 'image/svg+xml', body: () => drawings[at % drawings.length]! });
      return origin + path;
    };
    const category = `Shelf ${String(Math.floor(at / 100) + 1).padStart(2, '0')}`;
    world.emojis.push({ shortcode, url: keep('original'), staticUrl: keep('static'), category, visibleInPicker: true });
  }
  return c.json({ emojis: world.emojis.length });
}

/** Lays fields over one of them: `{shortcode, category?, visibleInPicker?, url?, staticUrl?}`; one that is not there is made. */
async function set(c: Call) {
  const given: Partial<Instance['world']['emojis'][number]> & { shortcode: string } = await c.req.json();
  const { emojis } = c.env.world;
  const known = emojis.find(({ shortcode }) => shortcode === given.shortcode);
  if (known) Object.assign(known, given);
  else emojis.push({ url: '', staticUrl: '', category: null, visibleInPicker: true, ...given });
  return c.json({ emojis: emojis.length });
}

export function emojiControl(app: Hono<{ Bindings: Instance }>): void {
  app.post('/emojis', add);
  app.put('/emojis', set);
}
