/** Posts that wait at the server for their time. */
import { MastoError } from './errors.js';
import type { HomeSession } from './home-session.js';

const path = '/api/v1/scheduled_statuses';

/** A server posts nothing that is less ahead, in ms. */
export const soonest = 5 * 60_000;

const able = new WeakMap<HomeSession, Promise<boolean>>();

/**
 * Whether the server keeps posts for later: some that do not would post them at once. It is asked without a look at the
 * scope: one that knows this list refuses it, one that does not has none. One that does not answer is trusted.
 */
export function canSchedule(home: HomeSession): Promise<boolean> {
  const known = able.get(home);
  if (known) return known;
  const asked = home.transport.list(path, { limit: 1 }, { optional: true }).then(
    () => true,
    (error: unknown) => {
      const no = error instanceof MastoError && (error.facts.status === 404 || error.facts.status === 410);
      if (!no) able.delete(home); // asked again with the next one
      return !no;
    },
  );
  able.set(home, asked);
  return asked;
}
