/** Resolves after the next frame has been painted, with the time. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(0);
    });
  });

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Times long tasks until it is called: `{ sum, count, longest }` in ms. */
export function watchLongTasks() {
  const found = { sum: 0, count: 0, longest: 0 };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      found.sum += duration;
      found.count++;
      found.longest = Math.max(found.longest, duration);
    }
  });
  observer.observe({ type: 'longtask' });
  return () => {
    observer.disconnect();
    return found;
  };
}

/** The `link` header's next page, or undefined. */
export const nextPage = (response) => /<([^>]+)>; rel="next"/.exec(response.headers.get('link'))?.[1];
