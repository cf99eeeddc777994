/**
 * Defines `benchMore` in the page; stands alone, because it travels as text. It presses the "more" button of the one
 * `<masto-timeline>` as a reader at its end would, and waits until the last post of the new page is painted.
 */
export function installMore({ button: selector, patience }) {
  performance.setResourceTimingBufferSize(10_000);
  const timeline = () => document.querySelector('masto-timeline');
  const toEnd = () => scrollTo(0, document.documentElement.scrollHeight);
  const frame = () => new Promise(requestAnimationFrame);
  const painted = async () => {
    await frame();
    const channel = new MessageChannel();
    await new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
    return performance.now();
  };

  /** The new post is near the end of the list: looking from there makes the look-up as cheap in a long one. */
  const isDrawn = (url) => {
    const statuses = timeline()?.shadowRoot?.querySelectorAll('masto-status') ?? [];
    for (let i = statuses.length - 1; i >= Math.max(0, statuses.length - 5); i--) {
      if (statuses[i].shadowRoot?.querySelector(`a[href="${url}"]`)) return true;
    }
    return false;
  };

  async function until(what, isTrue) {
    for (const end = performance.now() + patience; performance.now() < end; await frame()) if (isTrue()) return;
    throw new Error(`${what} did not come in ${patience} ms`);
  }

  const findButton = () => [...(timeline()?.shadowRoot?.querySelectorAll(selector) ?? [])].at(-1);
  const isReady = () => findButton()?.checkVisibility() && !findButton().disabled;

  globalThis.benchMore = {
    /** Puts another timeline in the place of the one that is there. */
    replace(attributes) {
      const next = document.createElement('masto-timeline');
      for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, value);
      timeline().replaceWith(next);
      scrollTo(0, 0);
    },
    drawn: (url) => until(`The post ${url}`, () => isDrawn(url)),
    /** Goes to the end, where the button is. */
    async goToEnd() {
      toEnd();
      await until('The "more" button', isReady);
      toEnd();
      await painted();
      await painted();
    },
    /** Presses; gives the ms from the answer in hand to the paint that shows the post of `url`. */
    async press(url) {
      findButton().click();
      await until(`The post ${url}`, () => isDrawn(url));
      toEnd();
      const end = await painted();
      const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/'));
      return end - answers.at(-1).responseEnd;
    },
  };
}
