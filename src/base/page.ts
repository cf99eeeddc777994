/** The page's own doors, as a port: signing in needs them, tests put their own in its place. */
export interface Page {
  /** Undefined where it is denied: the getter throws, it is null, its methods throw, or it keeps nothing (R28). */
  storage(kind: 'session' | 'local'): Storage | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** So many bytes that nobody guesses. */
  random(bytes: number): Uint8Array<ArrayBuffer>;
  /** Leaves for another page. */
  assign(url: string): void;
  /** To the other tabs of this origin; undefined where there are none to be had. */
  channel(name: string): BroadcastChannel | undefined;
  /** Does work while nobody else on this origin does work of that name, where the browser has locks. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Whether there is cryptography: not on a page that came over http, but for loopback (R15). */
  secure(): boolean;
  /** A file or a sandboxed frame: servers refuse what such a page sends (R40). */
  opaque(): boolean;
  /** Inside another page (R39). */
  framed(): boolean;
  /** The origin is home to several people, as `https://uni.example/~alice/` is: a path keeps nobody out (R29). */
  shared(): boolean;
}

const probe = 'masto:v1:probe';

/** Each is tried once: a write is an event in every other tab. */
const tried = new WeakSet<Storage>();

function storage(kind: 'session' | 'local'): Storage | undefined {
  let found: Storage | null | undefined;
  try {
    found = globalThis[`${kind}Storage`];
    if (!found || tried.has(found)) return found ?? undefined;
    found.setItem(probe, kind);
    if (found.getItem(probe) !== kind) return undefined;
    found.removeItem(probe);
  } catch {
    // One that is full can still be read: who is signed in stays so.
    try {
      if (!found?.length) return undefined;
    } catch {
      return undefined;
    }
  }
  tried.add(found);
  return found;
}

async function lock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as Partial<Navigator>;
  let begun = false;
  const once = () => {
    begun = true;
    return work();
  };
  try {
    if (locks) return await locks.request(name, once);
  } catch (error) {
    // An opaque origin has locks that throw.
    if (begun) throw error;
  }
  return work();
}

function channel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/** The real one. */
export const page: Page = {
  storage,
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  assign: (url) => location.assign(url),
  channel,
  lock,
  secure: () => isSecureContext && !!globalThis.crypto?.subtle,
  opaque: () => self.origin === 'null',
  framed: () => window.top !== window.self,
  shared: () => location.pathname.startsWith('/~'),
};
