/** Sees everything that must not happen while hostile strings are on a page. */

export interface Watch {
  /** What happened, each with what was on the page then. */
  readonly hits: string[];
  /** What is on the page now. */
  now: string;
  /** An address that may be loaded. */
  allow(url: string): void;
  /** Waits for what comes late, looks at the page as a whole, and puts everything back. */
  end(): Promise<void>;
}

const dialogs = ['alert', 'confirm', 'prompt', 'print', 'open'] as const;

/** Kept from one watch to the next: what was asked for may be answered after its end. */
const allowed = new Set<string>();

type Watched = Window & typeof globalThis & { navigation?: EventTarget };

export function watch(view: Watched, allowedHosts: readonly string[]): Watch {
  const { title, location } = view.document;
  const href = location.href;
  const globals = new Set(Object.getOwnPropertyNames(view));
  const seen = new Set<string>();
  const over: (() => void)[] = [];
  const hits: string[] = [];
  const hit = (what: string) => hits.push(`${what} — ${self.now}`);
  const listen = (to: EventTarget, type: string, listener: (event: Event) => void) => {
    to.addEventListener(type, listener);
    over.push(() => to.removeEventListener(type, listener));
  };

  for (const name of dialogs) {
    const { [name]: original } = view as unknown as Record<string, unknown>;
    Object.assign(view, { [name]: () => hit(`called ${name}`) });
    over.push(() => Object.assign(view, { [name]: original }));
  }
  Object.defineProperty(view, '__pwn', { configurable: true, get: () => 0, set: () => hit('ran') });
  over.push(() => Reflect.deleteProperty(view, '__pwn'));

  listen(view, 'securitypolicyviolation', (event) =>
    hit(`violated ${(event as SecurityPolicyViolationEvent).effectiveDirective}`),
  );
  if (view.navigation)
    listen(view.navigation, 'navigate', (event) => {
      hit('navigated');
      event.preventDefault();
    });
  listen(view, 'hashchange', () => hit('navigated in the page'));

  const observer = new view.PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const { origin, hostname, protocol } = new URL(name);
      const known =
        origin === location.origin || allowed.has(name) || allowedHosts.includes(hostname) || protocol === 'data:';
      if (known || seen.has(name)) continue;
      seen.add(name);
      hit(`asked for ${name.slice(0, 80)}`);
    }
  });
  observer.observe({ type: 'resource' });

  const self: Watch = {
    hits,
    now: '',
    allow: (url) => void allowed.add(url),
    async end() {
      await new Promise((resolve) => setTimeout(resolve, 400));
      for (const name of Object.getOwnPropertyNames(view))
        if (!globals.has(name) && name !== '__pwn' && !/^\d+$/.test(name)) hit(`left a global ${name}`);
      if (view.document.title !== title) hit('changed the title');
      if (location.href !== href) hit('changed the address');
      observer.disconnect();
      for (const undo of over) undo();
    },
  };
  return self;
}
