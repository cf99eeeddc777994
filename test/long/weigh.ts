import type { Reader } from './reader.js';

/** What a page weighs at one moment, after all that nobody holds is gone. */
export interface Weight {
  /** JavaScript's heap in MB; the document is outside of it. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Posts and notifications in the document, through shadow roots. */
  readonly mounted: number;
}

/** Runs in the page. */
function countMounted(): number {
  const count = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, one) =>
        sum + Number(one.matches('masto-status, li[data-key]')) + (one.shadowRoot ? count(one.shadowRoot) : 0),
      0,
    );
  return count(document);
}

export async function weigh({ cdp, page }: Reader): Promise<Weight> {
  const mounted = await page.evaluate(countMounted);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.enable');
  for (let k = 0; k < 3; k++) await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.disable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners'), mounted };
}
