import { toSnake } from './keys.js';
import { segment } from './transport.js';

/** A call as it was written: `v1.statuses.$select(id).context.fetch()` → path `/api/v1/statuses/id/context`, verb `fetch`. */
export interface Written {
  readonly path: string;
  readonly verb: string;
  /** Asked for with `$raw`: the headers are wanted too. */
  readonly raw: boolean;
  readonly args: readonly unknown[];
}

/** What a function has, and what would make a promise of it. */
const own = new Set(
  'then catch finally inspect toString valueOf toJSON constructor prototype length name caller callee arguments bind apply call'.split(
    ' ',
  ),
);

/**
 * A tree of everything that can be called: each property is a step of the path, a call runs `run`. Nothing is shared
 * between calls, so that a method kept in a variable stays itself. `$select(id)` is a step as well, encoded.
 */
export function callPath(run: (written: Written) => unknown, steps: readonly string[] = ['api']): unknown {
  return new Proxy(() => undefined, {
    get: (target, name) =>
      typeof name === 'symbol' || own.has(name)
        ? undefined
        : callPath(run, [...steps, name.startsWith('$') ? name : toSnake(name)]),
    apply: (target, self, args: unknown[]) => {
      const path = [...steps];
      let verb = path.pop();
      if (verb === '$select') return callPath(run, [...path, ...args.map((id) => segment(String(id)))]);
      const raw = verb === '$raw';
      if (raw) verb = path.pop();
      if (!verb || path.length < 2) throw new TypeError('No method named');
      return run({ path: `/${path.join('/')}`, verb, raw, args });
    },
  });
}
