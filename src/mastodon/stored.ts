/** JSON in a storage that may be denied, full, or hold what others wrote. Nothing here throws. */
import type { Page } from '../base/page.js';
import { asObject, type Raw } from './json.js';

/** Every key of ours begins so; another version of this library has another number, and leaves ours alone (R23). */
export const prefix = 'masto:v1:';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | undefined;

/** What is in no storage, by page: all elements of one page see it, and it goes with the page. */
const memories = new WeakMap<Page, NonNullable<Shelf>>();

function memory(): NonNullable<Shelf> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/** Until the page is left, until the tab is closed, until it is wiped. The nearest first; what is denied is undefined. */
export type Place = 'memory' | 'session' | 'local';

export function shelves(page: Page): Readonly<Record<Place, Shelf>> {
  const near = memories.get(page) ?? memory();
  memories.set(page, near);
  return { memory: near, session: page.storage('session'), local: page.storage('local') };
}

/** The object under a key; undefined when there is none, or none of this version. */
export function readStored(storage: Shelf, key: string): Raw | undefined {
  try {
    const found = asObject(JSON.parse(storage?.getItem(key) ?? 'null'));
    return found?.['v'] === 1 ? found : undefined;
  } catch {
    return undefined;
  }
}

/** A text under a key. */
export function readText(storage: Shelf, key: string): string | undefined {
  try {
    return storage?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a text, or anything else as JSON; false when it is not there afterwards. */
export function writeStored(storage: Shelf, key: string, value: unknown): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  try {
    storage?.setItem(key, text);
    return storage?.getItem(key) === text;
  } catch {
    return false;
  }
}

export function removeStored(storage: Shelf, key: string): void {
  try {
    storage?.removeItem(key);
  } catch {
    // Then it cannot be read either.
  }
}

/** All keys that begin so; a copy, so that they may be removed on the way. */
export function keysOf(storage: Shelf, start: string): string[] {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
    return keys.filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
