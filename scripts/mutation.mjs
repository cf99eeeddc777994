/** One broken line, handed to the test runners by the environment: no file is touched, so nothing can stay broken. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const mutation = process.env.MUTATION && JSON.parse(process.env.MUTATION);

/** The text of a source file with the line broken, or undefined for every other file. */
export function mutated(path) {
  if (!mutation || !path.replaceAll('\\', '/').endsWith(`/${mutation.file}`)) return undefined;
  return broken(mutation);
}

/** Applies a row of the table; throws unless what it looks for is there exactly once. */
export function broken({ file, find, replace }) {
  const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} has ${times} times: ${find}`);
  if (find === replace) throw new Error(`${file}: nothing changes`);
  return text.replace(find, () => replace);
}

/** For @web/test-runner. */
export const mutationPlugin = {
  name: 'mutation',
  serve: ({ path }) => {
    const body = mutated(path);
    return body === undefined ? undefined : { body, type: 'js' };
  },
};
