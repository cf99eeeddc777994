import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, StreamFault } from '../../demo/sandbox/http/faults.js';
import { person, type Reader } from './reader.js';

/** Something that goes wrong for a while, or somebody does. */
export interface Mishap {
  readonly name: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** Seconds, at least and at most. */
  readonly lasts: readonly [number, number];
  begin(reader: Reader): Promise<unknown>;
  end?(reader: Reader): Promise<unknown>;
}

const home = ({ stage }: Reader) => stage.harbour;

const cut = (reader: Reader) => reader.stage.control(home(reader), 'DELETE', `streams?person=${person}`);

/** Something is wrong with the lines that are open now. */
const lines = (name: string, weight: number, wrong: StreamFault, lasts: Mishap['lasts']): Mishap => ({
  name,
  weight,
  lasts,
  begin: (reader) => reader.stage.control(home(reader), 'POST', 'streams', { person, ...wrong }),
});

/** Requests of these paths, for as long as it lasts. */
const requests = (name: string, weight: number, ...faults: Fault[]): Mishap => ({
  name,
  weight,
  lasts: [2, 15],
  begin: (reader) => reader.stage.control(home(reader), 'PUT', 'faults', faults),
  end: (reader) => reader.stage.control(home(reader), 'DELETE', 'faults'),
});

/** What a page reads. */
const reads = ['/api/v1/timelines/*', '/api/v*/notifications*', '/api/v1/statuses*', '/api/v1/markers'];
const reading = (fault: Fault): Fault[] => reads.map((path) => ({ ...fault, method: 'GET', path }));

const settings = (name: string, weight: number, off: object, on: object): Mishap => ({
  name,
  weight,
  lasts: [5, 20],
  async begin(reader) {
    await reader.stage.control(home(reader), 'PATCH', 'settings', { streaming: off });
    await cut(reader);
  },
  end: (reader) => reader.stage.control(home(reader), 'PATCH', 'settings', { streaming: on }),
});

const socket = '/api/v1/streaming*';

export const mishaps: readonly Mishap[] = [
  { name: 'the line is cut', weight: 4, lasts: [1, 5], begin: cut },
  // One that answers what it is asked, and tells nothing, is not to be told from one with nothing to tell: it ends.
  { ...lines('the line tells nothing, then it is cut', 2, { stall: true }, [5, 30]), end: cut },
  lines('the line is dead, and nobody says so', 1, { halfOpen: true }, [5, 30]),
  lines('rubbish on the line', 2, { garbage: true }, [1, 5]),
  lines('everything comes three times', 2, { replay: 2 }, [5, 20]),
  {
    ...requests('no line is to be had: 401', 1, { path: socket, status: 401 }),
    async begin(reader) {
      await reader.stage.control(home(reader), 'PUT', 'faults', [{ path: socket, status: 401, times: 1 }]);
      await cut(reader);
    },
  },
  {
    ...requests('each line breaks after a second', 1),
    async begin(reader) {
      await reader.stage.control(home(reader), 'PUT', 'faults', [{ path: socket, stream: { drop: 1000 } }]);
      await cut(reader);
    },
  },
  settings('only a token in the address is taken', 1, { subprotocol: false }, { subprotocol: true }),
  settings('there is no streaming', 1, { on: false }, { on: true }),
  requests('answers take five seconds', 2, ...reading({ delay: 5000 })),
  requests('nobody answers', 2, ...reading({ refuse: true })),
  requests('503', 2, ...reading({ status: 503 })),
  requests('429', 1, ...reading({ rateLimit: 5 })),
  requests('HTML instead of JSON', 1, ...reading({ html: true })),
  requests('answers without a body', 1, ...reading({ empty: true })),
  requests('objects for lists', 1, ...reading({ wrongShape: true })),
  requests('answers break in the middle', 1, ...reading({ cut: 300, broken: true })),
  requests('no CORS', 1, ...reading({ cors: false })),
  {
    name: 'no network',
    weight: 3,
    lasts: [2, 20],
    begin: ({ page }) => page.context().setOffline(true),
    end: ({ page }) => page.context().setOffline(false),
  },
  {
    name: 'the lid is shut',
    weight: 2,
    lasts: [3, 20],
    begin: ({ cdp }) => cdp.send('Page.setWebLifecycleState', { state: 'frozen' }),
    end: ({ cdp }) => cdp.send('Page.setWebLifecycleState', { state: 'active' }),
  },
];

/** What a reader does meanwhile. */
export const habits: readonly Mishap[] = [
  { name: 'reads further down', weight: 4, lasts: [1, 10], begin: ({ page }) => page.mouse.wheel(0, 4000) },
  { name: 'goes to the top', weight: 4, lasts: [1, 10], begin: ({ page }) => page.mouse.wheel(0, -1e6) },
  { name: 'presses what is new', weight: 3, lasts: [1, 5], begin: press(/new (?:posts?|notifications?)$/) },
  { name: 'asks for what is missing', weight: 2, lasts: [1, 5], begin: press(/Load them$/) },
  { name: 'asks for more', weight: 1, lasts: [1, 5], begin: press('Older posts') },
  { name: 'favourites', weight: 1, lasts: [1, 3], begin: press('Favourite') },
];

function press(name: string | RegExp) {
  return async ({ visitor }: Reader) => {
    if (await visitor.can(name)) await visitor.press(name);
  };
}

/** Nothing is wrong any more. */
export async function makeWell(reader: Reader): Promise<void> {
  const { stage, page, cdp } = reader;
  await page.context().setOffline(false);
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await stage.control(home(reader), 'DELETE', 'faults');
  await stage.control(home(reader), 'PATCH', 'settings', { streaming: { on: true, subprotocol: true } });
  await stage.control(home(reader), 'DELETE', 'limits');
  await sleep(1000);
}
