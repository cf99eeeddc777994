/** The key stands in SECURITY.md. */
const key = 'masto:v1:agreed';

/** The hosts that the reader has agreed to be asked (`load="click"`), for this tab. Dispatches `change`. */
class Agreement extends EventTarget {
  readonly #hosts = new Set<string>();

  constructor() {
    super();
    try {
      for (const host of JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]) this.#hosts.add(host);
    } catch {
      // No storage, or somebody else's words in it: what is agreed on this page still holds.
    }
  }

  has(host: string): boolean {
    return this.#hosts.has(host);
  }

  add(host: string): void {
    this.#hosts.add(host);
    try {
      sessionStorage.setItem(key, JSON.stringify([...this.#hosts]));
    } catch {
      // Without storage the agreement ends with the page.
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** The page's one. */
export const agreement = new Agreement();
