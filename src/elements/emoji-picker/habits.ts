import { page } from '../../base/page.js';
import { prefix, readStored, removeStored, shelves, writeStored } from '../../mastodon/stored.js';

/** How somebody chooses emoji on this device. Nothing is written before they have chosen one. */
export interface Habits {
  /** The colour of skin, 1 (light) to 5 (dark); 0 for none. */
  readonly tone: number;
  /** What was chosen, the latest first, and how often. */
  readonly used: readonly (readonly [text: string, times: number])[];
}

/** It stands in SECURITY.md. */
const key = `${prefix}emoji`;

/** So many are remembered. */
const most = 48;

/** An emoji without the colour of its skin. */
export const plain = (text: string): string => text.replace(/\ufe0f|\p{Emoji_Modifier}/gu, '');

const isUse = (value: unknown): value is [string, number] =>
  Array.isArray(value) && typeof value[0] === 'string' && value[0].length < 80 && value[1] > 0;

export function habits(): Habits {
  const { local, session, memory } = shelves(page);
  const found = [local, session, memory].map((shelf) => readStored(shelf, key)).find((raw) => raw);
  const { tone, used } = found ?? {};
  return {
    tone: typeof tone === 'number' && tone % 1 === 0 && tone > 0 && tone < 6 ? tone : 0,
    used: Array.isArray(used) ? used.filter(isUse).slice(0, most) : [],
  };
}

function write(changed: Partial<Habits>): void {
  const { local, session, memory } = shelves(page);
  const next = { v: 1, ...habits(), ...changed };
  // Where several people share an origin, what one of them does stays in the tab.
  for (const shelf of page.shared() ? [session, memory] : [local, session, memory]) {
    if (writeStored(shelf, key, next)) return;
    removeStored(shelf, key);
  }
}

/** The reader has chosen it. @param text what was put into the text */
export function chose(text: string): void {
  const { used } = habits();
  const [, times = 0] = used.find(([each]) => plain(each) === plain(text)) ?? [];
  const others = used.filter(([each]) => plain(each) !== plain(text));
  write({ used: [[text, times + 1] as const, ...others].slice(0, most) });
}

/** The reader has chosen a colour of skin. */
export const colour = (tone: number): void => write({ tone });
