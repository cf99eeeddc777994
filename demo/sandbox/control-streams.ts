import type { Hono } from 'hono';
import { personNamed, type Call } from './control-people.js';
import type { StreamFault } from './http/faults.js';
import { readParams, type Params } from './http/params.js';
import type { Instance } from './instance.js';
import { litter, type Line } from './streaming/line.js';

/** The part of the control path that knows who listens. */

const lineJson = ({ kind, listener, channels, openedAt }: Line) => ({
  kind,
  person: listener.username,
  channels: [...channels.values()].map(({ label }) => label),
  opened_at: new Date(openedAt).toISOString(),
});

/** The lines of `person`, or all. */
function meant({ env }: Call, name: string | undefined): Line[] {
  const person = name === undefined ? undefined : personNamed(env, name);
  return [...env.streams.lines].filter(({ token }) => !person || token.accountId === person.id);
}

/** Ends them: as a cut cable, or with a code. */
function end(c: Call) {
  const lines = meant(c, c.req.query('person'));
  const code = Number(c.req.query('code'));
  const told = lines.map(lineJson);
  for (const line of lines) line.end(code ? { code } : 'cut');
  return c.json(told);
}

/** What goes wrong from now on. */
function faultIn(params: Params): StreamFault {
  const replay = params.text('replay') === 'true' ? 1 : params.whole('replay');
  const [stall, halfOpen] = [params.flag('stall'), params.flag('halfOpen')];
  return {
    ...(stall !== undefined && { stall }),
    ...(halfOpen !== undefined && { halfOpen }),
    ...(replay !== undefined && { replay }),
  };
}

/** Something happens to those that are open: a frame as it is, an event to each channel, garbage, a fault, or the end. */
async function happen(c: Call) {
  const params = await readParams(c.req.raw);
  const [frame, event, payload = ''] = ['frame', 'event', 'payload'].map((name) => params.text(name));
  const frames = params.list('garbage') ?? (params.flag('garbage') ? litter : []);
  const lines = meant(c, params.text('person'));
  const told = lines.map(lineJson);
  for (const line of lines) {
    line.spoil(faultIn(params));
    for (const text of frame === undefined ? frames : [...frames, frame]) line.frame(text);
    if (event !== undefined) for (const channel of line.channels.values()) line.say(channel, event, payload);
    if (params.flag('drop')) line.end('cut');
  }
  return c.json(told);
}

export function streamRoutes(app: Hono<{ Bindings: Instance }>): void {
  app.get('/streams', (c) => c.json(meant(c, c.req.query('person')).map(lineJson)));
  app.delete('/streams', end);
  app.post('/streams', happen);
}
