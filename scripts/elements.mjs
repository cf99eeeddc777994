import { readdirSync } from 'node:fs';

/** Nobody writes their tags: another element brings them along. */
const inner = new Set(['emoji-picker']);

/** The names of all elements without `masto-`: one folder each. What elements share are files beside those folders. */
export const elementNames = () =>
  readdirSync('src/elements', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !inner.has(entry.name))
    .map(({ name }) => name);
