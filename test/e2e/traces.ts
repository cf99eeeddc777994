/** Runs in the page before its own scripts: tells `report` all that is said where a token could be heard. */
export function eavesdrop(): void {
  const { report } = window as unknown as { report: (kind: string, text: string) => void };
  /** All that can be reached from a value by reading properties, its prototypes' getters included. */
  const spell = (value: unknown, depth = 6, met = new Set<unknown>()): string => {
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '' : String(value);
    if (depth === 0 || met.has(value) || met.size > 20_000 || (value instanceof Node && depth < 6)) return '';
    met.add(value);
    if (value instanceof Map || value instanceof Set)
      return [...value].map((one) => spell(one, depth - 1, met)).join(' ');
    const names = new Set<string>();
    for (let level = value; level && level !== Object.prototype && level !== HTMLElement.prototype;)
      [
        Object.getOwnPropertyNames(level).forEach((name) => names.add(name)),
        (level = Object.getPrototypeOf(level) as object),
      ];
    return [...names]
      .map((name) => {
        try {
          return `${name}: ${spell((value as Record<string, unknown>)[name], depth - 1, met)}`;
        } catch (error) {
          return String(error);
        }
      })
      .join(' ');
  };
  Object.assign(window, { spell });
  const tap = (owner: object, name: string, tell: (...given: never[]) => string) => {
    const record = owner as Record<string, (...given: unknown[]) => unknown>;
    const real = record[name]!;
    record[name] = function (this: unknown, ...given: unknown[]) {
      report(name, tell(...(given as never[])));
      return real.apply(this, given);
    };
  };
  tap(EventTarget.prototype, 'dispatchEvent', (event: Event) => `${event.type} ${spell(event)}`);
  tap(BroadcastChannel.prototype, 'postMessage', (message: unknown) => spell(message));
  tap(window, 'postMessage', (message: unknown) => spell(message));
  tap(history, 'pushState', (...given: unknown[]) => spell(given));
  tap(history, 'replaceState', (...given: unknown[]) => spell(given));
  // The one place that a token is kept is under its own key.
  tap(Storage.prototype, 'setItem', (key: string, value: string) =>
    /^masto:v1:http/.test(key) ? key : `${key} ${value}`,
  );
}

/** Everything of the page as it is now that a script, an extension or the next page could read; place → text. */
export async function lookEverywhere(): Promise<Record<string, string>> {
  const { spell } = window as unknown as { spell: (value: unknown) => string };
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]));
  const elements = all(document);
  const own = (element: Element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ') +
    [...element.childNodes].map((node) => (node instanceof Element ? '' : node.nodeValue)).join(' ') +
    ((element as HTMLInputElement).value ?? '');
  const kept = (store: Storage) =>
    JSON.stringify(Object.fromEntries(Object.entries(store).filter(([key]) => !/^masto:v1:http/.test(key))));
  const { navigation } = window as unknown as { navigation?: { entries(): { url: string }[] } };
  const entries = performance.getEntries();
  const databases = await indexedDB.databases();
  return {
    dom: elements.map(own).join('\n'),
    'tags’ properties': elements
      .filter(({ localName }) => localName.startsWith('masto-'))
      .map((tag) => `${spell(tag)} ${spell((tag as { session?: unknown }).session)}`)
      .join('\n'),
    address: `${location.href} ${document.referrer} ${document.title}`,
    history: `${spell(history.state)} ${(navigation?.entries() ?? []).map(({ url }) => url).join(' ')}`,
    performance: entries
      .filter(({ entryType }) => entryType !== 'navigation')
      .map(({ name }) => name)
      .join('\n'),
    'navigation entry': entries
      .filter(({ entryType }) => entryType === 'navigation')
      .map(({ name }) => name)
      .join('\n'),
    'other keys': `${kept(localStorage)} ${kept(sessionStorage)}`,
    'other stores': `${document.cookie} ${JSON.stringify(databases)} ${String(await caches.keys())}`,
  };
}
