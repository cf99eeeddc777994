/** Why a page looks after its connections: what the browser has just said. */
export type Wake = 'online' | 'offline' | 'visible' | 'shown' | 'hiding';

/** What a page that stays current needs of the browser besides `Browser`. Loaded with it alone. */
export interface LiveBrowser {
  /** A WebSocket. Throws what its constructor throws. */
  socket(url: string, protocols?: string[]): WebSocket;
  /** Whether the page is in front; true where there is none. */
  visible(): boolean;
  /** Tells when the network goes or comes, the page is visible again, or goes to and comes out of the back/forward cache. Returns what ends it. */
  wakes(listener: (wake: Wake) => void): () => void;
}

/** The real one. All is looked up at each call, so that a page or a test may replace it. */
export const liveBrowser: LiveBrowser = {
  socket: (url, protocols) => new globalThis.WebSocket(url, protocols),
  visible: () => globalThis.document?.visibilityState !== 'hidden',
  wakes(listener) {
    const { document } = globalThis as { document?: Document };
    const end = new AbortController();
    const on = (
      target: EventTarget | undefined,
      type: string,
      wake: Wake,
      when: (event: Event) => boolean = () => true,
    ) => target?.addEventListener?.(type, (event) => when(event) && listener(wake), { signal: end.signal });
    const persisted = (event: Event) => (event as PageTransitionEvent).persisted;
    on(globalThis, 'online', 'online');
    on(globalThis, 'offline', 'offline');
    on(globalThis, 'pageshow', 'shown', persisted);
    on(globalThis, 'pagehide', 'hiding', persisted);
    on(document, 'visibilitychange', 'visible', () => liveBrowser.visible());
    return () => end.abort();
  },
};
