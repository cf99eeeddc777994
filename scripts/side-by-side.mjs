/** Several browsers of one kind as one launcher for @web/test-runner: each runs one page at a time, with the screen and the focus for itself. */

/** @param launchers of the same engine */
export function sideBySide(launchers) {
  const [first] = launchers;
  /** Session → the launcher that has its page. */
  const homes = new Map();
  const home = (id) => homes.get(id) ?? first;

  return {
    type: first.type,
    concurrency: launchers.length,
    get name() {
      return first.name;
    },
    async initialize(config, files) {
      for (const launcher of launchers) await launcher.initialize(config, files);
    },
    async stop() {
      await Promise.all(launchers.map((launcher) => launcher.stop()));
    },
    async startSession(id, url) {
      const busy = new Set(homes.values());
      const free = launchers.find((launcher) => !busy.has(launcher)) ?? first;
      homes.set(id, free);
      try {
        await free.startSession(id, url);
      } catch (error) {
        // Nobody stops what has not begun.
        if (!free.isActive(id)) homes.delete(id);
        throw error;
      }
    },
    async stopSession(id) {
      try {
        const result = await home(id).stopSession(id);
        // A tab of its own for each page: one that goes on to another page may lose the focus for good.
        await home(id).inactivePages.pop()?.puppeteerPage.close();
        return result;
      } finally {
        homes.delete(id);
      }
    },
    isActive: (id) => homes.has(id) && home(id).isActive(id),
    getBrowserUrl: (id) => home(id).getBrowserUrl(id),
    startDebugSession: (id, url) => first.startDebugSession(id, url),
    // What the commands of a test (keys, mouse) call.
    getPage: (id) => home(id).getPage(id),
    ...Object.fromEntries(
      ['sendKeys', 'sendMouseMove', 'sendMouseClick', 'sendMouseDown', 'sendMouseUp', 'resetMouse'].map((name) => [
        name,
        (id, ...args) => home(id)[name](id, ...args),
      ]),
    ),
  };
}
