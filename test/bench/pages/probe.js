/**
 * Put into every page before its own scripts; stands alone, because it travels as text. A post counts when the last
 * thing that its contender draws of it (`selector`, once a post) is in the document, through every open shadow root:
 * the same rule for light DOM, shadow roots and content-visibility. Then a frame and a task: that is "painted".
 */
export function probe({ selector, count, inventory }) {
  const state = { first: 0, dom: 0, paint: 0, fcp: 0, lcp: 0, cls: 0, long: 0, longTasks: 0, posts: 0 };
  const counts = new WeakMap();
  const options = { childList: true, subtree: true };

  // Only the roots that changed are counted again: the probe's own work is in everybody's figures.
  const recount = (root) => {
    const now = root.querySelectorAll(selector).length;
    state.posts += now - (counts.get(root) ?? 0);
    counts.set(root, now);
  };
  const elements = (root) => {
    let sum = 0;
    for (const element of root.querySelectorAll('*'))
      sum += 1 + (element.shadowRoot ? elements(element.shadowRoot) : 0);
    return sum;
  };
  const painted = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  const check = (roots) => {
    if (state.dom) return;
    for (const root of roots) recount(root);
    if (state.posts && !state.first) state.first = performance.now();
    if (state.posts < count) return;
    state.dom = performance.now();
    observer.disconnect();
    painted((time) => {
      if (inventory)
        Object.assign(state, { atPaint: globalThis.benchDrawn(inventory), elementsAtPaint: elements(document) });
      state.paint = time;
    });
  };
  const observer = new MutationObserver((records) => {
    check(new Set(records.map(({ target }) => target.getRootNode()).filter((root) => root.querySelectorAll)));
  });
  observer.observe(document, options);

  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (!state.dom) observer.observe(root, options);
    return root;
  };
  document.addEventListener('DOMContentLoaded', () => check([document]));

  const watch = (type, take) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  watch('layout-shift', (entry) => entry.hadRecentInput || (state.cls += entry.value));
  watch('largest-contentful-paint', (entry) => (state.lcp = entry.startTime));
  watch('paint', (entry) => entry.name === 'first-contentful-paint' && (state.fcp = entry.startTime));
  watch('longtask', (entry) => {
    state.long += entry.duration;
    state.longTasks++;
  });

  globalThis.benchProbe = { state, report: () => ({ ...state, elements: elements(document) }) };
}
