import { readdirSync } from 'node:fs';

/** The names of all elements without `masto-`: one folder each. What elements share are files beside those folders. */
export const elementNames = () =>
  readdirSync('src/elements', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
