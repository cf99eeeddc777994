import type { Drawer, Fault } from './draw.js';
import { odditiesOf, someOf, type Oddity, type Sample } from './cases.js';

/** So many are drawn in one document; then it is thrown away with all that it holds. */
const perFrame = 2400;

/** A document in which posts are drawn, at a size as a page gives them. */
async function openFrame(samples: readonly Sample[]): Promise<{ frame: HTMLIFrameElement; drawer: Drawer }> {
  const frame = document.createElement('iframe');
  frame.src = new URL('frame.html', import.meta.url).pathname;
  Object.assign(frame, { width: 600, height: 800 });
  await new Promise((done, fail) => {
    frame.onload = done;
    setTimeout(() => fail(new Error('the frame did not load')), 60_000);
    document.body.append(frame);
  });
  const inside = frame.contentWindow as unknown as { Drawer: typeof Drawer; JSON: JSON };
  return { frame, drawer: new inside.Drawer(inside.JSON.parse(JSON.stringify(samples)) as Sample[]) };
}

export interface Outcome {
  readonly all: number;
  readonly drawn: number;
  readonly faults: readonly string[];
}

const nameOf = (samples: readonly Sample[], oddity: Oddity | undefined) =>
  oddity ? `${samples[oddity.of]!.name}: ${oddity.path.join('.')} = ${oddity.way}` : 'somewhere';

/** Draws a share of all that can be odd in these samples. */
export async function drawOddities(samples: readonly Sample[], share: number, seed = 1): Promise<Outcome> {
  const all = odditiesOf(samples);
  const some = share < 1 ? someOf(all, share, seed) : all;
  const faults: Fault[] = [];
  for (let at = 0; at < some.length; at += perFrame) {
    const { frame, drawer } = await openFrame(samples);
    faults.push(...(await drawer.draw(some.slice(at, at + perFrame))));
    frame.remove();
  }
  return {
    all: all.length,
    drawn: some.length,
    faults: faults.map(({ oddity, what }) => `${nameOf(samples, oddity)}: ${what}`),
  };
}
